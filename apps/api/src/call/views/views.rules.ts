import { scopeOf, type HeldRole } from '#people/rules';

/** May this account give a view to the team? People who lead it or manage quality there may. */
export function mayShareWith(teamId: string, held: readonly HeldRole[], personId: string): boolean {
  const scope = scopeOf('views.share', held, personId);
  return scope.kind === 'all' || (scope.kind === 'some' && scope.teamIds.includes(teamId));
}

/** Teams whose shared views an account is shown: those it may see calls of, and its person's own; null for every team. */
export function teamsHeardOf(held: readonly HeldRole[], person: { personId: string; teamId: string }): string[] | null {
  const scope = scopeOf('calls.read', held, person.personId);
  if (scope.kind === 'all') return null;
  return scope.kind === 'some' ? [...new Set([...scope.teamIds, person.teamId])] : [];
}
