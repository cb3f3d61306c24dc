/*
 * People who follow a call that goes on: each has a key of its own, which is unwrapped once and zeroed as it ends. What cannot be sent at once
 * is not sent: who follows it has a hole, and no call waits.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Followed } from '#contracts';
import { LISTENING_SOUND_CHANNEL, LiveListenings } from '#legal';
import { ENV, LOGGER, OngoingTrouble, zeroKeys, type Env, type Logger } from '#platform';

/** Pieces of each listener that wait for the database: two seconds. */
const MOST_WAITING = 20;

export interface Listener {
  readonly id: string;
  readonly session: string;
  readonly follows: Followed;
  /** The agent, of that call. */
  readonly own: boolean;
  readonly key: Buffer;
}

@Injectable()
export class Listeners {
  readonly #open = new Map<string, Listener>();
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

  /** Who there is now. */
  async look(): Promise<void> {
    const open = await this.listenings.sounding(this.#capturedBy);
    for (const id of this.#open.keys()) if (!open.some((one) => one.id === id)) this.#forget(id);
    for (const { id, liveCallId: session, follows, own, ...sealed } of open) {
      if (this.#open.has(id)) continue;
      try {
        this.#open.set(id, { id, session, follows, own, key: await this.listenings.keyOf({ id, ...sealed }) });
      } catch (error) {
        this.#trouble.error(error, 'the key of a person who follows a call could not be opened');
      }
    }
  }

  of(session: string, follows: Followed): Listener[] {
    return [...this.#open.values()].filter((one) => one.session === session && one.follows === follows);
  }

  /** The sessions that people listen in on now. */
  get heard(): string[] {
    const sounding = [...this.#open.values()].filter(({ follows }) => follows === 'sound');
    return [...new Set(sounding.map(({ session }) => session))];
  }

  send(sealed: string): void {
    if (this.#waiting >= MOST_WAITING * this.#open.size) return;
    this.#waiting += 1;
    this.#sending = this.#sending
      .then(() => this.source.query('select pg_notify($1, $2)', [LISTENING_SOUND_CHANNEL, sealed]))
      .catch((error: unknown) => this.#trouble.error(error, 'what a person follows of a call could not be sent'))
      .then(() => void (this.#waiting -= 1));
  }

  async close(): Promise<void> {
    for (const id of this.#open.keys()) this.#forget(id);
    await this.#sending;
  }

  #forget(id: string): void {
    zeroKeys(...[this.#open.get(id)?.key].filter((key) => key !== undefined));
    this.#open.delete(id);
  }
}
