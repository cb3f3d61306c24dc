import { type EntityManager } from 'typeorm';
import { Call } from '../call.entity.js';
import { Leg } from '../leg.entity.js';
import { matterOf, type NamedMatter } from '../matter.js';

/** What only the records of a telephone system tell. */
type OfTelephones = 'answeredAt' | 'endedAt' | 'connection' | 'customerKey';

/** A call that is heard of for the first time. */
export interface NewCall {
  call: Omit<Call, 'matterId' | 'languageTold' | `stage${string}` | OfTelephones> & Partial<Pick<Call, OfTelephones>>;
  leg: Pick<Leg, 'id' | 'callId' | 'position' | 'personId' | 'teamId' | 'holdSpans'> & Partial<Leg>;
  matter: NamedMatter | undefined;
  /** Why nothing of it may be recorded; null where it may. */
  notRecorded: string | null;
}

/** Writes a call down where its journey begins. A second call with the same identity violates its unique key. */
export async function enterCall(tx: EntityManager, { call, leg, matter, notRecorded }: NewCall): Promise<void> {
  const matterId = await matterOf(tx, call.source, matter);
  const stage = notRecorded === null ? 'known' : 'not_recorded';
  await tx.insert(Call, { ...call, matterId, stage, stageReason: notRecorded, stageAt: call.createdAt });
  await tx.insert(Leg, leg);
}
