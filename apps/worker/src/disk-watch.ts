import { Inject, Injectable } from '@nestjs/common';
import { diskSubject, type AlarmKind } from '#contracts';
import { Alarms } from '#notifications';
import { ENV, lookAtDisks, type DiskLook, type Env } from '#platform';

/** Tells administrators once of a disk that fills, and once when it has room again. */
@Injectable()
export class DiskWatch {
  constructor(
    private readonly alarms: Alarms,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @returns how many alarms were raised or taken back */
  async watch(): Promise<number> {
    const disks = await lookAtDisks(this.env);
    return this.alarms.set(
      disks
        // One that cannot be looked at is the probes' to tell of; what was said of its room still holds.
        .filter(({ state }) => state !== 'unknown')
        .map((disk) => ({ subject: diskSubject(disk.place), kind: alarmOf(disk), code: null })),
    );
  }
}

/** A full disk of backups or copies stops no recording from being taken. */
function alarmOf({ state, refuses }: DiskLook): AlarmKind | null {
  if (state === 'full' && refuses) return 'disk_full';
  return state === 'well' ? null : 'disk_low';
}
