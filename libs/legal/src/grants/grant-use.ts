import { type EntityManager } from 'typeorm';
import { type GrantAction } from '#contracts';

/** One opening. */
export interface GrantUsed {
  grantId: string;
  personId: string;
  action: GrantAction;
}

/**
 * Counts openings under standing grants, in the transaction that journals them; what a request gave counts for itself and is left out. In one
 * order, so that two who open at once wait for each other and do not lock each other out.
 */
export async function noteGrantUse(tx: EntityManager, used: readonly GrantUsed[]): Promise<void> {
  if (used.length === 0) return;
  await tx.query(
    `insert into standing_grant_use (grant_id, person_id, action, times, last_at)
     select used."grantId", used."personId", used.action, count(*), now()
       from jsonb_to_recordset($1::jsonb) as used ("grantId" uuid, "personId" uuid, action text)
       join standing_grant on standing_grant.id = used."grantId" group by 1, 2, 3 order by 1, 2, 3
     on conflict (grant_id, person_id, action) do update
       set times = standing_grant_use.times + excluded.times, last_at = greatest(standing_grant_use.last_at, excluded.last_at)`,
    [JSON.stringify(used)],
  );
}
