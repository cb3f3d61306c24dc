import { spokenNumbers } from '../numbers/spoken-numbers.rules.js';
import { readUnits, type Unit } from './legible-text.rules.js';

/**
 * A text with each of its numbers as one unit in figures, however they were said: 三零六八 and "three zero six eight" as 3068, 百分之五 as 5%.
 * Null where that says nothing else than the text as it stands.
 */
export function readNumericUnits(text: string, plain: readonly Unit[] = readUnits(text)): Unit[] | null {
  const units: Unit[] = [];
  let [at, changed, numberEnd] = [0, false, -1];
  const push = (unit: Unit): void => {
    const follows = numberEnd >= 0 ? { after: between(text.slice(numberEnd, unit.fromChar)) } : {};
    units.push({ ...unit, ...follows });
    numberEnd = -1;
  };
  for (const { value, percent, fromChar, toChar } of spokenNumbers(text)) {
    while (at < plain.length && plain[at]!.toChar <= fromChar) push(plain[at++]!);
    const first = plain[at];
    if (first?.fromChar !== fromChar) continue;
    const from = at;
    while (at < plain.length && plain[at]!.fromChar < toChar) at++;
    const figures = percent ? `${value}%` : value;
    changed ||= at - from > 1 || first.text !== figures;
    push({ text: figures, han: false, fromChar, toChar, after: first.after });
    numberEnd = toChar;
  }
  plain.slice(at).forEach(push);
  return changed ? units : null;
}

/** A percent sign belongs to its number and parts nothing. */
function between(text: string): Unit['after'] {
  if (text === '') return 'nothing';
  return text.trim() === '' ? 'space' : 'sign';
}
