import { type Permission } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { type Parameters } from '../reach/visible-legs.js';

/**
 * The condition under which a row of `coaching_session`, called `session`, exists for the asker: a draft for the coach who prepares it, a
 * shared one for its agent and for people who lead coaching of its team. A coach whose role reaches the team no more reads it no more: it goes on
 * counting that team's calls.
 */
export function visibleSessions(
  asker: Asker,
  parameters: Parameters,
  permission: Permission = 'coaching.read',
): string {
  const scope = scopeOf(permission, asker.held, asker.personId);
  if (scope.kind === 'none') return 'false';
  const me = parameters.add(asker.personId);
  const there = `(session.shared_at is not null or session.coach_person_id = ${me})`;
  if (scope.kind === 'all') return there;
  const reached = [
    ...(scope.teamIds.length > 0 ? [`session.team_id = any(${parameters.add(scope.teamIds)}::uuid[])`] : []),
    ...(scope.ownPersonId !== null ? [`session.agent_person_id = ${me}`] : []),
  ];
  return `(${there} and (${reached.join(' or ') || 'false'}))`;
}
