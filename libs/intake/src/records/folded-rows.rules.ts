import { type Connection, type LegKind, type LegOutcome } from '#contracts';
import { maskCustomer } from '#calls/rules';
import { type Facts, type FoldedCall, type FoldedLeg, type LegFields, type TelephoneNumber } from '#telephony/rules';

/** What records say of a call, as its row keeps it; null: they do not say, or contradict each other. */
export interface ToldCall {
  stage: 'ringing' | 'live' | 'ended';
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  direction: 'inbound' | 'outbound' | 'internal' | null;
  connection: Connection | null;
  customer: string | null;
}

/** What they say of a leg, as its row keeps it. Who took it is asked elsewhere. */
export interface ToldLeg {
  recordKey: string;
  kind: LegKind;
  outcome: LegOutcome | null;
  extension: string | null;
  queue: string | null;
  queueSeconds: number | null;
  beganAt: Date | null;
  ringSeconds: number | null;
  alertedAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  hangupParty: 'agent' | 'customer' | null;
  transfer: 'blind' | 'warm' | null;
  transferTarget: string | null;
  /** Its place in the list of legs; null: it is not known, or was none of them. */
  transferredTo: number | null;
  holds: [string, string][] | null;
}

const dateOf = (fact: { value: number } | undefined): Date | null => (fact ? new Date(Math.round(fact.value)) : null);
const iso = (ms: number): string => new Date(Math.round(ms)).toISOString();

/** A call of which nothing has been heard for so long is over, in hours: the record of its end was lost. */
export const SILENT_HOURS = 12;

/**
 * @param times when its records happened, in ms since 1970: the earliest says when it began where none does
 * @returns null where nothing says when it was
 */
export function toldCall(call: FoldedCall, times: readonly number[], now: Date): ToldCall | null {
  const { facts } = call;
  const startedAt = dateOf(facts.startedAt) ?? (times.length > 0 ? new Date(Math.round(Math.min(...times))) : null);
  if (!startedAt) return null;
  const isSilent = now.getTime() - Math.max(startedAt.getTime(), ...times) >= SILENT_HOURS * 3_600_000;
  return {
    ...{
      stage: isSilent ? 'ended' : stageOf(call),
      startedAt,
      answeredAt: dateOf(facts.answeredAt),
      endedAt: dateOf(facts.endedAt),
    },
    ...{ direction: facts.direction?.value ?? null, connection: facts.outcome?.value ?? null },
    customer: maskOf(facts.customer?.value ?? null),
  };
}

/** That records disagree on when it ended does not make it go on. */
function stageOf({ facts, contradictions, legs }: FoldedCall): ToldCall['stage'] {
  const over = facts.endedAt ?? contradictions.find(({ leg, field }) => leg === null && field === 'endedAt');
  if (over || (facts.outcome && facts.outcome.value !== 'answered')) return 'ended';
  const talks = legs.some(({ facts: { kind, answeredAt } }) => kind?.value === 'agent' && answeredAt);
  return facts.answeredAt || talks ? 'live' : 'ringing';
}

/** A number's mask, as it is dialled at home, so that it looks as an upload has it. */
export function maskOf(number: TelephoneNumber | null): string | null {
  if (!number || number.withheld) return null;
  const home = /^\+(?:86|1)(\d+)$/.exec(number.e164 ?? '')?.[1];
  return maskCustomer({ number: home ?? number.e164 ?? number.digits });
}

/** An extension is told whole; of a number outside, its end. */
export const shownNumber = (text: string | null): string | null =>
  text !== null && /^\+?\d{7,}$/.test(text) ? `…${text.slice(-4)}` : text;

/** Its legs in the order in which they began; one of no known kind is none. */
export function toldLegs({ legs }: Pick<FoldedCall, 'legs'>): ToldLeg[] {
  const known = legs.filter(({ facts: { kind } }) => kind);
  return known.map(({ key, facts }) => {
    const { startedAt, answeredAt, endedAt, ringSeconds, holdSpans, transfer } = facts;
    const to = transfer?.value.to ?? null;
    return {
      ...{ recordKey: key, kind: facts.kind?.value as LegKind, outcome: facts.outcome?.value ?? null },
      ...{ extension: shownNumber(facts.extension?.value ?? null), queue: facts.queue?.value ?? null },
      ...{ queueSeconds: queueSeconds(facts, known), beganAt: dateOf(startedAt), alertedAt: alertedAt(facts) },
      ...{
        answeredAt: dateOf(answeredAt),
        endedAt: dateOf(endedAt),
        ringSeconds: ringSeconds ? Math.round(ringSeconds.value * 1000) / 1000 : null,
      },
      hangupParty: facts.hangupSide?.value ?? null,
      transfer: transfer ? (transfer.value.kind === 'blind' ? 'blind' : 'warm') : null,
      ...{ transferTarget: shownNumber(to), transferredTo: to === null ? null : transferredTo(key, facts, to, known) },
      holds: holdSpans ? holdSpans.value.map(([from, until]) => [iso(from), iso(until)]) : null,
    };
  });
}

/** When the agent's telephone began to ring. A clock of whole seconds says less than how long it rang does. */
function alertedAt({ kind, startedAt, answeredAt, ringSeconds }: Facts<LegFields>): Date | null {
  if (kind?.value !== 'agent') return null;
  if (ringSeconds && answeredAt) return new Date(Math.round(answeredAt.value - ringSeconds.value * 1000));
  return dateOf(startedAt);
}

/** Within this many seconds of the end of the wait a telephone is answered. */
const AT_ONCE = 2;

/** How long the caller waited in the queue: of the stay itself, or of that which this agent ended. */
function queueSeconds(facts: Facts<LegFields>, legs: readonly FoldedLeg[]): number | null {
  const waited = (stay: Facts<LegFields>): number | null => {
    const end = (stay.answeredAt ?? stay.endedAt)?.value;
    return stay.startedAt && end !== undefined ? Math.round(end - stay.startedAt.value) / 1000 : null;
  };
  if (facts.kind?.value === 'queue') return waited(facts);
  const answered = facts.answeredAt?.value;
  if (facts.kind?.value !== 'agent' || answered === undefined) return null;
  const stay = legs.find(
    ({ facts: { kind, answeredAt: end } }) =>
      kind?.value === 'queue' && end && Math.abs(end.value - answered) <= AT_ONCE * 1000,
  );
  return stay ? waited(stay.facts) : null;
}

/** The leg that a transfer led to: the first of that number which began after the transferring one did. */
function transferredTo(
  from: string,
  { startedAt, answeredAt }: Facts<LegFields>,
  to: string,
  legs: readonly FoldedLeg[],
): number | null {
  const after = (answeredAt ?? startedAt)?.value;
  const at = legs.findIndex(
    ({ key, facts: { kind, extension, startedAt: began } }) =>
      key !== from &&
      kind?.value !== 'consult' &&
      extension?.value === to &&
      (after === undefined || (began?.value ?? 0) >= after),
  );
  return at < 0 ? null : at;
}
