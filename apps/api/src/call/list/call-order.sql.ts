import { type CallSort } from '#contracts';
import { type Parameters } from '../../reach/visible-legs.js';
import { type OrderCursor } from './order-cursor.rules.js';

/** A column of `listed_leg` by which calls are put in order, and which end comes first. */
export interface Measure {
  sort: CallSort;
  column: 'cost' | 'points_percent' | 'duration_ms' | 'ring_seconds' | 'silence_ms';
  type: 'int' | 'double precision';
  largestFirst: boolean;
}

const COLUMNS = {
  worst: ['cost', 'double precision', true],
  score_lowest: ['points_percent', 'double precision', false],
  score_highest: ['points_percent', 'double precision', true],
  longest: ['duration_ms', 'int', true],
  shortest: ['duration_ms', 'int', false],
  ring_longest: ['ring_seconds', 'double precision', true],
  ring_shortest: ['ring_seconds', 'double precision', false],
  silence_longest: ['silence_ms', 'int', true],
  silence_shortest: ['silence_ms', 'int', false],
} as const satisfies Partial<Record<CallSort, readonly [Measure['column'], Measure['type'], boolean]>>;

/** null: in the order of time, which lanes give. */
export function measureOf(sort: CallSort): Measure | null {
  if (sort === 'newest' || sort === 'oldest') return null;
  const [column, type, largestFirst] = COLUMNS[sort];
  return { sort, column, type, largestFirst };
}

/** A page of an order, or what is beside a row of it. */
export interface OrderedPlace {
  /** `down` the list from the top, or `up` from the end. */
  toward: 'down' | 'up';
  beside: OrderCursor | null;
  limit: number;
}

export interface Ordered {
  /** What a leg of `leg` must be to be listed. */
  conditions: readonly string[];
  /** Legs whose judgement the asker must not learn: they are listed as if they had none. A condition on `leg`; `false` where there are none. */
  hidden: string;
  /** The conditions ask for what is not in the indexes of the orders, so that few rows may fit: those are then sorted, and no order is walked. */
  mayBeFew: boolean;
}

/** As many rows are sorted without another thought. Where more fit, walking an order soon meets as many as a page holds. */
const FEW = 2_000;

/** How the rows of `orderedPage` come, in reading order; elsewhere they may go by another name. */
export const readingOrder = (
  measure: Measure,
  toward: OrderedPlace['toward'],
  row = 'listed',
  call = 'call_id',
): string =>
  [
    `(${row}.value is null) ${toward === 'down' ? 'asc' : 'desc'}`,
    `${row}.value ${wayOf(measure, toward)}`,
    tiesBy(measure, toward, row, call),
  ].join(', ');

const wayOf = ({ largestFirst }: Measure, toward: OrderedPlace['toward']) =>
  largestFirst === (toward === 'down') ? 'desc' : 'asc';

/** What decides between rows of one value. */
const tiesBy = (measure: Measure, toward: OrderedPlace['toward'], row = 'listed', call = 'call_id'): string =>
  ['started_at', call, 'leg_id'].map((column) => `${row}.${column} ${wayOf(measure, toward)}`).join(', ');

/** One page of `(call_id, leg_id, started_at, value)`: each call once, by the leg that comes first. */
export function orderedPage(measure: Measure, ordered: Ordered, place: OrderedPlace, parameters: Parameters): string {
  const most = parameters.add(place.limit);
  if (!ordered.mayBeFew) return walk(measure, ordered, place, parameters, most);
  return `with few as materialized (
      select leg.call_id, leg.leg_id, leg.started_at, case when not (${ordered.hidden}) then leg.${measure.column} end as value
      from listed_leg leg where ${ordered.conditions.join(' and ')} limit ${FEW + 1}),
    counted as (select count(*) <= ${FEW} as few from few),
    sorted as (${sortFew(measure, place, parameters, most)}),
    walked as (${walk(measure, { ...ordered, only: 'not (select few from counted)' }, place, parameters, most)})
    select * from sorted union all select * from walked`;
}

function sortFew(measure: Measure, place: OrderedPlace, parameters: Parameters, most: string): string {
  const way = measure.largestFirst ? 'desc' : 'asc';
  return `select listed.* from (select distinct on (call_id) few.* from few where (select few from counted)
        order by call_id, value is null, value ${way}, leg_id ${way}) listed
      where ${place.beside ? besideAmongAll(measure, place, parameters) : 'true'} order by ${readingOrder(measure, place.toward)} limit ${most}`;
}

