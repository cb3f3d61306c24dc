import { type Permission } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { type Parameters } from '../reach/visible-legs.js';

/**
 * The condition under which a row of `coaching_session`, called `session`, exists for the asker: a draft for the coach who prepares it, a
 * shared one for its agent and for people who lead coaching of its team.
 */
export function visibleSessions(
  asker: Asker,
  parameters: Parameters,
  permission: Permission = 'coaching.read',
): string {
  const scope = scopeOf(permission, asker.held, asker.personId);
  if (scope.kind === 'none') return 'false';
  const me = parameters.add(asker.personId);
  const others = [
    `session.coach_person_id = ${me}`,
    ...(scope.kind === 'all' ? ['session.shared_at is not null'] : []),
    ...(scope.kind === 'some' && scope.teamIds.length > 0
      ? [`(session.shared_at is not null and session.team_id = any(${parameters.add(scope.teamIds)}::uuid[]))`]
      : []),
    ...(scope.kind === 'some' && scope.ownPersonId !== null
      ? [`(session.shared_at is not null and session.agent_person_id = ${me})`]
      : []),
  ];
  return `(${others.join(' or ')})`;
}
