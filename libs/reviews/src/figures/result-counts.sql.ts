import { type Parameters } from '#calls';
import { itemCountedBy, type ItemReportBy } from '#contracts';

/** What the database counts of an item or clause. */
export interface CountedResults {
  key: string;
  met: number;
  not_met: number;
  not_applicable: number;
  insufficient: number;
  told: number;
  /** With either of the first two. */
  judged: number;
}

const SUMS = ['met', 'not_met', 'not_applicable', 'insufficient', 'told', 'judged'] as const;

/** Where the row holds them; results of `any` and `critical` are of no item. */
const HELD: Record<ItemReportBy, { column: string; which: string }> = {
  item: { column: 'leg.results', which: `result not like 'any:%' and result not like 'critical:%'` },
  clause: { column: 'leg.clauses', which: 'true' },
};

const OUTCOMES = Object.entries(itemCountedBy('')).map(([figure, { result, ...rest }]) => {
  const outcome = `outcome = '${result.slice(1)}'`;
  return { figure, condition: 'counted' in rest ? `counted and ${outcome}` : outcome };
});

/** Rows of `listed_leg`, which go by the name `leg`. */
interface Rows {
  /** The beginning of all names that this part of the statement defines; the counts go by it. */
  name: string;
  from?: string;
  where: string;
  /** What results are told apart by besides their item or clause; a call has one of each. */
  keys?: readonly string[];
}

/**
 * Counts the calls at each item or clause. Nearly all calls have one leg here: their results are counted as they are, an item or clause being
 * once on a leg; only those of calls with several are first put together.
 * @returns tables for a `with`; the last, which bears the name, has the keys, `name`, how many `calls` have it, and the counts
 */
function rowsCounted(by: ItemReportBy, { name, from = 'listed_leg leg', where, keys = [] }: Rows): string {
  const { column, which } = HELD[by];
  const figures = (count: (condition: string) => string) =>
    OUTCOMES.map(({ figure, condition }) => `${count(condition)} as ${figure}`).join(', ');
  const told = keys.map((key) => `${key}, `).join('');
  const ofLeg = keys.map((key) => `leg.${key}, `).join('');
  // Which calls have several legs is told by the index alone: rows with their results are never sorted, and are counted by several processes.
  return `${name}_several as materialized (
      select leg.call_id from ${from} where ${where} group by leg.call_id having count(*) > 1),
    ${name}_alone as (
      select ${ofLeg}result, leg.counted, count(*) as calls from ${from}, unnest(${column}) result
      where ${where} and ${which} and leg.call_id not in (select call_id from ${name}_several) group by ${ofLeg}result, leg.counted),
    ${name}_together as (
      select ${ofLeg}split_part(result, ':', 1) as name, ${figures((condition) => `bool_or(${condition})`)}
      from ${name}_several several join listed_leg leg on leg.call_id = several.call_id, unnest(${column}) result,
        lateral (select split_part(result, ':', 2) as outcome) said
      where ${where} and ${which} group by several.call_id, ${ofLeg}name),
    ${name} as (
      select ${told}split_part(result, ':', 1) as name, calls, ${figures((condition) => `case when ${condition} then calls else 0 end`)},
        case when counted and outcome in ('met', 'not_met') then calls else 0 end as judged
      from ${name}_alone, lateral (select split_part(result, ':', 2) as outcome) said
      union all
      select ${told}name, 1, met::int, not_met::int, not_applicable::int, insufficient::int, told::int, (met or not_met)::int from ${name}_together)`;
}

const summed = (sum: (figure: string) => string) => SUMS.map((figure) => `${sum(figure)} as ${figure}`).join(', ');
const SUMMED = summed((figure) => `sum(${figure})::int`);

/** Counts from the rows themselves. @param where which rows of `leg` */
export const countResults = (by: ItemReportBy, where: string): string =>
  `with ${rowsCounted(by, { name: 'counted', where })} select name as key, ${SUMMED} from counted group by name`;

/** A day of the site: from its first instant up to that of the next. */
export interface SiteDay {
  starts: Date;
  ends: Date;
}

/** What a question of whole days asks, where it asks for no team, agent, queue or reviewer. */
export interface AskedDays {
  days: readonly SiteDay[];
  /** Of the rows, all of it, and of that which a counted result has, namely language and direction. Both go by the name `leg`. */
  where: string;
  ofCounted: string;
  withheld: readonly string[];
}

