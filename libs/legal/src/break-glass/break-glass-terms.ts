import { Inject, Injectable } from '@nestjs/common';
import { BREAK_GLASS_MOST, type BreakGlassTerms } from '#contracts';
import { CalendarService, CompanyService } from '#people';
import { Clock, ENV, type Env } from '#platform';
import { DateTime } from 'luxon';
import { isWorkingDay, type WorkCalendar } from '#people/rules';

/** A company cannot close for longer. */
const FARTHEST_DAYS = 55;

/**
 * Until when an opening has to be reviewed: the end of the so-many-th working day after it, by the site's calendar. A day that the calendar
 * does not cover counts when it is one of Monday to Friday: too early rather than too late.
 */
export function reviewDue(openedAt: Date, workingDays: number, calendar: WorkCalendar): Date {
  let day = DateTime.fromJSDate(openedAt, { zone: calendar.timeZone }).startOf('day');
  for (let [left, passed] = [workingDays, 0]; left > 0 && passed < FARTHEST_DAYS; passed++) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day.toISODate() ?? '', calendar) ?? day.weekday <= 5) left--;
  }
  return day.plus({ days: 1 }).toJSDate();
}

/** What an emergency may open in this installation, and until when it has to be reviewed. */
@Injectable()
export class BreakGlassTermsReader {
  constructor(
    private readonly company: CompanyService,
    private readonly calendar: CalendarService,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  terms(): Omit<BreakGlassTerms, 'waiting'> {
    const { minutes, reviewWorkingDays } = this.env.breakGlass;
    return { minutes, reviewWorkingDays, recordings: BREAK_GLASS_MOST.recordings, plays: BREAK_GLASS_MOST.plays };
  }

  /** An opening that begins now, and the end of the last working day on which its review is in time. */
  async fromNow(): Promise<{ openedAt: Date; reviewBy: Date }> {
    const calendar = await this.calendar.workCalendar(await this.company.profile());
    const openedAt = this.clock.now();
    return { openedAt, reviewBy: reviewDue(openedAt, this.env.breakGlass.reviewWorkingDays, calendar) };
  }
}
