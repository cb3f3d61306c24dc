import { type EntityManager } from 'typeorm';
import { Leg } from '../leg.entity.js';

export const legsOfCalls = (tx: EntityManager, callIds: readonly string[]): Promise<Leg[]> =>
  tx
    .createQueryBuilder(Leg, 'leg')
    .where('leg.callId = any(:callIds)', { callIds })
    .orderBy('leg.position')
    .addOrderBy('leg.id')
    .getMany();

/** Legs that an upload told of, beside records. */
export async function legsOfUploads(tx: EntityManager, callIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select leg_id as id from call_fact where call_id = any($1) and told_by = 'upload' and leg_id is not null`,
    [callIds],
  );
  return rows.map(({ id }) => id);
}

/** An upload brought the leg before records told of it, and nothing of it may be recorded: that it stays is written down. */
export async function noteUpload(tx: EntityManager, { id, callId }: Pick<Leg, 'id' | 'callId'>): Promise<void> {
  await tx.query(
    `insert into call_fact (call_id, leg_id, name, told_by, at) values ($1, $2, 'staffNumber', 'upload', now())`,
    [callId, id],
  );
}

/** A leg that had no person gets one, who took it. */
export async function writeLeg(tx: EntityManager, id: string, told: Partial<Leg>): Promise<void> {
  await tx.update(Leg, id, told);
  await tx.query(
    'update leg set taken_by_person_id = person_id where id = $1 and person_id is not null and taken_by_person_id is null',
    [id],
  );
}

/** Deletes legs that were known only from records which no longer contain them. */
export async function removeLegs(tx: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('update leg set transferred_to_leg_id = null where transferred_to_leg_id = any($1)', [ids]);
  await tx.query('delete from call_fact where leg_id = any($1)', [ids]);
  await tx.query('delete from leg where id = any($1)', [ids]);
}

/** Says of each leg where its transfer led; null: nowhere that is known. */
export async function linkTransfers(
  tx: EntityManager,
  links: readonly { id: string; to: string | null }[],
): Promise<void> {
  await tx.query(
    `update leg set transferred_to_leg_id = told.to_id from unnest($1::uuid[], $2::uuid[]) told (id, to_id)
     where leg.id = told.id and transferred_to_leg_id is distinct from told.to_id`,
    [links.map(({ id }) => id), links.map(({ to }) => to)],
  );
}

/** Puts legs of a call in this order, before any others. */
export async function orderLegs(tx: EntityManager, callId: string, ids: readonly string[]): Promise<void> {
  const moved: unknown[] = await tx.query(
    `select 1 from leg join unnest($1::uuid[]) with ordinality wanted (id, place) on wanted.id = leg.id
     where leg.call_id = $2 and position <> place - 1 limit 1`,
    [ids, callId],
  );
  if (moved.length === 0) return;
  // Places are unique at every moment: first beyond all, then where they belong.
  await tx.query('update leg set position = position + 100000 where call_id = $1', [callId]);
  await tx.query(
    `update leg set position = place - 1 from (
       select leg.id, row_number() over (order by wanted.place nulls last, position) as place from leg
       left join unnest($1::uuid[]) with ordinality wanted (id, place) on wanted.id = leg.id where leg.call_id = $2) ordered
     where ordered.id = leg.id`,
    [ids, callId],
  );
}
