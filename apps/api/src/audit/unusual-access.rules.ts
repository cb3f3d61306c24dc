import { type UnusualRule } from '#contracts';

/** One opening of a recording, as an example. Time in milliseconds since 1970. */
export interface Example {
  at: number;
  callId: string;
}

/** What plays of one person have in common: what a rule is about, or could be. */
export type GroupKind = 'all' | 'break_glass' | 'before_end' | 'same_recording' | 'own_team' | 'hour' | 'week';

/** Plays of one person in the period that have something in common, counted by the database. */
export interface PlayGroup {
  personId: string;
  kind: GroupKind;
  /** The hour of the site's day, or the week of the period; null where the kind says it all. */
  key: number | null;
  plays: number;
  /** Of `before_end`: how shortly before the right was taken back or the person left, at the least. */
  hours: number | null;
  /** The latest of them, the latest first. */
  latest: readonly Example[];
}

/** What is known of a person from the weeks before the period. */
export interface Past {
  plays: number;
  /** Hours of the site's day in which something was opened. */
  hours: readonly number[];
  /** Plays in each of the weeks before, those without any included. */
  weeks: readonly number[];
}

export interface Finding {
  rule: UnusualRule;
  personId: string;
  /** How many plays the rule is about, and the latest of them. */
  plays: number;
  latest: readonly Example[];
  /** Plays of this person in the period. */
  of: number;
  figures: Record<string, number>;
}

/** Thresholds of the rules; the documentation states the same numbers. */
export const LIMITS = {
  /** Weeks before the period that say what is usual for a person. */
  weeksBefore: 8,
  /** Fewer earlier plays do not tell a person's usual hours. */
  playsForHours: 20,
  /** Weeks with plays that a comparison with a person's own earlier weeks needs. */
  weeksForMore: 4,
  timesMore: 3,
  leastMore: 10,
  sameRecording: 5,
  hoursBeforeRevoked: 24,
  hoursBeforeLeft: 7 * 24,
  ownTeam: 3,
} as const;

export const EXAMPLES = 5;
export const NO_PAST: Past = { plays: 0, hours: [], weeks: Array.from({ length: LIMITS.weeksBefore }, () => 0) };

/**
 * Use of recordings that is worth a look. A person is compared only with themselves; each finding says which rule it comes from, with
 * its figures, and is about plays. Nothing is added up over rules: there is no score of a person.
 * @param past by person, of `LIMITS.weeksBefore` weeks before the period
 */
export function unusualAccess(groups: readonly PlayGroup[], past: ReadonlyMap<string, Past>): Finding[] {
  const people = new Map<string, PlayGroup[]>();
  for (const group of groups) people.set(group.personId, [...(people.get(group.personId) ?? []), group]);
  return [...people].flatMap(([personId, of]) => {
    const kind = (wanted: GroupKind) => of.filter((group) => group.kind === wanted);
    const before = past.get(personId) ?? NO_PAST;
    const found = [
      ...kind('break_glass').map((group) => finding('break_glass', group, {})),
      ...kind('before_end').map((group) =>
        finding('before_end', group, { hours: Math.round((group.hours ?? 0) * 10) / 10 }),
      ),
      ...kind('same_recording')
        .filter(({ plays }) => plays >= LIMITS.sameRecording)
        .map((group) => finding('same_recording', group, { limit: LIMITS.sameRecording })),
      ...kind('own_team')
        .filter(({ plays }) => plays >= LIMITS.ownTeam)
        .map((group) => finding('own_team', group, { limit: LIMITS.ownTeam })),
      ...outsideHours(kind('hour'), before),
      ...farMore(kind('week'), before),
    ];
    const all = kind('all').reduce((sum, { plays }) => sum + plays, 0);
    return found.map((one) => ({ ...one, personId, of: all }));
  });
}

/** Has the person enough earlier plays for at least one of the rules that compare with themselves? */
export const isCompared = ({ plays, weeks }: Past): boolean =>
  plays >= LIMITS.playsForHours || weeks.filter((n) => n > 0).length >= LIMITS.weeksForMore;

type Found = Omit<Finding, 'personId' | 'of'>;

const finding = (
  rule: UnusualRule,
  { plays, latest }: Pick<PlayGroup, 'plays' | 'latest'>,
  figures: Finding['figures'],
): Found => ({ rule, plays, latest, figures });

/** At hours of the site's day in which the person opened nothing in the weeks before, nor in the hours next to them. */
function outsideHours(hours: readonly PlayGroup[], past: Past): Found[] {
  if (past.plays < LIMITS.playsForHours) return [];
  const usual = new Set(past.hours.flatMap((hour) => [(hour + 23) % 24, hour, (hour + 1) % 24]));
  const outside = hours.filter(({ key }) => key !== null && !usual.has(key));
  if (outside.length === 0) return [];
  const plays = outside.reduce((sum, group) => sum + group.plays, 0);
  const latest = outside
    .flatMap((group) => group.latest)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, EXAMPLES);
  return [finding('outside_hours', { plays, latest }, { earlier: past.plays, hours: usual.size })];
}

/** A week with far more plays than the median of the person's own weeks before. */
function farMore(weeks: readonly PlayGroup[], past: Past): Found[] {
  if (past.weeks.filter((n) => n > 0).length < LIMITS.weeksForMore) return [];
  const median = medianOf(past.weeks);
  const limit = Math.max(LIMITS.leastMore, LIMITS.timesMore * median);
  return weeks
    .filter(({ plays }) => plays > limit)
    .map((group) => finding('far_more', group, { median, weeks: past.weeks.length }));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
