import { viewsRoutes } from '#contracts';
import { implement } from '../../routes/implement.js';
import { ViewsService } from './views.service.js';

/** Named filters of the list of calls. */
export const viewsHandlers = implement(viewsRoutes, [ViewsService], (views) => ({
  list: ({ asker }) => views.list(asker),
  create: ({ asker, body }) => views.create(asker, body),
  setDefault: ({ asker, body: { viewId } }) => views.setDefault(asker, viewId),
  change: ({ asker, viewId, body }) => views.change(asker, viewId, body),
  delete: ({ asker, viewId }) => views.delete(asker, viewId),
  restore: ({ asker, viewId }) => views.restore(asker, viewId),
}));
