import { type DataSource } from 'typeorm';
import { Call, Leg } from '#calls';
import { ConsentDecision } from '#consent';
import { newId } from '#platform';

export interface BuiltCall {
  callId: string;
  legId: string;
}

/** A call with one leg and its consent decision. Everything not given is ordinary: inbound, English, answered within three rings. */
export async function buildCall(
  source: DataSource,
  leg: Pick<Leg, 'personId' | 'teamId'> & Partial<Leg>,
  over: Partial<Call> = {},
): Promise<BuiltCall> {
  const [callId, legId] = [newId(), newId()];
  const startedAt = over.startedAt ?? new Date();
  const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
  const stage = over.stage ?? 'known';
  await source.manager.insert(Call, {
    id: callId,
    source: 'test',
    externalId: callId,
    matterId: null,
    direction: 'inbound',
    classification: 'business',
    language: 'en',
    region: 'CN',
    customer: '138****2046',
    startedAt,
    stageReason: null,
    stageAt: startedAt,
    createdAt: startedAt,
    ...over,
    stage,
  });
  await source.manager.insert(Leg, {
    id: legId,
    callId,
    position: 0,
    queueSeconds: 4,
    alertedAt: after(4),
    answeredAt: after(10),
    endedAt: after(70),
    hangupParty: 'customer',
    transfer: 'none',
    consulted: null,
    holdSpans: [],
    ...leg,
  });
  await source.manager.insert(ConsentDecision, {
    id: newId(),
    callId,
    state: 'announced',
    ruleId: 'test',
    rulesVersion: 1,
    ground: null,
    mayRecord: true,
    reason: null,
    evidenceKind: 'announcement',
    evidenceAt: startedAt,
    evidenceReference: null,
    decidedAt: startedAt,
  });
  return { callId, legId };
}
