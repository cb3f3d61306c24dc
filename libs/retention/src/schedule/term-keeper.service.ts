import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource, type EntityManager } from 'typeorm';
import { CompanyService } from '#people';
import { ToLookAt, type Looked } from '#platform';
import { keepOf, lastDay, type CallFacts } from './keep.rules.js';
import { type RetentionScheduleRow } from './retention-schedule.entity.js';

/** Worked out in one go between two turns of the event loop. */
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

const EVERY_RECORDING = 'select id from recording where id > $1 order by id limit $2';

/** Works out until when each recording is kept: for new ones, and for all again when a version comes into force. */
@Injectable()
export class TermKeeper {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly looks: ToLookAt,
  ) {}

  /** @returns how many terms were set; what is left when `runMs` is over is for the next time */
  async settle(schedule: RetentionScheduleRow, runMs: number): Promise<number> {
    const { timeZone } = await this.company.profile();
    const walk = { version: String(schedule.version), subjects: EVERY_RECORDING };
    return this.looks.run('term', (ids) => this.look(ids, schedule, timeZone), { walk, runMs });
  }

  private async look(
    ids: readonly string[],
    { version, schedule }: RetentionScheduleRow,
    timeZone: string,
  ): Promise<Looked> {
    const rows: Row[] = await this.source.query(
      `${FACTS} where recording.id = any($2::uuid[]) and recording.destruction_started_at is null
         and not exists (select 1 from retention_term where recording_id = recording.id and version = $3)`,
      [timeZone, ids, version],
    );
    const terms: { id: string; rule: number | null; until: string }[] = [];
    for (const [i, row] of rows.entries()) {
      if (i % IN_ONE_TURN === 0) await nextTurn();
      const { keep, rule } = keepOf(schedule, factsOf(row));
      terms.push({ id: row.id, rule, until: endOf(lastDay(row.day, keep), timeZone) });
    }
    // In one order, so that two who write terms do not wait for each other in a ring.
    await this.source.query(
      `insert into retention_term (recording_id, version, rule, keep_until)
       select id, $1, rule, until from jsonb_to_recordset($2::jsonb) term (id uuid, rule int, until timestamptz) order by id
       on conflict (recording_id) do update set version = excluded.version, rule = excluded.rule, keep_until = excluded.keep_until,
         settled = false`,
      [version, JSON.stringify(terms)],
    );
    return { done: rows.length, again: new Map() };
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
