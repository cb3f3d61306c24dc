import { type EntityManager } from 'typeorm';
import { Call } from '../call.entity.js';
import { matterOf, type NamedMatter } from '../matter.js';
import { isKnownFromRecordsOnly } from '../from-records/call-from-records.js';

/** What an upload tells of a call that only records told of so far. */
export type OfUpload = Pick<
  Call,
  'direction' | 'startedAt' | 'classification' | 'language' | 'region' | 'customer' | 'purpose' | 'outcome'
> & { id: string; source: string; matter: NamedMatter | undefined };

/** Another upload was first: the gate knows the call by now. */
export class CallEntered extends Error {
  override readonly name = 'CallEntered';
}

/**
 * The gate takes in a call that records told of: what they know of it stays, and the rest is as its upload says. The call stays locked.
 * @param notRecorded why nothing of it may be recorded; null where it may. @throws CallEntered
 */
export async function enterGate(
  tx: EntityManager,
  { id, source, matter, direction, startedAt, customer, ...told }: OfUpload,
  notRecorded: string | null,
  at: Date,
): Promise<void> {
  await lockCalls(tx, [id]);
  const call = await tx.findOneByOrFail(Call, { id });
  if (!isKnownFromRecordsOnly(call)) throw new CallEntered(id);
  const { classification, language, region, purpose, outcome } = told;
  await tx.update(Call, id, {
    ...{ classification, language, region, purpose, outcome, matterId: await matterOf(tx, source, matter) },
    ...{ direction: call.direction ?? direction, customer: customer ?? call.customer },
    startedAt: isNear(call.startedAt, startedAt) ? call.startedAt : startedAt,
    ...{ stage: notRecorded === null ? 'known' : 'not_recorded', stageReason: notRecorded, stageAt: at },
  });
}

/**
 * Maximum difference, in ms, by which an upload may change the start that records gave. Retention counts from the day of the call, and records may
 * have a wrong clock or be hand-written; a larger change needs two people.
 */
const NEAR = 24 * 3_600_000;
const isNear = (one: Date, other: Date): boolean => Math.abs(one.getTime() - other.getTime()) <= NEAR;

/** Locks calls until the transaction ends, always in one order, so that two callers who lock several never wait for each other. */
export async function lockCalls(tx: EntityManager, callIds: readonly string[]): Promise<void> {
  await tx.query('select 1 from call where id = any($1) order by id for no key update', [callIds]);
}
