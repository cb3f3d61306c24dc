import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CoachingFigures, type CoachingList, type CoachingListQuery } from '#contracts';
import { CompanyService, countsAs, type Asker } from '#people';
import { writeCursor, besideCursor } from '../reach/cursor.rules.js';
import { Parameters } from '../reach/visible-legs.js';
import { GOAL_DUE } from './follow-up.sql.js';
import { HAS_TO_DO, headOf, sessionColumns, SESSION_TABLES, type SessionRecord } from './session-record.js';
import { visibleSessions } from './visible-sessions.js';

const DRAFT = 'session.shared_at is null';
/** The agent said something, or has read it. */
const ANSWERED = 'session.closed_at is null and coalesce(session.answered_at, session.acknowledged_at) is not null';

/** Sessions as far as the asker's rights reach, and what of them waits for the asker. */
@Injectable()
export class CoachingSessionsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
  ) {}

  /** The newest first. @throws DomainError `bad_cursor` */
  async list(asker: Asker, { show, agent, cursor, limit }: CoachingListQuery): Promise<CoachingList> {
    const parameters = new Parameters();
    const conditions = [visibleSessions(asker, parameters)];
    const zone = parameters.add((await this.company.profile()).timeZone);
    if (show === 'open') conditions.push('session.closed_at is null');
    if (show === 'todo') conditions.push(waitsFor(parameters.add(asker.personId), coachIs(asker, parameters), zone));
    if (agent) conditions.push(`session.agent_person_id = ${parameters.add(agent)}`);
    if (cursor !== undefined) {
      const { startedAtMicros: micros, callId: id } = besideCursor(cursor);
      const at = `timestamptz 'epoch' + ${parameters.add(micros)}::bigint * interval '1 microsecond'`;
      conditions.push(`(session.created_at, session.id) < (${at}, ${parameters.add(id)}::uuid)`);
    }
    const rows: (SessionRecord & { key: string })[] = await this.source.query(
      `select ${sessionColumns(zone)}, (extract(epoch from session.created_at) * 1000000)::bigint::text as key from ${SESSION_TABLES}
       where ${conditions.map((one) => `(${one})`).join(' and ')}
       order by session.created_at desc, session.id desc limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const items = page.map((row) => {
      const { moments, evaluationsOpen, followUpsDue } = row;
      return { ...headOf(row), moments, evaluationsOpen, followUpsDue };
    });
    return { items, nextCursor: last ? writeCursor({ startedAtMicros: last.key, callId: last.sessionId }) : null };
  }

  /** To a deputy who acts also what waits for the coach who is away. */
  async figures(asker: Asker): Promise<CoachingFigures> {
    const parameters = new Parameters();
    const visible = visibleSessions(asker, parameters);
    const [me, coach] = [parameters.add(asker.personId), coachIs(asker, parameters)];
    const zone = parameters.add((await this.company.profile()).timeZone);
    const [row]: CoachingFigures[] = await this.source.query(
      `select (count(*) filter (where session.agent_person_id = ${me} and ${HAS_TO_DO}))::int as "toDo",
         (count(*) filter (where session.coach_person_id = ${coach} and ${DRAFT}))::int as drafts,
         (count(*) filter (where session.coach_person_id = ${coach} and ${ANSWERED}))::int as answered,
         (count(*) filter (where session.coach_person_id = ${coach} and ${hasDue(zone)}))::int as "followUps",
         (count(*) filter (where session.coach_person_id = ${coach} and (${ANSWERED} or ${hasDue(zone)})))::int as waiting
       from coaching_session session where ${visible}`,
      parameters.values,
    );
    return row ?? { toDo: 0, drafts: 0, answered: 0, followUps: 0, waiting: 0 };
  }
}

/** The coach, and to a deputy who acts also the one who is away. */
const coachIs = (asker: Asker, parameters: Parameters): string => `any(${parameters.add(countsAs(asker))}::uuid[])`;

const hasDue = (zone: string): string =>
  `exists (select 1 from coaching_goal goal where goal.session_id = session.id and ${GOAL_DUE(zone)})`;

const waitsFor = (me: string, coach: string, zone: string): string =>
  `(session.agent_person_id = ${me} and ${HAS_TO_DO}) or (session.coach_person_id = ${coach} and (${DRAFT} or (${ANSWERED}) or ${hasDue(zone)}))`;
