import { scopeOf, type Asker } from '#people';

/**
 * Whose checklists somebody reads: an agent those that have judged calls of their own, everybody else all of them, drafts included.
 * @returns the agent's person, or null
 */
export function ownChecklistsOnly(asker: Asker): string | null {
  const scope = scopeOf('checklists.read', asker.held, asker.personId);
  return scope.kind === 'some' && scope.teamIds.length === 0 ? scope.ownPersonId : null;
}
