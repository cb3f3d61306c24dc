import { type DataSource, type EntityManager } from 'typeorm';

/**
 * Takes away who said what of calls, by what their customers are known again, and by what other ids their systems knew them. Each goes on to
 * answer to its own. @returns how many of each there were
 */
export async function forgetRecords(
  tx: EntityManager,
  callIds: readonly string[],
): Promise<Record<'toldFacts' | 'customerKeys' | 'callNames', number>> {
  const [, toldFacts]: [unknown[], number] = await tx.query('delete from call_fact where call_id = any($1)', [callIds]);
  const [, customerKeys]: [unknown[], number] = await tx.query(
    'update call set customer_key = null where id = any($1) and customer_key is not null',
    [callIds],
  );
  const [, callNames]: [unknown[], number] = await tx.query('delete from call_name where call_id = any($1)', [callIds]);
  return { toldFacts, customerKeys, callNames };
}

/** Of a number outside, its last digits are shown (`…2046`): these go from legs. Extensions of the house stay. @returns from how many legs */
export async function forgetNumbers(tx: EntityManager, callIds: readonly string[]): Promise<number> {
  const [, legs]: [unknown[], number] = await tx.query(
    `update leg set extension = case when extension not like '…%' then extension end,
       transfer_target = case when transfer_target not like '…%' then transfer_target end
     where call_id = any($1) and (extension like '…%' or transfer_target like '…%')`,
    [callIds],
  );
  return legs;
}

/** Calls in one statement. */
const AT_ONCE = 5000;

/** No customer is known again by these keys any more. Calls that are being written are left to the next time. @returns of how many calls */
export async function forgetCustomers(source: DataSource, keys: readonly Buffer[]): Promise<number> {
  for (let all = 0; ;) {
    const [, n]: [unknown[], number] = await source.query(
      `with taken as materialized (
         select id from call where customer_key = any($1) order by id limit ${AT_ONCE} for update skip locked)
       update call set customer_key = null from taken where call.id = taken.id`,
      [keys],
    );
    all += n;
    if (n < AT_ONCE) return all;
  }
}
