import { isBeyond, type RightReach } from '#people/rules';
import { type Role } from '#contracts';

interface Right {
  personId: string | null;
  ofTeamId: string | null;
  role: Role;
  teamId: string | null;
  clientId: string | null;
}

/** Whether a person's right to answer reaches this one: its person is of their teams, and it reaches no further than they do. */
export function coversRight(right: Right, reach: RightReach): boolean {
  if (reach.within === null) return true;
  if (right.ofTeamId !== null && !reach.within.includes(right.ofTeamId)) return false;
  // A grant for a role of agents reaches more than one person.
  if (right.personId === null && right.role === 'agent')
    return right.clientId !== null
      ? reach.clients.includes(right.clientId)
      : right.teamId !== null && reach.within.includes(right.teamId);
  return !isBeyond(right, reach);
}
