import { filterConditions, type Parameters } from '#calls';
import {
  callFiltersSchema,
  COUNTED_BY,
  itemCountedBy,
  type CompanyProfile,
  type CountedFigure,
  type ItemReportBy,
  type ReportBy,
  type WrittenFilters,
} from '#contracts';

/** What the database counts of a group of calls. */
export type CountedCalls = Record<Exclude<CountedFigure, 'calls' | 'points'>, number> & {
  /** null of all calls. */
  row_key: string | null;
  /** Of all calls, in place of a group. */
  is_total: boolean;
  calls: number;
  points_n: number;
  points_mean: number | null;
  /** All points are of one agent's calls. */
  one_agent: boolean;
};

/** What a row of `listed_leg`, which goes by the name `leg`, is grouped by, and what its key is read as. */
interface Key {
  /** `zone` gives what stands for the site's time zone. */
  of: (zone: () => string) => string;
  text?: string;
  /** A call has one of them, no matter how many legs, and none is without; asking for that would work it out twice. */
  ofCall?: true;
}

const KEYS: Record<ReportBy, Key> = {
  team: { of: () => 'leg.team_id' },
  agent: { of: () => 'leg.person_id' },
  reviewer: { of: () => 'leg.reviewer_person_id' },
  queue: { of: () => 'leg.queue' },
  client: { of: () => 'team.client_id' },
  day: { of: (zone) => `(leg.started_at at time zone ${zone()})::date`, ofCall: true },
  week: { of: (zone) => `date_trunc('week', leg.started_at at time zone ${zone()})::date`, ofCall: true },
  hour: {
    of: (zone) => {
      const at = `leg.started_at at time zone ${zone()}`;
      // `extract` counts in decimal numbers, several times as slowly.
      return `(100 * date_part('isodow', ${at}) + date_part('hour', ${at}))::int`;
    },
    text: `key / 100 || '-' || lpad((key % 100)::text, 2, '0')`,
    ofCall: true,
  },
};

const FIGURES = ['ringsBeyond', 'ringsKnown', 'scored', 'critical', 'abstained'] as const;

/** The condition under which the list shows a row with these filters. */
const conditionOf = (filters: WrittenFilters, { profile, withheld }: CountedFor, parameters: Parameters): string =>
  filterConditions(callFiltersSchema.parse(filters), profile, parameters, withheld).join(' and ') || 'true';

/** For whom is counted. */
export interface CountedFor {
  profile: CompanyProfile;
  /** Legs whose results they do not see: counted as calls, and in no figure of results. */
  withheld: readonly string[];
}

/**
 * Counts the calls of each group, and of all: each call once in a group, no matter how many of its legs are in it. Agents are told apart by a hash,
 * which a number can be compared by; two that share one count as one, which shows too little and never too much.
 * @param where which rows of `leg`
 */
export function countCalls(by: ReportBy, where: string, whom: CountedFor, parameters: Parameters): string {
  const { profile } = whom;
  const { of, text = 'key::text', ofCall } = KEYS[by];
  const condition = (figure: CountedFigure) => conditionOf(COUNTED_BY[figure], whom, parameters);
  const each = (one: (figure: string) => string) =>
    FIGURES.map((figure) => `${one(`"${figure}"`)} as "${figure}"`).join(', ');
  // Where a call has one key, all calls are those of all groups; else a call of two groups is one call of all.
  const [inCall, inAll] = ofCall
    ? ['false as is_total, key, call_id', 'grouping sets ((key), ())']
    : ['grouping(key) = 1 as is_total, key, call_id', 'is_total, key'];
  return `with legs as (
      select ${of(() => parameters.add(profile.timeZone))} as key, leg.call_id,
        case when ${condition('points')} then leg.points_percent end as points,
        case when ${condition('points')} then uuid_hash(leg.person_id) end as agent,
        ${FIGURES.map((figure) => `${condition(figure)} as "${figure}"`).join(', ')}
      from listed_leg leg ${by === 'client' ? 'join team on team.id = leg.team_id' : ''} where ${where}),
    calls as (
      select ${inCall}, avg(points) as points, min(agent) as agent, max(agent) as other_agent, ${each((figure) => `bool_or(${figure})`)}
      from legs group by ${ofCall ? 'key, call_id' : 'grouping sets ((key, call_id), (call_id))'}),
    groups as (
      select key, ${ofCall ? 'grouping(key) = 1 as is_total' : 'is_total'}, count(*)::int as calls, count(points)::int as points_n,
        avg(points) as points_mean, coalesce(min(agent) = max(other_agent), false) as one_agent,
        ${each((figure) => `(count(*) filter (where ${figure}))::int`)}
      from calls ${ofCall ? '' : 'where is_total or key is not null'} group by ${inAll})
    select groups.*, ${text} as row_key from groups`;
}

/** What the database counts of an item or clause. */
export interface CountedResults {
  key: string;
  met: number;
  not_met: number;
  not_applicable: number;
  insufficient: number;
  /** With either of the first two. */
  judged: number;
}

/** Where the row holds them; results of `any` and `critical` are of no item. */
const HELD: Record<ItemReportBy, { column: string; which: string }> = {
  item: { column: 'leg.results', which: `result not like 'any:%' and result not like 'critical:%'` },
  clause: { column: 'leg.clauses', which: 'true' },
};

const OUTCOMES = Object.entries(itemCountedBy('')).map(([figure, { result, ...rest }]) => {
  const outcome = `outcome = '${result.slice(1)}'`;
  return { figure, condition: 'counted' in rest ? `counted and ${outcome}` : outcome };
});

/**
 * Counts the calls at each item or clause. Nearly all calls have one leg here: their results are counted as they are, an item or clause being
 * once on a leg; only those of calls with several are first put together. @param where which rows of `leg`
 */
export function countResults(by: ItemReportBy, where: string): string {
  const { column, which } = HELD[by];
  const figures = (count: (condition: string) => string) =>
    OUTCOMES.map(({ figure, condition }) => `${count(condition)} as ${figure}`).join(', ');
  // Which calls have several legs is told by the index alone: rows with their results are never sorted, and are counted by several processes.
  return `with several as materialized (
      select leg.call_id from listed_leg leg where ${where} group by leg.call_id having count(*) > 1),
    alone as (
      select result, leg.counted, count(*) as calls from listed_leg leg, unnest(${column}) result
      where ${where} and ${which} and leg.call_id not in (select call_id from several) group by result, leg.counted),
    together as (
      select split_part(result, ':', 1) as name, ${figures((condition) => `bool_or(${condition})`)}
      from several join listed_leg leg on leg.call_id = several.call_id, unnest(${column}) result,
        lateral (select split_part(result, ':', 2) as outcome) said
      where ${where} and ${which} group by several.call_id, name),
    counted as (
      select split_part(result, ':', 1) as name, ${figures((condition) => `case when ${condition} then calls else 0 end`)},
        case when counted and outcome in ('met', 'not_met') then calls else 0 end as judged
      from alone, lateral (select split_part(result, ':', 2) as outcome) said
      union all
      select name, met::int, not_met::int, not_applicable::int, insufficient::int, (met or not_met)::int from together)
    select name as key, sum(met)::int as met, sum(not_met)::int as not_met, sum(not_applicable)::int as not_applicable,
      sum(insufficient)::int as insufficient, sum(judged)::int as judged
    from counted group by name`;
}
