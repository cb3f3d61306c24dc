import { type FoldedCall, type TelephoneNumber } from '#telephony/rules';
import { maskOf, shownNumber } from './folded-rows.rules.js';

/** One thing that a record says, as it is kept. */
export interface ToldFact {
  /** The leg's key; null: of the call. */
  leg: string | null;
  name: string;
  value: unknown;
  within: number | null;
  contradicted: boolean;
  record: string;
}

const TIMES = new Set(['startedAt', 'answeredAt', 'endedAt']);
const NUMBERS = new Set(['extension']);
const iso = (ms: unknown): string => new Date(Math.round(ms as number)).toISOString();

/** As screens and the journal may have it: times as text, no number of a person outside. */
function kept(name: string, value: unknown): unknown {
  if (TIMES.has(name)) return iso(value);
  if (name === 'customer') return maskOf(value as TelephoneNumber);
  if (name === 'holdSpans') return (value as [number, number][]).map((span) => span.map(iso));
  if (name === 'transfer') {
    const { kind, to } = value as { kind: string; to: string | null };
    return { kind, to: shownNumber(to) };
  }
  return NUMBERS.has(name) ? shownNumber(value as string) : value;
}

/** Every fact of a folded call with the record that says it; of what records contradict each other on, what each says. */
export function toldFacts({ facts, legs, contradictions }: FoldedCall): ToldFact[] {
  const of = (leg: string | null, known: object): ToldFact[] =>
    Object.entries(known as Record<string, { value: unknown; within: number; record: string }>).map(
      ([name, { value, within, record }]) => {
        return { leg, name, value: kept(name, value), within, contradicted: false, record };
      },
    );
  return [
    ...of(null, facts),
    ...legs.flatMap(({ key, facts: known }) => of(key, known)),
    ...contradictions.flatMap(({ leg, field, said }) =>
      said.map(({ value, record }) => {
        return { leg, name: field, value: kept(field, value), within: null, contradicted: true, record };
      }),
    ),
  ];
}
