import { floorPartSchema, type FloorPart, type Permission } from '#contracts';
import { scopeOf, type HeldRole, type Scope } from '#people/rules';

/** What each part takes besides the right to the floor: nothing is on it that its reader could not read elsewhere. */
const RIGHTS: Record<FloorPart, readonly Permission[]> = {
  line: ['floor.read', 'calls.read'],
  results: ['floor.read', 'scorecards.read'],
  promises: ['floor.read', 'commitments.read'],
};

export const roomOfFloor = (teamId: string, part: FloorPart): string => `floor:${teamId}:${part}`;

const reachesTeam = (scope: Scope, teamId: string): boolean =>
  scope.kind === 'all' || (scope.kind === 'some' && scope.teamIds.includes(teamId));

/** The parts of a team's floor that these rights show; one's own calls alone show none. */
export const partsOfFloor = (held: readonly HeldRole[], personId: string, teamId: string): FloorPart[] =>
  floorPartSchema.options.filter((part) =>
    RIGHTS[part].every((right) => reachesTeam(scopeOf(right, held, personId), teamId)),
  );
