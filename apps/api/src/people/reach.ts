import { type Permission } from '#contracts';
import { scopeOf, type Asker, type Decider, type WithinTeams } from '#people';

/** Teams whose people a permission reaches; null is everybody. */
export function teamsWithin(asker: Asker, permission: Permission): WithinTeams {
  const scope = scopeOf(permission, asker.held, asker.personId);
  if (scope.kind === 'all') return null;
  return scope.kind === 'none' ? [] : scope.teamIds;
}

/** Who acts, and on whom they may. */
export const deciderOf = (asker: Asker, permission: Permission): Decider => ({
  personId: asker.personId,
  within: teamsWithin(asker, permission),
});
