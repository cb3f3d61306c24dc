/*
 * Records of calls that were never recorded: no destruction takes them along
 *   They are kept as long as the schedule would keep a recording of the call, by the most lasting of its legs; those of no call by its default.
 *   A hold keeps them, and so does a recording of the call: they go with that.
 * Looked at by the day on which they happened: only days that the shortest of all terms is over for, each in its turn, so that what is kept of
 * old days holds up no later one.
 */
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource, type EntityManager } from 'typeorm';
import { type RetentionSchedule } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService } from '#people';
import { Clock } from '#platform';
import { eraseRecords, forgetRecordsOfNone, notedAsLookedAt, recordDaysInTurn } from '#telephony';
import { RetentionClock } from '../clock/retention-clock.service.js';
import { retentionFor, lastDay, lastDayOver, type CallFacts } from '../schedule/keep.rules.js';
import { ScheduleService } from '../schedule/schedule.service.js';

/** Days of sources in one run. */
const DAYS = 200;
const RUN_MS = 20_000;

const OF_NO_CALL: CallFacts = { purpose: null, clientId: null, queue: null, direction: null, outcome: null };
/** Rows that turned out to be part of the call. */
const JOINED = 'select call_joined.call_id from call_joined where into_call_id = call.id';

interface OldLeg extends CallFacts {
  id: string;
  startedAt: Date;
}

@Injectable()
export class ForgottenRecords {
  constructor(
    private readonly source: DataSource,
    private readonly schedules: ScheduleService,
    private readonly company: CompanyService,
    private readonly retentionClock: RetentionClock,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns of how many calls it took the records */
  async forget(): Promise<number> {
    if (!(await this.retentionClock.isTrusted())) return 0;
    const schedule = await this.schedules.current();
    if (!schedule) return 0;
    const { timeZone } = await this.company.profile();
    const today = DateTime.fromJSDate(this.clock.now(), { zone: timeZone }).toISODate() ?? '';
    const until = performance.now() + RUN_MS;
    let forgotten = 0;
    const over = lastDayOver(today, [schedule.schedule.default, ...schedule.schedule.rules.map(({ keep }) => keep)]);
    for (const one of await recordDaysInTurn(this.source.manager, over, DAYS)) {
      if (performance.now() > until) break;
      const { id, day } = one;
      forgotten += await this.source.transaction(async (tx) => {
        const { calls, records } = await this.ofDay(tx, id, { schedule: schedule.schedule, timeZone, today });
        const isOver = lastDay(day, retentionFor(schedule.schedule, OF_NO_CALL).keep) < today;
        const all = records + (isOver ? await forgetRecordsOfNone(tx, id) : 0);
        if (all > 0) await this.journal.append(tx, 'records.forgotten', { keyId: id, calls, records: all });
        await notedAsLookedAt(tx, one, this.clock.now());
        return calls;
      });
    }
    return forgotten;
  }

  private async ofDay(
    tx: EntityManager,
    keyId: string,
    { schedule, timeZone, today }: { schedule: RetentionSchedule; timeZone: string; today: string },
  ): Promise<{ calls: number; records: number }> {
    const legs: OldLeg[] = await tx.query(
      `select call.id, call.started_at as "startedAt", call.purpose, call.direction, call.outcome,
         leg.queue, team.client_id as "clientId"
       from call left join leg on leg.call_id = call.id left join team on team.id = leg.team_id
       where call.id in (select call_id from telephony_record where telephony_record.key_id = $1)
         and not exists (select 1 from recording where recording.call_id = call.id or recording.call_id in (${JOINED}))
         and not exists (select 1 from custody_hold
           where (custody_hold.call_id = call.id or custody_hold.call_id in (${JOINED})) and released_at is null)`,
      [keyId],
    );
    const dayOf = ({ startedAt }: OldLeg): string =>
      DateTime.fromJSDate(startedAt, { zone: timeZone }).toISODate() ?? '';
    const lasts = (leg: OldLeg): boolean => lastDay(dayOf(leg), retentionFor(schedule, leg).keep) >= today;
    const kept = new Set(legs.filter(lasts).map(({ id }) => id));
    const over = [...new Set(legs.map(({ id }) => id))].filter((id) => !kept.has(id));
    const { telephonyRecords: records } = await eraseRecords(tx, over);
    return { calls: over.length, records };
  }
}
