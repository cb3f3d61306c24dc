import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { coachingActs, type CoachingParty } from '#coaching';
import { type CoachingView } from '#contracts';
import { CompanyService, reaches, scopeOf, type Asker } from '#people';
import { Parameters } from '../reach/visible-legs.js';
import { apiRefusals } from '../refusals.js';
import { EvaluationsQuery } from './evaluations.query.js';
import { GoalsQuery } from './goals.query.js';
import { CoachingMomentsQuery } from './moments.query.js';
import { headOf, sessionColumns, SESSION_TABLES, timesOf, type SessionRecord } from './session-record.js';
import { visibleSessions } from './visible-sessions.js';

/** One session, as far as it is the asker's to see, and what they may do with it. */
@Injectable()
export class CoachingSessionQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly moments: CoachingMomentsQuery,
    private readonly evaluations: EvaluationsQuery,
    private readonly goals: GoalsQuery,
  ) {}

  /** @throws DomainError `not_found` */
  async view(asker: Asker, sessionId: string): Promise<CoachingView> {
    const record = await this.record(asker, sessionId);
    const { isAgent, isCoach, ...party } = this.partyOf(asker, record);
    const moments = await this.moments.of(asker, sessionId, isAgent);
    return {
      ...headOf(record),
      ...timesOf(record),
      sharedText: record.sharedText,
      privateNotes: isCoach ? record.privateNotes : null,
      answers: record.answers,
      moments,
      hiddenMoments: record.moments - moments.length,
      evaluations: await this.evaluations.of(asker, sessionId),
      goals: await this.goals.of(sessionId),
      may: coachingActs(record, { isAgent, isCoach, ...party }),
    };
  }

  /** For actions: anything the user may not act on is answered as not found. */
  async assertMay(asker: Asker, sessionId: string, as: 'coach' | 'leader' | 'agent'): Promise<SessionRecord> {
    const record = await this.record(asker, sessionId);
    const { isAgent, isCoach, leads } = this.partyOf(asker, record);
    const may = { coach: isCoach && leads, leader: leads && !isAgent, agent: isAgent }[as];
    if (!may) throw apiRefusals.not_found();
    return record;
  }

  private async record(asker: Asker, sessionId: string): Promise<SessionRecord> {
    const parameters = new Parameters();
    const visible = visibleSessions(asker, parameters);
    const { timeZone } = await this.company.profile();
    const columns = sessionColumns(parameters.add(timeZone));
    const [record]: SessionRecord[] = await this.source.query(
      `select ${columns} from ${SESSION_TABLES} where session.id = ${parameters.add(sessionId)} and ${visible}`,
      parameters.values,
    );
    if (!record) throw apiRefusals.not_found();
    return record;
  }

  private partyOf({ held, personId }: Asker, { agent, teamId, coachPersonId }: SessionRecord): CoachingParty {
    const leads = reaches(scopeOf('coaching.lead', held, personId), { teamId, personId: agent.personId });
    return { isAgent: agent.personId === personId, isCoach: coachPersonId === personId, leads };
  }
}
