/*
 * A stream's sound as one channel, sample by sample
 *   Packets are read as they were written and played in their order in time: what is still to come is known from the first reading, so nothing
 *   waits longer than it must. Between them is silence. What would lie over something that was played is left out.
 */
import { A_LAW, decodeG711, MU_LAW } from '../codecs/g711.rules.js';
import { G722Decoder } from '../codecs/g722.rules.js';
import { payloadKind } from '../codecs/payloads.rules.js';
import { type PayloadFormat } from '../session/media-plane.js';
import { type SegmentFrames } from '../spool/spool.js';
import { Formats, type HeardSession, type HeardStream } from './heard-session.js';
import { piecesOf, type OpenKey } from './session-frames.js';

/** A packet at its place. */
export interface PlacedPayload {
  /** Its first sample, counted from the session's beginning. */
  readonly at: number;
  readonly format: PayloadFormat;
  readonly payload: Buffer;
}

/** Decodes Opus packets that follow each other, at a rate of ours: each gives as many samples as it plays. */
export type OpusDecode = (packets: readonly PlacedPayload[], rate: number) => AsyncIterable<Int16Array>;

export interface ChannelReading {
  readonly frames: readonly SegmentFrames[];
  readonly openKey: OpenKey;
  readonly decodeOpus: OpusDecode;
}

/** The whole of a channel, from the recording's first sample to its last. */
export async function* channelSamples(
  { rate, extent }: HeardSession,
  stream: HeardStream,
  reading: ChannelReading,
): AsyncGenerator<Int16Array> {
  if (!extent) return;
  let cursor = extent.from;
  for await (const { at, samples } of decoded(inTime(stream, reading), rate, reading.decodeOpus)) {
    const until = Math.min(at, extent.to);
    for (; cursor < until; cursor += Math.min(rate, until - cursor))
      yield new Int16Array(Math.min(rate, until - cursor));
    const fresh = samples.subarray(Math.max(0, cursor - at), Math.max(0, extent.to - at));
    if (fresh.length > 0) yield fresh;
    cursor += fresh.length;
  }
  for (; cursor < extent.to; cursor += Math.min(rate, extent.to - cursor))
    yield new Int16Array(Math.min(rate, extent.to - cursor));
}

/** Packets of a stream by when they play. */
async function* inTime(
  { index, placed: { at } }: HeardStream,
  { frames, openKey }: ChannelReading,
): AsyncGenerator<PlacedPayload> {
  const formats = new Formats();
  const earliestFrom = suffixMinimum(at);
  const waiting: PlacedPayload[] = [];
  let next = 0;
  for await (const piece of piecesOf(frames, openKey)) {
    if ('record' in piece) formats.hear(piece.record);
    if (!('packets' in piece)) continue;
    for (const packet of piece.packets) {
      if (packet.stream !== index) continue;
      const place = at[next++];
      const format = formats.of(packet);
      if (format && place !== null && place !== undefined) waiting.push({ at: place, format, payload: packet.payload });
    }
    waiting.sort((a, b) => a.at - b.at);
    const bound = earliestFrom[next] ?? Infinity;
    const later = waiting.findIndex((one) => one.at >= bound);
    yield* later < 0 ? waiting.splice(0) : waiting.splice(0, later);
  }
  yield* waiting;
}

/** For each packet, where the earliest lies among it and all that came after it. */
function suffixMinimum(at: readonly (number | null)[]): Float64Array {
  const minimum = new Float64Array(at.length + 1).fill(Infinity);
  for (let i = at.length - 1; i >= 0; i--) minimum[i] = Math.min(minimum[i + 1] as number, at[i] ?? Infinity);
  return minimum;
}

/** So many packets are decoded together: ten minutes, so that few calls are cut, and no sender makes one decoder a packet by alternating codecs. */
const TOGETHER = 30_000;

async function* decoded(
  packets: AsyncIterable<PlacedPayload>,
  rate: number,
  decodeOpus: OpusDecode,
): AsyncGenerator<{ at: number; samples: Int16Array }> {
  const g722 = new G722Decoder();
  const together: PlacedPayload[] = [];
  async function* all() {
    const opus = together.filter(({ format }) => payloadKind(format) === 'opus');
    const sounds = opus.length > 0 ? decodeOpus(opus, rate)[Symbol.asyncIterator]() : null;
    try {
      for (const { at, format, payload } of together.splice(0)) {
        const kind = payloadKind(format);
        if (kind === 'opus') {
          const next = await sounds?.next();
          if (next && next.done !== true) yield { at, samples: next.value };
        } else if (kind === 'PCMA') yield { at, samples: widened(decodeG711(payload, A_LAW), rate) };
        else if (kind === 'PCMU') yield { at, samples: widened(decodeG711(payload, MU_LAW), rate) };
        else if (kind === 'G722') yield { at, samples: g722.decode(payload) };
      }
      // What it says at its end, as that it failed.
      await sounds?.next();
    } finally {
      await sounds?.return?.();
    }
  }
  for await (const one of packets) {
    together.push(one);
    if (together.length >= TOGETHER) yield* all();
  }
  yield* all();
}

/** Sound of 8 kHz in a recording of 16, where another part of the call had more: a sample between each two. */
function widened(samples: Int16Array, rate: number): Int16Array {
  if (rate === 8000) return samples;
  const wide = new Int16Array(samples.length * 2);
  for (let i = 0; i < samples.length; i++) {
    const [here, next] = [samples[i] as number, samples[i + 1] ?? (samples[i] as number)];
    wide[2 * i] = here;
    wide[2 * i + 1] = (here + next) >> 1;
  }
  return wide;
}
