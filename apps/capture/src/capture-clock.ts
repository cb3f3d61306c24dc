/**
 * The one clock of this process: of sessions, signalling and consent. It goes by the clock on the wall as that was when no call ran, and from
 * then on evenly: a wall clock that is set amid a call neither stretches nor folds its sound.
 */
export class CaptureClock {
  #offset = 0;

  constructor(
    private readonly wall: () => number = Date.now,
    private readonly even: () => number = () => performance.now(),
  ) {
    this.set();
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#offset + this.even();
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Takes over what the wall says; only while no call runs. */
  set(): void {
    this.#offset = this.wall() - this.even();
  }
}
