/*
 * Sound of calls that go on, for people who listen in
 *   look   which listenings there are now; each has a key of its own, which is unwrapped once and zeroed as it ends
 *   heard  what the process that captures took is mixed once for each session, sealed once for each listening, and sent as a notice
 * What cannot be sent at once is not sent: who listens hears a hole, and no call waits.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HELD_MS, LiveMix } from '#capture';
import { LISTENING_SOUND_CHANNEL, LiveListenings, sealSound } from '#legal';
import { ENV, LOGGER, OngoingTrouble, zeroKeys, type Env, type Logger } from '#platform';
import { type HeardSound } from '../media/ear.js';

/** So much later than its fellows a packet may come, besides what all wait for a digit that masks them. */
const LATE_MS = 60;
/** Pieces of each listener that wait for the database: two seconds. */
const MOST_WAITING = 20;

interface Listener {
  readonly session: string;
  readonly key: Buffer;
}

@Injectable()
export class LiveSound {
  readonly #listeners = new Map<string, Listener>();
  readonly #mixes = new Map<string, LiveMix>();
  readonly #trouble: OngoingTrouble;
  readonly #capturedBy: string;
  #sending: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(
    private readonly listenings: LiveListenings,
    private readonly source: DataSource,
    @Inject(ENV) env: Env,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.#trouble = new OngoingTrouble(logger);
    this.#capturedBy = `${env.sip.address}:${env.sip.port}`;
  }

  /** @returns the sessions that people listen in on now */
  async look(): Promise<string[]> {
    const open = await this.listenings.sounding(this.#capturedBy);
    for (const id of this.#listeners.keys()) if (!open.some((one) => one.id === id)) this.#forget(id);
    for (const one of open) {
      if (this.#listeners.has(one.id)) continue;
      try {
        const key = await this.listenings.keyOf(one);
        this.#listeners.set(one.id, { session: one.liveCallId, key });
      } catch (error) {
        this.#trouble.error(error, 'the key of a person who listens in could not be opened');
      }
    }
    return this.#sessions();
  }

  heard({ session, packets, untilMs }: HeardSound): void {
    const listeners = [...this.#listeners].filter(([, one]) => one.session === session);
    if (listeners.length === 0) return;
    const whole = untilMs - HELD_MS - LATE_MS;
    const mix = this.#mixes.get(session) ?? new LiveMix(Math.min(whole, packets[0]?.arrivedMs ?? whole));
    this.#mixes.set(session, mix);
    mix.take(packets.map((one) => ({ ...one, payload: Buffer.from(one.payload) })));
    for (const { at, undecoded, samples } of mix.pieces(whole)) {
      const pcm = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
      for (const [id, { key }] of listeners) this.#send(sealSound(id, key, { at, undecoded, pcm }));
    }
  }

  async close(): Promise<void> {
    for (const id of this.#listeners.keys()) this.#forget(id);
    await this.#sending;
  }

  #send(sealed: string): void {
    if (this.#waiting >= MOST_WAITING * this.#listeners.size) return;
    this.#waiting += 1;
    this.#sending = this.#sending
      .then(() => this.source.query('select pg_notify($1, $2)', [LISTENING_SOUND_CHANNEL, sealed]))
      .catch((error: unknown) => this.#trouble.error(error, 'sound for a person who listens in could not be sent'))
      .then(() => void (this.#waiting -= 1));
  }

  #forget(id: string): void {
    zeroKeys(...[this.#listeners.get(id)?.key].filter((key) => key !== undefined));
    this.#listeners.delete(id);
    const heard = new Set(this.#sessions());
    for (const session of this.#mixes.keys()) if (!heard.has(session)) this.#mixes.delete(session);
  }

  #sessions(): string[] {
    return [...new Set([...this.#listeners.values()].map(({ session }) => session))];
  }
}
