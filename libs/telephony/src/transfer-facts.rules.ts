import { type ScoringFacts, type LegKind, type LegOutcome } from '#contracts';

/** What other legs of a call tell of one. */
export interface LegOfCall {
  id: string;
  kind: LegKind;
  outcome: LegOutcome | null;
  extension: string | null;
  beganAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
}

/** The leg that may have been transferred. */
export interface TransferringLeg {
  id: string;
  answeredAt: Date | null;
  endedAt: Date | null;
  hangupParty: ScoringFacts['hangupParty'];
  transfer: ScoringFacts['transfer'];
  consulted: boolean | null;
  transferTarget: string | null;
  transferredToLegId: string | null;
  /** null: no telephone record knows it, so that a leg that is not there says nothing. */
  recordKey: string | null;
}

type TransferFacts = Pick<ScoringFacts, 'transfer' | 'consulted' | 'hangupParty'>;

/** A telephone system notes the end of one leg and the beginning of the next within so many milliseconds. */
const AT_ONCE_MS = 1_000;

/**
 * How a leg ended, by all legs of its call. An agent who asked the colleague first consulted, whatever key they pressed then; who
 * passed the customer on blind, and asked no one, did not. A questionnaire after the call is no transfer, and who leaves a call that goes on
 * does not hang up on the customer.
 */
export function transferFacts(leg: TransferringLeg, call: readonly LegOfCall[]): TransferFacts {
  const others = call.filter(({ id }) => id !== leg.id);
  const after = others.filter((one) => one.kind !== 'consult' && beganAfter(one, leg));
  const passed = others.find(({ id }) => id === leg.transferredToLegId);
  const toQuestionnaire = passed?.kind === 'ivr' && after.every(({ kind }) => kind === 'ivr');
  return {
    transfer: toQuestionnaire ? 'none' : leg.transfer,
    consulted: toQuestionnaire ? leg.consulted : (leg.consulted ?? consulted(leg, others)),
    hangupParty: leg.hangupParty === 'agent' && (passed || after.length > 0) ? null : leg.hangupParty,
  };
}

const beganAfter = (one: LegOfCall, leg: Pick<TransferringLeg, 'endedAt'>): boolean =>
  one.beganAt !== null && leg.endedAt !== null && one.beganAt.getTime() >= leg.endedAt.getTime() - AT_ONCE_MS;

/** @returns null where it cannot be told */
function consulted(leg: TransferringLeg, others: readonly LegOfCall[]): boolean | null {
  if (leg.recordKey === null || (leg.transfer !== 'blind' && leg.transfer !== 'warm')) return null;
  const asked = others.filter((one) => one.kind === 'consult' && mayBeOf(one, leg));
  const last = asked.at(-1);
  if (!last) return leg.transfer === 'blind' ? false : null;
  // Where two agents speak with the customer at once, either of them may have asked.
  if (others.some((one) => one.kind === 'agent' && asked.some((consult) => mayBeOf(consult, one)))) return null;
  if (leg.transfer === 'warm') return spoke(last, leg) ? true : null;
  if (asked.some((one) => spoke(one, leg) && one.extension !== null && one.extension === leg.transferTarget))
    return true;
  return asked.every(({ outcome }) => outcome !== null && outcome !== 'answered') ? false : null;
}

/** Did it begin while this leg's agent spoke with the customer? What is not known may have been. */
const mayBeOf = ({ beganAt }: LegOfCall, { answeredAt, endedAt }: Pick<LegOfCall, 'answeredAt' | 'endedAt'>): boolean =>
  beganAt === null || ((answeredAt === null || beganAt >= answeredAt) && (endedAt === null || beganAt <= endedAt));

/** Did the one who was asked pick up before the customer was passed on? */
const spoke = ({ beganAt, outcome, answeredAt }: LegOfCall, { endedAt }: TransferringLeg): boolean =>
  beganAt !== null && outcome === 'answered' && answeredAt !== null && endedAt !== null && answeredAt < endedAt;
