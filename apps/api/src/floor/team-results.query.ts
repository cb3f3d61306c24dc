import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { type FloorRowOf } from '#contracts';
import { firstMoment } from '#quality';
import { WITHHELD } from '#reviews';
import { worstResults, type WorstResult } from '../home/worst-results.sql.js';

type Points = FloorRowOf<'points'>;
export type Trouble = NonNullable<Points['latest']> & { landedAt: string };

export interface TeamResults {
  /** Trusted results of today that were not met, the latest first; the heaviest of each call. */
  troubles: Trouble[];
  points: Map<string, Pick<Points, 'today' | 'weeks'>>;
}

/** Weeks of the line, this one included. */
const WEEKS = 6;
/** A mean of fewer calls says more of the calls than of the agent. */
const LEAST_CALLS = 3;
const MOST_TROUBLES = 100;
/** A call is scored within this time, or its score is no news of today. */
const CALLED_BEFORE_MS = 24 * 3_600_000;

/** A leg that any person still has to judge blind: the floor is the same for all who see it, so that it tells no one of its result. */
const SHOWN = `not exists (select 1 from (${WITHHELD}) blind where blind.leg_id = leg.id)`;

/** What scores tell of a team now. */
@Injectable()
export class TeamResultsQuery {
  constructor(private readonly source: DataSource) {}

  async of(teamId: string, people: readonly string[], dayStart: Date, timeZone: string): Promise<TeamResults> {
    const [troubles, points] = await Promise.all([
      this.troubles(teamId, dayStart),
      this.points(teamId, people, dayStart, timeZone),
    ]);
    return { troubles, points };
  }

  private async troubles(teamId: string, dayStart: Date): Promise<Trouble[]> {
    const within = `leg.team_id = $1 and card.created_at >= $2 and call.started_at >= $3 and ${SHOWN}`;
    const rows: WorstResult[] = await this.source.query(
      `${worstResults(within)} order by worst.created_at desc, worst.call_id limit ${MOST_TROUBLES}`,
      [teamId, dayStart, new Date(dayStart.getTime() - CALLED_BEFORE_MS)],
    );
    return rows.map(({ callId, legId, leg, agent, itemId, title, critical, reviewed, recording, ...row }) => ({
      ...{ callId, legId, leg, agent, itemId, title, critical, reviewed, recording, checklistId: row.checklist.id },
      ...{ startedAt: row.startedAt.toISOString(), landedAt: row.landedAt.toISOString() },
      atMs: firstMoment(row.evidence),
    }));
  }

  private async points(
    teamId: string,
    people: readonly string[],
    dayStart: Date,
    timeZone: string,
  ): Promise<TeamResults['points']> {
    const week = DateTime.fromJSDate(dayStart, { zone: timeZone }).startOf('week');
    const starts = Array.from({ length: WEEKS }, (_, at) => week.minus({ weeks: WEEKS - 1 - at }));
    const rows: { personId: string; period: number; n: number; percent: number }[] = await this.source.query(POINTS, [
      teamId,
      people,
      starts.map((start) => start.toJSDate()),
      dayStart,
    ]);
    return new Map(
      people.map((personId) => {
        const its = rows.filter((row) => row.personId === personId);
        const mean = (period: number) => {
          const found = its.find((row) => row.period === period);
          return found && found.n >= LEAST_CALLS ? { n: found.n, percent: Number(found.percent.toFixed(1)) } : null;
        };
        return [personId, { today: mean(0), weeks: starts.map((_, at) => mean(at + 1)) }];
      }),
    );
  }
}

/** Period 0 is today, the others are weeks, by the index of the team's calls by time. */
const POINTS = `
  select leg.person_id as "personId", period.n::int as period, count(*)::int as n, avg(leg.points_percent)::float8 as percent
  from listed_leg leg
  cross join lateral (select width_bucket(leg.started_at, $3::timestamptz[]) as n union all select 0 where leg.started_at >= $4) period
  where leg.team_id = $1 and leg.person_id = any($2::uuid[]) and leg.started_at >= ($3::timestamptz[])[1]
    and leg.counted and leg.points_percent is not null and leg.reviewer_person_id is null
    and not exists (select 1 from (${WITHHELD}) blind where blind.leg_id = leg.leg_id)
  group by leg.person_id, period.n`;
