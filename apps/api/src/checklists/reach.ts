import { scopeOf, type Asker } from '#people';

/**
 * Which checklists a person reads: agents those that have judged calls of their own, all others every one, drafts included.
 * @returns the agent's person, or null
 */
export function ownChecklistsOnly(asker: Asker): string | null {
  const scope = scopeOf('checklists.read', asker.held, asker.personId);
  return scope.kind === 'some' && scope.teamIds.length === 0 ? scope.ownPersonId : null;
}
