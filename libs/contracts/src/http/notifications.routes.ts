import { notificationListSchema, notificationQuerySchema, notificationsReadSchema } from './notifications.js';
import { defineRoutes, get, post } from './route.js';

/** What a person is told. Each person finds only their own. */
export const notificationsRoutes = defineRoutes('notifications', 'notifications', {
  list: get('/api/v1/notifications', {
    summary: 'What one is told, the newest first, and how much of it is unread',
    access: { signedIn: true, whileIdle: true },
    query: notificationQuerySchema,
    answer: notificationListSchema,
  }),
  read: post('/api/v1/notifications/read', {
    summary: 'Marks what one was told as read: some of it, or all that came until now',
    access: { signedIn: true },
    body: notificationsReadSchema,
  }),
});
