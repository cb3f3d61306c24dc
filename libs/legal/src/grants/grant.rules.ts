import { type Permission } from '#contracts';
import { PERMISSIONS, type HeldRole } from '#people';
import { type StandingGrant } from '../standing-grant.entity.js';

export type GrantAction = 'listen' | 'read';

/** The permission that must stand beside the grant: a grant widens no role. */
const NEEDED: Record<GrantAction, Permission> = { listen: 'audio.play', read: 'transcripts.read' };

/** What is to be unwrapped, and by whom. */
export interface GrantQuestion {
  asker: { personId: string; held: readonly HeldRole[] };
  leg: { personId: string; teamId: string };
  action: GrantAction;
  /** Left out: any purpose. A grant over one's own calls serves `own_call` alone, whatever was asked. */
  purpose?: StandingGrant['purpose'];
  now: Date;
}

/** Does the grant still hold at this moment? Once revoked it never does: the clocks of two machines are not compared over it. */
export const isLive = (grant: Pick<StandingGrant, 'validFrom' | 'expiresAt' | 'revokedAt'>, now: Date): boolean =>
  grant.validFrom <= now && now < grant.expiresAt && grant.revokedAt === null;

/**
 * The grant that lets these roles at this leg (design §5), the narrowest first: own calls before the team's, masked before original.
 * @returns null: nothing may be unwrapped
 */
export function grantFor(grants: readonly StandingGrant[], question: GrantQuestion): StandingGrant | null {
  const fitting = grants.filter((grant) => isLive(grant, question.now) && lets(grant, question));
  return [...fitting].sort((a, b) => breadth(a) - breadth(b) || a.code.localeCompare(b.code))[0] ?? null;
}

function lets(grant: StandingGrant, { asker, leg, action, purpose }: GrantQuestion): boolean {
  if (!grant.actions.includes(action)) return false;
  if (purpose && grant.scope !== 'own' && grant.purpose !== purpose) return false;
  return asker.held.some(({ role, teamId }) => {
    // What a requester hears, a request of their own gave them.
    if (role === 'legal_requester') return false;
    if (role !== grant.role || !PERMISSIONS[role].includes(NEEDED[action])) return false;
    if (grant.scope === 'own') return leg.personId === asker.personId;
    // An agent's rights end at their own calls, even if a grant says more.
    return role !== 'agent' && (teamId === null || teamId === leg.teamId);
  });
}

const breadth = (grant: StandingGrant): number =>
  (grant.scope === 'own' ? 0 : 2) + (grant.rendition === 'masked' ? 0 : 1);
