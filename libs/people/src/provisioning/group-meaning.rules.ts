import { roleSchema, type Role } from '#contracts';
import { plainReach, type RoleReach } from '../roles/reach.rules.js';

/** What a directory's group is here: a team, a role, or nothing, and then why. */
export type GroupMeaning =
  | { is: 'team'; teamId: string }
  | ({ is: 'role' } & RoleReach)
  | { is: 'nothing'; why: 'other_name' | 'unknown_role' | 'unknown_place' | 'place_not_alone' };

/** An open team or client with its names. */
export interface Place {
  id: string;
  names: readonly string[];
}

const PREFIX = /^shouwen:(.*)$/i;

/**
 * A group means something by its name alone, so that what it gives can be read where its members are kept: `shouwen:team:NAME`,
 * `shouwen:role:ROLE`, `shouwen:role:ROLE:team:NAME` and `shouwen:role:ROLE:client:NAME`. Every other group is kept and means nothing. A name
 * that two open teams have is none: a guess would let people into another client's calls.
 */
export function meaningOf(
  displayName: string,
  places: { teams: readonly Place[]; clients: readonly Place[] },
): GroupMeaning {
  const [, rest] = PREFIX.exec(displayName.trim()) ?? [];
  if (rest === undefined) return { is: 'nothing', why: 'other_name' };
  const [what = '', first = '', kind = '', ...more] = rest.split(':').map((part) => part.trim());
  if (what.toLowerCase() === 'team') {
    const found = placeOf(rest.slice(rest.indexOf(':') + 1), places.teams);
    return typeof found === 'string' ? { is: 'nothing', why: found } : { is: 'team', teamId: found.id };
  }
  if (what.toLowerCase() !== 'role') return { is: 'nothing', why: 'other_name' };
  const role = roleSchema.safeParse(first.toLowerCase().replaceAll(/[ -]/g, '_'));
  if (!role.success) return { is: 'nothing', why: 'unknown_role' };
  return roleAt(role.data, kind.toLowerCase(), more.join(':'), places);
}

function roleAt(
  role: Role,
  kind: string,
  name: string,
  { teams, clients }: { teams: readonly Place[]; clients: readonly Place[] },
): GroupMeaning {
  const everywhere = { is: 'role' as const, role, teamId: null, clientId: null };
  if (kind === '') return everywhere;
  if (kind !== 'team' && kind !== 'client') return { is: 'nothing', why: 'unknown_place' };
  const found = placeOf(name, kind === 'team' ? teams : clients);
  if (typeof found === 'string') return { is: 'nothing', why: found };
  return plainReach({ ...everywhere, ...(kind === 'team' ? { teamId: found.id } : { clientId: found.id }) });
}

/** The one place of this name. */
export function placeOf(name: string, places: readonly Place[]): Place | 'unknown_place' | 'place_not_alone' {
  const wanted = name.trim().toLowerCase();
  const found = places.filter(({ names }) => names.some((one) => one.toLowerCase() === wanted));
  if (found.length > 1) return 'place_not_alone';
  return found[0] ?? 'unknown_place';
}
