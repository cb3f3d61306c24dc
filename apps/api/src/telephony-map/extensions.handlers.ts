import { extensionsRoutes } from '#contracts';
import { CompanyService, ExtensionMapService } from '#people';
import { deciderOf } from '../reach/within.js';
import { uploadedFile } from '../people/uploaded-file.js';
import { implement } from '../routes/implement.js';
import { ExtensionsQuery } from './extensions.query.js';

export const extensionsHandlers = implement(
  extensionsRoutes,
  [ExtensionsQuery, ExtensionMapService, CompanyService],
  (extensions, map, company) => ({
    list: ({ asker, query }) => extensions.list(asker, query),
    assign: async ({ asker, body }) => {
      const { personId, within } = deciderOf(asker, 'company.manage');
      const given = { ...body, from: new Date(body.from), to: body.to === null ? null : new Date(body.to) };
      return { id: await map.assign(given, within, personId) };
    },
    release: async ({ asker, assignmentId, body: { at } }) => {
      const { personId, within } = deciderOf(asker, 'company.manage');
      await map.release(assignmentId, new Date(at), within, personId);
    },
    import: async ({ asker, query: { plan }, request }) => {
      const bytes = await uploadedFile(request);
      const { personId: actorPersonId, within } = deciderOf(asker, 'company.manage');
      const { timeZone } = await company.profile();
      if (plan === undefined) return map.preview(bytes, timeZone, within);
      return map.apply(bytes, { plan, timeZone, within, actorPersonId });
    },
  }),
);
