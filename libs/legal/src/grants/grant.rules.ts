import {
  GRANT_ENDING_DAYS,
  grantScopeSchema,
  type GrantAction,
  type Permission,
  type StandingGrantState,
} from '#contracts';
import { gives, type HeldRole, type RightReach } from '#people/rules';
import { type StandingGrant } from '../standing-grant.entity.js';

/** The permission that must accompany the grant: a grant widens no role. */
const NEEDED: Record<GrantAction, Permission> = {
  listen: 'audio.play',
  read: 'transcripts.read',
  listen_live: 'live_calls.listen',
};

/** A grant with the teams that its scope names now; null: it names none, and goes as far as the role. */
export type CoveringGrant = StandingGrant & { teamIds: readonly string[] | null };

/** Whose leg it is, and who took it by its source or as two people confirmed: where one person alone said otherwise, it is no one's own. */
export interface GrantedLeg {
  personId: string | null;
  takenByPersonId: string | null;
  teamId: string | null;
}

/** What is to be unwrapped, and by whom. */
export interface GrantQuestion {
  asker: { personId: string; held: readonly HeldRole[] };
  leg: GrantedLeg;
  action: GrantAction;
  /** Left out: any purpose. A grant over one's own calls serves `own_call` alone, even if another purpose was asked for. */
  purpose?: StandingGrant['purpose'];
  now: Date;
}

/** Does the grant still hold at this moment? Once revoked it never does: the clocks of two machines are not compared over it. */
export const isLive = (grant: Pick<StandingGrant, 'validFrom' | 'expiresAt' | 'revokedAt'>, now: Date): boolean =>
  grant.validFrom <= now && now < grant.expiresAt && grant.revokedAt === null;

/**
 * The grant that lets these roles at this leg, the narrowest first: own calls before a team's, a client's and the company's, masked before original.
 * @returns null: nothing may be unwrapped
 */
export function grantFor<G extends CoveringGrant>(grants: readonly G[], question: GrantQuestion): G | null {
  const fitting = grants.filter((grant) => isLive(grant, question.now) && lets(grant, question));
  return [...fitting].sort((a, b) => breadth(a) - breadth(b) || a.code.localeCompare(b.code))[0] ?? null;
}

function lets(grant: CoveringGrant, { asker, leg, action, purpose }: GrantQuestion): boolean {
  if (!grant.actions.includes(action)) return false;
  if (purpose && grant.scope !== 'own' && grant.purpose !== purpose) return false;
  return asker.held.some((one) => {
    const { role, teamId } = one;
    // Requesters hear recordings only through their own approved requests, never through a standing grant.
    if (role === 'legal_requester') return false;
    if (role !== grant.role || !gives(one, NEEDED[action])) return false;
    if (grant.scope === 'own') return leg.personId === asker.personId && leg.takenByPersonId === asker.personId;
    if (grant.teamIds !== null && (leg.teamId === null || !grant.teamIds.includes(leg.teamId))) return false;
    // An agent's rights end at their own calls, even if a grant says more.
    return role !== 'agent' && (teamId === null || teamId === leg.teamId);
  });
}

const SCOPES = grantScopeSchema.options;

const breadth = ({ scope, rendition }: StandingGrant): number =>
  SCOPES.indexOf(scope) * 2 + (rendition === 'masked' ? 0 : 1);

/**
 * Whether a grant opens more than the right of the person who proposes, publishes or revokes it reaches: people open to others only what
 * they may decide about. A grant over agents' own calls concerns the whole company.
 */
export function grantBeyond(
  { scope, teamId, clientId }: Pick<StandingGrant, 'scope' | 'teamId' | 'clientId'>,
  { within, clients }: RightReach,
): boolean {
  if (within === null) return false;
  if (scope === 'team') return teamId === null || !within.includes(teamId);
  return scope !== 'client' || clientId === null || !clients.includes(clientId);
}

/** Where a grant stands. */
export function standingState(
  { expiresAt, revokedAt }: Pick<StandingGrant, 'expiresAt' | 'revokedAt'>,
  now: Date,
): StandingGrantState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return expiresAt.getTime() - now.getTime() <= GRANT_ENDING_DAYS * DAY_MS ? 'ending' : 'live';
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether another grant opens all that this one does, and for longer: then its end needs no notice. */
export const takesPlaceOf = (other: StandingGrant, one: StandingGrant): boolean =>
  other.id !== one.id &&
  other.revokedAt === null &&
  other.expiresAt > one.expiresAt &&
  other.role === one.role &&
  (other.rendition === one.rendition || other.rendition === 'original') &&
  one.actions.every((action) => other.actions.includes(action)) &&
  (other.scope === 'company'
    ? one.scope !== 'own'
    : other.scope === one.scope && other.teamId === one.teamId && other.clientId === one.clientId);
