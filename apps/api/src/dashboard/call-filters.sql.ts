import { DateTime } from 'luxon';
import { outcomeSchema, RESULT, sourceSchema, type CallFilters } from '#contracts';
import { type Parameters } from '../reach/visible-legs.js';

/** The instant at which a day of the site begins. */
export const startOfDay = (day: string, timeZone: string): Date =>
  DateTime.fromISO(day, { zone: timeZone }).startOf('day').toJSDate();

/** The instant at which a day of the site is over. */
export const endOfDay = (day: string, timeZone: string): Date =>
  DateTime.fromISO(day, { zone: timeZone }).startOf('day').plus({ days: 1 }).toJSDate();

/** What the filters ask of a row of `listed_leg`, which goes by the name `leg`. Team, client and agent decide where to read and are not here. */
export function filterConditions(filters: CallFilters, timeZone: string, parameters: Parameters): string[] {
  const { from, to } = filters;
  return [
    ...(from ? [`leg.started_at >= ${parameters.add(startOfDay(from, timeZone))}`] : []),
    ...(to ? [`leg.started_at < ${parameters.add(endOfDay(to, timeZone))}`] : []),
    ...anyOf('language', filters.language, parameters),
    ...anyOf('direction', filters.direction, parameters),
    ...anyOf('stage', filters.stage, parameters),
    ...anyOf('stage_reason', filters.reason, parameters),
    ...resultConditions(filters, parameters),
    ...(filters.sign ? [`leg.signs && ${parameters.add(filters.sign)}::text[]`] : []),
    ...wordConditions(filters.q, parameters),
    ...measureConditions(filters, parameters),
  ];
}

/** One value is compared as such: an index that ends in the order of time then gives the rows in that order. */
function anyOf(column: string, values: readonly string[] | undefined, parameters: Parameters): string[] {
  if (!values) return [];
  const [first, ...others] = values;
  if (others.length === 0) return [`leg.${column} = ${parameters.add(first)}`];
  return [`leg.${column} = any(${parameters.add(values)}::text[])`];
}

function resultConditions({ result, source }: CallFilters, parameters: Parameters): string[] {
  const sources = source ?? sourceSchema.options;
  const overlaps = (results: string[]) => `leg.results && ${parameters.add(results)}::text[]`;
  if (result) return result.map((one) => overlaps(sources.map((from) => `${assertResult(one)}:${from}`)));
  const judged = outcomeSchema.options.filter((outcome) => outcome === 'met' || outcome === 'not_met');
  return source ? [overlaps(judged.flatMap((outcome) => source.map((from) => `any:${outcome}:${from}`)))] : [];
}

function assertResult(text: string): string {
  if (!RESULT.test(text)) throw new RangeError('a result that its schema should have refused');
  return text;
}

/** The index finds rows with all pairs of characters; the row itself tells whether they are in this order. */
function wordConditions(q: string | undefined, parameters: Parameters): string[] {
  if (q === undefined) return [];
  const words = `shown_words(${parameters.add(q)})`;
  const pattern = parameters.add(
    `%${q
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\\%_]/g, '\\$&')}%`,
  );
  return [`word_grams(leg.words) @> word_grams(${words})`, `leg.words like ${pattern}`];
}

function measureConditions(filters: CallFilters, parameters: Parameters): string[] {
  const { pointsMin, pointsMax, coverageMin, coverageMax, durationMin, durationMax } = filters;
  const bounds = [
    ['points_percent', '>=', pointsMin],
    ['points_percent', '<=', pointsMax],
    ['coverage_percent', '>=', coverageMin],
    ['coverage_percent', '<=', coverageMax],
    ['duration_ms', '>=', durationMin === undefined ? undefined : durationMin * 1000],
    ['duration_ms', '<=', durationMax === undefined ? undefined : durationMax * 1000],
  ] as const;
  return bounds.flatMap(([column, sign, value]) =>
    value === undefined ? [] : [`leg.${column} ${sign} ${parameters.add(value)}`],
  );
}
