import { notificationsRoutes } from '#contracts';
import { send } from './api.js';
import { useChange, usePages } from './queries.js';

/** What this person is told; the live socket says when there is more. */
export const NOTIFICATIONS = ['notifications'] as const;

export const useNotifications = () => usePages(NOTIFICATIONS, notificationsRoutes.list);

/** How much this person has not read yet. */
export const useUnread = (): number => useNotifications().data?.pages[0]?.unread ?? 0;

/** Marks some as read, or all that came until now. */
export const useMarkRead = () =>
  useChange(
    (notificationIds: string[] | null) =>
      send(notificationsRoutes.read, { body: notificationIds === null ? {} : { notificationIds } }),
    NOTIFICATIONS,
  );
