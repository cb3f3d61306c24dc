import { notificationsRoutes } from '#contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';

/** What this person is told; the live socket says when there is more. */
export const NOTIFICATIONS = ['notifications'] as const;

export function useNotifications() {
  return useInfiniteQuery({
    queryKey: NOTIFICATIONS,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = pageParam === undefined ? {} : { cursor: pageParam };
      return send(notificationsRoutes.list, { query, signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: 60_000,
  });
}

/** Marks some as read, or all that came until now. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (notificationIds: string[] | null) =>
      send(notificationsRoutes.read, { body: notificationIds === null ? {} : { notificationIds } }),
    onSettled: () => client.invalidateQueries({ queryKey: NOTIFICATIONS }),
  });
}
