import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bestCallActs, bestCallState } from '#coaching';
import { type BestCall, type BestCallList, type BestCallListQuery } from '#contracts';
import { reaches, scopeOf, type Asker } from '#people';
import { writeCursor, besideCursor } from '../reach/cursor.rules.js';
import { Parameters } from '../reach/visible-legs.js';
import { apiRefusals } from '../refusals.js';
import { BEST_CALL_COLUMNS, BEST_CALL_TABLES, type BestCallRecord } from './best-call-record.js';
import { BestCallSound } from './best-call-sound.js';

/** Best calls that a person may hear, or has a part in. */
@Injectable()
export class BestCallsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly sound: BestCallSound,
  ) {}

  /** The newest first. @throws DomainError `bad_cursor` */
  async list(asker: Asker, { show, cursor, limit }: BestCallListQuery): Promise<BestCallList> {
    const parameters = new Parameters();
    const conditions = [SHOWN[show], show === 'published' ? heard(asker, parameters) : looked(asker, parameters)];
    if (cursor !== undefined) {
      const { startedAtMicros: micros, callId: id } = besideCursor(cursor);
      const at = `timestamptz 'epoch' + ${parameters.add(micros)}::bigint * interval '1 microsecond'`;
      conditions.push(`(best.nominated_at, best.id) < (${at}, ${parameters.add(id)}::uuid)`);
    }
    const rows: (BestCallRecord & { key: string })[] = await this.source.query(
      `select ${BEST_CALL_COLUMNS}, (extract(epoch from best.nominated_at) * 1000000)::bigint::text as key from ${BEST_CALL_TABLES}
       where ${conditions.map((one) => `(${one})`).join(' and ')}
       order by best.nominated_at desc, best.id desc limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const items = await Promise.all(page.map(({ key: _, ...row }) => this.view(asker, row)));
    return { items, nextCursor: last ? writeCursor({ startedAtMicros: last.key, callId: last.bestCallId }) : null };
  }

  /** @throws DomainError `not_found` */
  async one(asker: Asker, bestCallId: string): Promise<BestCall> {
    return this.view(asker, await this.record(asker, bestCallId));
  }

  /** For something that a person does: what may not be done does not exist for them. @throws DomainError `not_found` */
  async assertMay(asker: Asker, bestCallId: string, as: 'agent' | 'manager'): Promise<BestCallRecord> {
    const record = await this.record(asker, bestCallId);
    const { isAgent, manages } = partyOf(asker, record);
    if (as === 'agent' ? !isAgent : !manages || isAgent) throw apiRefusals.not_found();
    return record;
  }

  private async record(asker: Asker, bestCallId: string): Promise<BestCallRecord> {
    const parameters = new Parameters();
    const visible = `(${looked(asker, parameters)} or (${SHOWN.published} and ${heard(asker, parameters)}))`;
    const [record]: BestCallRecord[] = await this.source.query(
      `select ${BEST_CALL_COLUMNS} from ${BEST_CALL_TABLES} where best.id = ${parameters.add(bestCallId)} and ${visible}`,
      parameters.values,
    );
    if (!record) throw apiRefusals.not_found();
    return record;
  }

  private async view(asker: Asker, record: BestCallRecord): Promise<BestCall> {
    const {
      agent,
      teamId,
      nominatorId,
      recordingId,
      agreedAt: _,
      publishedAt,
      endedAt,
      endedWhy,
      endedReason,
      ...row
    } = record;
    const party = partyOf(asker, { agent, teamId, nominatorId });
    const knows = party.isAgent || party.manages;
    const sees = reaches(scopeOf('calls.read', asker.held, asker.personId), { teamId, personId: agent.personId });
    const state = bestCallState(record);
    return {
      ...row,
      state,
      agent: knows ? agent : null,
      callId: sees ? row.callId : null,
      nominatedAt: row.nominatedAt.toISOString(),
      publishedAt: publishedAt?.toISOString() ?? null,
      ended:
        endedAt && endedWhy ? { why: endedWhy, reason: knows ? endedReason : null, at: endedAt.toISOString() } : null,
      hindrance: state === 'ended' ? null : await this.sound.hindrance(recordingId),
      may: bestCallActs(record, party),
    };
  }
}

const SHOWN = {
  published: 'best.published_at is not null and best.ended_at is null',
  waiting: 'best.published_at is null and best.ended_at is null',
  ended: 'best.ended_at is not null',
};

function partyOf(
  { held, personId }: Asker,
  { agent, teamId, nominatorId }: Pick<BestCallRecord, 'agent' | 'teamId' | 'nominatorId'>,
) {
  const manages = reaches(scopeOf('best_calls.manage', held, personId), { teamId, personId: agent.personId });
  return { isAgent: agent.personId === personId, isNominator: nominatorId === personId, manages };
}

/** Made for the person: of the company, of their own team, or of one that their role reaches. */
function heard(asker: Asker, parameters: Parameters): string {
  const scope = scopeOf('best_calls.read', asker.held, asker.personId);
  if (scope.kind === 'none') return 'false';
  if (scope.kind === 'all') return 'true';
  const me = parameters.add(asker.personId);
  return `(best.scope = 'company' or best.team_id = any(${parameters.add(scope.teamIds)}::uuid[])
    or best.team_id = (select team_id from person where id = ${me}::uuid))`;
}

/** Of a call of one's own, or of a team whose best calls one looks after. */
function looked(asker: Asker, parameters: Parameters): string {
  const scope = scopeOf('best_calls.manage', asker.held, asker.personId);
  if (scope.kind === 'all') return 'true';
  const own = `best.agent_person_id = ${parameters.add(asker.personId)}::uuid`;
  return scope.kind === 'none' ? own : `(${own} or best.team_id = any(${parameters.add(scope.teamIds)}::uuid[]))`;
}
