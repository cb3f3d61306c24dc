import { notificationsRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
import { NotificationsQuery } from './notifications.query.js';

/** A person's own notifications, and never another's. */
export const notificationsHandlers = implement(notificationsRoutes, [NotificationsQuery], (notificationsQuery) => ({
  list: ({ asker, query }) => notificationsQuery.list(asker.personId, query),
  read: ({ asker, body: { notificationIds } }) => notificationsQuery.read(asker.personId, notificationIds ?? null),
}));
