import { type EntityManager } from 'typeorm';
import { actingNow } from '#platform';
import { reviewsRefusals } from './refusals.js';

/**
 * People never judge a call that they took, on any of its legs, and a deputy none that the person who is away took: the database refuses both as well.
 *
 * @throws DomainError `own_call`
 */
export async function refuseOwnCall(tx: EntityManager, legId: string, personId: string): Promise<void> {
  const own: unknown[] = await tx.query(
    `select 1 from leg judged cross join legs_of_call(judged.call_id) own where judged.id = $1 and (own.person_id = any($2)
       or exists (select 1 from unnest($2::uuid[]) judge where rests_on(judge, own.person_id, now())))`,
    [legId, [personId, ...(actingNow() ? [actingNow()!.personId] : [])]],
  );
  if (own.length > 0) throw reviewsRefusals.own_call();
}
