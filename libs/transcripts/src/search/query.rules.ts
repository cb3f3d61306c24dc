import { joins, legibleText, readUnits, type Unit } from './legible-text.rules.js';
import { tokensIn } from './tokens.rules.js';

/** One thing that must have been said: words or characters in a row. */
export interface Term {
  /** As it is compared (`legibleText`). */
  readonly text: string;
  /** All of them are in a turn that holds the term. */
  readonly tokens: readonly string[];
  /** The one token says it all: no transcript has to be opened to be sure. */
  readonly exact: boolean;
  /** It begins (ends) with a word, which must then begin (end) there and not inside another. */
  readonly wordFirst: boolean;
  readonly wordLast: boolean;
}

/** What somebody looks for: terms that must all occur in one leg, in any turn. */
export type WordQuery =
  { readonly terms: readonly Term[] } | { readonly refused: 'nothing' | 'single_character' | 'too_many' };

/** More would be a text and not a question. */
const MOST_TERMS = 6;
const CHUNKS = /["“”「」](?<quoted>[^"“”「」]*)["“”「」]?|(?<plain>[^\s"“”「」]+)/gu;

/** Reads what was typed: spaces part terms, quotation marks keep them together. */
export function readQuery(typed: string): WordQuery {
  const chunks = [...typed.matchAll(CHUNKS)].map(({ groups }) => groups!.quoted ?? groups!.plain!);
  const units = chunks.flatMap((chunk) => inRows(readUnits(chunk)));
  if (units.length === 0) return { refused: 'nothing' };
  if (units.length > MOST_TERMS) return { refused: 'too_many' };
  if (units.some((row) => row.length === 1 && row[0]!.han)) return { refused: 'single_character' };
  return { terms: units.map(termOf) };
}

/** A sign parts terms too: "你好，再见" asks for both. */
function inRows(units: readonly Unit[]): Unit[][] {
  const rows: Unit[][] = [];
  for (const unit of units) {
    if (unit.after === 'start' || unit.after === 'sign') rows.push([unit]);
    else rows.at(-1)!.push(unit);
  }
  return rows;
}

function termOf(units: readonly Unit[]): Term {
  const [first, last] = [units[0]!, units.at(-1)!];
  const besideHan = units.some((unit, i) => i > 0 && joins(units[i - 1]!, unit));
  // Beside Han a word may be the end or the beginning of a longer one; alone it is whole.
  const tokens = [...tokensIn(units)].filter((token) => !besideHan || token.startsWith('p:'));
  return {
    text: legibleText(units).text,
    tokens,
    exact: tokens.length === 1 && units.length <= 2 && (units.length === 1 || units.every(({ han }) => han)),
    wordFirst: !besideHan && !first.han,
    wordLast: !besideHan && !last.han,
  };
}

/** A place in a turn's text; UTF-16 offsets, `toChar` exclusive. */
export interface Found {
  readonly fromChar: number;
  readonly toChar: number;
}

/** Where a term stands in a text, from left to right, none overlapping another. */
export function findTerm(text: string, { text: wanted, wordFirst, wordLast }: Term): Found[] {
  const units = readUnits(text);
  const legible = legibleText(units);
  const found: Found[] = [];
  for (let at = legible.text.indexOf(wanted); at >= 0; at = legible.text.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    const first = unitAt(legible.startOf, at);
    const last = unitAt(legible.startOf, end - 1);
    const wholeFirst = !wordFirst || legible.startOf[first] === at;
    const wholeLast = !wordLast || legible.startOf[last]! + units[last]!.text.length === end;
    if (wholeFirst && wholeLast) found.push({ fromChar: units[first]!.fromChar, toChar: units[last]!.toChar });
  }
  return found;
}

/** The unit that covers a place of the legible text, by halving. */
function unitAt(startOf: readonly number[], at: number): number {
  let [low, high] = [0, startOf.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
