import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RetentionSchedule, type RetentionSimulation } from '#contracts';
import { CompanyService } from '#people';
import { retentionFor, lastDay, type CallFacts } from './keep.rules.js';
import { ScheduleService } from './schedule.service.js';

const IN_ONE_TURN = 500;
/** Of the months in which something falls due, the first ones; the rest is summed up in the last. */
const MOST_MONTHS = 240;

interface Group extends Omit<CallFacts, 'clientId'> {
  client_id: string;
  day: string;
  n: number;
  /** One of its calls. */
  call_id: string;
}

type Example = RetentionSimulation['examples']['earlier'][number];

/** Of each kind: enough to see what a change means. */
const MOST_EXAMPLES = 5;
const HELD = `exists (select 1 from custody_hold where custody_hold.call_id = recording.call_id and released_at is null
  and (custody_hold.recording_id is null or custody_hold.recording_id = recording.id))`;

/** What a schedule would do to the recordings that there are, beside what the one in force does: nothing is changed by asking. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly source: DataSource,
    private readonly schedules: ScheduleService,
    private readonly company: CompanyService,
  ) {}

  async simulate(schedule: RetentionSchedule): Promise<RetentionSimulation> {
    const [{ timeZone }, current] = await Promise.all([this.company.profile(), this.schedules.current()]);
    const [groups, today] = await Promise.all([this.groups(timeZone), this.today(timeZone)]);
    const counts = { recordings: 0, earlier: 0, later: 0, same: 0, dueNow: 0, held: await this.held() };
    const months = new Map<string, { before: number; after: number }>();
    const add = (month: string, side: 'before' | 'after', n: number) => {
      const found = months.get(month) ?? { before: 0, after: 0 };
      found[side] += n;
      months.set(month, found);
    };
    const examples = { earlier: [] as Example[], later: [] as Example[] };
    for (const [i, { day, n, client_id: clientId, call_id: callId, ...facts }] of groups.entries()) {
      if (i % IN_ONE_TURN === 0) await nextTurn();
      const { keep, rule } = retentionFor(schedule, { ...facts, clientId });
      const last = lastDay(day, keep);
      const before = current ? lastDay(day, retentionFor(current.schedule, { ...facts, clientId }).keep) : null;
      const way = before === last ? 'same' : before === null || last < before ? 'earlier' : 'later';
      counts.recordings += n;
      counts[way] += n;
      if (way !== 'same' && examples[way].length < MOST_EXAMPLES)
        examples[way].push({ callId, day, before, after: last, rule, recordings: n });
      if (last < today) counts.dueNow += n;
      add(last.slice(0, 7), 'after', n);
      if (before) add(before.slice(0, 7), 'before', n);
    }
    const byMonth = [...months]
      .map(([month, both]) => ({ month, ...both }))
      .sort((a, b) => a.month.localeCompare(b.month));
    return { ...counts, byMonth: byMonth.slice(0, MOST_MONTHS), examples };
  }

  private groups(timeZone: string): Promise<Group[]> {
    return this.source.query(
      `select to_char(call.started_at at time zone $1, 'YYYY-MM-DD') as day, call.purpose, team.client_id, leg.queue,
         call.direction, call.outcome, count(*)::int as n, min(call.id::text) as call_id
       from recording join call on call.id = recording.call_id join leg on leg.id = recording.leg_id join team on team.id = leg.team_id
       where recording.destruction_started_at is null and not ${HELD} group by 1, 2, 3, 4, 5, 6 order by n desc, day`,
      [timeZone],
    );
  }

  private async held(): Promise<number> {
    const [row]: { n: number }[] = await this.source.query(
      `select count(*)::int as n from recording where destruction_started_at is null and ${HELD}`,
    );
    return row?.n ?? 0;
  }

  private async today(timeZone: string): Promise<string> {
    const [row]: { today: string }[] = await this.source.query(
      `select to_char(now() at time zone $1, 'YYYY-MM-DD') as today`,
      [timeZone],
    );
    return row?.today ?? '';
  }
}
