import { Inject, Injectable } from '@nestjs/common';
import { BREAK_GLASS_MOST, type BreakGlassTerms } from '#contracts';
import { CalendarService, CompanyService } from '#people';
import { Clock, ENV, type Env } from '#platform';
import { reviewDue } from './review-due.rules.js';

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
