import { type Role } from '#contracts';
import { type RightReach } from '../permissions.rules.js';

/** What a role reaches: a team, a client's teams, or with both null every client's. An agent's reach is their own calls. */
export interface RoleReach {
  role: Role;
  teamId: string | null;
  clientId: string | null;
}

/** An agent's role reaches the person's own calls only, even if more was asked for. */
export const plainReach = <R extends RoleReach>(reach: R): R =>
  reach.role === 'agent' ? { ...reach, teamId: null, clientId: null } : reach;

export const sameReach = (a: RoleReach, b: RoleReach): boolean =>
  a.role === b.role && a.teamId === b.teamId && a.clientId === b.clientId;

/**
 * Whether a role reaches further than the right of the person who proposes it, agrees to it or takes it away: people may give others only
 * what they may decide about themselves. An agent's own calls are within the reach of everyone who may manage that agent.
 */
export function isBeyond({ role, teamId, clientId }: RoleReach, { within, clients }: RightReach): boolean {
  if (within === null || role === 'agent') return false;
  if (clientId !== null) return !clients.includes(clientId);
  return teamId === null || !within.includes(teamId);
}

/**
 * Whether an account with these roles may get another one. Clients are kept apart: roles that reach a team or a client must all be of one
 * client. A person who is to see several gets a role for every client, which says so openly and takes two people like any other.
 *
 * @param clientOf the client that each team belongs to
 */
export function spansClients(
  held: readonly RoleReach[],
  wanted: RoleReach,
  clientOf: ReadonlyMap<string, string>,
): boolean {
  const client = ({ role, teamId, clientId }: RoleReach): string | null =>
    role === 'agent' ? null : (clientId ?? (teamId === null ? null : (clientOf.get(teamId) ?? 'unknown')));
  const own = client(wanted);
  return own !== null && held.some((reach) => client(reach) !== null && client(reach) !== own);
}
