import {
  type Correctable,
  CORRECTABLE,
  CORRECTED_FACTS,
  isClosedFact,
  isTimeOfLeg,
  type HoldSpan,
  knownLanguage,
  type CorrectionChanges,
  type UploadMetadata,
} from '#contracts';
import { type AgentLeg, type Call } from '#calls';
import { maskCustomer, plainFacts } from '#calls/rules';

/** What is known of a call, in the words of a correction: plain values that can be compared and kept. */
export type CallFacts = Record<Exclude<Correctable, 'consent'>, unknown>;

export interface KnownCall {
  call: Call;
  leg: AgentLeg;
  staffNumber: string;
  matter: { externalId: string; title: string } | null;
  agentChannel: 'left' | 'right' | null;
  /** Of the leg's recording, as records of the telephone system or people say them. */
  holdSpans: HoldSpan[];
}

export function factsOf({ call, leg, staffNumber, matter, agentChannel, holdSpans }: KnownCall): CallFacts {
  const { language, region, direction, classification, customer, purpose, outcome } = call;
  return {
    ...{ language, region, direction, classification, customer, purpose, outcome, matter, agentChannel, staffNumber },
    ...{
      ...plainFacts(leg),
      holdSpans,
      startedAt: call.startedAt.toISOString(),
    },
  };
}

const isTime = (field: Correctable): boolean => field === 'startedAt' || isTimeOfLeg(field);

/** What a correction says, in the same words as what is known: times without their offset, the customer masked. */
export function wantedFacts(changes: CorrectionChanges): Partial<CallFacts> {
  const wanted: Partial<CallFacts> = {};
  for (const [field, value] of Object.entries(changes) as [Correctable, unknown][]) {
    if (field === 'consent' || value === undefined) continue;
    if (field === 'customer') wanted.customer = changes.customer ? maskCustomer(changes.customer) : null;
    else if (isTime(field) && value !== null) wanted[field] = new Date(value as string).toISOString();
    else wanted[field] = value;
  }
  return wanted;
}

/** The fields in which two say different things, in the order of {@link CORRECTABLE}. */
export function differences(known: CallFacts, wanted: Partial<CallFacts>): (keyof CallFacts)[] {
  return CORRECTABLE.filter((field): field is keyof CallFacts => field !== 'consent' && field in wanted).filter(
    (field) => stable(known[field]) !== stable(wanted[field]),
  );
}

/** What of some facts is kept beside a correction; a statement of consent lies with its decision. */
export const kept = (
  facts: Partial<CallFacts>,
  fields: readonly Correctable[],
): Partial<Record<Correctable, unknown>> =>
  Object.fromEntries(fields.map((field) => [field, field === 'consent' ? null : (facts[field] ?? null)]));

/** Whether what is known of these fields is still what it was. */
export const isAsItWas = (known: CallFacts, before: object, fields: readonly Correctable[]): boolean =>
  fields.every(
    (field) =>
      field === 'consent' || stable(known[field] ?? null) === stable((before as Record<string, unknown>)[field]),
  );

/** Databases keep the keys of an object in an order of their own. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** An upload's metadata as a correction. What it leaves out is unknown to its sender, and takes nothing back. */
export function changesOf(metadata: UploadMetadata): CorrectionChanges {
  const { startedAt, language, region, direction, classification, customer, matter, purpose, outcome } = metadata;
  const { staffNumber: _, extension: __, holdSpans, ...leg } = metadata.legs[0] ?? { holdSpans: [] };
  const told = {
    ...{ startedAt, region, direction, classification, matter, purpose, outcome, ...leg },
    language: knownLanguage(language) ?? undefined,
    ...(metadata.agentChannel && { agentChannel: metadata.agentChannel }),
    ...((customer.name !== undefined || customer.number !== undefined) && { customer }),
    ...(holdSpans.length > 0 && { holdSpans }),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as CorrectionChanges;
}

export interface Consequences {
  /** Is it known of the call, and so of each leg? */
  everyLeg: boolean;
  /** May it have been recorded at all? Asked again. */
  consent: boolean;
  /** Made again: in another language, or with the sides swapped. */
  words: boolean;
  /** Are the words of every leg made again? Whose channel is whose is asked of each leg. */
  everyLegsWords: boolean;
  promises: boolean;
  search: boolean;
}

const touches = (fields: readonly Correctable[], ...of: Correctable[]) => fields.some((field) => of.includes(field));

/** What is known of one leg alone. */
export const OF_LEG: readonly Correctable[] = [...(['agentChannel', 'staffNumber'] as const), ...CORRECTED_FACTS];

/** What was said of a fact: of one leg alone by what concerns that leg, of the call by what was said through any. */
export const saidOf = <T extends { legId: string }>(history: readonly T[], field: Correctable, legId: string): T[] =>
  history.filter((one) => !OF_LEG.includes(field) || one.legId === legId);

/** What has to be worked out again. Scores always are: checklists ask for any fact. */
export function consequencesOf(fields: readonly Correctable[]): Consequences {
  return {
    everyLeg: fields.some((field) => !OF_LEG.includes(field)),
    consent: touches(fields, 'region', 'direction', 'classification', 'consent'),
    words: touches(fields, 'language', 'agentChannel'),
    everyLegsWords: touches(fields, 'language'),
    promises: touches(fields, 'startedAt', 'endedAt', 'staffNumber', 'direction', 'matter', 'customer'),
    search: touches(fields, 'startedAt'),
  };
}

/** Fields whose values the journal may hold: times, codes and numbers. Of the others it says that they changed. */
const TOLD: readonly Correctable[] = [
  ...(['startedAt', 'language', 'region', 'direction', 'classification', 'agentChannel'] as const),
  ...CORRECTED_FACTS.filter(isClosedFact),
];

/** The values of these fields that the journal may hold. */
export function toldOf(facts: Partial<CallFacts>, fields: readonly Correctable[]) {
  const told = fields.filter((field) => TOLD.includes(field));
  return Object.fromEntries(told.map((field) => [field, facts[field as keyof CallFacts] ?? null]));
}

/** Was the very thing said before, and refused? */
export const wasRefused = (refused: readonly { after: object }[], field: Correctable, said: unknown): boolean =>
  refused.some(({ after }) => field in after && stable((after as Record<string, unknown>)[field]) === stable(said));

/**
 * Has a person settled a field, so that an upload that says otherwise changes nothing back? What a person corrected stays; and who sends
 * what was said before, sends an old file again.
 */
export function isSettled(
  history: readonly { origin: 'person' | 'upload' | 'records'; before: object }[],
  field: Correctable,
  said: unknown,
): boolean {
  return history.some(
    ({ origin, before }) =>
      field in before && (origin === 'person' || stable((before as Record<string, unknown>)[field]) === stable(said)),
  );
}
