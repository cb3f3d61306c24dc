import { companyRoutes, clientsRoutes } from '#contracts';
import { CalendarService, CompanyService, NoticeService, TeamsService } from '#people';
import { teamHasCalls } from '#calls';
import { uploadedFile } from '../people/uploaded-file.js';
import { implement } from '../routes/implement.js';
import { CompanyQuery } from './company.query.js';

/** Clients (programmes) and their teams. Changing them takes a role for the whole company. */
export const clientsHandlers = implement(clientsRoutes, [CompanyQuery, TeamsService], (query, teams) => ({
  list: ({ asker }) => query.clients(asker),
  create: async ({ asker, body: { name } }) => ({ id: await teams.createClient(name, asker.personId) }),
  rename: ({ asker, clientId: id, body: { name } }) => teams.renameClient(id, name, asker.personId),
  close: ({ asker, clientId: id }) => teams.closeClient(id, asker.personId),
  createTeam: async ({ asker, clientId: id, body: { name } }) => ({
    id: await teams.createTeam(id, name, asker.personId),
  }),
  changeTeam: ({ asker, teamId: id, body }) => teams.changeTeam(id, body, asker.personId, teamHasCalls),
  closeTeam: ({ asker, teamId: id }) => teams.closeTeam(id, asker.personId),
}));

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
