import { type Permission } from '#contracts';
import { scopeOf, type Asker } from '#people';

/** Collects the values of a query as its text is written. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @returns the placeholder that stands for the value */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/**
 * The condition under which a row of `leg` may be used with a permission. Every query that shows something of a call goes through it: a call
 * is visible through its visible legs, and only those are shown.
 */
export function visibleLegs(
  permission: Permission,
  asker: Pick<Asker, 'held' | 'personId'>,
  parameters: Parameters,
): string {
  const scope = scopeOf(permission, asker.held, asker.personId);
  if (scope.kind === 'none') return 'false';
  if (scope.kind === 'all') return 'true';
  const ofTeams = `leg.team_id = any(${parameters.add(scope.teamIds)}::uuid[])`;
  return scope.ownPersonId === null
    ? ofTeams
    : `(${ofTeams} or leg.person_id = ${parameters.add(scope.ownPersonId)}::uuid)`;
}

/**
 * The condition under which the result of a visible row of `leg` is shown: a person does not see that of a leg that they are to judge blind.
 * @param withheld the ids of these legs
 * @param column of the leg's id
 */
export const resultShown = (withheld: readonly string[], parameters: Parameters, column = 'leg.id'): string =>
  withheld.length === 0 ? 'true' : `${column} <> all(${parameters.add(withheld)}::uuid[])`;
