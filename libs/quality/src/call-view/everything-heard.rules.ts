import { type MatchOptions, type PhraseMatcher } from '../matching/phrase-matcher.rules.js';
import { type Symbols } from '../matching/symbols.rules.js';
import { isDegraded, type Wear } from '../matching/degraded-words.rules.js';
import { type Heard } from '../call/heard-call.js';

const isAfter = (a: Heard, b: Heard): boolean =>
  a.turn === b.turn && (a.fromChar > b.fromChar || (a.fromChar === b.fromChar && a.toChar < b.toChar));

/** Puts the one that was heard last in its place among those of its turn: by where they begin, of these the longest first. */
function place(list: Heard[], one: Heard): void {
  let at = list.push(one) - 1;
  for (; at > 0 && isAfter(list[at - 1]!, one); at--) list[at] = list[at - 1]!;
  list[at] = one;
}

/** What a lexicon finds in the turns of a call, by entry as the matcher numbers them, in the order of the call. */
export function everythingHeard(
  matcher: PhraseMatcher,
  turns: readonly Symbols[],
  options: MatchOptions,
): readonly (readonly Heard[] | undefined)[] {
  const heard: (Heard[] | undefined)[] = new Array<Heard[] | undefined>(matcher.names.length).fill(undefined);
  for (let turn = 0; turn < turns.length; turn++) {
    const finds = matcher.find(turns[turn]!, options);
    for (let find = 0; find < finds.size; find++) {
      const entry = finds.entryOf(find);
      const [fromChar, toChar, exactness] = [finds.fromOf(find), finds.toOf(find), finds.exactnessOf(find)];
      place((heard[entry] ??= []), { entry: matcher.names[entry]!, fromChar, toChar, exactness, turn });
    }
  }
  return heard;
}

/** The same; where words are worn, a second pass takes what only sounds right. */
export function heardAsWorn(matcher: PhraseMatcher, turns: readonly Symbols[]): ReturnType<typeof everythingHeard> {
  const wear: Wear = { known: 0, bySound: 0 };
  const found = everythingHeard(matcher, turns, { wear });
  return isDegraded(wear) ? everythingHeard(matcher, turns, { bySound: true }) : found;
}

/** Nothing but names with an @. */
const ADDRESSEES = /^(?:\W*@\w+)+\W*$/;

/** In public posts a turn begins with whom it is for: "@anna Yes, …" begins with the yes. */
export const beginsTurn = (text: string, { fromChar: starts }: Symbols, { fromChar }: Heard): boolean =>
  fromChar === starts[0] || ADDRESSEES.test(text.slice(0, fromChar));
