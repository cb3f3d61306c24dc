import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  GRANTED_ROLES,
  type Bilingual,
  type StandingGrantList,
  type StandingGrantTerms,
  type StandingGrantView,
  type StandingGrantWaiting,
} from '#contracts';
import { grantBeyond, standingState } from '#legal';
import { reachOf, sameAgainFrom, type Asker, type RightReach } from '#people';
import { Clock } from '#platform';

const NAME = (person: string): string => `json_build_object('zh', ${person}.name_zh, 'en', ${person}.name_en)`;
const PLACE = (row: string): string => `
  (select json_build_object('zh', team.name_zh, 'en', team.name_en) from team where team.id = ${row}.team_id) as team,
  (select json_build_object('zh', client.name_zh, 'en', client.name_en) from client where client.id = ${row}.client_id) as client`;

const GRANTS = `
  select one.*, ${PLACE('one')}, proposal.reason, ${NAME('proposer')} as proposer, ${NAME('publisher')} as publisher, ${NAME('revoker')} as revoker,
    coalesce(used.plays, 0)::int as plays, coalesce(used.readings, 0)::int as readings, coalesce(used.listenings, 0)::int as listenings, coalesce(used.people, 0)::int as people, used.last_at
  from standing_grant one
  join person proposer on proposer.id = published_by_person_id join person publisher on publisher.id = approved_by_person_id
  left join person revoker on revoker.id = revoked_by_person_id left join grant_proposal proposal on proposal.id = proposal_id
  left join lateral (select sum(times) filter (where action = 'listen') as plays, sum(times) filter (where action = 'read') as readings,
      sum(times) filter (where action = 'listen_live') as listenings,
      count(distinct person_id) as people, max(last_at) as last_at
    from standing_grant_use where grant_id = one.id) used on true
  order by (one.revoked_at is null and one.expires_at > $1) desc, coalesce(one.revoked_at, one.expires_at) desc, one.code desc limit 300`;

const WAITING = `
  select one.*, small_house_at($1) as small, first_grant_at(one.id, one.proposed_by_person_id, $1) as at_once, ${PLACE('one')}, ${NAME('proposer')} as proposer from grant_proposal one
  join person proposer on proposer.id = proposed_by_person_id where state = 'waiting' order by proposed_at`;

interface TermsRow extends Omit<StandingGrantTerms, 'expiresAt'> {
  id: string;
  team_id: string | null;
  client_id: string | null;
  expires_at: Date;
  proposer: Bilingual;
}
interface GrantRow extends TermsRow, Pick<StandingGrantView, 'code'> {
  published_by_person_id: string;
  approved_by_person_id: string;
  publisher: Bilingual;
  valid_from: Date;
  revoked_at: Date | null;
  revoked_by_person_id: string | null;
  revoked_reason: string | null;
  revoker: Bilingual | null;
  plays: number;
  readings: number;
  listenings: number;
  people: number;
  last_at: Date | null;
}
interface WaitingRow extends TermsRow {
  proposed_by_person_id: string;
  proposed_at: Date;
  /** Is a small house in force, and would this be the first grant of its first person? */
  small: boolean;
  at_once: boolean;
}

/** Standing grants as legal sees them: those that reach their people, with their use, and what waits for a second person. */
@Injectable()
export class StandingGrantsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(asker: Asker): Promise<StandingGrantList> {
    const now = this.clock.now();
    const [grants, waiting, places, without] = await Promise.all([
      this.source.query<GrantRow[]>(GRANTS, [now]),
      this.source.query<WaitingRow[]>(WAITING, [now]),
      this.places(),
      this.without(now),
    ]);
    const reach = rightOf(asker, 'grants.read');
    const clientOf = new Map(places.map(({ teamId, clientId }) => [teamId, clientId]));
    const touches = (row: TermsRow) => touchesReach(row, reach, clientOf);
    return {
      waiting: waiting.filter(touches).map((row) => waitingOf(row, asker, now)),
      grants: grants.filter(touches).map((row) => grantOf(row, asker, now)),
      choices: choicesOf(places, rightOf(asker, 'grants.propose')),
      without,
    };
  }

  private async places(): Promise<Place[]> {
    return this.source.query(
      `select team.id as "teamId", json_build_object('zh', team.name_zh, 'en', team.name_en) as name, client.id as "clientId",
         json_build_object('zh', client.name_zh, 'en', client.name_en) as client
       from team join client on client.id = team.client_id where team.closed_at is null and client.closed_at is null
       order by client.name_en, team.name_en`,
    );
  }

  private async without(now: Date): Promise<StandingGrantList['without']> {
    const rows: { role: StandingGrantList['without'][number] }[] = await this.source.query(
      `select distinct role from role_in_force where role = any($1) and role not in (select role from standing_grant where revoked_at is null and expires_at > $2) order by role`,
      [GRANTED_ROLES, now],
    );
    return rows.map(({ role }) => role);
  }
}