/**
 * Rows whose measure is known are read from the measure's own index; the others follow, and are looked at only where a page reaches them.
 * @param most the placeholder of how many
 */
function walk(
  measure: Measure,
  { conditions, hidden, only }: Pick<Ordered, 'conditions' | 'hidden'> & { only?: string },
  place: OrderedPlace,
  parameters: Parameters,
  most: string,
): string {
  const { column, largestFirst } = measure;
  const { toward, beside } = place;
  const isKnown = hidden === 'false' ? `leg.${column} is not null` : `leg.${column} is not null and not (${hidden})`;
  const isUnknown = hidden === 'false' ? `leg.${column} is null` : `(leg.${column} is null or (${hidden}))`;
  const before = largestFirst ? '>' : '<';
  // The inner table goes by the name that the conditions use, and so does the one that looks for a leg which comes earlier.
  const part = (known: boolean, beyond: readonly string[]): string => {
    const matching = [...conditions, known ? isKnown : isUnknown].join(' and ');
    const earlier = known
      ? `${matching} and (leg.${column}, leg.leg_id) ${before} (listed.value, listed.leg_id)`
      : `${conditions.join(' and ')} and (${isKnown} or (${isUnknown} and leg.leg_id ${before} listed.leg_id))`;
    const value = known ? `leg.${column}` : `null::${measure.type}`;
    const order = known
      ? `listed.value ${wayOf(measure, toward)}, ${tiesBy(measure, toward)}`
      : tiesBy(measure, toward);
    const first = `not exists (select 1 from listed_leg leg where leg.call_id = listed.call_id and ${earlier})`;
    return `select listed.* from (select leg.call_id, leg.leg_id, leg.started_at, ${value} as value from listed_leg leg where ${matching}) listed
      where ${[...(only ? [only] : []), ...beyond, first].join(' and ')} order by ${order} limit ${most}`;
  };
  const [first, second] = partsFrom(toward, beside).map(({ known, past }) =>
    part(known, past && beside ? [besideRow(measure, beside, toward, parameters)] : []),
  ) as [string, string | undefined];
  if (second === undefined) return first;
  return `with first_part as (${first}),
      second_part as (select * from (${second}) rest where (select count(*) from first_part) < ${most}::int)
    select listed.* from (select * from first_part union all select * from second_part) listed
    order by ${readingOrder(measure, toward)} limit ${most}`;
}

interface Part {
  known: boolean;
  /** It is read from the row that a page lies beside, and not from its end. */
  past: boolean;
}

/** Which parts a page reads, in reading order: rows with the measure stand above those without. */
function partsFrom(toward: OrderedPlace['toward'], beside: OrderCursor | null): Part[] {
  const down: Part[] = [
    { known: true, past: true },
    { known: false, past: true },
  ];
  const order = toward === 'down' ? down : down.toReversed();
  if (!beside) return order;
  const from = order.findIndex(({ known }) => known === (beside.value !== null));
  return order.slice(from).map((one, at) => ({ ...one, past: at === 0 }));
}

/** Past a row of its own part, in the direction of reading. */
function besideRow(
  measure: Measure,
  { value, startedAtMicros, callId, legId }: OrderCursor,
  toward: OrderedPlace['toward'],
  parameters: Parameters,
): string {
  const sign = wayOf(measure, toward) === 'desc' ? '<' : '>';
  const at = `(timestamptz 'epoch' + ${parameters.add(startedAtMicros)}::bigint * interval '1 microsecond')`;
  const ids = `${parameters.add(callId)}::uuid, ${parameters.add(legId)}::uuid`;
  return value === null
    ? `(listed.started_at, listed.call_id, listed.leg_id) ${sign} (${at}, ${ids})`
    : `(listed.value, listed.started_at, listed.call_id, listed.leg_id) ${sign} (${parameters.add(value)}::${measure.type}, ${at}, ${ids})`;
}

/** The same among rows of both parts: those without the measure stand below all others. */
function besideAmongAll(measure: Measure, { toward, beside }: OrderedPlace, parameters: Parameters): string {
  if (!beside) return 'true';
  const past = besideRow(measure, beside, toward, parameters);
  if (beside.value === null)
    return toward === 'down' ? `listed.value is null and ${past}` : `(listed.value is not null or ${past})`;
  return toward === 'down' ? `(listed.value is null or ${past})` : `listed.value is not null and ${past}`;
}
