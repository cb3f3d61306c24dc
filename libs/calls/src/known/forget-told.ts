import { type EntityManager } from 'typeorm';

/** Takes away who said what of calls, and by what their customers are known again. @returns how many of each there were */
export async function forgetTold(tx: EntityManager, callIds: readonly string[]): Promise<Record<string, number>> {
  const [, toldFacts]: [unknown[], number] = await tx.query('delete from call_fact where call_id = any($1)', [callIds]);
  const [, customerKeys]: [unknown[], number] = await tx.query(
    'update call set customer_key = null where id = any($1) and customer_key is not null',
    [callIds],
  );
  return { toldFacts, customerKeys };
}
