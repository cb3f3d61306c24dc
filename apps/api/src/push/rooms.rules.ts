import { EVENT_DOMAINS, liveAreaSchema, type LiveArea, type Permission } from '#contracts';
import { type Scope } from '#people';

/** The room of legs without a team: only those who reach every team are in it. */
const WITHOUT_TEAM = 'team:none';

/** The rooms that are notified of a leg: its team's, and its agent's own. */
export const roomsOfLeg = ({ teamId, personId }: { teamId: string | null; personId: string | null }): string[] => [
  teamId === null ? WITHOUT_TEAM : `team:${teamId}`,
  ...(personId === null ? [] : [`person:${personId}`]),
];

/** The rooms that a scope may listen in. */
export function roomsOf(scope: Scope, everyTeamId: readonly string[]): string[] {
  if (scope.kind === 'none') return [];
  if (scope.kind === 'all') return [WITHOUT_TEAM, ...everyTeamId.map((id) => `team:${id}`)];
  const own = scope.ownPersonId === null ? [] : [`person:${scope.ownPersonId}`];
  return [...scope.teamIds.map((id) => `team:${id}`), ...own];
}

/** The room in which a person learns of their notifications; no other person is ever in it. */
export const roomOfPerson = (personId: string): string => `told:${personId}`;

/** An area is heard by those who hold one of its rights, with whatever reach: what happened there, and of which team, it does not say. */
const AREAS: Record<LiveArea, { events: readonly string[]; rights: readonly Permission[] }> = {
  legal: { events: [...EVENT_DOMAINS.legal, ...EVENT_DOMAINS.export], rights: ['legal.read', 'grants.read'] },
  retention: { events: EVENT_DOMAINS.retention, rights: ['retention.read', 'holds.read', 'data_requests.read'] },
};

export const roomOfArea = (area: LiveArea): string => `area:${area}`;

/** The areas in which an event is news. */
export const areasOf = (event: string): LiveArea[] =>
  liveAreaSchema.options.filter((area) => AREAS[area].events.includes(event));

export const roomsOfAreas = (holds: (right: Permission) => boolean): string[] =>
  liveAreaSchema.options.filter((area) => AREAS[area].rights.some(holds)).map(roomOfArea);
