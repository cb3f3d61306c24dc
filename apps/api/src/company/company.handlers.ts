import { companyRoutes } from '#contracts';
import { CalendarService, CompanyService, NoticeService } from '#people';
import { uploadedFile } from '../people/uploaded-file.js';
import { implement } from '../routes/implement.js';
import { CompanyQuery } from './company.query.js';

export const companyHandlers = implement(
  companyRoutes,
  [CompanyQuery, CompanyService, CalendarService, NoticeService],
  (query, company, days, notices) => ({
    profile: () => query.profile(),
    change: async ({ asker, body: { version, profile } }) => {
      await company.changeProfile(profile, version, asker.personId);
      return query.profile();
    },
    calendar: () => days.view(),
    import: async ({ asker, query: { plan, ...period }, request }) => {
      const bytes = await uploadedFile(request);
      if (plan === undefined) return days.preview(bytes, period);
      return days.apply(bytes, period, plan, asker.personId);
    },
    notice: () => query.notice(),
    publish: async ({ asker, body }) => {
      await notices.publish(body, asker.personId);
      return query.notice();
    },
  }),
);
