import { type EntityManager } from 'typeorm';
import { Call } from '../call.entity.js';
import { lockCalls } from '../lock-calls.js';
import { matterOf, type NamedMatter } from '../matter.js';
import { isTold } from './told-call.js';

/** What an upload tells of a call that only records told of so far. */
export type OfUpload = Pick<
  Call,
  'direction' | 'classification' | 'language' | 'region' | 'customer' | 'purpose' | 'outcome'
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
  { id, source, matter, direction, customer, ...told }: OfUpload,
  notRecorded: string | null,
  at: Date,
): Promise<void> {
  await lockCalls(tx, [id]);
  const call = await tx.findOneByOrFail(Call, { id });
  if (!isTold(call)) throw new CallEntered(id);
  const { classification, language, region, purpose, outcome } = told;
  await tx.update(Call, id, {
    ...{ classification, language, region, purpose, outcome, matterId: await matterOf(tx, source, matter) },
    ...{ direction: call.direction ?? direction, customer: customer ?? call.customer },
    ...{ stage: notRecorded === null ? 'known' : 'not_recorded', stageReason: notRecorded, stageAt: at },
  });
}
