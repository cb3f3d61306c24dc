import { TEAM_SCOPES, TOKEN_SCOPES, type TokenScope } from '#contracts';
import { permissionsOf, type HeldRole } from '../../permissions.rules.js';

/** What an account may put into a token: the permissions that it holds itself, out of those that tokens can carry. */
export function scopesToGive(held: readonly HeldRole[]): TokenScope[] {
  const own = permissionsOf(held);
  return TOKEN_SCOPES.filter((scope) => own.includes(scope));
}

/** The teams that an account reaches by name; null where some role reaches every team. */
export function teamsToGive(held: readonly HeldRole[]): string[] | null {
  const wide = held.filter(({ role }) => role !== 'agent');
  if (wide.some(({ teamId }) => teamId === null)) return null;
  return [...new Set(wide.map(({ teamId }) => teamId as string))];
}

/**
 * The account's roles as its token has them: of each role only the token's scopes, and only in the token's teams. What a role no longer
 * gives, the token has lost with it. An agent's own calls are no team's: a token for teams does not reach them.
 */
export function narrowed(
  held: readonly HeldRole[],
  { scopes, teamIds }: { scopes: readonly TokenScope[]; teamIds: readonly string[] | null },
): HeldRole[] {
  if (teamIds === null) return held.map((one) => ({ ...one, only: scopes }));
  const only = scopes.filter((scope) => (TEAM_SCOPES as readonly TokenScope[]).includes(scope));
  return held.flatMap(({ role, teamId }) => {
    if (role === 'agent') return [];
    const teams = teamId === null ? teamIds : teamIds.filter((id) => id === teamId);
    return teams.map((id) => ({ role, teamId: id, only }));
  });
}
