import { filterConditions, type Parameters } from '#calls';
import {
  callFiltersSchema,
  COUNTED_BY,
  type CompanyProfile,
  type CountedFigure,
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
 * Counts the calls of each group, and of all: each call once in a group, no matter how many of its legs are in it. Nearly all calls have one leg
 * here: they are counted as they are, by several processes, and only the legs of calls with several are first put together. Agents are told apart
 * by a hash, which a number can be compared by; two that share one count as one, which shows too little and never too much.
 * @param where which rows of `leg`
 */
export function countCalls(by: ReportBy, where: string, whom: CountedFor, parameters: Parameters): string {
  const { profile } = whom;
  const { of, text = 'key::text', ofCall } = KEYS[by];
  const condition = (figure: CountedFigure) => conditionOf(COUNTED_BY[figure], whom, parameters);
  const each = (one: (figure: string) => string) =>
    FIGURES.map((figure) => `${one(`"${figure}"`)} as "${figure}"`).join(', ');
  const legs = (from: string) => `select ${of(() => parameters.add(profile.timeZone))} as key, leg.call_id,
        case when ${condition('points')} then leg.points_percent end as points,
        case when ${condition('points')} then uuid_hash(leg.person_id) end as agent,
        ${FIGURES.map((figure) => `${condition(figure)} as "${figure}"`).join(', ')}
      from ${from} ${by === 'client' ? 'join team on team.id = leg.team_id' : ''} where ${where}`;
  const counted = `count(*) as calls, count(points) as points_n, sum(points) as points_sum,
        ${each((figure) => `count(*) filter (where ${figure})`)}`;
  // Where a call has one key, all calls are those of all groups; else a call of two groups is one call of all.
  const [inCall, inAll] = ofCall
    ? ['false as is_total, key, call_id', 'grouping sets ((key), ())']
    : ['grouping(key) = 1 as is_total, key, call_id', 'is_total, key'];
  // Of the calls that are counted: all that were ever handed on become more with the years.
  return `with several as materialized (select distinct leg.call_id from listed_leg leg where ${where}
      and exists (select 1 from leg other where other.call_id = leg.call_id and other.position > 0)),
    alone as (
      select key, min(agent) as agent, max(agent) as other_agent, ${counted}
      from (${legs('listed_leg leg')} and not exists (select 1 from several where several.call_id = leg.call_id)) legs group by key),
    calls as (
      select ${inCall}, avg(points) as points, min(agent) as agent, max(agent) as other_agent, ${each((figure) => `bool_or(${figure})`)}
      from (${legs('several join listed_leg leg on leg.call_id = several.call_id')}) legs
      group by ${ofCall ? 'key, call_id' : 'grouping sets ((key, call_id), (call_id))'}),
    together as (
      select ${ofCall ? 'grouping(key) = 1 as is_total' : 'is_total'}, key, min(agent) as agent, max(other_agent) as other_agent, ${counted}
      from calls group by ${inAll}),
    groups as (
      select is_total, key, sum(calls)::int as calls, sum(points_n)::int as points_n, sum(points_sum) / nullif(sum(points_n), 0)::float8 as points_mean,
        coalesce(min(agent) = max(other_agent), false) as one_agent, ${each((figure) => `sum(${figure})::int`)}
      from (select false as is_total, * from alone union all select true, null, ${ALONE} from alone union all select * from together) parts
      where is_total or key is not null group by is_total, key)
    select groups.*, ${text} as row_key from groups where calls > 0`;
}

/** The columns of `alone` besides its key, for all groups at once. */
const ALONE = `agent, other_agent, calls, points_n, points_sum, ${FIGURES.map((figure) => `"${figure}"`).join(', ')}`;
