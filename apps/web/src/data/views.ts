import { viewsRoutes, type NewView, type ViewChange } from '#contracts';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

const VIEWS = ['views'] as const;

export const useViews = () => useRead(VIEWS, viewsRoutes.list, {}, { staleTime: 60_000 });

/** What can be done with views; each reads them again. */
export const useViewChanges = () => ({
  create: useChange((body: NewView) => send(viewsRoutes.create, { body }), VIEWS),
  change: useChange(
    ({ viewId, ...body }: ViewChange & { viewId: string }) => send(viewsRoutes.change, { viewId, body }),
    VIEWS,
  ),
  remove: useChange((viewId: string) => send(viewsRoutes.delete, { viewId }), VIEWS),
  restore: useChange((viewId: string) => send(viewsRoutes.restore, { viewId }), VIEWS),
  setDefault: useChange((viewId: string | null) => send(viewsRoutes.setDefault, { body: { viewId } }), VIEWS),
});
