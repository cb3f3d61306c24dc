import type { Turn } from '#contracts';

/** The two sides of a call, each on its channel. */
export interface TwoChannels {
  channels: readonly [Int16Array, Int16Array];
  sampleRate: number;
}

export interface VoicesMeasure {
  words: number;
  /** Words given to the same voice as the others of their channel. */
  apart: number;
  /** Words given to agent or customer, and to the right one of them. */
  right: number;
  /** Words given to the wrong one. */
  wrong: number;
  toldApart: boolean;
}

/**
 * Compares the voices that were told apart on one channel with the two channels that it was mixed from: a word is said by the louder one
 * while it lasts.
 *
 * @param agent on which of the two channels the agent speaks
 */
export function measureVoices(
  turns: readonly Turn[],
  { channels, sampleRate }: TwoChannels,
  agent: 0 | 1,
): VoicesMeasure {
  const spoken = turns.flatMap(({ words, label, speaker }) =>
    words.map((word) => {
      const [left, right] = channels.map((samples) => energyOf(samples, word, sampleRate)) as [number, number];
      return { label, speaker, channel: right > left ? 1 : 0 };
    }),
  );
  const labels = [...new Set(turns.flatMap(({ label }) => label ?? []))];
  const onFirst = ({ label, channel }: (typeof spoken)[number]) => (label === labels[0]) === (channel === 0);
  const straight = spoken.filter(onFirst).length;
  const told = spoken.filter(({ speaker }) => speaker !== 'unknown');
  const right = told.filter(({ speaker, channel }) => (speaker === 'agent') === (channel === agent)).length;
  return {
    words: spoken.length,
    apart: labels.length === 2 ? Math.max(straight, spoken.length - straight) : 0,
    right,
    wrong: told.length - right,
    toldApart: labels.length === 2,
  };
}

function energyOf(samples: Int16Array, { fromMs, toMs }: { fromMs: number; toMs: number }, sampleRate: number): number {
  let sum = 0;
  const [from, to] = [fromMs, toMs].map((ms) => Math.floor((ms * sampleRate) / 1000)) as [number, number];
  for (let at = from; at < Math.min(to, samples.length); at++) sum += samples[at]! ** 2;
  return sum;
}
