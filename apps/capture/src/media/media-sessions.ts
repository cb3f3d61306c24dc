/*
 * The media plane
 *   open     sockets are bound, and the session is in the spool, before anything is answered
 *   proved   the client has shown that our answers reach it; without this, what was heard is never written
 *   packets  go to the session's intake, in memory; every half second what has waited is sealed and written, 1.3 s after it came at the latest
 *   kill -9  the next process finds each session that did not end, binds the same ports, and goes on: what is missing is what was not written
 *   close    the rest is sealed; once it is on the disk the session is handed over
 */
import {
  decodePackets,
  MediaPlaneFull,
  sessionOf,
  storedPlan,
  Spool,
  type FoundSession,
  type Hangup,
  type MediaPlane,
  type SessionRecord,
  type SessionState,
  type StreamCounts,
  type StreamParty,
  type StreamPlan,
} from '#capture';
import { type LiveConsentState } from '#contracts';
import { Faults } from '../faults.js';
import { Ear } from './ear.js';
import { type EndedSession } from './waiting-sessions.js';
import { type MediaOptions } from './media-options.js';
import {
  EndingSessions,
  releasePorts,
  newRunning,
  pressedKeys,
  prove,
  restoreRunning,
  srtpNews,
  type KeyOfSession,
  type Running,
} from './running-session.js';
import { RtpSockets } from './rtp-sockets.js';

/** Between two flushes. Two that are closer than the least are one: between them nothing may have been read. */
const [FLUSH_MS, LEAST_MS] = [500, 50];

export class MediaSessions implements MediaPlane {
  readonly #running = new Map<string, Running>();
  readonly #sockets: RtpSockets;
  readonly #timer: NodeJS.Timeout;
  /** Sessions whose first ports are being bound. */
  readonly #opening = new Set<Running>();
  readonly #ending = new EndingSessions();
  readonly #faults: Faults;
  #flushedAt: number;
  /** What is said while people listen in. */
  readonly ear: Ear;
  #onEnded: (ended: EndedSession) => void = () => undefined;
  #onKey: (pressed: KeyOfSession) => void = () => undefined;

  private constructor(
    private readonly options: MediaOptions,
    private readonly spool: Spool,
  ) {
    const onTrouble = (error: unknown) => options.onTrouble(error, 'an RTP socket');
    this.#sockets = new RtpSockets({ ...options.sockets, onTrouble });
    this.#faults = new Faults(options.onTrouble);
    this.#flushedAt = options.now();
    this.ear = new Ear(() => this.flush());
    this.#timer = setInterval(() => this.flush(), FLUSH_MS);
  }

