import { savedViewListSchema, type NewView, type ViewChange } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api, read } from './api.js';

const VIEWS = ['views'] as const;

export function useViews() {
  return useQuery({
    queryKey: VIEWS,
    staleTime: 60_000,
    queryFn: ({ signal }) => read(savedViewListSchema, api.GET('/api/v1/views', { signal })),
  });
}

/** What can be done with views; each reads them again. */
export function useViewChanges() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: VIEWS });
  return {
    create: useMutation({
      mutationFn: (body: NewView) => read(z.object({ viewId: z.uuid() }), api.POST('/api/v1/views', { body })),
      onSettled,
    }),
    change: useMutation({
      mutationFn: ({ viewId, ...body }: ViewChange & { viewId: string }) =>
        api.PATCH('/api/v1/views/{viewId}', { params: { path: { viewId } }, body }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (viewId: string) => api.DELETE('/api/v1/views/{viewId}', { params: { path: { viewId } } }),
      onSettled,
    }),
    restore: useMutation({
      mutationFn: (viewId: string) => api.POST('/api/v1/views/{viewId}/restore', { params: { path: { viewId } } }),
      onSettled,
    }),
    setDefault: useMutation({
      mutationFn: (viewId: string | null) => api.PUT('/api/v1/views/default', { body: { viewId } }),
      onSettled,
    }),
  };
}
