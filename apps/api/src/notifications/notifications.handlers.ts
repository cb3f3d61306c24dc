import { notificationsRoutes } from '#contracts';
import { permissionsOf } from '#people';
import { implement } from '../routes/implement.js';
import { NotificationsQuery } from './notifications.query.js';

/** A person's own notifications, and never another's. */
export const notificationsHandlers = implement(notificationsRoutes, [NotificationsQuery], (notificationsQuery) => ({
  list: ({ asker: { personId, held }, query }) =>
    notificationsQuery.list({ personId, seesGrants: permissionsOf(held).includes('grants.read') }, query),
  read: ({ asker, body: { notificationIds } }) => notificationsQuery.read(asker.personId, notificationIds ?? null),
}));
