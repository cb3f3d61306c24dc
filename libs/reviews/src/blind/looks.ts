import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';

/** When the machine's result of a leg was first shown to a person who may judge it. */
@Entity('result_look')
export class ResultLookRow {
  @PrimaryColumn('uuid')
  legId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('timestamptz')
  firstAt!: Date;
}

/** Remembers that a person who may judge these legs was shown their results. What was seen once cannot be judged blind. */
export async function noteLooks(
  tx: EntityManager,
  legIds: readonly string[],
  personId: string,
  firstAt: Date,
): Promise<void> {
  if (legIds.length === 0) return;
  const rows = legIds.map((legId) => ({ legId, personId, firstAt }));
  await tx.createQueryBuilder().insert().into(ResultLookRow).values(rows).orIgnore().execute();
}

/** By leg, who was shown its result. */
export async function looksAt(tx: EntityManager, legIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows: { legId: string; personId: string }[] = await tx.query(
    `select leg_id as "legId", person_id as "personId" from result_look where leg_id = any($1::uuid[])`,
    [legIds],
  );
  const seen = new Map<string, Set<string>>();
  for (const { legId, personId } of rows) seen.set(legId, (seen.get(legId) ?? new Set()).add(personId));
  return seen;
}
