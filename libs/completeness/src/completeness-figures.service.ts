import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FEWEST_TO_ALARM } from '#contracts';
import { CompletenessSettingsDesk } from './settings.service.js';
import { SiteRules } from './site-rules.service.js';

// Asked for each leg: a house may have more open gaps than talks of two days.
const TALKS = `from leg_completeness leg
  left join lateral (select leg_id from gap where gap.leg_id = leg.leg_id and closed_at is null limit 1) standing on true`;
const BELOW = 'count(*) >= $2 and 100.0 * (count(*) - count(standing.leg_id)) / count(*) < $3';

/** What an alarm is raised for. */
export interface CompletenessTrouble {
  /** A team's or a source's calls of today or yesterday are below the target. */
  below: boolean;
  /** A gap is open for longer than it may be. */
  old: boolean;
}

/** A team of whose calls of a day too few are complete. */
export interface TeamBelow {
  teamId: string;
  whole: number;
  of: number;
}

/** Whether the company's target is met. It reads the rows of two days and the oldest open gap. */
@Injectable()
export class CompletenessFigures {
  constructor(
    private readonly source: DataSource,
    private readonly settings: CompletenessSettingsDesk,
    private readonly site: SiteRules,
  ) {}

  async trouble(): Promise<CompletenessTrouble> {
    const { targetPercent, alarmHours } = await this.settings.current();
    const now = this.site.now();
    return {
      below: targetPercent !== null && (await this.isBelow(targetPercent, now)),
      old: alarmHours !== null && (await this.isOld(new Date(now.getTime() - alarmHours * 3_600_000))),
    };
  }

  /** The teams that were below the target on the day before, by the site's calendar, and the target. */
  async yesterday(): Promise<{ day: string; targetPercent: number; teams: TeamBelow[] } | null> {
    const { targetPercent } = await this.settings.current();
    if (targetPercent === null) return null;
    const dayOf = await this.site.days(this.source.manager);
    const day = dayOf(new Date(this.site.now().getTime() - 24 * 3_600_000));
    const teams: TeamBelow[] = await this.source.query(
      `select leg.team_id as "teamId", (count(*) - count(standing.leg_id))::int as whole, count(*)::int as of ${TALKS}
       where leg.day = $1 and leg.team_id is not null group by leg.team_id having ${BELOW}`,
      [day, FEWEST_TO_ALARM, targetPercent],
    );
    return { day, targetPercent, teams };
  }

  private async isBelow(percent: number, now: Date): Promise<boolean> {
    const dayOf = await this.site.days(this.source.manager);
    const days = [dayOf(now), dayOf(new Date(now.getTime() - 24 * 3_600_000))];
    const rows: unknown[] = await this.source.query(
      `select 1 ${TALKS} where leg.day = any($1::date[])
       group by grouping sets ((leg.day, leg.source), (leg.day, leg.team_id)) having ${BELOW} limit 1`,
      [days, FEWEST_TO_ALARM, percent],
    );
    return rows.length > 0;
  }

  private async isOld(before: Date): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      'select 1 from gap where closed_at is null and opened_at < $1 limit 1',
      [before],
    );
    return rows.length > 0;
  }
}
