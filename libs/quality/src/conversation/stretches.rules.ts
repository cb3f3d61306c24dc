import { type HeardCall, type Heard } from '../call/heard-call.js';
import { FLAG } from '../matching/symbols.rules.js';

/** Symbols of a turn between pauses (commas and stops) that nothing known covers; `to` exclusive. */
export interface Stretch {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  /** What comes right before and after it, without a pause. */
  readonly before: Neighbour;
  readonly after: Neighbour;
}
type Neighbour = 'pause' | 'company' | 'other';

/** What of a turn's symbols is known. */
export type Cover = readonly (Exclude<Neighbour, 'pause'> | null)[];

const PAUSE = /[,，、:：;；。.!！?？—–…@\[]|\s-/;
/** "Mr. Clark": a full stop that ends nothing. */
const SHORTENED = /^(?:mr|mrs|ms|dr|st)\.\s*$/i;

/** Does a comma or a stop, or the turn's edge, come before this symbol? */
export function pauseBefore(call: HeardCall, turn: number, at: number): boolean {
  const { length, fromChar, toChar } = call.symbolsOf(turn);
  if (at <= 0 || at >= length) return true;
  const { text } = call.turns[turn]!;
  return (
    PAUSE.test(text.slice(toChar[at - 1], fromChar[at])) && !SHORTENED.test(text.slice(fromChar[at - 1], fromChar[at]))
  );
}

/** The symbols of a turn that a match takes, `to` exclusive. */
export function symbolsIn(call: HeardCall, { turn, fromChar, toChar }: Heard): { from: number; to: number } {
  const symbols = call.symbolsOf(turn);
  let [from, to] = [0, symbols.length];
  while (from < to && symbols.toChar[from]! <= fromChar) from++;
  while (to > from && symbols.fromChar[to - 1]! >= toChar) to--;
  return { from, to };
}

/** Could this symbol be of a name? */
export const nameable = (call: HeardCall, turn: number, at: number): boolean =>
  (call.symbolsOf(turn).flags[at]! & (FLAG.notName | FLAG.negator)) === 0;

/** What nothing covers, cut at pauses. */
export function stretchesOf(call: HeardCall, turn: number, cover: Cover): Stretch[] {
  const { length } = call.symbolsOf(turn);
  const beside = (at: number, edge: number): Neighbour => (pauseBefore(call, turn, edge) ? 'pause' : cover[at]!);
  const stretches: Stretch[] = [];
  for (let from = 0; from < length; from++) {
    if (cover[from]) continue;
    let to = from + 1;
    while (to < length && !cover[to] && !pauseBefore(call, turn, to)) to++;
    stretches.push({ turn, from, to, before: beside(from - 1, from), after: beside(to, to) });
    from = to - 1;
  }
  return stretches;
}