  /** @returns the plane, the sessions that go on, by how they stand, and those that ended and were not handed over */
  static async start(
    options: MediaOptions,
  ): Promise<{ media: MediaSessions; goingOn: SessionState[]; ended: EndedSession[] }> {
    const onTrouble = (error: unknown) => options.onTrouble(error, 'the spool');
    const { spool, found } = await Spool.open({ ...options.spool, onTrouble });
    const media = new MediaSessions(options, spool);
    try {
      return { media, ...(await media.#goOnWith(found)) };
    } catch (error) {
      // It is tried again, and needs the same ports.
      await media.stop();
      throw error;
    }
  }

  async #goOnWith(found: readonly FoundSession[]): Promise<{ goingOn: SessionState[]; ended: EndedSession[] }> {
    const [goingOn, ended]: [SessionState[], EndedSession[]] = [[], []];
    for (const one of found) {
      const state = sessionOf(one.records);
      if (state && !state.closed && (await this.#takeOver(one, state))) goingOn.push(state);
      else if (state?.proved && !this.options.moved?.has(state.session)) ended.push(this.#endedOf(one.number));
      else await this.spool.release(one.number);
    }
    return { goingOn, ended };
  }

  /** Who is told of sessions that ended. */
  handOverTo(onEnded: (ended: EndedSession) => void): void {
    this.#onEnded = onEnded;
  }

  /** Who is told of keys that are pressed while consent is pending. */
  tellKeys(onKey: (pressed: KeyOfSession) => void): void {
    this.#onKey = onKey;
  }

  /** Resolves when all that was sealed so far would outlive a power cut. */
  durable(): Promise<void> {
    return this.spool.durable();
  }

  /** A session was handed over: the spool needs it no more. */
  async release(number: number): Promise<void> {
    await this.spool.release(number);
  }

  /** What the kernel gave the last socket, bytes; null: none was opened yet. */
  get bufferBytes(): number | null {
    return this.#sockets.bufferBytes;
  }

  /** Packets of the sessions that run, by stream. */
  get traffic(): { session: string; streams: ReadonlyMap<number, StreamCounts> }[] {
    return [...this.#running].map(([session, { intake }]) => ({ session, streams: intake.counts() }));
  }

  get spoolBytes(): number {
    return this.spool.bytes;
  }

  heard(session: string): Date | null {
    const running = this.#running.get(session);
    return running?.intake.heardMs == null ? null : new Date(running.beganAt + running.intake.heardMs);
  }

  counts(session: string): ReadonlyMap<number, StreamCounts> | null {
    return this.#running.get(session)?.intake.counts() ?? null;
  }

  async open(session: string, streams: number): Promise<readonly number[]> {
    const running = this.#running.get(session);
    if (running) return this.#widen(running, streams);
    if (this.#running.size + this.#opening.size >= this.options.calls || !this.spool.hasRoom())
      throw new MediaPlaneFull();
    if (this.#running.size + this.#opening.size === 0) this.options.onIdle?.();
    const begun = newRunning(session, this.spool.newSession(), this.options.now());
    this.#opening.add(begun);
    try {
      const ports = await this.#bind(begun, streams);
      const said = this.spool.record(begun.number, { kind: 'opened', session, at: begun.beganAt, ports });
      if (!said) {
        releasePorts(begun);
        throw new MediaPlaneFull();
      }
      this.#running.set(session, begun);
      return ports;
    } finally {
      this.#opening.delete(begun);
    }
  }

  plan(session: string, streams: readonly StreamPlan[], parties: readonly StreamParty[], at: Date): void {
    const running = this.#of(session);
    running.intake.plan(streams);
    this.#say(running, { kind: 'plan', at: at.getTime(), streams: streams.map(storedPlan), parties });
  }

  consent(session: string, state: LiveConsentState, at: Date, why: string): void {
    const running = this.#of(session);
    running.intake.consent(state);
    if (state === 'refused' || state === 'withdrawn') this.ear.forget(session);
    this.#say(running, { kind: 'consent', at: at.getTime(), state, why });
  }

  proved(session: string): void {
    const running = this.#of(session);
    if (running.proved) return;
    prove(running);
    this.#say(running, { kind: 'proved' });
  }

  /** Takes no sound of a session until `resume`. */
  pause(session: string, at: Date, why: string): void {
    const running = this.#of(session);
    running.intake.pause(true);
    this.#say(running, { kind: 'pause', at: at.getTime(), why });
  }

  resume(session: string, at: Date, why: string): void {
    const running = this.#of(session);
    running.intake.pause(false);
    this.#say(running, { kind: 'resume', at: at.getTime(), why });
  }

  /** Keeps what the SIP server needs to go on with a session after a kill. */
  keepDialog(session: string, text: string): void {
    this.#say(this.#of(session), { kind: 'dialog', text });
  }

  async close(session: string, at: Date, hangup: Hangup): Promise<void> {
    const running = this.#running.get(session);
    if (!running || !this.#running.delete(session)) return;
    await this.#ending.end(running);
    this.#faults.survive('writing a session', () => this.#write(running, Infinity));
    this.#say(running, { kind: 'closed', at: at.getTime(), hangup });
    if (!running.proved) return this.spool.release(running.number);
    await this.spool.durable();
    this.#onEnded(this.#endedOf(running.number));
  }

  /** Writes what there is and lets the ports go; sessions that run are the next process's. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.ear.close();
    for (const running of this.#opening) releasePorts(running);
    for (const running of this.#running.values()) {
      releasePorts(running);
      this.#faults.survive('writing a session', () => this.#write(running, Infinity));
    }
    this.#running.clear();
    await this.#ending.all().then(() => this.spool.close());
  }

  #endedOf(number: number): EndedSession {
    return { number, frames: this.spool.framesOf(number) };
  }

  #of(session: string): Running {
    const running = this.#running.get(session);
    if (!running) throw new Error(`the session ${session} is not running`);
    return running;
  }

  #say({ number }: Running, record: SessionRecord): void {
    if (!this.spool.record(number, record))
      this.options.onTrouble(new MediaPlaneFull(), `a record of session ${number}`);
  }

  async #widen(running: Running, streams: number): Promise<readonly number[]> {
    const ports = await this.#bind(running, streams - running.sockets.length);
    if (ports.length > 0) this.#say(running, { kind: 'ports', ports });
    return running.sockets.map((socket) => socket.address().port);
  }

  async #bind(running: Running, more: number): Promise<number[]> {
    const before = running.sockets.length;
    const streams = Array.from({ length: Math.max(0, more) }, (_, i) => before + i);
    const bound = await this.#sockets.bindAll(
      streams.map((stream) => ({ port: null, onPacket: this.#onPacket(running, stream) })),
    );
    running.sockets.push(...(bound ?? []));
    if (running.closed) releasePorts(running);
    if (!bound || running.closed) throw new MediaPlaneFull();
    return bound.map((socket) => socket.address().port);
  }

  #onPacket({ intake, beganAt }: Running, stream: number) {
    return (from: { address: string; port: number }, bytes: Buffer) =>
      this.#faults.survive('a packet', () => intake.packet(stream, from, bytes, this.options.now() - beganAt));
  }

  /** false: another has a port of it, so nothing of it can come any more. */
  async #takeOver({ number }: FoundSession, state: SessionState): Promise<boolean> {
    const running = restoreRunning(number, state);
    const ports = state.ports.map((port, stream) => ({ port, onPacket: this.#onPacket(running, stream) }));
    const bound = await this.#sockets.bindAll(ports);
    if (!bound) {
      this.#say(running, { kind: 'closed', at: this.options.now(), hangup: 'unknown' });
      return false;
    }
    running.sockets.push(...bound);
    this.#running.set(state.session, running);
    this.#say(running, { kind: 'taken_over', at: this.options.now() });
    return true;
  }

  /** Seals what has waited long enough; runs by itself every half second, and more often while people listen in. */
  flush(): void {
    const now = this.options.now();
    if (Math.abs(now - this.#flushedAt) < LEAST_MS) return;
    // What came since is still to be read, after a stall above all, and a digit may be among it: only what waited long before the last is written.
    const until = Math.min(this.#flushedAt, now);
    this.#flushedAt = now;
    for (const running of this.#running.values())
      this.#faults.survive('writing a session', () => this.#write(running, until - running.beganAt));
  }

  #write(running: Running, nowMs: number): void {
    for (const span of running.intake.masked()) this.#say(running, { kind: 'masked', ...span });
    const heard: Buffer[] | null = this.ear.hears(running.session, nowMs) ? [] : null;
    running.intake.flush(nowMs, (encoded) => {
      heard?.push(Buffer.from(encoded));
      return this.spool.append('sound', running.number, encoded);
    });
    if (heard) this.ear.hear(running, heard.flatMap(decodePackets), nowMs);
    for (const pressed of pressedKeys(running, nowMs)) this.#onKey(pressed);
    for (const record of srtpNews(running)) this.#say(running, record);
  }
}
