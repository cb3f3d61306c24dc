import { type EntityManager } from 'typeorm';
import { CORRECTED_FACTS, type CorrectedFact, type UploadMetadata } from '#contracts';
import { CallFact, Leg, legsOfCalls, writeLeg } from '#calls';
import { type IncomingCall } from './incoming-call.js';
import { overlap } from './overlap.rules.js';
import { timesOf } from './possible-times.js';

/**
 * The leg of a locked call that an upload is of, among those that records told of: its agent's at that time, or the one conversation of a
 * telephone that is no one's yet; a new one where there is none. What records know of it stays, and the upload fills in the rest.
 * @returns its id
 */
export async function legOfUpload(
  tx: EntityManager,
  { leg, consent: { decidedAt: at } }: IncomingCall,
  metadata: UploadMetadata,
): Promise<string> {
  const legs = await legsOfCalls(tx, [leg.callId]);
  const found = toldLegOf(legs, leg.personId, metadata);
  const told = (legId: string) => ({
    ...{ callId: leg.callId, legId, name: 'staffNumber', value: metadata.legs[0]?.staffNumber ?? null },
    ...{ toldBy: 'upload' as const, at },
  });
  if (!found) {
    const position = Math.max(-1, ...legs.map((one) => one.position)) + 1;
    await tx.insert(Leg, { ...leg, position });
    await tx.insert(CallFact, told(leg.id) as object);
    return leg.id;
  }
  const { personId, teamId, holdSpans } = leg;
  const filled = CORRECTED_FACTS.map((fact) => [fact, found[fact] ?? leg[fact]]);
  await writeLeg(tx, found.id, {
    ...(Object.fromEntries(filled) as Pick<Leg, CorrectedFact>),
    ...(found.personId === null && { personId, teamId }),
    holdSpans,
  });
  await tx.insert(CallFact, told(found.id) as object);
  return found.id;
}

/** Finds which leg that records told of is the one that an agent's upload is of. */
export function toldLegOf(legs: readonly Leg[], personId: string, metadata: UploadMetadata): Leg | undefined {
  const { startedAt, answeredAt, alertedAt, endedAt } = timesOf(metadata);
  const span = { beganAt: answeredAt ?? alertedAt ?? startedAt, alertedAt, answeredAt, endedAt };
  const near = legs.filter((one) => one.kind === 'agent' && overlap(one, span));
  const own = near.filter((one) => one.personId === personId);
  // One that capture wrote down for an agent who is not known is theirs.
  const talks = near.filter((one) => one.recordKey !== null && one.personId === null && one.outcome === 'answered');
  return own.find(({ outcome }) => outcome === 'answered') ?? own[0] ?? (talks.length === 1 ? talks[0] : undefined);
}
