import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual } from '#contracts';
import { bilingual } from '../people/person.sql.js';

export interface TeamCommitments {
  overdue: number;
  dueToday: number;
  withoutTime: number;
  next: { id: string; callId: string; owner: Bilingual; customer: string | null; dueAt: string; overdue: boolean }[];
}

/** What a tile beside the others has room for. */
const MOST = 6;

/** What was promised in calls of a team and is due. */
@Injectable()
export class TeamCommitmentsQuery {
  constructor(private readonly source: DataSource) {}

  async of(teamId: string, dayEnd: Date): Promise<TeamCommitments> {
    const [figures]: Omit<TeamCommitments, 'next'>[] = await this.source.query(FIGURES, [teamId, dayEnd]);
    const next: (Omit<TeamCommitments['next'][number], 'dueAt'> & { dueAt: Date })[] = await this.source.query(NEXT, [
      teamId,
      dayEnd,
    ]);
    return { ...figures!, next: next.map(({ dueAt, ...one }) => ({ ...one, dueAt: dueAt.toISOString() })) };
  }
}

const OPEN = `commitment one join leg on leg.id = one.leg_id and leg.team_id = $1 where one.state in ('open', 'overdue')`;

const FIGURES = `
  select (count(*) filter (where one.state = 'overdue'))::int as overdue,
    (count(*) filter (where one.state = 'open' and one.due_at < $2))::int as "dueToday",
    (count(*) filter (where one.state = 'open' and one.due_at is null))::int as "withoutTime" from ${OPEN}`;

const NEXT = `
  select due.*, ${bilingual('person')} as owner, call.customer from (
    select one.id, one.call_id as "callId", one.owner_person_id, one.due_at as "dueAt", one.state = 'overdue' as overdue from ${OPEN}
      and one.due_at < $2 order by one.due_at, one.id limit ${MOST}) due
  join person on person.id = due.owner_person_id join call on call.id = due."callId" order by "dueAt", due.id`;