/** The days that are asked for, and those of them that are not counted, or were counted before something changed. */
const openDays = (days: readonly SiteDay[], parameters: Parameters): string => `day as materialized (
      select starts, ends from unnest(${parameters.add(days.map(({ starts }) => starts))}::timestamptz[],
        ${parameters.add(days.map(({ ends }) => ends))}::timestamptz[]) as days (starts, ends)),
    open_day as materialized (
      select starts, ends from day
      where not exists (select 1 from counted_day done where done.starts = day.starts and done.ends = day.ends)
        or exists (select 1 from day_to_recount mark where mark.at >= day.starts and mark.at < day.ends))`;

/**
 * The same counts, read from those that are kept of whole days (decision 92), and from the rows for days that are not counted or have changed
 * since. Calls of withheld legs are taken out as they were counted, and counted again without these legs.
 */
export function countResultsOfDays(by: ItemReportBy, asked: AskedDays, parameters: Parameters): string {
  const { days, where, ofCounted, withheld } = asked;
  const parts = [
    openDays(days, parameters),
    rowsCounted(by, {
      name: 'fresh',
      // Day by day: joined in the other order, every row of the period would be read to be held against the few days.
      from: `open_day cross join lateral (
        select * from listed_leg where started_at >= open_day.starts and started_at < open_day.ends offset 0) leg`,
      where: withheld.length > 0 ? `${where} and ${shown(withheld, parameters)}` : where,
    }),
    `kept as (
      select name, sum(calls) as calls, ${summed((figure) => `sum(${figure})`)}
      from day join counted_result result on result.starts = day.starts and result.ends = day.ends,
        lateral (select result.language, result.direction) leg
      where result.by = '${by}' and ${ofCounted} and day.starts not in (select starts from open_day) group by name)`,
  ];
  const counted = [
    `select name, calls, ${SUMS.join(', ')} from fresh`,
    `select name, calls, ${SUMS.join(', ')} from kept`,
  ];
  if (withheld.length > 0) {
    const touched = `${where} and leg.call_id in (select call_id from touched)`;
    parts.push(
      `touched as materialized (
        select distinct leg.call_id from listed_leg leg join day on leg.started_at >= day.starts and leg.started_at < day.ends
        where leg.leg_id = any(${parameters.add(withheld)}::uuid[]) and day.starts not in (select starts from open_day))`,
      rowsCounted(by, { name: 'as_kept', where: touched }),
      rowsCounted(by, { name: 'as_shown', where: `${touched} and ${shown(withheld, parameters)}` }),
    );
    counted.push(
      `select name, -calls, ${SUMS.map((figure) => `-${figure}`).join(', ')} from as_kept`,
      `select name, calls, ${SUMS.join(', ')} from as_shown`,
    );
  }
  return `with ${parts.join(',\n    ')}
    select name as key, ${SUMMED} from (${counted.join(' union all ')}) counted group by name having sum(calls) > 0`;
}

const shown = (withheld: readonly string[], parameters: Parameters): string =>
  `leg.leg_id <> all(${parameters.add(withheld)}::uuid[])`;

/** The days of some that have to be counted, and have been left alone since an instant: those at which much changes are read from the rows. */
export const daysToCount = (days: readonly SiteDay[], quietSince: Date, parameters: Parameters): string =>
  `with ${openDays(days, parameters)} select starts, ends from open_day
   where not exists (select 1 from day_to_recount mark where mark.at >= open_day.starts and mark.at < open_day.ends
     and mark.marked_at > ${parameters.add(quietSince)}) order by starts desc`;

/** Counts one day of all calls and files the counts, told apart by what a question may narrow them by. */
export const fileCounts = (by: ItemReportBy): string => {
  const keys = ['language', 'direction'];
  return `with ${rowsCounted(by, { name: 'counted', where: 'leg.started_at >= $1 and leg.started_at < $2', keys })}
    insert into counted_result (starts, ends, by, ${keys.join(', ')}, name, calls, ${SUMS.join(', ')})
    select $1, $2, '${by}', ${keys.join(', ')}, name, sum(calls), ${SUMS.map((figure) => `sum(${figure})`).join(', ')}
    from counted group by ${keys.join(', ')}, name`;
};
