/** How two groups of breaths fit. @see `libs/transcripts/child/speakers.py` */
interface Groups {
  /** Standard deviations by which two voices fit better than one: the lower, the better. */
  gap: number;
  /** Of the time, what the second one speaks. */
  share: number;
  /** Which of the two says each breath. */
  who: readonly number[];
}

interface Span {
  fromMs: number;
  toMs: number;
}

/**
 * One person's breaths also fall into two groups: where they laugh or whisper, or where the line changes. Of 75 channels and clips with one
 * person two were below this figure; of 28 recordings with two people none was above it.
 */
const MOST_GAP = -0.5;
const LEAST_SHARE = 0.1;
/** People who talk to each other take turns: each has the word twice. */
const FEWEST_CHANGES = 3;
/** They also answer at once. One person's voice, alone on the line, changes over the silence in which the other speaks elsewhere. */
const LONGEST_ANSWER_MS = 2_000;

/** Whether two people are heard: their voices differ, they take turns, and one begins where the other has ended. */
export function areTwo({ gap, share, who }: Groups, breaths: readonly Span[]): boolean {
  const changes = breaths.flatMap((breath, at) =>
    at > 0 && who[at] !== who[at - 1] ? [breath.fromMs - breaths[at - 1]!.toMs] : [],
  );
  const answer = changes.toSorted((a, b) => a - b)[changes.length >> 1] ?? Infinity;
  return (
    gap <= MOST_GAP &&
    Math.min(share, 1 - share) >= LEAST_SHARE &&
    changes.length >= FEWEST_CHANGES &&
    answer <= LONGEST_ANSWER_MS
  );
}
