import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource, type EntityManager } from 'typeorm';
import { CompanyService } from '#people';
import { keepOf, lastDay, type CallFacts } from './keep.rules.js';
import { type RetentionScheduleRow } from './retention-schedule.entity.js';

/** Worked out in one statement, and in one go between two turns of the event loop. */
const AT_ONCE = 1_000;
const IN_ONE_TURN = 100;

interface Row {
  id: string;
  day: string;
  purpose: string | null;
  client_id: string;
  queue: string | null;
  direction: string;
  outcome: string | null;
}

const FACTS = `
  select recording.id, to_char(call.started_at at time zone $1, 'YYYY-MM-DD') as day,
    call.purpose, team.client_id, leg.queue, call.direction, call.outcome
  from recording join call on call.id = recording.call_id join leg on leg.id = recording.leg_id join team on team.id = leg.team_id`;

/** Works out until when each recording is kept: for new ones, and for all again when a version comes into force. */
@Injectable()
export class TermKeeper {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
  ) {}

  /** @returns how many terms were set; less than a thousand when nothing is left */
  async settle({ version, schedule }: RetentionScheduleRow): Promise<number> {
    const { timeZone } = await this.company.profile();
    const rows: Row[] = await this.source.query(
      `${FACTS} where recording.destruction_started_at is null
         and not exists (select 1 from retention_term where recording_id = recording.id and version = $2) limit ${AT_ONCE}`,
      [timeZone, version],
    );
    const terms: { id: string; rule: number | null; until: string }[] = [];
    for (const [i, row] of rows.entries()) {
      if (i % IN_ONE_TURN === 0) await nextTurn();
      const { keep, rule } = keepOf(schedule, factsOf(row));
      terms.push({ id: row.id, rule, until: endOf(lastDay(row.day, keep), timeZone) });
    }
    await this.source.query(
      `insert into retention_term (recording_id, version, rule, keep_until)
       select id, $1, rule, until from jsonb_to_recordset($2::jsonb) term (id uuid, rule int, until timestamptz)
       on conflict (recording_id) do update set version = excluded.version, rule = excluded.rule, keep_until = excluded.keep_until`,
      [version, JSON.stringify(terms)],
    );
    return rows.length;
  }

  /** Until when one recording is kept by this version, by what is known of it at this moment. */
  async keepUntil(tx: EntityManager, recordingId: string, { schedule }: RetentionScheduleRow): Promise<Date> {
    const { timeZone } = await this.company.profile(tx);
    const [row]: Row[] = await tx.query(`${FACTS} where recording.id = $2`, [timeZone, recordingId]);
    if (!row) throw new Error(`there is no recording ${recordingId}`);
    return new Date(endOf(lastDay(row.day, keepOf(schedule, factsOf(row)).keep), timeZone));
  }
}

const factsOf = ({ purpose, client_id, queue, direction, outcome }: Omit<Row, 'id' | 'day'>): CallFacts => {
  return { purpose, clientId: client_id, queue, direction, outcome };
};

/** The instant at which a day of the site is over. */
const endOf = (day: string, zone: string): string =>
  DateTime.fromISO(day, { zone }).startOf('day').plus({ days: 1 }).toUTC().toISO() ?? '';
