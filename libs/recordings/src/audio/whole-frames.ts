import type { Readable } from 'node:stream';

/** Cuts a stream of interleaved s16le samples at frames instead of wherever the pipe happened to. A last broken frame is dropped. */
export async function* wholeFrames(pcm: Readable, channels: number): AsyncGenerator<Int16Array> {
  const frameBytes = channels * 2;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of pcm as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % frameBytes);
    rest = bytes.subarray(whole);
    if (whole > 0) yield toSamples(bytes.subarray(0, whole));
  }
}

/** Copies, because a view of 16-bit samples must start at an even address and pipes do not care. */
function toSamples(bytes: Buffer): Int16Array {
  const samples = new Int16Array(bytes.length / 2);
  Buffer.from(samples.buffer).set(bytes);
  return samples;
}
