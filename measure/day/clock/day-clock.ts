import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readOffset, writtenOffset } from './offset.rules.js';

/**
 * The one clock of the day: libfaketime is loaded into this process and into every other, and each reads its offset from the same file at
 * every look (`FAKETIME_NO_CACHE`). Wall clock and monotonic clock move together, as they do where a machine is asleep for a while, so that
 * timers of Node fire after a jump as they would have in time. See docs/decisions/0053-one-clock-for-a-day.md.
 */
export class DayClock {
  private constructor(private readonly file: string) {}

  /** @throws unless this process was started with the clock; `npm run day` does that */
  static fromEnvironment(env: NodeJS.ProcessEnv): DayClock {
    const file = env['FAKETIME_TIMESTAMP_FILE'];
    if (!file || !env['LD_PRELOAD']?.includes('libfaketime'))
      throw new Error('This programme runs under the shared clock: start it with npm run day.');
    return new DayClock(file);
  }

  now(): Date {
    return new Date();
  }

  /** Every process is in the new time from its next look on. */
  jump(seconds: number): void {
    const offset = readOffset(readFileSync(this.file, 'utf8')) + seconds;
    // Renamed into place, so that no process reads half a number.
    writeFileSync(`${this.file}.next`, writtenOffset(offset), { mode: 0o644 });
    renameSync(`${this.file}.next`, this.file);
  }
}
