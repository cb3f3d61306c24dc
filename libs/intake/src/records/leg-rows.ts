import { type EntityManager } from 'typeorm';
import { Leg, legsOfCalls, legsOfUploads, linkTransfers, noteUpload, orderLegs, removeLegs, writeLeg } from '#calls';
import { newId } from '#platform';
import { matchLegs, type LegRow } from './matched-legs.rules.js';
import { type Placed } from './placed-legs.service.js';

/** A leg of the records that is also more than they say: recorded, or known by the gate. */
export interface AdoptedLeg {
  leg: Leg;
  told: Placed;
}

export interface WrittenLegs {
  adopted: AdoptedLeg[];
  /** Each leg's row by its key. */
  idOf: Map<string, string>;
  /** Adopted legs of which something changed that only records say. */
  changed: Set<string>;
  /** Rows that had no person, and have one now. */
  placed: string[];
  /** Keys of legs of which nothing is told: the source may not speak for their team, or it is not known whose they are. */
  bare: Set<string>;
}

/** What records alone say of a leg; an adopted one takes it as it is. */
const toldAlone = ({ recordKey, outcome, extension, beganAt, ringSeconds, transferTarget, holds }: Placed) => ({
  ...{ recordKey, outcome, extension, beganAt, ringSeconds, transferTarget, holds },
});

/** All of it: of a leg that nothing else tells of. Where it was passed on to is a place in the list, which is linked when all have rows. */
const toldWhole = ({ transferredTo: _, ...told }: Placed) => told;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const differs = (row: Leg, told: object): boolean =>
  Object.entries(told).some(([field, value]) => !same(row[field as keyof Leg], value));

/** The same telephone at the same time. Who sat there then may be told otherwise later: whose a leg is, is never written over. */
const isSameTelephone = (row: Leg, { extension, beganAt, answeredAt }: Placed): boolean =>
  same([row.extension, row.beganAt, row.beganAt ?? row.answeredAt], [extension, beganAt, beganAt ?? answeredAt]);
const keepsPerson = (row: Leg, told: Placed): Placed =>
  row.personId !== null && isSameTelephone(row, told) ? { ...told, personId: row.personId, teamId: row.teamId } : told;

/** That there was such a leg, so that it is found once it is known whose it is. */
const bare = ({ recordKey, kind, extension, queue, beganAt, personId, teamId, ...told }: Placed): Placed => ({
  ...{ recordKey, kind, extension, queue, beganAt, personId, teamId },
  ...(Object.fromEntries(Object.keys(told).map((fact) => [fact, null])) as { [F in keyof typeof told]: null }),
});

/** A row goes on with another person's leg only where none was known. */
const another = (row: Leg, told: Placed): boolean => row.personId !== null && row.personId !== told.personId;

/**
 * Makes the legs of a call's rows what its records say. Rows that are more than that keep what they have.
 * @param callIds the row that stays, then those that were joined to it
 * @param speaksFor the teams that the source may speak for; null: for any, and also of what is no team's
 */
export async function writeLegs(
  tx: EntityManager,
  callIds: readonly string[],
  told: readonly Placed[],
  speaksFor: readonly string[] | null,
): Promise<WrittenLegs> {
  const [callId] = callIds as [string];
  const rows = await legsOfCalls(tx, callIds);
  const recorded = await recordedOf(tx, callIds);
  const stays = (row: Leg): boolean => row.recordKey === null || recorded.has(row.id);
  const found = matchLegs(
    told,
    rows.map((row): LegRow => ({ ...row, stays: stays(row) })),
  );
  const written: WrittenLegs = { adopted: [], idOf: new Map(), changed: new Set(), placed: [], bare: new Set() };
  const placed = told.map((leg, i) => {
    const row = rows[found[i] as number];
    const its = row && !stays(row) ? keepsPerson(row, leg) : leg;
    const teamId = row && stays(row) ? row.teamId : its.teamId;
    if (speaksFor === null || (teamId !== null && speaksFor.includes(teamId))) return its;
    written.bare.add(leg.recordKey);
    return bare(its);
  });
  const kept = found.map((at, i) => {
    const row = at < 0 ? undefined : rows[at];
    return row && (stays(row) || !another(row, placed[i] as Placed)) ? row : undefined;
  });
  const gone = rows.filter((row) => !stays(row) && !kept.includes(row));
  await removeLegs(
    tx,
    gone.map(({ id }) => id),
  );
  let position = Math.max(-1, ...rows.map((row) => row.position)) + 1;
  for (const [i, its] of placed.entries()) {
    const row = kept[i];
    written.idOf.set(its.recordKey, row?.id ?? newId());
    if (row && stays(row)) {
      if (written.bare.has(its.recordKey)) continue;
      written.adopted.push({ leg: row, told: its });
      if (!differs(row, toldAlone(its))) continue;
      if (row.recordKey === null && !recorded.has(row.id)) await noteUpload(tx, row);
      await tx.update(Leg, row.id, toldAlone(its));
      written.changed.add(row.id);
    } else if (row) {
      if (differs(row, toldWhole(its))) await writeLeg(tx, row.id, toldWhole(its));
      if (row.personId === null && its.personId !== null) written.placed.push(row.id);
    } else {
      const id = written.idOf.get(its.recordKey) as string;
      await tx.insert(Leg, { ...toldWhole(its), id, callId, position: position++, holdSpans: [] });
    }
  }
  const idOf = (at: number): string => written.idOf.get((placed[at] as Placed).recordKey) as string;
  const links = placed.map(({ transferredTo: to }, at) => ({ id: idOf(at), to: to === null ? null : idOf(to) }));
  await linkTransfers(tx, links);
  // As long as nothing rests on their places.
  if (recorded.size === 0) await orderLegs(tx, callId, [...placed.keys()].map(idOf));
  return written;
}

/** Legs that are recorded, or that an upload told of. */
async function recordedOf(tx: EntityManager, callIds: readonly string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query('select leg_id as id from recording where call_id = any($1)', [
    callIds,
  ]);
  return new Set([...rows.map(({ id }) => id), ...(await legsOfUploads(tx, callIds))]);
}
