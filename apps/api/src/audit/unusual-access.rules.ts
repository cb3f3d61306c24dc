import { DateTime } from 'luxon';
import { type UnusualRule } from '#contracts';

/** One opening of a recording, as the rules look at it. Times in milliseconds since 1970. */
export interface Opening {
  personId: string;
  at: number;
  callId: string;
  recordingId: string;
  right: 'standing' | 'request' | 'break_glass';
  /** The recorded leg was of the team that the person is of now. */
  ownTeam: boolean;
  /** When the grant that it was opened under was taken back; null while it was not. */
  grantRevokedAt: number | null;
  /** When the person left; null of who is there. */
  leftAt: number | null;
}

export interface Finding {
  rule: UnusualRule;
  personId: string;
  /** What the rule is about, the latest first. */
  plays: readonly Opening[];
  /** Plays of this person in the period. */
  of: number;
  figures: Record<string, number>;
}

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** What the rules compare with and from when on they speak; the documentation states the same numbers. */
export const LIMITS = {
  /** Weeks before the period that say what is usual for a person. */
  weeksBefore: 8,
  /** Fewer earlier plays do not tell a person's usual hours. */
  playsForHours: 20,
  /** Weeks with plays, without which nobody is compared with their own earlier weeks. */
  weeksForMore: 4,
  timesMore: 3,
  leastMore: 10,
  sameRecording: 5,
  hoursBeforeRevoked: 24,
  hoursBeforeLeft: 7 * 24,
  ownTeam: 3,
} as const;

/**
 * Use of recordings that is worth a look. A person is compared with nobody but themselves; each finding says which rule it comes of, with
 * its figures, and is about plays. Nothing is added up over rules: there is no score of a person.
 * @param earlier the plays of `LIMITS.weeksBefore` weeks before `from`
 * @param period `from` and `to` in milliseconds
 */
export function unusualAccess(
  openings: readonly Opening[],
  earlier: readonly Opening[],
  period: { from: number; to: number; timeZone: string },
): Finding[] {
  const before = byPerson(earlier);
  return [...byPerson(openings)].flatMap(([personId, plays]) => {
    const past = before.get(personId) ?? [];
    const found = [
      ...breakGlass(plays),
      ...beforeEnd(plays),
      ...sameRecording(plays),
      ...ownTeam(plays),
      ...outsideHours(plays, past, period.timeZone),
      ...farMore(plays, past, period),
    ];
    return found.map((one) => ({ ...one, personId, of: plays.length }));
  });
}

/** Has the person enough earlier plays for at least one of the rules that compare with themselves? */
export const isCompared = (earlier: readonly Opening[], from: number): boolean =>
  earlier.length >= LIMITS.playsForHours || weeksOf(earlier, from).filter((n) => n > 0).length >= LIMITS.weeksForMore;

type Found = Omit<Finding, 'personId' | 'of'>;

function breakGlass(plays: readonly Opening[]): Found[] {
  const found = plays.filter(({ right }) => right === 'break_glass');
  return found.length === 0 ? [] : [{ rule: 'break_glass', plays: latestFirst(found), figures: {} }];
}

/** Shortly before the right was taken back, or the person left. */
function beforeEnd(plays: readonly Opening[]): Found[] {
  const hours = ({ at, grantRevokedAt, leftAt }: Opening) =>
    [[grantRevokedAt, LIMITS.hoursBeforeRevoked] as const, [leftAt, LIMITS.hoursBeforeLeft] as const].flatMap(
      ([end, most]) => (end !== null && end >= at && end - at <= most * HOUR ? [(end - at) / HOUR] : []),
    );
  const found = plays.filter((one) => hours(one).length > 0);
  if (found.length === 0) return [];
  const shortest = Math.min(...found.flatMap(hours));
  return [{ rule: 'before_end', plays: latestFirst(found), figures: { hours: Math.round(shortest * 10) / 10 } }];
}

function sameRecording(plays: readonly Opening[]): Found[] {
  const times = new Map<string, Opening[]>();
  for (const play of plays) times.set(play.recordingId, [...(times.get(play.recordingId) ?? []), play]);
  return [...times.values()]
    .filter((found) => found.length >= LIMITS.sameRecording)
    .map((found) => ({ rule: 'same_recording', plays: latestFirst(found), figures: { limit: LIMITS.sameRecording } }));
}

/** Of one's own team under what an approval gave: an ordinary right over one's team is no exception. */
function ownTeam(plays: readonly Opening[]): Found[] {
  const found = plays.filter((play) => play.right !== 'standing' && play.ownTeam);
  if (found.length < LIMITS.ownTeam) return [];
  return [{ rule: 'own_team', plays: latestFirst(found), figures: { limit: LIMITS.ownTeam } }];
}

/** At hours of the site's day in which the person opened nothing in the weeks before, nor in the hours next to them. */
function outsideHours(plays: readonly Opening[], earlier: readonly Opening[], timeZone: string): Found[] {
  if (earlier.length < LIMITS.playsForHours) return [];
  const hourOf = ({ at }: Opening) => DateTime.fromMillis(at, { zone: timeZone }).hour;
  const usual = new Set(earlier.map(hourOf).flatMap((hour) => [(hour + 23) % 24, hour, (hour + 1) % 24]));
  const found = plays.filter((play) => !usual.has(hourOf(play)));
  if (found.length === 0) return [];
  return [
    {
      rule: 'outside_hours',
      plays: latestFirst(found),
      figures: { earlier: earlier.length, hours: usual.size },
    },
  ];
}

/** A week with far more plays than the median of the person's own weeks before. */
function farMore(plays: readonly Opening[], earlier: readonly Opening[], { from }: { from: number }): Found[] {
  const weeks = weeksOf(earlier, from);
  if (weeks.filter((n) => n > 0).length < LIMITS.weeksForMore) return [];
  const median = medianOf(weeks);
  const limit = Math.max(LIMITS.leastMore, LIMITS.timesMore * median);
  const byWeek = new Map<number, Opening[]>();
  for (const play of plays) {
    const week = Math.floor((play.at - from) / WEEK);
    byWeek.set(week, [...(byWeek.get(week) ?? []), play]);
  }
  return [...byWeek.values()]
    .filter((found) => found.length > limit)
    .map((found) => ({ rule: 'far_more', plays: latestFirst(found), figures: { median, weeks: weeks.length } }));
}

/** Plays in each of the weeks before `from`, those without any included. */
function weeksOf(earlier: readonly Opening[], from: number): number[] {
  const weeks = Array.from({ length: LIMITS.weeksBefore }, () => 0);
  for (const { at } of earlier) {
    const week = Math.floor((from - 1 - at) / WEEK);
    if (weeks[week] !== undefined) weeks[week] += 1;
  }
  return weeks;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Plays by who opened them, in the order given. */
export function byPerson(openings: readonly Opening[]): Map<string, Opening[]> {
  const people = new Map<string, Opening[]>();
  for (const opening of openings) {
    const plays = people.get(opening.personId);
    if (plays) plays.push(opening);
    else people.set(opening.personId, [opening]);
  }
  return people;
}

const latestFirst = (plays: readonly Opening[]): Opening[] => plays.toSorted((a, b) => b.at - a.at);
