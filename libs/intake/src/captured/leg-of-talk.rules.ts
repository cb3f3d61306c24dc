import { type Leg } from '#calls';
import { type UploadMetadata } from '#contracts';
import { overlap } from '../gate/overlap.rules.js';

type Told = Partial<UploadMetadata['legs'][number]>;
type LegRow = Pick<Leg, 'id' | 'callId' | 'kind' | 'personId' | 'recordKey' | 'extension' | 'answeredAt' | 'position'>;

/** Clocks of two systems, and what each calls the beginning, may be apart by so much. */
const APART_MS = 15_000;

const apart = ({ answeredAt }: LegRow, told: Told): number =>
  Math.abs((answeredAt?.getTime() ?? NaN) - Date.parse(told.answeredAt ?? ''));

/** The leg that was written down for a talk whose agent was not known. */
export const unknownLegOfTalk = <L extends LegRow>(legs: readonly L[], told: Told): L | undefined =>
  legs.find(
    (one) =>
      one.kind === 'agent' &&
      one.personId === null &&
      one.recordKey === null &&
      (one.answeredAt?.getTime() ?? null) === (told.answeredAt ? Date.parse(told.answeredAt) : null),
  );

/** The agent's own leg that began nearest to the talk. Of a first talk, of which it is not told when it began, none. */
export const legOfTalk = <L extends LegRow>(legs: readonly L[], personId: string | null, told: Told): L | undefined =>
  legs
    .filter((one) => one.kind === 'agent' && one.personId === personId && apart(one, told) <= APART_MS)
    .toSorted((a, b) => apart(a, told) - apart(b, told))[0];

/** Of a first talk, the conversation that telephone records tell of at that time. */
export function recordedLegOf<L extends Leg>(legs: readonly L[], startedAt: string, told: Told): L | undefined {
  if (told.answeredAt) return undefined;
  const endedAt = told.endedAt ? new Date(told.endedAt) : null;
  const span = { beganAt: new Date(startedAt), alertedAt: null, answeredAt: null, endedAt };
  return legs.find(
    (one) => one.kind === 'agent' && one.recordKey !== null && one.outcome === 'answered' && overlap(one, span),
  );
}

/** A leg of an agent who is not known, behind the others of its call. */
export function newLeg(
  of: { id: string; callId: string; teamId: string | null },
  { extension, answeredAt, endedAt, hangupParty }: Told,
  legs: readonly LegRow[],
) {
  const position = Math.max(-1, ...legs.map((one) => one.position)) + 1;
  return {
    ...{
      ...of,
      position,
      kind: 'agent' as const,
      outcome: 'answered' as const,
      personId: null,
      extension: extension ?? null,
      hangupParty: hangupParty ?? null,
    },
    answeredAt: answeredAt ? new Date(answeredAt) : null,
    endedAt: endedAt ? new Date(endedAt) : null,
    holdSpans: [],
  };
}
