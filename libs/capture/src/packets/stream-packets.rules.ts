import { payloadKind, playedTicks } from '../codecs/payloads.rules.js';
import { payloadOf, readRtpHeader, type RtpHeader } from '../rtp/rtp-packet.rules.js';
import { SentTimes } from '../rtp/sent-times.rules.js';
import { SrtpReceiver } from '../rtp/srtp.rules.js';
import { type SrtpProgress } from '../session/session-records.rules.js';
import { pressedFor, releasedKey } from '../rtp/telephone-events.rules.js';
import { type StreamPlan, type TransportAddress } from '../session/media-plane.js';

/** Packets of a stream by what became of them. */
export interface StreamCounts {
  taken: number;
  /** From another address than the client named. */
  foreign: number;
  /** While nothing may be recorded. */
  discarded: number;
  /** No RTP, of an unknown payload type, or not authentic. */
  refused: number;
  /** Keypad digits, and sound that they mask. */
  masked: number;
  /** The spool had no room. */
  unkept: number;
}

export const NO_PACKETS: Readonly<StreamCounts> = {
  taken: 0,
  foreign: 0,
  discarded: 0,
  refused: 0,
  masked: 0,
  unkept: 0,
};

/** What a packet turned out to be. Times are milliseconds since the session began. */
export type Taken =
  | {
      readonly kind: 'sound';
      readonly header: RtpHeader;
      readonly payload: Buffer;
      readonly sentMs: number;
      readonly playsMs: number;
    }
  | { readonly kind: 'digit'; readonly header: RtpHeader; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'silence'; readonly header: RtpHeader };

/** Reads the packets of one stream by its plan, which may change at each offer. */
export class StreamPackets {
  readonly counts: StreamCounts = { ...NO_PACKETS };
  readonly #sent = new SentTimes();
  #plan: StreamPlan | null = null;
  #srtp: SrtpReceiver | null = null;
  /** The port that sound comes from where it is not the one that was named. */
  #otherPort: number | null = null;
  /** The last key that was told: its end is sent three times. */
  #lastKey = '';

  get plan(): StreamPlan | null {
    return this.#plan;
  }

  /** @param progress of a former process */
  follow(plan: StreamPlan | null, progress?: readonly SrtpProgress[]): void {
    const [before, now] = [this.#plan?.srtp, plan?.srtp];
    const same = before && now && before.suite === now.suite && before.key.equals(now.key);
    if (!same) this.#srtp = now ? new SrtpReceiver(now, progress) : null;
    if (plan?.from?.port !== this.#plan?.from?.port) this.#otherPort = null;
    this.#plan = plan;
  }

  /** How far its senders have come, where that has to be known to open what they send. */
  srtpProgress(): SrtpProgress[] {
    return this.#srtp?.progress() ?? [];
  }

  /** A packet that may not be heard: it stays closed, and is forgotten. false: it was not the client's. */
  discard(from: TransportAddress, bytes: Buffer): boolean {
    if (!this.#isOurs(from)) return false;
    this.#srtp?.follow(bytes);
    this.counts.discarded += 1;
    return true;
  }

  /** As `discard`, but for which key was let go: that alone is looked at. null: it was not the client's. */
  discardButKey(from: TransportAddress, bytes: Buffer): { key: string | null } | null {
    const header = readRtpHeader(bytes);
    const format = header && this.#plan?.payloads.get(header.payloadType);
    if (!header || !format || payloadKind(format) !== 'digits') return this.discard(from, bytes) ? { key: null } : null;
    if (!this.#isOurs(from)) return null;
    this.counts.discarded += 1;
    const opened = this.#srtp ? this.#srtp.open(bytes) : inClear(bytes);
    const payload = typeof opened === 'string' ? null : payloadOf(opened.clear, opened.header);
    const key = payload && releasedKey(payload);
    const press = `${header.ssrc}/${header.timestamp}`;
    if (!key || press === this.#lastKey) return { key: null };
    this.#lastKey = press;
    return { key };
  }

  /** null: it is not the client's, or nothing that can be read. */
  take(from: TransportAddress, bytes: Buffer, arrivedMs: number): Taken | null {
    if (!this.#isOurs(from)) return null;
    const taken = this.#read(bytes, arrivedMs);
    if (taken) this.counts.taken += 1;
    else this.counts.refused += 1;
    return taken;
  }

  #read(bytes: Buffer, arrivedMs: number): Taken | null {
    const opened = this.#srtp ? this.#srtp.open(bytes) : inClear(bytes);
    if (typeof opened === 'string') return null;
    const { header } = opened;
    const payload = payloadOf(opened.clear, header);
    const format = this.#plan?.payloads.get(header.payloadType);
    if (!payload || !format) return null;
    const kind = payloadKind(format);
    if (kind === 'silence') return { kind, header };
    if (kind === 'digits') return this.#digit(header, payload, format.clockRate, arrivedMs);
    const sentMs = this.#sent.of(header, format.clockRate, arrivedMs);
    const playsMs = (playedTicks(format, payload) * 1000) / format.clockRate;
    return { kind: 'sound', header, payload, sentMs, playsMs };
  }

  #digit(header: RtpHeader, payload: Buffer, clockRate: number, arrivedMs: number): Taken {
    const ticks = pressedFor(payload);
    if (ticks === null) return { kind: 'silence', header };
    const lastsMs = (ticks * 1000) / clockRate;
    const fromMs = this.#sent.ofDigit(header, clockRate, arrivedMs) ?? arrivedMs - lastsMs;
    // It is pressed at least until its packet was sent.
    return { kind: 'digit', header, fromMs, toMs: fromMs + lastsMs };
  }

  /** Some send from another port than they name; the first that does so is theirs, until the one that was named sends. */
  #isOurs({ address, port }: TransportAddress): boolean {
    const named = this.#plan?.from;
    if (named && named.address === address) {
      if (port === named.port) this.#otherPort = port;
      this.#otherPort ??= port;
      if (this.#otherPort === port) return true;
    }
    this.counts.foreign += 1;
    return false;
  }
}

function inClear(bytes: Buffer): { header: RtpHeader; clear: Buffer } | 'no_rtp' {
  const header = readRtpHeader(bytes);
  return header ? { header, clear: bytes } : 'no_rtp';
}
