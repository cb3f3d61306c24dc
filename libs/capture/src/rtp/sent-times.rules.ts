import { unwrapped } from './rtp-packet.rules.js';

/** A clock that is off by more was set again, or is another's. */
const ANOTHER_CLOCK_MS = 5000;

/**
 * When what a stream carries was said, by the packet that came quickest: packets that waited for us are known to be older than they look. Of both
 * streams of a call these times belong together, to some ten milliseconds.
 */
export class SentTimes {
  #ssrc: number | null = null;
  #ticks = 0;
  #quickestMs = 0;

  /** Milliseconds since the session began. */
  of({ ssrc, timestamp }: { ssrc: number; timestamp: number }, clockRate: number, arrivedMs: number): number {
    const ticks = this.#ssrc === ssrc ? unwrapped(timestamp, this.#ticks, 32) : timestamp;
    const transit = arrivedMs - (ticks * 1000) / clockRate;
    if (this.#ssrc !== ssrc || Math.abs(transit - this.#quickestMs) > ANOTHER_CLOCK_MS) this.#quickestMs = transit;
    this.#ssrc = ssrc;
    this.#ticks = ticks;
    this.#quickestMs = Math.min(this.#quickestMs, transit);
    return (ticks * 1000) / clockRate + this.#quickestMs;
  }

  /** The same of a digit, whose timestamp is its beginning's, so that it says nothing of how quick the packet was. null: not known yet. */
  ofDigit(
    { ssrc, timestamp }: { ssrc: number; timestamp: number },
    clockRate: number,
    arrivedMs: number,
  ): number | null {
    if (this.#ssrc !== ssrc) return null;
    const began = (unwrapped(timestamp, this.#ticks, 32) * 1000) / clockRate + this.#quickestMs;
    return Math.abs(arrivedMs - began) > ANOTHER_CLOCK_MS ? null : began;
  }
}
