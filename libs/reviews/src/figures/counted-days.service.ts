import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { Parameters, endOfDay, startOfDay } from '#calls';
import { itemReportBySchema } from '#contracts';
import { CompanyService } from '#people';
import { Clock } from '#platform';
import { daysToCount, fileCounts, type SiteDay } from './result-counts.sql.js';

const DAY_MS = 86_400_000;

/** Each day of the site from the first to the last, both as `2026-11-28`. */
export function siteDays(from: string, to: string, timeZone: string): SiteDay[] {
  const days: SiteDay[] = [];
  let starts = startOfDay(from, timeZone);
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) {
    const ends = endOfDay(new Date(at).toISOString().slice(0, 10), timeZone);
    days.push({ starts, ends });
    starts = ends;
  }
  return days;
}

/** One counter at a time: a slower one would file an older count over a newer one. The number means nothing. */
const LOCK = 7_203_920_092;
/** A day on which much changes is counted once that is over, because it would be counted again and again. */
const QUIET_SECONDS = 60;
/** In one run, so that a run ends; the newest come first, because they are asked for. */
const MOST_DAYS = 60;

/** Counts the results of whole days, which reports by item and clause then need not read row by row (decision 92). */
@Injectable()
export class CountedDays {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many days were counted */
  async count(): Promise<number> {
    const now = this.clock.now();
    const [oldest]: { at: Date | null }[] = await this.source.query('select min(started_at) as at from listed_leg');
    if (!oldest?.at) return 0;
    const { timeZone } = await this.company.profile();
    const on = (at: Date) => DateTime.fromJSDate(at, { zone: timeZone }).toISODate()!;
    const parameters = new Parameters();
    const quietSince = new Date(now.getTime() - QUIET_SECONDS * 1000);
    const days: SiteDay[] = await this.source.query(
      daysToCount(siteDays(on(oldest.at), on(now), timeZone), quietSince, parameters),
      parameters.values,
    );
    const some = days.slice(0, MOST_DAYS);
    for (const day of some) await this.countDay(day);
    return some.length;
  }

  /** Marks are taken away before the rows are read: a change that comes in between is counted, and its mark has the day counted once more. */
  private async countDay({ starts, ends }: SiteDay): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
      await tx.query('delete from day_to_recount where at >= $1 and at < $2', [starts, ends]);
      // Days of another zone overlap it, and are never asked for again.
      await tx.query('delete from counted_day where starts < $2 and ends > $1', [starts, ends]);
      await tx.query('insert into counted_day (starts, ends, counted_at) values ($1, $2, $3)', [
        ...[starts, ends],
        this.clock.now(),
      ]);
      for (const by of itemReportBySchema.options) await tx.query(fileCounts(by), [starts, ends]);
    });
  }
}
