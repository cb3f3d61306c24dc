import type { Span } from '#contracts';
import { wholeFrames } from '#recordings';
import type { ChannelAudio } from '../transcription-engine.js';

const SAMPLE_RATE = 16_000;

/** The samples of stretches, one after the other; of a long recording no more than one is held. */
export async function* cutOut(
  audio: ChannelAudio,
  stretches: readonly Span[],
): AsyncGenerator<{ samples: Buffer; ms: number }> {
  const pcm = audio.open(SAMPLE_RATE);
  const at = (ms: number): number => Math.round((ms * SAMPLE_RATE) / 1000);
  let passed = 0;
  let kept: Buffer[] = [];
  let next = 0;
  try {
    for await (const samples of wholeFrames(pcm, 1)) {
      let stretch = stretches[next];
      while (stretch && at(stretch.fromMs) < passed + samples.length) {
        const from = Math.max(0, at(stretch.fromMs) - passed);
        const to = Math.min(samples.length, at(stretch.toMs) - passed);
        kept.push(Buffer.from(samples.slice(from, to).buffer));
        if (at(stretch.toMs) > passed + samples.length) break;
        yield { samples: Buffer.concat(kept), ms: stretch.toMs - stretch.fromMs };
        kept = [];
        stretch = stretches[(next += 1)];
      }
      if (!stretch) return;
      passed += samples.length;
    }
    // Speech that goes on to the end is padded past it: what is there is heard all the same.
    if (kept.length === 0) return;
    const samples = Buffer.concat(kept);
    yield { samples, ms: Math.round((samples.length * 1000) / (2 * SAMPLE_RATE)) };
  } finally {
    pcm.destroy();
  }
}
