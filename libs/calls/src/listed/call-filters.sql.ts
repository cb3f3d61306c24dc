import { DateTime } from 'luxon';
import { outcomeSchema, RESULT, sourceSchema, type CallFilters, type CompanyProfile } from '#contracts';
import { resultShown, type Parameters } from './visible-legs.js';

/** The instant at which a day of the site begins. */
export const startOfDay = (day: string, timeZone: string): Date =>
  DateTime.fromISO(day, { zone: timeZone }).startOf('day').toJSDate();

/** The instant at which a day of the site is over. */
export const endOfDay = (day: string, timeZone: string): Date =>
  DateTime.fromISO(day, { zone: timeZone }).startOf('day').plus({ days: 1 }).toJSDate();

/** Answered before the fourth ring starts (policy 三响之内接听). */
const RINGS = 3;

/** From which ring time on a call was answered too late, in seconds; null where the company has not said how its telephones ring. */
export const ringLimit = ({ ringCadence }: Pick<CompanyProfile, 'ringCadence'>): number | null =>
  ringCadence ? RINGS * (ringCadence.onSeconds + ringCadence.offSeconds) : null;

/** Filters by results: a match tells what the result is. */
const BY_RESULT: readonly (keyof CallFilters)[] = [
  ...(['result', 'source', 'sign', 'counted', 'reviewer'] as const),
  ...(['pointsMin', 'pointsMax', 'coverageMin', 'coverageMax'] as const),
];

/**
 * What the filters ask of a row of `listed_leg`, which goes by the name `leg`. Team, client and agent decide where to read and are not here.
 * @param withheld legs whose results the asker does not see: no filter by results finds them
 */
export function filterConditions(
  filters: CallFilters,
  profile: Pick<CompanyProfile, 'timeZone' | 'ringCadence'>,
  parameters: Parameters,
  withheld: readonly string[],
): string[] {
  const { from, to, counted } = filters;
  const { timeZone } = profile;
  return [
    ...(from ? [`leg.started_at >= ${parameters.add(startOfDay(from, timeZone))}`] : []),
    ...(to ? [`leg.started_at < ${parameters.add(endOfDay(to, timeZone))}`] : []),
    ...anyOf('call_id', filters.call, parameters),
    ...anyOf('queue', filters.queue, parameters),
    ...anyOf('reviewer_person_id', filters.reviewer, parameters),
    ...anyOf('language', filters.language, parameters),
    ...anyOf('direction', filters.direction, parameters),
    ...anyOf('stage', filters.stage, parameters),
    ...anyOf('stage_reason', filters.reason, parameters),
    ...resultConditions(filters, parameters),
    ...(filters.sign ? [`leg.signs && ${parameters.add(filters.sign)}::text[]`] : []),
    ...(counted ? [counted === 'yes' ? 'leg.counted' : 'not leg.counted'] : []),
    ...ringsConditions(filters.rings, profile, parameters),
    ...partOfTime('isodow', filters.weekday, timeZone, parameters),
    ...partOfTime('hour', filters.hour, timeZone, parameters),
    ...wordConditions(filters.q, parameters),
    ...(withheld.length > 0 && BY_RESULT.some((name) => filters[name] !== undefined)
      ? [resultShown(withheld, parameters, 'leg.leg_id')]
      : []),
    ...measureConditions(filters, parameters),
  ];
}

/** One value is compared as such: an index that ends in the order of time then gives the rows in that order. */
function anyOf(column: string, values: readonly string[] | undefined, parameters: Parameters): string[] {
  if (!values) return [];
  const type = column.endsWith('_id') ? 'uuid' : 'text';
  const [first, ...others] = values;
  if (others.length === 0) return [`leg.${column} = ${parameters.add(first)}::${type}`];
  return [`leg.${column} = any(${parameters.add(values)}::${type}[])`];
}

function ringsConditions(
  rings: CallFilters['rings'],
  profile: Pick<CompanyProfile, 'ringCadence'>,
  parameters: Parameters,
): string[] {
  if (!rings) return [];
  const known = `leg.direction = 'inbound' and leg.ring_seconds >= 0`;
  const [one, ...others] = new Set(rings);
  if (others.length > 0) return [known];
  return [
    `${known} and leg.ring_seconds ${one === 'within' ? '<' : '>='} ${parameters.add(ringLimit(profile))}::float8`,
  ];
}

function partOfTime(
  part: 'isodow' | 'hour',
  values: readonly string[] | undefined,
  timeZone: string,
  parameters: Parameters,
): string[] {
  if (!values) return [];
  const at = `leg.started_at at time zone ${parameters.add(timeZone)}`;
  return [`extract(${part} from ${at})::int = any(${parameters.add(values.map(Number))}::int[])`];
}

const CLAUSE = 'clause=';

/** What is asked for so often that the row holds it beside its results, which are ten times as wide. */
const OWN_COLUMN: Readonly<Record<string, string>> = {
  'critical:not_met': 'leg.missed_critical',
  'any:insufficient': 'leg.left_open',
};

function resultConditions({ result, source }: CallFilters, parameters: Parameters): string[] {
  const sources = source ?? sourceSchema.options;
  const overlaps = (results: string[]) => `leg.results && ${parameters.add(results)}::text[]`;
  const has = (one: string): string => {
    // A clause has no source: several items rest on it.
    if (one.startsWith(CLAUSE))
      return `leg.clauses && ${parameters.add([assertResult(one).slice(CLAUSE.length)])}::text[]`;
    return (!source && OWN_COLUMN[one]) || overlaps(sources.map((from) => `${assertResult(one)}:${from}`));
  };
  if (result) return result.map(has);
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
