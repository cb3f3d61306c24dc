import { type Turn } from '#contracts';

/**
 * Characters of a whole transcript. Twelve hours without a pause are some 650,000 in quick English (180 words a minute) and some 220,000 in
 * Mandarin (300 characters a minute); all that is made of words is made of all of them.
 */
export const MAX_TRANSCRIPT_LENGTH = 750_000;

/** The turns from the start that together are no longer than that. */
export function withinLength(turns: readonly Turn[]): Turn[] {
  let length = 0;
  const beyond = turns.findIndex(({ text }) => (length += text.length) > MAX_TRANSCRIPT_LENGTH);
  return beyond < 0 ? [...turns] : turns.slice(0, beyond);
}
