import { Controller } from '@nestjs/common';
import {
  companyRoutes,
  type CalendarPreview,
  type CalendarView,
  type CompanyProfileView,
  type NoticeState,
} from '#contracts';
import { CalendarService, CompanyService, NoticeService } from '#people';
import { uploadedFile } from '../people/uploaded-file.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { CompanyQuery } from './company.query.js';

@Controller()
export class CompanyController {
  constructor(
    private readonly query: CompanyQuery,
    private readonly company: CompanyService,
    private readonly days: CalendarService,
    private readonly notices: NoticeService,
  ) {}

  @Route(companyRoutes.profile)
  profile(): Promise<CompanyProfileView> {
    return this.query.profile();
  }

  @Route(companyRoutes.change)
  async change({ asker, body: { version, profile } }: Asked<typeof companyRoutes.change>): Promise<CompanyProfileView> {
    await this.company.changeProfile(profile, version, asker.personId);
    return this.query.profile();
  }

  @Route(companyRoutes.calendar)
  calendar(): Promise<CalendarView> {
    return this.days.view();
  }

  @Route(companyRoutes.import)
  async import({
    asker,
    query: { plan, ...period },
    request,
  }: Asked<typeof companyRoutes.import>): Promise<CalendarPreview> {
    const bytes = await uploadedFile(request);
    if (plan === undefined) return this.days.preview(bytes, period);
    return this.days.apply(bytes, period, plan, asker.personId);
  }

  @Route(companyRoutes.notice)
  notice(): Promise<NoticeState> {
    return this.query.notice();
  }

  @Route(companyRoutes.publish)
  async publish({ asker, body }: Asked<typeof companyRoutes.publish>): Promise<NoticeState> {
    await this.notices.publish(body, asker.personId);
    return this.query.notice();
  }
}
