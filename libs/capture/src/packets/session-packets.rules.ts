/*
 * What is taken of a running session
 *   1. Sound is taken while consent is given, the stream is not paused, and no one has asked for a pause. What comes otherwise is thrown away closed;
 *      while consent is pending and it is not paused, a keypad event is looked at for which key answers.
 *   2. What is taken waits in memory for a moment: a digit that the other channel lets through is known by its event, which may come later than
 *      the sound of it. Then both channels are emptied there. Nothing of a digit is ever handed on.
 *   3. Consent that is taken back empties what still waits.
 *   4. Until the client has shown that it is who it says, everything waits: an INVITE from a forged address leaves nothing behind.
 * Times are milliseconds since the session began.
 */
import { type LiveConsentState } from '#contracts';
import { type RtpHeader } from '../rtp/rtp-packet.rules.js';
import { MaskedSpans } from '../rtp/telephone-events.rules.js';
import { type SpooledPacket } from '../spool/packet-batch.rules.js';
import { type PayloadFormat, type StreamPlan, type TransportAddress } from '../session/media-plane.js';
import { type Span, type SrtpProgress } from '../session/session-records.rules.js';
import { DelayedPackets } from './delayed-packets.rules.js';
import { StreamPackets, type StreamCounts } from './stream-packets.rules.js';

/** How long a packet waits for an event that masks it. */
export const DELAY_MS = 300;

/** How much of a session waits for its client to show itself, bytes: half a minute of two streams. */
const MOST_UNPROVED_BYTES = 512 * 1024;

/** Who presses more is not answering a question. */
const MOST_KEYS = 16;

/** A key that answers is pressed by itself: one that has another so close before or behind it is part of a number. */
export const ALONE_MS = 3_000;

export interface PressedKey {
  /** Of its stream, as it was pressed. */
  readonly label: string;
  readonly key: string;
}

interface Press extends PressedKey {
  readonly stream: number;
  readonly atMs: number;
}

export class SessionPackets {
  readonly #streams = new Map<number, StreamPackets>();
  readonly #masks = new MaskedSpans();
  readonly #afterPause = new Set<number>();
  readonly #held = new DelayedPackets();
  #consent: LiveConsentState = 'pending';
  #paused = false;
  #proved = false;
  #unprovedBytes = 0;
  #planNumber = -1;
  #masked: Span[] = [];
  #keys: Press[] = [];
  /** When a key was last let go, by stream. */
  readonly #keyAtMs = new Map<number, number>();
  /** When the last packet came that was the client's, taken or not; null: none has. */
  heardMs: number | null = null;
  /** How many packets came to its ports, taken or not. */
  cameIn = 0;

