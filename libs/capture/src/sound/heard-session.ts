import { payloadKind, playedTicks } from '../codecs/payloads.rules.js';
import { placeStream, type Arrival, type PlacedStream } from '../rtp/placing.rules.js';
import { type PayloadFormat, type StreamParty } from '../session/media-plane.js';
import { sessionOf, type SessionRecord, type SessionState } from '../session/session-records.rules.js';
import { type SpooledPacket } from '../spool/packet-batch.rules.js';
import { type SegmentFrames } from '../spool/spool.js';
import { piecesOf, type OpenKey } from './session-frames.js';

/** One stream of a session, placed. */
export interface HeardStream {
  /** Index of its `m=` line. */
  readonly index: number;
  readonly label: string;
  readonly party: StreamParty | null;
  readonly placed: PlacedStream;
  /** Its packets as they came. */
  readonly arrivals: readonly Arrival[];
  /** Codecs that came, by the names in the offers. */
  readonly codecs: readonly string[];
  /** Packets whose codec nothing here decodes. */
  readonly undecoded: number;
  /** Of each packet, how many bytes nothing here decodes. */
  readonly undecodedBytes: readonly number[];
}

/** A session as it was heard, and where each packet of it lies. The sound itself stays in the spool until it is read. */
export interface HeardSession {
  readonly state: SessionState;
  readonly streams: readonly HeardStream[];
  /** Samples a second of the recording. */
  readonly rate: number;
  /** From the first sample of all streams to behind the last, counted from the session's beginning; null: nothing came. */
  readonly extent: { readonly from: number; readonly to: number } | null;
  /** Frames of the spool that do not open: what they held is lost. */
  readonly damaged: number;
}

/** What a packet's payload type meant when it came; asked by the number of the plan. */
export class Formats {
  readonly #plans: ReadonlyMap<number, ReadonlyMap<number, PayloadFormat>>[] = [];

  hear(record: SessionRecord): void {
    if (record.kind !== 'plan') return;
    this.#plans.push(new Map(record.streams.map(({ mediaIndex, payloads }) => [mediaIndex, new Map(payloads)])));
  }

  of({ plan, stream, payloadType }: Pick<SpooledPacket, 'plan' | 'stream' | 'payloadType'>): PayloadFormat | null {
    return this.#plans[plan]?.get(stream)?.get(payloadType) ?? null;
  }
}

interface Came {
  readonly arrivals: Arrival[];
  readonly formats: Set<PayloadFormat>;
  readonly undecodedBytes: number[];
}

/** Reads a session once, without keeping its sound. null: its beginning is lost, and nothing of it can be told. */
export async function hearSession(frames: readonly SegmentFrames[], openKey: OpenKey): Promise<HeardSession | null> {
  const records: SessionRecord[] = [];
  const formats = new Formats();
  const came = new Map<number, Came>();
  let damaged = 0;
  for await (const piece of piecesOf(frames, openKey)) {
    if ('damaged' in piece) damaged += 1;
    else if ('record' in piece) {
      records.push(piece.record);
      formats.hear(piece.record);
    } else for (const packet of piece.packets) note(came, packet, formats.of(packet));
  }
  const state = sessionOf(records);
  if (!state) return null;
  const kinds = new Set([...came.values()].flatMap((one) => [...one.formats].map(payloadKind)));
  const rate = kinds.has('G722') || kinds.has('opus') ? 16_000 : 8000;
  const streams = [...came]
    .map(([index, one]) => heardStream(state, index, one, rate))
    .toSorted((a, b) => a.index - b.index);
  return { state, streams, rate, extent: extentOf(streams, rate), damaged };
}

function note(came: Map<number, Came>, packet: SpooledPacket, format: PayloadFormat | null): void {
  const of = came.get(packet.stream) ?? { arrivals: [], formats: new Set(), undecodedBytes: [] };
  came.set(packet.stream, of);
  const { ssrc, sequence, timestamp, arrivedMs, afterPause, payload } = packet;
  const samples = format ? playedTicks(format, payload) : 0;
  const clockRate = format?.clockRate ?? 8000;
  of.arrivals.push({ ssrc, sequence, timestamp, arrivedMs, afterPause, samples, clockRate });
  const isSound = format !== null && payload.length > 0;
  of.undecodedBytes.push(isSound && payloadKind(format) === 'other' ? payload.length : 0);
  if (isSound) of.formats.add(format);
}

function heardStream(
  state: SessionState,
  index: number,
  { arrivals, formats, undecodedBytes }: Came,
  rate: number,
): HeardStream {
  const plans = state.plans.flatMap(({ streams }) => streams.filter(({ mediaIndex }) => mediaIndex === index));
  const label = plans.at(-1)?.label ?? String(index);
  const codecs = [...new Set([...formats].map(({ codec }) => codec))];
  const party = state.parties.get(label) ?? null;
  const undecoded = undecodedBytes.filter((bytes) => bytes > 0).length;
  return { index, label, party, placed: placeStream(arrivals, rate), arrivals, codecs, undecoded, undecodedBytes };
}

/**
 * Behind the last packet's arrival by this, no sound is: a part of the call for clocks that are too fast, and what our buffers may have held, ms.
 * Timestamps are the sender's word, and a few packets of it could fill a disk with silence.
 */
const FAST_CLOCK = 0.01;
const HELD_BACK_MS = 20_000;

function extentOf(streams: readonly HeardStream[], rate: number): HeardSession['extent'] {
  let [from, to, lastMs] = [Infinity, 0, 0];
  for (const { arrivals, placed } of streams)
    for (const [i, at] of placed.at.entries()) {
      const { samples, clockRate, arrivedMs } = arrivals[i] as Arrival;
      lastMs = Math.max(lastMs, arrivedMs);
      if (at === null) continue;
      from = Math.min(from, at);
      to = Math.max(to, at + Math.round((samples * rate) / clockRate));
    }
  to = Math.min(to, Math.round(((lastMs * (1 + FAST_CLOCK) + HELD_BACK_MS) * rate) / 1000));
  return from < to ? { from, to } : null;
}
