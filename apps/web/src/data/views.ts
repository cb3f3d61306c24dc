import { viewsRoutes, type NewView, type ViewChange } from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';

const VIEWS = ['views'] as const;

export function useViews() {
  return useQuery({
    queryKey: VIEWS,
    staleTime: 60_000,
    queryFn: ({ signal }) => send(viewsRoutes.list, { signal }),
  });
}

/** What can be done with views; each reads them again. */
export function useViewChanges() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: VIEWS });
  return {
    create: useMutation({
      mutationFn: (body: NewView) => send(viewsRoutes.create, { body }),
      onSettled,
    }),
    change: useMutation({
      mutationFn: ({ viewId, ...body }: ViewChange & { viewId: string }) => send(viewsRoutes.change, { viewId, body }),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (viewId: string) => send(viewsRoutes.delete, { viewId }),
      onSettled,
    }),
    restore: useMutation({
      mutationFn: (viewId: string) => send(viewsRoutes.restore, { viewId }),
      onSettled,
    }),
    setDefault: useMutation({
      mutationFn: (viewId: string | null) => send(viewsRoutes.setDefault, { body: { viewId } }),
      onSettled,
    }),
  };
}
