import { type TelephoneNumber } from '../numbers/telephone-number.rules.js';
import { grouped } from '../records/grouped.rules.js';
import { type Contradiction, type Fact, type Facts, type FoldedCall, type LegFields, type Statement } from './model.js';

/** What clocks of one machine may be apart by, in seconds, beyond how finely each writes. */
const SLACK = 0.25;

/**
 * The call that its statements make, in any order. Of statements that agree the finest is kept; where two cannot both be
 * right the value stays unknown and both are told. What nothing states is not there: unknown is never taken for no.
 */
export function fold(source: string, ids: readonly string[], statements: readonly Statement[]): FoldedCall {
  const contradictions: Contradiction[] = [];
  const byLeg = grouped(statements, ({ leg }) => leg);
  const facts = (leg: string | null): Record<string, Fact<unknown>> =>
    Object.fromEntries(
      [...grouped(byLeg.get(leg) ?? [], ({ field }) => field)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([field, said]) => {
          const fact = settle(leg, field, said, contradictions);
          return fact ? [[field, fact]] : [];
        }),
    );
  const legs = [...byLeg.keys()]
    .filter((leg) => leg !== null)
    .map((key) => ({ key, facts: facts(key) as Facts<LegFields> }))
    .toSorted((a, b) => began(a.facts) - began(b.facts) || (a.key < b.key ? -1 : 1));
  const known = facts(null);
  return {
    ...{ source, id: ids[0] ?? '', ids: [...ids], facts: known, legs },
    contradictions: contradictions.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

const began = ({ startedAt, answeredAt, endedAt }: Facts<LegFields>): number =>
  (startedAt ?? answeredAt ?? endedAt)?.value ?? 0;

function settle(
  leg: string | null,
  field: Statement['field'],
  statements: Statement[],
  told: Contradiction[],
): Fact<unknown> | null {
  const said = statements.toSorted(
    (a, b) => a.within - b.within || compare(a.record, b.record) || compare(written(a), written(b)),
  );
  const [best] = said;
  if (!best) return null;
  const against = said.find((one) => !agree(field, best, one));
  if (!against) return { value: best.value, within: best.within, record: best.record };
  told.push({ leg, field, said: said.map(({ value, record }) => ({ value, record })) });
  return null;
}

const written = ({ value }: Statement): string => JSON.stringify(value);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function agree(field: Statement['field'], a: Statement, b: Statement): boolean {
  const apart = a.within + b.within + SLACK;
  if (typeof a.value === 'number' && typeof b.value === 'number')
    return Math.abs(a.value - b.value) / (field === 'ringSeconds' ? 1 : 1000) <= apart;
  // A record that knows of the transfer but not where to says nothing against one that does.
  if (a.field === 'transfer' && b.field === 'transfer')
    return a.value.kind === b.value.kind && (a.value.to === b.value.to || !a.value.to || !b.value.to);
  if (a.field === 'customer' && b.field === 'customer') return sameNumber(a.value, b.value);
  return written(a) === written(b);
}

/** One file may write a number with its country, and another as it was dialled. */
function sameNumber(a: TelephoneNumber, b: TelephoneNumber): boolean {
  if (a.withheld || b.withheld) return a.withheld === b.withheld;
  if (a.e164 !== null && b.e164 !== null) return a.e164 === b.e164;
  const [short, long] = a.digits.length < b.digits.length ? [a.digits, b.digits] : [b.digits, a.digits];
  return long.endsWith(short);
}
