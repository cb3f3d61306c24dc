import { knownLanguage, type UploadMetadata } from '#contracts';
import { columnsOf, maskCustomer } from '#calls';
import { groundOf, type GateDecision } from '#consent';
import { newId } from '#platform';

/** The sender of a call is not its agent: the agent is looked up by staff number. */
export interface AgentOnCall {
  personId: string;
  teamId: string;
}

const dateOrNull = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));

/**
 * The rows of a call whose first upload this is, from its metadata.
 * @param toldCallId where records told of it before; null: it is heard of for the first time
 */
export function rowsOfIncomingCall(
  metadata: UploadMetadata,
  agent: AgentOnCall,
  gate: GateDecision & { rulesVersion: number | null },
  { now, toldCallId }: { now: Date; toldCallId: string | null },
) {
  const callId = toldCallId ?? newId();
  const [part] = metadata.legs;
  if (!part) throw new RangeError('an upload has a leg: its schema says so');
  const { consent } = metadata;
  return {
    told: toldCallId !== null,
    call: {
      id: callId,
      source: metadata.source,
      externalId: metadata.externalId,
      direction: metadata.direction,
      classification: metadata.classification,
      language: knownLanguage(metadata.language),
      region: metadata.region,
      purpose: metadata.purpose ?? null,
      outcome: metadata.outcome ?? null,
      customer: maskCustomer(metadata.customer),
      startedAt: new Date(metadata.startedAt),
      createdAt: now,
    },
    leg: {
      id: newId(),
      callId,
      position: 0,
      personId: agent.personId,
      takenByPersonId: agent.personId,
      teamId: agent.teamId,
      ...columnsOf(part),
      holdSpans: part.holdSpans,
    },
    consent: {
      id: newId(),
      callId,
      state: consent.state,
      ruleId: gate.ruleId,
      rulesVersion: gate.rulesVersion,
      ground: groundOf(consent),
      mayRecord: gate.mayRecord,
      reason: gate.reason,
      evidenceKind: consent.evidence?.kind ?? null,
      evidenceAt: dateOrNull(consent.evidence?.at),
      evidenceReference: consent.evidence?.reference ?? null,
      decidedAt: now,
    },
  };
}
export type IncomingCall = ReturnType<typeof rowsOfIncomingCall>;
