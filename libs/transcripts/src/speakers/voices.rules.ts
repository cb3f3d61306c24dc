/** How two groups of breaths fit. @see `libs/transcripts/child/speakers.py` */
interface Groups {
  /** Standard deviations by which two voices fit better than one: the lower, the better. */
  gap: number;
  /** Of the time, what the second one speaks. */
  share: number;
}

/**
 * One person's breaths also fall into two groups. Alone, none of 38 voices had a gap below 0; of 19 recordings with two people one had a gap
 * above it: two voices of one speech synthesis that are much alike.
 */
const MOST_GAP = -0.3;
const LEAST_SHARE = 0.05;

/** Whether two people are heard. */
export function areTwo({ gap, share }: Groups): boolean {
  return gap <= MOST_GAP && share >= LEAST_SHARE && share <= 1 - LEAST_SHARE;
}
