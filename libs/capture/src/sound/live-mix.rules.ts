/*
 * The sound of a session as it is spoken, both sides together, for people who listen in
 *   Packets come as they were taken: what may not be heard is not among them. Each is put at its place in time; what is not there is silent.
 *   Pieces of a tenth of a second leave in their order once what belongs into them can hardly come any more. What comes later is left out.
 */
import { A_LAW, decodeG711, MU_LAW } from '../codecs/g711.rules.js';
import { G722Decoder } from '../codecs/g722.rules.js';
import { payloadKind } from '../codecs/payloads.rules.js';
import { unwrapped } from '../rtp/rtp-packet.rules.js';
import { SentTimes } from '../rtp/sent-times.rules.js';
import { type PayloadFormat } from '../session/media-plane.js';
import { type SpooledPacket } from '../spool/packet-batch.rules.js';

/** Samples a second, whatever the codec has. */
export const LIVE_RATE = 8000;
const PER_MS = LIVE_RATE / 1000;
const PIECE = 800;
/** No client's clock is so far ahead. */
const MOST_AHEAD = 10 * LIVE_RATE;
/** A place that differs by less from the packet's time is the same clock's. */
const DRIFT = 60 * PER_MS;

/** A packet as it was taken, and what its payload type means. */
export interface TakenPacket extends Pick<SpooledPacket, 'stream' | 'ssrc' | 'timestamp' | 'arrivedMs' | 'payload'> {
  readonly format: PayloadFormat | null;
}

export interface LivePiece {
  /** Its first sample, counted from the session's beginning. */
  readonly at: number;
  /** Something was said in it in a codec that is decoded only after the call. */
  readonly undecoded: boolean;
  readonly samples: Int16Array;
}

class Side {
  readonly sent = new SentTimes();
  readonly g722 = new G722Decoder();
  ssrc = -1;
  ticks = 0;
  /** Where the packet with `ticks` lies. */
  at = 0;
  playedTo = 0;
}

export class LiveMix {
  readonly #sides = new Map<number, Side>();
  readonly #sum = new Int32Array(MOST_AHEAD);
  readonly #undecoded = new Set<number>();
  #cursor: number;
  #end: number;

  /** @param fromMs since the session began: nothing from before is heard */
  constructor(fromMs: number) {
    this.#cursor = Math.max(0, Math.floor((fromMs * PER_MS) / PIECE) * PIECE);
    this.#end = this.#cursor;
  }

  take(packets: readonly TakenPacket[]): void {
    for (const packet of packets) {
      const { format, payload } = packet;
      if (!format || payload.length === 0) continue;
      const side = this.#sides.get(packet.stream) ?? new Side();
      this.#sides.set(packet.stream, side);
      const at = placeOf(side, packet, format.clockRate);
      const samples = decoded(side, format, payload);
      if (samples) this.#add(side, at, samples);
      else if (payloadKind(format) === 'opus' || payloadKind(format) === 'other')
        this.#undecoded.add(Math.floor(at / PIECE));
    }
  }

  /** What is whole by now. @param untilMs Infinity: everything that there is */
  pieces(untilMs: number): LivePiece[] {
    // It begins after all that there is.
    if (this.#cursor === Infinity) return [];
    const until = Math.min(untilMs * PER_MS, untilMs === Infinity ? this.#end + PIECE - 1 : Infinity);
    const ready: LivePiece[] = [];
    while (this.#cursor + PIECE <= until) {
      const samples = new Int16Array(PIECE);
      for (let i = 0; i < PIECE; i++) {
        const place = (this.#cursor + i) % MOST_AHEAD;
        samples[i] = Math.min(32767, Math.max(-32768, this.#sum[place] as number));
        this.#sum[place] = 0;
      }
      ready.push({ at: this.#cursor, undecoded: this.#undecoded.delete(this.#cursor / PIECE), samples });
      this.#cursor += PIECE;
    }
    return ready;
  }

  #add(side: Side, at: number, samples: Int16Array): void {
    const from = Math.max(at, side.playedTo, this.#cursor);
    const to = Math.min(at + samples.length, this.#cursor + MOST_AHEAD);
    for (let i = from; i < to; i++) {
      const place = i % MOST_AHEAD;
      this.#sum[place] = (this.#sum[place] as number) + (samples[i - at] as number);
    }
    side.playedTo = Math.max(side.playedTo, to);
    this.#end = Math.max(this.#end, to);
  }
}

/** By its timestamp from the packet before, so that no sample is lost between two; by the clock where that does not fit. */
function placeOf(side: Side, { ssrc, timestamp, arrivedMs }: TakenPacket, clockRate: number): number {
  const spoken = Math.round(side.sent.of({ ssrc, timestamp }, clockRate, arrivedMs) * PER_MS);
  const ticks = side.ssrc === ssrc ? unwrapped(timestamp, side.ticks, 32) : timestamp;
  const follows = side.at + Math.round(((ticks - side.ticks) * LIVE_RATE) / clockRate);
  const at = side.ssrc === ssrc && Math.abs(follows - spoken) < DRIFT ? follows : spoken;
  // Another sender, or another clock, begins where it begins.
  if (at !== follows) side.playedTo = 0;
  Object.assign(side, { ssrc, ticks, at });
  return at;
}

function decoded(side: Side, format: PayloadFormat, payload: Buffer): Int16Array | null {
  switch (payloadKind(format)) {
    case 'PCMU':
      return decodeG711(payload, MU_LAW);
    case 'PCMA':
      return decodeG711(payload, A_LAW);
    case 'G722':
      return halved(side.g722.decode(payload));
    default:
      return null;
  }
}

function halved(samples: Int16Array): Int16Array {
  const half = new Int16Array(samples.length >> 1);
  for (let i = 0; i < half.length; i++) half[i] = ((samples[2 * i] as number) + (samples[2 * i + 1] as number)) >> 1;
  return half;
}
