import type { Speaker } from '#contracts';

/** Where each channel of a recording was heard to speak: from, to, from, to, … in milliseconds, in order; and who is on which. */
export interface ChannelSpeech {
  channels: readonly [readonly number[], readonly number[]];
  agentChannel: 'left' | 'right';
}

/** How much of what is heard must be on one channel, for it to be that channel's. What is left is crosstalk and rounded times. */
const SURE_SHARE = 0.8;

/** Whose speech is in these stretches of time; null where there is too little of it, or both speak. */
export function whoSpeaks(
  { channels, agentChannel }: ChannelSpeech,
  stretches: readonly { fromMs: number; toMs: number }[],
  leastMs: number,
): Exclude<Speaker, 'unknown'> | null {
  const [left, right] = channels.map((flat) =>
    stretches.reduce((sum, { fromMs, toMs }) => sum + heardWithin(flat, fromMs, toMs), 0),
  ) as [number, number];
  const heard = left + right;
  if (heard < leastMs || Math.max(left, right) < heard * SURE_SHARE) return null;
  return left > right === (agentChannel === 'left') ? 'agent' : 'customer';
}

/** Milliseconds of speech between two times. */
function heardWithin(flat: readonly number[], fromMs: number, toMs: number): number {
  let [low, high] = [0, flat.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((flat[middle * 2 + 1] ?? 0) <= fromMs) low = middle + 1;
    else high = middle;
  }
  let sum = 0;
  for (let at = low * 2; at < flat.length && (flat[at] ?? 0) < toMs; at += 2)
    sum += Math.max(0, Math.min(toMs, flat[at + 1] ?? 0) - Math.max(fromMs, flat[at] ?? 0));
  return sum;
}
