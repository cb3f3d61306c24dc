import { Injectable } from '@nestjs/common';
import { DELAY_MS, LiveMix } from '#capture';
import { sealSound } from '#legal';
import { type HeardSound } from '../../media/ear.js';
import { Listeners } from './listeners.js';

/** So much later than its fellows a packet may come, besides what all wait for a digit that masks them. */
const LATE_MS = 60;

/** Sound of calls that go on: what the process that captures took is mixed once for each session, and sealed once for each listener. */
@Injectable()
export class LiveSound {
  readonly #mixes = new Map<string, LiveMix>();

  constructor(private readonly listeners: Listeners) {}

  /** @returns the sessions that people listen in on now */
  look(): string[] {
    const { heard } = this.listeners;
    for (const session of this.#mixes.keys()) if (!heard.includes(session)) this.#mixes.delete(session);
    return heard;
  }

  heard({ session, packets, untilMs, kept }: HeardSound): void {
    // It was said before the listening and its journal entry began, or was told as it was said.
    if (kept) return;
    const listeners = this.listeners.of(session, 'sound');
    // A listener who joins as the session ends receives no audio.
    if (listeners.length === 0 || (untilMs === Infinity && !this.#mixes.has(session))) return;
    const whole = untilMs - DELAY_MS - LATE_MS;
    const mix = this.#mixes.get(session) ?? new LiveMix(Math.min(whole, packets[0]?.arrivedMs ?? whole));
    this.#mixes.set(session, mix);
    mix.take(packets.map((one) => ({ ...one, payload: Buffer.from(one.payload) })));
    for (const { at, undecoded, samples } of mix.pieces(whole)) {
      const pcm = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
      for (const { id, key } of listeners) this.listeners.send(sealSound(id, key, { at, undecoded, pcm }));
    }
  }
}
