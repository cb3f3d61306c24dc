import { type EntityManager } from 'typeorm';
import { Person, scopeOf, type Asker } from '#people';
import { BestCallRow } from './best-call.entity.js';

/** Whose rights are asked. */
export type BestCallAsker = Pick<Asker, 'personId' | 'held'>;

/** Whether a person hears what was published for a team: they belong to it, or their role reaches it. */
export async function hearsOfTeam(
  tx: Pick<EntityManager, 'findOneBy'>,
  { personId, held }: BestCallAsker,
  teamId: string,
): Promise<boolean> {
  const scope = scopeOf('best_calls.read', held, personId);
  if (scope.kind === 'none') return false;
  if (scope.kind === 'all' || scope.teamIds.includes(teamId)) return true;
  return (await tx.findOneBy(Person, { id: personId }))?.teamId === teamId;
}

/**
 * The best call by whose right the asker may hear its stretch of the recording now: it is published and not ended, and made for them.
 * @returns null where there is no such right
 */
export async function bestCallHeard(
  tx: EntityManager,
  asker: BestCallAsker,
  { id, recordingId }: { id: string; recordingId: string },
): Promise<BestCallRow | null> {
  const one = await tx.findOneBy(BestCallRow, { id, recordingId });
  if (!one?.publishedAt || one.endedAt) return null;
  if (one.scope === 'company')
    return scopeOf('best_calls.read', asker.held, asker.personId).kind === 'none' ? null : one;
  return (await hearsOfTeam(tx, asker, one.teamId)) ? one : null;
}
