import { type Scope } from '#people';

/** The rooms in which something about a leg is told: its team's, and its agent's own. */
export const roomsOfLeg = (leg: { teamId: string; personId: string }): string[] => [
  `team:${leg.teamId}`,
  `person:${leg.personId}`,
];

/** The rooms that a scope may listen in. */
export function roomsOf(scope: Scope, everyTeamId: readonly string[]): string[] {
  if (scope.kind === 'none') return [];
  if (scope.kind === 'all') return everyTeamId.map((id) => `team:${id}`);
  const own = scope.ownPersonId === null ? [] : [`person:${scope.ownPersonId}`];
  return [...scope.teamIds.map((id) => `team:${id}`), ...own];
}

/** The room in which a person learns of their notifications; no other person is ever in it. */
export const roomOfPerson = (personId: string): string => `told:${personId}`;
