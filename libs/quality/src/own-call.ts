import { type EntityManager } from 'typeorm';
import { qualityRefusals } from './refusals.js';

/** People never judge a call that they took, on any of its legs; the database refuses it as well. @throws DomainError `own_call` */
export async function refuseOwnCall(tx: EntityManager, legId: string, personId: string): Promise<void> {
  const own: unknown[] = await tx.query(
    `select 1 from leg judged join leg own on own.call_id = judged.call_id where judged.id = $1 and own.person_id = $2`,
    [legId, personId],
  );
  if (own.length > 0) throw qualityRefusals.own_call();
}
