import { Readable } from 'node:stream';
import { waveHeader } from '#platform/rules';
import { recordingsRefusals } from '../refusals.js';
import { type AudioSource, type AudioToolOptions, type Conversion, decodePcm } from './ffmpeg.js';
import { judgeDecoded } from './decoded-length.rules.js';
import { wholeFrames } from './whole-frames.js';

/** A call of which each side is in a file of its own, as MixMonitor's options `r` and `t` write it. Both begin at the same moment. */
export interface Sides {
  agent: AudioSource;
  customer: AudioSource;
}

/** One recording of both sides. */
export interface JoinedSides {
  /** WAVE, 16 bits; fails where a side could not be decoded whole, so that a piece is never taken for the recording. */
  bytes: Readable;
  /** Whose side each channel is, the left first. */
  channels: readonly ['agent', 'customer'];
  sampleRate: number;
}

/** A side could not be decoded: nothing of what was given is the recording. */
export class SideNotDecodedError extends Error {
  constructor(readonly side: keyof Sides) {
    super(`the ${side}'s side could not be decoded`);
  }
}

/**
 * Joins the two sides of a call into the channels of one recording. What is shorter ends in silence; nothing is shifted, and nothing is mixed.
 * @throws RangeError where a side has two channels: whose they are is not known
 */
export function joinSides(sides: Sides, options: AudioToolOptions = {}): JoinedSides {
  const { agent, customer } = sides;
  for (const { format } of [agent, customer])
    if (format.channels !== 1) throw new RangeError('a side of a call has one channel');
  const sampleRate = Math.max(agent.format.sampleRate, customer.format.sampleRate);
  return {
    bytes: Readable.from(waveOf(sides, sampleRate, options), { objectMode: false }),
    channels: ['agent', 'customer'],
    sampleRate,
  };
}

async function* waveOf(sides: Sides, sampleRate: number, options: AudioToolOptions): AsyncGenerator<Buffer> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const decode = (source: AudioSource) => decodePcm(source, { channel: 0, sampleRate }, { ...options, signal });
  const [agent, customer] = [decode(sides.agent), decode(sides.customer)];
  try {
    yield waveHeader({ channels: 2, sampleRate });
    const frames = yield* interleaved(wholeFrames(agent.output, 1), wholeFrames(customer.output, 1));
    await assertWhole('agent', agent, sides.agent, (frames.left * 1000) / sampleRate);
    await assertWhole('customer', customer, sides.customer, (frames.right * 1000) / sampleRate);
  } finally {
    // Who reads no further, or one side that fails, ends the decoders of both.
    stop.abort();
    await Promise.all([agent.done, customer.done]);
  }
}

async function assertWhole(
  side: keyof Sides,
  { done }: Conversion,
  { durationMs }: AudioSource,
  decodedMs: number,
): Promise<void> {
  const exit = await done;
  // No fault of what is in the file.
  if (exit.ended === 'not_started') throw recordingsRefusals.decoder_missing();
  if (exit.ended === 'input_failed') throw new Error(`the ${side}'s side could not be read to its end`);
  const length = judgeDecoded(decodedMs, durationMs);
  const whole = length.state === 'decoded' && !length.incomplete;
  if (exit.ended !== 'exited' || exit.code !== 0 || !whole) throw new SideNotDecodedError(side);
}

type Samples = AsyncIterator<Int16Array, unknown>;
const NONE = new Int16Array(0);

/** Sample by sample, left and right; how many each side had. */
async function* interleaved(
  left: Samples,
  right: Samples,
): AsyncGenerator<Buffer, { left: number; right: number }, undefined> {
  const frames = { left: 0, right: 0 };
  let [a, b] = [await next(left), await next(right)];
  while (a || b) {
    const length = Math.min(a?.length ?? Infinity, b?.length ?? Infinity);
    const [own, other] = [a?.subarray(0, length) ?? NONE, b?.subarray(0, length) ?? NONE];
    const bytes = Buffer.alloc(length * 4);
    for (let at = 0; at < own.length; at++) bytes.writeInt16LE(own[at] as number, at * 4);
    for (let at = 0; at < other.length; at++) bytes.writeInt16LE(other[at] as number, at * 4 + 2);
    frames.left += own.length;
    frames.right += other.length;
    yield bytes;
    if (a) a = a.length > length ? a.subarray(length) : await next(left);
    if (b) b = b.length > length ? b.subarray(length) : await next(right);
  }
  return frames;
}

/** null: there is no more. */
async function next(samples: Samples): Promise<Int16Array | null> {
  const { done, value } = await samples.next();
  return done === true ? null : (value as Int16Array);
}
