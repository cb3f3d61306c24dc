import { type Permission } from '#contracts';
import { reachOf, type Asker, type Decider, type WithinTeams } from '#people';

/** Teams whose people a permission reaches; null: all. */
export function teamsWithin(asker: Asker, permission: Permission): WithinTeams {
  return reachOf(permission, asker.held, asker.personId).within;
}

/** Who acts, and on whom they may. */
export const deciderOf = (asker: Asker, permission: Permission): Decider => ({
  personId: asker.personId,
  ...reachOf(permission, asker.held, asker.personId),
});
