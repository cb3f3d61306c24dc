import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RetentionSchedule, type RetentionSimulation } from '#contracts';
import { CompanyService } from '#people';
import { keepOf, lastDay, type CallFacts } from './keep.rules.js';
import { ScheduleService } from './schedule.service.js';

const IN_ONE_TURN = 500;
/** Of the months in which something falls due, the first ones; the rest is summed up in the last. */
const MOST_MONTHS = 240;

interface Group extends Omit<CallFacts, 'clientId'> {
  client_id: string;
  day: string;
  n: number;
}

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
    for (const [i, { day, n, client_id: clientId, ...facts }] of groups.entries()) {
      if (i % IN_ONE_TURN === 0) await nextTurn();
      const last = lastDay(day, keepOf(schedule, { ...facts, clientId }).keep);
      const before = current ? lastDay(day, keepOf(current.schedule, { ...facts, clientId }).keep) : null;
      counts.recordings += n;
      counts[before === last ? 'same' : before === null || last < before ? 'earlier' : 'later'] += n;
      if (last < today) counts.dueNow += n;
      add(last.slice(0, 7), 'after', n);
      if (before) add(before.slice(0, 7), 'before', n);
    }
    const byMonth = [...months]
      .map(([month, both]) => ({ month, ...both }))
      .sort((a, b) => a.month.localeCompare(b.month));
    return { ...counts, byMonth: byMonth.slice(0, MOST_MONTHS) };
  }

  private groups(timeZone: string): Promise<Group[]> {
    return this.source.query(
      `select to_char(call.started_at at time zone $1, 'YYYY-MM-DD') as day, call.purpose, team.client_id, leg.queue,
         call.direction, call.outcome, count(*)::int as n
       from recording join call on call.id = recording.call_id join leg on leg.id = recording.leg_id join team on team.id = leg.team_id
       where recording.destruction_started_at is null group by 1, 2, 3, 4, 5, 6`,
      [timeZone],
    );
  }

  private async held(): Promise<number> {
    const [row]: { n: number }[] = await this.source.query(
      `select count(distinct recording.id)::int as n from recording join custody_hold on custody_hold.call_id = recording.call_id
       where released_at is null and destruction_started_at is null
         and (custody_hold.recording_id is null or custody_hold.recording_id = recording.id)`,
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
