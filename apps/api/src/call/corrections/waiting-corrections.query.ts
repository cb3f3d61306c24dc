import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Bilingual,
  CORRECTABLE,
  CORRECTION_WAITS_DAYS,
  LAPSED_LISTED_DAYS,
  type Moved,
  type WaitingCorrection,
  type WaitingCorrections,
} from '#contracts';
import { rowsOfCall } from '#calls';
import { reaches, scopeOf, type Asker } from '#people';
import { Clock } from '#platform';
import { Parameters, visibleLegs } from '../../reach/visible-legs.js';

/** Shown at once; the rest comes as these are decided. */
const MOST = 100;

interface Row {
  id: string;
  callId: string;
  startedAt: Date;
  proposedAt: Date;
  lapsesAt: Date;
  lapsed: boolean;
  by: Bilingual;
  origin: WaitingCorrection['from'];
  reason: string | null;
  moved: Moved[];
  before: Record<string, never>;
  after: Record<string, never>;
  former: Bilingual;
  agent: Bilingual | null;
  agentPersonId: string | null;
  agentTeamId: string | null;
  proposedByPersonId: string;
  part: boolean;
}

const NAME = (person: string): string => `json_build_object('zh', ${person}.name_zh, 'en', ${person}.name_en)`;

/** What waits for a second person, and what lapsed lately, as far as the right to correct reaches. */
@Injectable()
export class WaitingCorrectionsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param callId of this call alone */
  async list(asker: Asker, callId?: string): Promise<WaitingCorrections> {
    const rows = await this.rows(asker, callId === undefined ? null : await rowsOfCall(this.source.manager, callId));
    return { items: rows.slice(0, MOST).map((row) => view(row, asker)), more: rows.length > MOST };
  }

  private rows(asker: Asker, callIds: readonly string[] | null): Promise<Row[]> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.correct', asker, parameters);
    const [me, now] = [parameters.add(asker.personId), parameters.add(this.clock.now())];
    const ofCall = callIds === null ? 'true' : `one.call_id = any(${parameters.add(callIds)}::uuid[])`;
    return this.source.query(
      `select one.id, one.call_id as "callId", call.started_at as "startedAt", one.proposed_at as "proposedAt", ${NAME('proposer')} as by,
         one.origin, one.reason, one.moved, one.before, one.after, ${NAME('former')} as former,
         case when agent.id is not null then ${NAME('agent')} end as agent, agent.id as "agentPersonId", agent.team_id as "agentTeamId",
         one.proposed_by_person_id as "proposedByPersonId", has_part_in_correction(one.id, ${me}, ${now}) as part,
         one.proposed_at + make_interval(hours => ${24 * CORRECTION_WAITS_DAYS}) as "lapsesAt", one.decision is not null as lapsed
       from correction_proposal one join call on call.id = one.call_id join person proposer on proposer.id = one.proposed_by_person_id
         join person former on former.id = one.former_person_id left join person agent on agent.id = one.agent_person_id
       where (one.decision is null or (one.decision = 'lapsed' and one.decided_at > ${now}::timestamptz - make_interval(days => ${LAPSED_LISTED_DAYS})))
         and ${ofCall} and exists (select 1 from leg where leg.id = one.leg_id and ${visible})
       order by one.decision is not null, one.proposed_at, one.id limit ${MOST + 1}`,
      parameters.values,
    );
  }
}

function view(row: Row, asker: Asker): WaitingCorrection {
  const { id: proposalId, callId, by, reason, before, after, former, agent } = row;
  const may: WaitingCorrection['may'] = [];
  if (!row.lapsed && !row.part && reachesAgent(row, asker) && !asker.acting) may.push('confirm', 'refuse');
  if (!row.lapsed && row.proposedByPersonId === asker.personId && !asker.acting) may.push('withdraw');
  return {
    ...{ proposalId, callId, by, reason, from: row.origin, moves: row.moved },
    startedAt: row.startedAt.toISOString(),
    at: row.proposedAt.toISOString(),
    ...{ lapsesAt: row.lapsesAt.toISOString(), lapsed: row.lapsed },
    changes: CORRECTABLE.filter((field) => field in after).map((field) => ({
      ...{ field, before: before[field] ?? null, after: after[field] ?? null },
    })),
    agents: { before: former, after: agent },
    may,
  };
}

/** A person who does not reach the agent whom it names decides nothing about it. */
const reachesAgent = ({ agentPersonId: personId, agentTeamId: teamId }: Row, asker: Asker): boolean =>
  personId === null ||
  teamId === null ||
  reaches(scopeOf('calls.correct', asker.held, asker.personId), { personId, teamId });
