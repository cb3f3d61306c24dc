import { type Scope } from './permissions.rules.js';

/** Does one right reach everything that another does? */
export function covers(wide: Scope, narrow: Scope): boolean {
  if (wide.kind === 'all' || narrow.kind === 'none') return true;
  if (wide.kind === 'none' || narrow.kind === 'all') return false;
  const own = narrow.ownPersonId === null || narrow.ownPersonId === wide.ownPersonId;
  return own && narrow.teamIds.every((id) => wide.teamIds.includes(id));
}

/** What of a reach is in these teams; null: every team. One's own calls stay in it: a filter does not say in which team one took them. */
export function within(scope: Scope, teamIds: readonly string[] | null): Scope {
  if (teamIds === null || scope.kind === 'none') return scope;
  if (scope.kind === 'all') return { kind: 'some', teamIds: [...teamIds], ownPersonId: null };
  return { ...scope, teamIds: scope.teamIds.filter((id) => teamIds.includes(id)) };
}
