import { savedViewListSchema, type NewView, type ViewChange } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ask, tell } from './http.js';

const VIEWS = ['views'] as const;

export function useViews() {
  return useQuery({
    queryKey: VIEWS,
    staleTime: 60_000,
    queryFn: ({ signal }) => ask(savedViewListSchema, '/views', { signal }),
  });
}

/** What can be done with views; each reads them again. */
export function useViewChanges() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: VIEWS });
  return {
    create: useMutation({
      mutationFn: (body: NewView) => ask(z.object({ viewId: z.uuid() }), '/views', { method: 'POST', body }),
      onSettled,
    }),
    change: useMutation({
      mutationFn: ({ viewId, ...body }: ViewChange & { viewId: string }) =>
        tell(`/views/${viewId}`, { method: 'PATCH', body }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (viewId: string) => tell(`/views/${viewId}`, { method: 'DELETE' }),
      onSettled,
    }),
    restore: useMutation({
      mutationFn: (viewId: string) => tell(`/views/${viewId}/restore`, { method: 'POST' }),
      onSettled,
    }),
    setDefault: useMutation({
      mutationFn: (viewId: string | null) => tell('/views/default', { method: 'PUT', body: { viewId } }),
      onSettled,
    }),
  };
}
