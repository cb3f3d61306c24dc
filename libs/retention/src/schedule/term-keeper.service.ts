import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource, type EntityManager } from 'typeorm';
import { type RetentionSchedule } from '#contracts';
import { CompanyService } from '#people';
import { ToLookAt, type Looked } from '#platform';
import { SAME_ORIGINAL } from '#recordings';
import { retentionFor, lastDay, type CallFacts } from './keep.rules.js';
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
  /** What differs by a correction that waits for a second person; null where none does. */
  waiting: Partial<Omit<Row, 'id' | 'waiting'>> | null;
}

const FACTS = `
  select asked.id, to_char(call.started_at at time zone $1, 'YYYY-MM-DD') as day,
    call.purpose, team.client_id, leg.queue, call.direction, call.outcome,
    case when waiting.id is not null then
      waiting.after
      || case when waiting.after ? 'startedAt' then jsonb_build_object('day',
          to_char((waiting.after ->> 'startedAt')::timestamptz at time zone $1, 'YYYY-MM-DD')) else '{}' end
      || case when waiting.agent_person_id is not null then jsonb_build_object('client_id',
          (select theirs.client_id from person join team theirs on theirs.id = person.team_id where person.id = waiting.agent_person_id)) else '{}' end
    end as waiting
  from recording asked join recording on recording.call_id = asked.call_id and ${SAME_ORIGINAL('recording', 'asked')}
    and recording.destruction_started_at is null
  join call on call.id = recording.call_id join leg on leg.id = recording.leg_id join team on team.id = leg.team_id
  left join correction_proposal waiting on waiting.call_id = call.id and waiting.decision is null`;

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

  /** Without a schedule nothing has a term. Marks of new recordings go: the first version that comes into force walks through all of them. */
  waitForSchedule(): Promise<number> {
    return this.looks.run('term', async () => ({ done: 0, again: new Map() }));
  }

  private async look(
    ids: readonly string[],
    { version, schedule }: RetentionScheduleRow,
    timeZone: string,
  ): Promise<Looked> {
    const rows: Row[] = await this.source.query(
      `${FACTS} where asked.id = any($2::uuid[]) and asked.destruction_started_at is null
         and not exists (select 1 from retention_term where recording_id = asked.id and version = $3)`,
      [timeZone, ids, version],
    );
    const terms: Term[] = [];
    for (const [i, row] of rows.entries()) {
      if (i % IN_ONE_TURN === 0) await nextTurn();
      terms.push({ id: row.id, ...termOf(schedule, row, timeZone) });
    }
    const latest = latestOf(terms);
    // In one order, so that two who write terms do not wait for each other in a ring.
    await this.source.query(
      `insert into retention_term (recording_id, version, rule, keep_until)
       select id, $1, rule, until from jsonb_to_recordset($2::jsonb) term (id uuid, rule int, until timestamptz) order by id
       on conflict (recording_id) do update set version = excluded.version, rule = excluded.rule, keep_until = excluded.keep_until,
         settled = false`,
      [version, JSON.stringify(latest)],
    );
    return { done: latest.length, again: new Map() };
  }

  /** Until when one recording is kept by this version, by what is known of it at this moment. */
  async keepUntil(tx: EntityManager, recordingId: string, { schedule }: RetentionScheduleRow): Promise<Date> {
    const { timeZone } = await this.company.profile(tx);
    const rows: Row[] = await tx.query(`${FACTS} where asked.id = $2`, [timeZone, recordingId]);
    const [term] = latestOf(rows.map((row) => ({ id: row.id, ...termOf(schedule, row, timeZone) })));
    if (!term) throw new Error(`there is no recording ${recordingId}`);
    return new Date(term.until);
  }

  /** Opens the terms of a call again, as they are by what is known of it at this moment. Terms of an older version are worked out by the sweep. */
  async setOfCall(tx: EntityManager, callId: string, { version, schedule }: RetentionScheduleRow): Promise<void> {
    const { timeZone } = await this.company.profile(tx);
    const rows: Row[] = await tx.query(`${FACTS} where asked.call_id = $2 order by asked.id`, [timeZone, callId]);
    const terms = rows.map((row) => ({ id: row.id, ...termOf(schedule, row, timeZone) }));
    for (const { id, rule, until } of latestOf(terms)) {
      await tx.query(
        'update retention_term set rule = $3, keep_until = $4, settled = false where recording_id = $1 and version = $2',
        [id, version, rule, until],
      );
    }
  }
}

interface Term {
  id: string;
  rule: number | null;
  until: string;
}

/** A recording and its parts are kept as long as the most lasting of their legs would have one. */
function latestOf(terms: readonly Term[]): Term[] {
  const latest = new Map<string, Term>();
  for (const term of terms) {
    const known = latest.get(term.id);
    if (!known || Date.parse(term.until) > Date.parse(known.until)) latest.set(term.id, term);
  }
  return [...latest.values()];
}

/** The term of a recording; while a correction waits, the later of both. */
function termOf(schedule: RetentionSchedule, row: Row, timeZone: string): { rule: number | null; until: string } {
  const { waiting, ...known } = row;
  const [term, ...other] = [known, ...(waiting ? [{ ...known, ...waiting }] : [])].map((facts) => {
    const { keep, rule } = retentionFor(schedule, factsOf(facts));
    return { rule, until: endOf(lastDay(facts.day, keep), timeZone) };
  });
  const [later] = other;
  return later && Date.parse(later.until) > Date.parse(term!.until) ? later : term!;
}

const factsOf = ({ purpose, client_id, queue, direction, outcome }: Omit<Row, 'id' | 'day' | 'waiting'>): CallFacts => {
  return { purpose, clientId: client_id, queue, direction, outcome };
};

/** The instant at which a day of the site is over. */
const endOf = (day: string, zone: string): string =>
  DateTime.fromISO(day, { zone }).startOf('day').plus({ days: 1 }).toUTC().toISO() ?? '';
