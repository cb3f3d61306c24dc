import { reportMailRoutes } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { ReportSubscriptions as Subscriptions, type ManagesReports } from '#reports';
import { implement } from '../routes/implement.js';
import { ReportMailQuery } from './report-mail.query.js';

/** Reports by mail: to oneself, and to others. */
export const reportMailHandlers = implement(
  reportMailRoutes,
  [ReportMailQuery, Subscriptions],
  (query, subscriptions) => ({
    list: ({ asker }) => query.list(managing(asker)),
    subscribe: async ({ asker, body }) =>
      query.one(await subscriptions.create(body, [asker.personId], asker.personId), managing(asker)),
    send: async ({ asker, body }) => {
      const { recipients, ...report } = body;
      return query.one(await subscriptions.create(report, recipients, asker.personId), managing(asker));
    },
    recipients: () => query.recipients(),
    copies: ({ asker, subscriptionId }) => query.copies(subscriptionId, managing(asker)),
    resend: ({ asker, subscriptionId, copyId }) => subscriptions.resend(subscriptionId, copyId, managing(asker)),
    pause: ({ asker, subscriptionId }) => subscriptions.pause(subscriptionId, managing(asker)),
    resume: ({ asker, subscriptionId }) => subscriptions.resume(subscriptionId, managing(asker)),
    stop: ({ asker, subscriptionId }) => subscriptions.end(subscriptionId, managing(asker)),
    leave: ({ asker, subscriptionId }) => subscriptions.leave(subscriptionId, asker.personId),
  }),
);

const managing = ({ held, personId }: Asker): ManagesReports => ({
  personId,
  sends: scopeOf('reports.send', held, personId).kind === 'all',
});
