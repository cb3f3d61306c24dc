import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ListedLegs, Parameters, resultShown, type Question } from '#calls';
import { MOST_CHOSEN, SORTS_BY_RESULT, type CallCount, type CallFilters, type ChosenCalls } from '#contracts';
import { WithheldResults } from '#reviews';
import { orderedPage, type Measure, type Ordered, type OrderedPlace } from './call-order.sql.js';
import { lanesOf, pageOfLanes } from './lanes.sql.js';
import { type Place } from './place-in-list.js';

/** Who asks for what; whose results are withheld from them is looked up. */
export type AskedCalls = Omit<Question, 'withheld'>;

/** Filters that the indexes alone answer: their matches are counted far, the others only as far as reading them stays cheap. */
const CHEAP = new Set<string>(['from', 'to', 'period', 'team', 'client', 'agent']);
/** What is looked for in words is dear in a period too; all else there reads each row once, as a report does whose figures the count repeats. */
const isCheap = (filters: CallFilters): boolean =>
  Object.keys(filters).every((name) => CHEAP.has(name)) ||
  ((filters.from ?? filters.period) !== undefined && filters.q === undefined);
/** Filters whose columns the indexes of the orders hold. */
const IN_ORDERS = new Set<string>([
  'from',
  'to',
  'period',
  'team',
  'client',
  'agent',
  'language',
  'direction',
  'stage',
]);
/** What the index of an order holds besides, because the filter goes against it. */
const IN_ORDER_OF: Partial<Record<Measure['column'], readonly string[]>> = {
  cost: ['pointsMin', 'pointsMax'],
  points_percent: ['pointsMin', 'pointsMax'],
};
const isInOrder = (name: string, { column }: Measure): boolean =>
  IN_ORDERS.has(name) || (IN_ORDER_OF[column] ?? []).includes(name);

/** In the order of points, calls without a miss stand before all with one: what asks for a miss reads an index without them. */
const missed = ({ result = [] }: CallFilters, { column }: Measure): string[] =>
  column === 'points_percent' && result.some((one) => one.endsWith(':not_met')) ? ['has_miss(leg.results)'] : [];

const COUNT_CHEAP = 200_000;
const COUNT_DEAR = 10_000;

/** Finds calls in the derived table of the list (decision 20): which ones, in which order, and how many. */
@Injectable()
export class ListedCalls {
  constructor(
    private readonly source: DataSource,
    private readonly legs: ListedLegs,
    private readonly withheld: WithheldResults,
  ) {}

  /**
   * The statement that gives the ids of a page, in reading order. `legs` is the condition under which a leg of `leg` is shown in a row: visible,
   * and of the team and agent that was asked for; `shown` gives the one under which its result is; a statement without it
   * must not have its parameter.
   */
  async page(
    question: AskedCalls,
    place: Place,
    parameters: Parameters,
  ): Promise<{ sql: string; legs: string; visible: string; shown: () => string }> {
    const { lanes, conditions, visible, legs, withheld } = await this.prepare(question, parameters);
    const sql = pageOfLanes(lanes, [...conditions, legs], place, parameters);
    return { sql, legs, visible, shown: () => resultShown(withheld, parameters) };
  }

  /** The same in the order of a measure: ids, the leg by which a call is listed, and its value. */
  async ordered(
    question: AskedCalls,
    measure: Measure,
    place: OrderedPlace,
    parameters: Parameters,
  ): Promise<{ sql: string; legs: string; shown: () => string }> {
    const { conditions, legs, withheld } = await this.prepare(question, parameters);
    const mayBeFew = Object.keys(question.filters).some((name) => !isInOrder(name, measure));
    // Where in an order by results a leg stood would tell its result.
    const tells = withheld.length > 0 && SORTS_BY_RESULT.includes(measure.sort);
    const hidden = !tells ? 'false' : `not (${resultShown(withheld, parameters, 'leg.leg_id')})`;
    const ordered: Ordered = {
      conditions: [...conditions, ...missed(question.filters, measure), legs],
      hidden,
      mayBeFew,
    };
    return {
      sql: orderedPage(measure, ordered, place, parameters),
      legs,
      shown: () => resultShown(withheld, parameters),
    };
  }

  /** Counts as far as is cheap, and says whether that was all. */
  async count(question: AskedCalls): Promise<CallCount> {
    const parameters = new Parameters();
    const { conditions, legs } = await this.prepare(question, parameters);
    const most = isCheap(question.filters) ? COUNT_CHEAP : COUNT_DEAR;
    const rows: { counted: number }[] = await this.source.query(
      `select count(*)::int as counted from (
         select distinct leg.started_at, leg.call_id from listed_leg leg
         where ${[...conditions, legs].join(' and ')} limit ${parameters.add(most + 1)}) matching`,
      parameters.values,
    );
    const counted = rows[0]?.counted ?? 0;
    return { counted: Math.min(counted, most), exact: counted <= most };
  }

  /** The newest that match, and whether there are more than that. */
  async chosen(question: AskedCalls): Promise<ChosenCalls> {
    const parameters = new Parameters();
    const place: Place = { toward: 'older', beside: null, limit: MOST_CHOSEN + 1 };
    const { sql } = await this.page(question, place, parameters);
    const rows: { call_id: string }[] = await this.source.query(sql, parameters.values);
    const callIds = rows.slice(0, MOST_CHOSEN).map(({ call_id: callId }) => callId);
    return { callIds, more: rows.length > MOST_CHOSEN };
  }

  /** What a leg of `leg` must be to be listed: visible, and as the filters ask. */
  async condition(question: AskedCalls, parameters: Parameters): Promise<string> {
    return this.legs.condition({ ...question, withheld: await this.withheld.of(question.asker) }, parameters);
  }

  private async prepare(question: AskedCalls, parameters: Parameters) {
    const withheld = await this.withheld.of(question.asker);
    const { scope, teamIds, ...found } = await this.legs.conditions({ ...question, withheld }, parameters);
    const { q, agent } = question.filters;
    // Words are rarer than any lane: their own index is read once, not once for each lane.
    return { ...found, withheld, lanes: q === undefined ? lanesOf(scope, teamIds, agent) : null };
  }
}
