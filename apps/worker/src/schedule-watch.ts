import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AlarmKind, type ScheduleView } from '#contracts';
import { Alarms, type Watched } from '#notifications';
import { readSchedules } from '#platform';

/** There was no check for longer than this: no worker ran, the machine slept, or the clock was moved. What is due then is not late yet. */
const AWAY_SECONDS = 90;

/** Looks at every schedule's row, and tells administrators once of one that is late or keeps failing, and once when it is well again. */
@Injectable()
export class ScheduleWatch {
  constructor(
    private readonly source: DataSource,
    private readonly alarms: Alarms,
  ) {}

  /** @returns how many alarms were raised or taken back */
  async watch(): Promise<number> {
    await this.source.query(
      `update schedule set grace_from = now() where exists (
         select from schedule watch where watch.name = 'watch-schedules'
           and coalesce(watch.last_success_at, 'epoch') < now() - make_interval(secs => ${AWAY_SECONDS}))`,
    );
    return this.alarms.set((await readSchedules(this.source)).map(watchedOf));
  }
}

function watchedOf({ name: subject, health, failures, lastFailureCode }: ScheduleView): Watched {
  const kind: AlarmKind | null = health === 'late' ? 'schedule_late' : health === 'failing' ? 'schedule_failing' : null;
  return { subject, kind, code: failures > 0 ? lastFailureCode : null };
}
