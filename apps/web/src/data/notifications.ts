import { notificationListSchema } from '#contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';

/** What this person is told; the live socket says when there is more. */
export const NOTIFICATIONS = ['notifications'] as const;

export function useNotifications() {
  return useInfiniteQuery({
    queryKey: NOTIFICATIONS,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = pageParam === undefined ? {} : { cursor: pageParam };
      return read(notificationListSchema, api.GET('/api/v1/notifications', { params: { query }, signal }));
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
      api.POST('/api/v1/notifications/read', { body: notificationIds === null ? {} : { notificationIds } }),
    onSettled: () => client.invalidateQueries({ queryKey: NOTIFICATIONS }),
  });
}
