import { type Turn } from '#contracts';

/**
 * How long a whole transcript may be, in characters; a Han character, which is a word, counts as three. Twelve hours without a pause are some
 * 650,000 in quick English (180 words a minute) and some 220,000 Han characters in Mandarin (300 a minute): no call has more, and all that is
 * made of words is made of all of them.
 */
export const MAX_TRANSCRIPT_LENGTH = 750_000;

const HAN = /\p{Script=Han}/gu;

export const lengthOf = (text: string): number => text.length + 2 * (text.match(HAN)?.length ?? 0);

/** The turns from the start that together are no longer than that. */
export function withinLength(turns: readonly Turn[]): Turn[] {
  let length = 0;
  const beyond = turns.findIndex(({ text }) => (length += lengthOf(text)) > MAX_TRANSCRIPT_LENGTH);
  return beyond < 0 ? [...turns] : turns.slice(0, beyond);
}
