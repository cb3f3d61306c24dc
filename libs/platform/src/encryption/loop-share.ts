import { setImmediate as nextTurn } from 'node:timers/promises';

/** At some 500 MB/s this much encryption and hashing takes about 2 ms. */
const BYTES_PER_TURN = 1024 * 1024;

/**
 * Keeps byte work from holding the event loop: a source that always has its next chunk ready would otherwise run from
 * microtask to microtask and starve timers, sockets and every other call.
 */
export class LoopShare {
  #bytes = 0;

  /** Counts work done; waits for a turn of the event loop once there has been enough of it. */
  async spend(bytes: number): Promise<void> {
    this.#bytes += bytes;
    if (this.#bytes < BYTES_PER_TURN) return;
    this.#bytes = 0;
    await nextTurn();
  }
}
