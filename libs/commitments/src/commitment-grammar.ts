import { type CommitmentKind } from '#contracts';

/** Words that promise something, and what must or must not be around them. */
export interface CommitmentPattern {
  kind: CommitmentKind;
  pattern: RegExp;
  /** What the pattern begins with, where several begin alike: a turn is searched for it once, and not at all where it is not there. */
  opening: RegExp | null;
  /** `always`: the words alone promise. `time`: only with a time; without one it is what the agent does during the call. */
  needs: 'nothing' | 'time';
}

export interface CommitmentGrammar {
  readonly patterns: readonly CommitmentPattern[];
  /** What every promise has: a turn without one of these is not read further, which is nearly all of them. */
  readonly hints: readonly RegExp[];
  /** Ends a sentence, and a clause. */
  readonly sentence: RegExp;
  readonly clause: RegExp;
  /** Looked for in the clause before the promise: not promised, gone by, or another person's to do. */
  readonly refused: RegExp;
  /** Looked for in the words of the promise themselves. */
  readonly refusedWithin: RegExp;
  /** Looked for right after the promise. */
  readonly done: RegExp;
  /** Looked for in the sentence before the promise: only if something happens. */
  readonly conditional: RegExp;
  /** A condition after the promise. */
  readonly conditionalAfter: RegExp;
  /** Looks like a condition and is courtesy: taken out of the sentence first. Never longer or shorter than what it replaces. */
  readonly courtesy: RegExp;
  /** Anywhere in the sentence: the customer waits on the line while it is done. */
  readonly meanwhile: RegExp;
  /** The clause only offers it. */
  readonly offer: RegExp;
  /** As soon as possible: a clause with this takes no time from beside it. */
  readonly vague: RegExp;
  /** What goes with a time and says nothing of its own. */
  readonly besideTime: RegExp;
  /** So many letters may be left of a sentence that only says when. */
  readonly mostBeside: number;
  /** How an agent agrees to a time that the customer named. */
  readonly agreement: RegExp;
}

/** Makes patterns; `openings` are the sources that several of them begin with. */
export function commitmentPatterns(
  openings: readonly string[],
): (kind: CommitmentKind, source: string, needs?: CommitmentPattern['needs']) => CommitmentPattern {
  const read = openings.map((source) => ({ source, opening: new RegExp(source, 'g') }));
  return (kind, source, needs = 'nothing') => ({
    kind,
    pattern: new RegExp(source, 'g'),
    opening: read.find((one) => source.startsWith(one.source))?.opening ?? null,
    needs,
  });
}
