import { type Fact, type Facts, type FoldedCall, type LegFields } from './model.js';

/** Kinds that are printed unless all are asked for. */
const TOLD = new Set(['agent', 'queue', 'consult']);

const plain = <T>(fact: Fact<T> | undefined): T | null => fact?.value ?? null;
const iso = (ms: number): string => new Date(Math.round(ms)).toISOString();
const time = (fact: Fact<number> | undefined): string | null => (fact ? iso(fact.value) : null);

/** The call as one line of JSON tells it; null: the records do not say. */
export function printed({ id, source, facts, legs, contradictions }: FoldedCall, all: boolean): object {
  const customer = plain(facts.customer);
  return {
    ...{ call: id, source },
    ...{ startedAt: time(facts.startedAt), endedAt: time(facts.endedAt) },
    ...{ direction: plain(facts.direction), customer: customer?.e164 ?? customer?.digits ?? null },
    ...(customer?.withheld ? { withheld: true } : {}),
    ...{ queue: plain(facts.queue), outcome: plain(facts.outcome), answeredAt: time(facts.answeredAt) },
    hangupSide: plain(facts.hangupSide),
    legs: legs
      .filter(({ facts: { kind } }) => kind && (all || TOLD.has(kind.value)))
      .map((leg) => printedLeg(leg.facts)),
    ...(contradictions.length > 0 ? { contradictions } : {}),
  };
}

const printedLeg = (facts: Facts<LegFields>): object => ({
  ...{ kind: plain(facts.kind), extension: plain(facts.extension), queue: plain(facts.queue) },
  ...{ outcome: plain(facts.outcome), startedAt: time(facts.startedAt) },
  ringSeconds: facts.ringSeconds ? Math.round(facts.ringSeconds.value * 1000) / 1000 : null,
  ...{ answeredAt: time(facts.answeredAt), endedAt: time(facts.endedAt) },
  holdSpans: facts.holdSpans ? facts.holdSpans.value.map((span) => span.map(iso)) : null,
  ...{ transfer: plain(facts.transfer), hangupSide: plain(facts.hangupSide) },
});