  /** @param progress how far SRTP had come in a former process, by stream */
  plan(streams: readonly StreamPlan[], progress?: ReadonlyMap<number, readonly SrtpProgress[]>): void {
    this.#planNumber += 1;
    for (const [index, intake] of this.#streams)
      if (!streams.some(({ mediaIndex }) => mediaIndex === index)) intake.follow(null);
    for (const plan of streams) {
      const intake = this.#streams.get(plan.mediaIndex) ?? new StreamPackets();
      this.#streams.set(plan.mediaIndex, intake);
      intake.follow(plan, progress?.get(plan.mediaIndex));
    }
  }

  consent(state: LiveConsentState): void {
    this.#consent = state;
    if (state === 'refused' || state === 'withdrawn') this.#held.clear();
  }

  /** The client is who it says. */
  prove(): void {
    this.#proved = true;
  }

  pause(paused: boolean): void {
    this.#paused = paused;
    // A number may have begun with it.
    if (paused) this.#keys = [];
  }

  isRecording(stream: number): boolean {
    const plan = this.#streams.get(stream)?.plan;
    return this.#consent === 'given' && !this.#paused && plan?.state === 'recording';
  }

  /** What a payload type means now. */
  formatOf({ stream, payloadType }: Pick<SpooledPacket, 'stream' | 'payloadType'>): PayloadFormat | null {
    return this.#streams.get(stream)?.plan?.payloads.get(payloadType) ?? null;
  }

  /** Of the streams of the last offer, by their number. */
  labels(): ReadonlyMap<number, string> {
    return new Map([...this.#streams].flatMap(([index, { plan }]) => (plan ? [[index, plan.label] as const] : [])));
  }

  counts(): ReadonlyMap<number, StreamCounts> {
    return new Map([...this.#streams].map(([index, { counts }]) => [index, { ...counts }]));
  }

  packet(stream: number, from: TransportAddress, bytes: Buffer, arrivedMs: number): void {
    this.cameIn += 1;
    const intake = this.#streams.get(stream);
    if (!intake) return;
    if (!this.isRecording(stream)) {
      this.#afterPause.add(stream);
      if (this.#discard(stream, intake, from, bytes, arrivedMs)) this.heardMs = arrivedMs;
      return;
    }
    const taken = intake.take(from, bytes, arrivedMs);
    if (!taken) return;
    this.heardMs = arrivedMs;
    const { counts } = intake;
    if (!this.#proved && (this.#unprovedBytes += bytes.length) > MOST_UNPROVED_BYTES) return void (counts.unkept += 1);
    if (taken.kind === 'sound') {
      const [fromMs, toMs] = [taken.sentMs, taken.sentMs + taken.playsMs];
      const masked = this.#masks.covers(fromMs, toMs);
      if (masked) counts.masked += 1;
      return this.#hold(stream, taken.header, arrivedMs, masked ? EMPTY : taken.payload, fromMs, toMs);
    }
    this.#hold(stream, taken.header, arrivedMs, EMPTY, arrivedMs, arrivedMs);
    if (taken.kind === 'silence') return;
    counts.masked += 1;
    this.#mask(this.#masks.press(taken.fromMs, taken.toMs));
  }

  #hold(
    stream: number,
    { payloadType, sequence, timestamp, ssrc }: RtpHeader,
    arrivedMs: number,
    payload: Buffer,
    fromMs: number,
    toMs: number,
  ): void {
    const afterPause = this.#afterPause.delete(stream);
    const plan = this.#planNumber;
    this.#held.push(
      { stream, plan, payloadType, sequence, timestamp, ssrc, arrivedMs, afterPause, payload },
      fromMs,
      toMs,
    );
  }

  #discard(stream: number, intake: StreamPackets, from: TransportAddress, bytes: Buffer, atMs: number): boolean {
    const { plan } = intake;
    if (this.#consent !== 'pending' || this.#paused || plan?.state !== 'recording') return intake.discard(from, bytes);
    const found = intake.discardButKey(from, bytes);
    if (found?.key) this.#press({ stream, label: plan.label, key: found.key, atMs });
    return found !== null;
  }

  #press(press: Press): void {
    const { stream, atMs } = press;
    const isAlone = atMs - (this.#keyAtMs.get(stream) ?? -Infinity) >= ALONE_MS;
    this.#keyAtMs.set(stream, atMs);
    this.#keys = this.#keys.filter((one) => one.stream !== stream || atMs - one.atMs >= ALONE_MS);
    if (isAlone && this.#keys.length < MOST_KEYS) this.#keys.push(press);
  }

  /**
   * Keys that were pressed by themselves while consent was pending, and were not told yet; of a client that has shown itself.
   * @param nowMs Infinity: it ends, and what would have followed a key is not known
   */
  keys(nowMs: number): PressedKey[] {
    if (!this.#proved || nowMs === Infinity) return [];
    const ready = this.#keys.filter(({ atMs }) => nowMs - atMs >= ALONE_MS);
    this.#keys = this.#keys.filter((one) => !ready.includes(one));
    return ready.map(({ label, key }) => ({ label, key }));
  }

  /** What was masked since it was last asked. */
  masked(): Span[] {
    return this.#proved ? this.#masked.splice(0) : [];
  }

  /**
   * Hands on what has waited long enough, as the spool keeps it.
   * @param nowMs Infinity: everything
   * @param keep must not hold on to the bytes. false: it has no room
   */
  flush(nowMs: number, keep: (encoded: Buffer) => boolean): void {
    if (!this.#proved) return;
    for (const { stream } of this.#held.release(nowMs - DELAY_MS, keep)) this.#count(stream, 'unkept');
  }

  /** By stream; only of streams whose packets are opened. */
  srtpProgress(): Map<number, SrtpProgress[]> {
    const all = [...this.#streams].map(([index, intake]) => [index, intake.srtpProgress()] as const);
    return new Map(all.filter(([, progress]) => progress.length > 0));
  }

  #count(stream: number, what: keyof StreamCounts): void {
    const counts = this.#streams.get(stream)?.counts;
    if (counts) counts[what] += 1;
  }

  #mask(span: Span): void {
    const last = this.#masked.at(-1);
    if (last && span.fromMs <= last.toMs) this.#masked[this.#masked.length - 1] = span;
    else this.#masked.push(span);
    for (const stream of this.#held.mask(span)) this.#count(stream, 'masked');
  }
}

const EMPTY = Buffer.alloc(0);