interface Place {
  teamId: string;
  name: Bilingual;
  clientId: string;
  client: Bilingual;
}

type GrantPermission = 'grants.read' | 'grants.propose' | 'grants.publish' | 'grants.revoke';

const rightOf = ({ held, personId }: Asker, permission: GrantPermission): RightReach =>
  reachOf(permission, held, personId);

/** A grant over the company, or over everyone's own calls, concerns all; one over a team or a client, those who reach part of it. */
function touchesReach(
  { scope, team_id, client_id }: TermsRow,
  { within }: RightReach,
  clientOf: ReadonlyMap<string, string>,
): boolean {
  if (within === null || scope === 'own' || scope === 'company') return true;
  return within.some((teamId) => teamId === team_id || clientOf.get(teamId) === client_id);
}

const beyond = ({ scope, team_id: teamId, client_id: clientId }: TermsRow, reach: RightReach): boolean =>
  grantBeyond({ scope, teamId, clientId }, reach);

const termsOf = ({ role, scope, team, client, purpose, actions, rendition, expires_at, reason }: TermsRow) => ({
  ...{ role, scope, team, client, purpose, actions, rendition, reason },
  expiresAt: expires_at.toISOString(),
});

function grantOf(row: GrantRow, asker: Asker, now: Date): StandingGrantView {
  const state = standingState({ expiresAt: row.expires_at, revokedAt: row.revoked_at }, now);
  const { revoked_at: revokedAt, revoked_by_person_id: revokedBy, revoker } = row;
  return {
    ...termsOf(row),
    grantId: row.id,
    code: row.code,
    state,
    proposed: { personId: row.published_by_person_id, by: row.proposer },
    published: { personId: row.approved_by_person_id, by: row.publisher, at: row.valid_from.toISOString() },
    revoked:
      revokedAt && revokedBy && revoker
        ? { personId: revokedBy, by: revoker, at: revokedAt.toISOString(), reason: row.revoked_reason ?? '' }
        : null,
    use: {
      ...{ plays: row.plays, readings: row.readings, listenings: row.listenings },
      ...{ people: row.people, lastAt: row.last_at?.toISOString() ?? null },
    },
    mayRevoke: (state === 'live' || state === 'ending') && !beyond(row, rightOf(asker, 'grants.revoke')),
  };
}

function waitingOf(row: WaitingRow, asker: Asker, now: Date): StandingGrantWaiting {
  const { id: proposalId, proposed_by_person_id: personId, proposed_at, proposer: by } = row;
  const mine = personId === asker.personId;
  const againFrom = row.at_once ? proposed_at : row.small ? sameAgainFrom(proposed_at) : null;
  const another = !mine || (againFrom !== null && againFrom <= now);
  return {
    ...termsOf(row),
    proposalId,
    proposed: { personId, by, at: proposed_at.toISOString() },
    mine,
    againFrom: mine ? (againFrom?.toISOString() ?? null) : null,
    mayPublish: another && !beyond(row, rightOf(asker, 'grants.publish')),
  };
}

function choicesOf(places: readonly Place[], reach: RightReach): StandingGrantList['choices'] {
  const clients = new Map(places.map(({ clientId, client: name }) => [clientId, { clientId, name }]));
  const teams = places.filter(({ teamId }) => !grantBeyond({ scope: 'team', teamId, clientId: null }, reach));
  return {
    company: reach.within === null,
    clients: [...clients.values()].filter(
      ({ clientId }) => !grantBeyond({ scope: 'client', teamId: null, clientId }, reach),
    ),
    teams: teams.map(({ teamId, name, client }) => ({ teamId, name, client })),
  };
}
