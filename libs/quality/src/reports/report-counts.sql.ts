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
