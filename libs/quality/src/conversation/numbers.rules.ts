import { spokenNumbers } from '#transcripts/rules';
import { type Symbols } from '../matching/symbols.rules.js';

/** A number as it was said or written, in digits: "four fifty six", "四百五十六" and "456" are the same. */
export interface NumberRun {
  readonly digits: string;
  /** Symbols; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Every number of a turn, in order; groups of digits with signs between them are one. `symbols` are those of `text`. */
export function numbersIn(text: string, symbols: Symbols): NumberRun[] {
  let at = 0;
  return spokenNumbers(text, 'signs').flatMap(({ digits, fromChar, toChar }) => {
    while (at < symbols.length && symbols.toChar[at]! <= fromChar) at++;
    const from = at;
    while (at < symbols.length && symbols.fromChar[at]! < toChar) at++;
    return from < at ? [{ digits, from, to: at }] : [];
  });
}
