import { webhooksRoutes, webhookDeliveriesRoutes } from '#contracts';
import { ENV } from '#platform';
import { EndpointQuery, EndpointService, DeliveryQuery, ReplayService } from '#webhooks';
import { implement } from '../routes/implement.js';

export const webhookDeliveriesHandlers = implement(
  webhookDeliveriesRoutes,
  [DeliveryQuery, ReplayService],
  (deliveryQuery, replays) => ({
    list: ({ endpointId, query }) => deliveryQuery.list(endpointId, query),
    ping: async ({ asker, endpointId }) => ({ deliveryId: await replays.ping(endpointId, asker.personId) }),
    replayOne: ({ asker, endpointId, deliveryId }) => replays.one(endpointId, deliveryId, asker.personId),
    replaySince: ({ asker, endpointId, body: { since } }) => replays.since(endpointId, new Date(since), asker.personId),
  }),
);

export const webhooksHandlers = implement(
  webhooksRoutes,
  [EndpointService, EndpointQuery, ENV],
  (endpointService, query, env) => ({
    list: async () => {
      const [endpoints, teams, clients] = await Promise.all([query.all(), query.teams(), query.clients()]);
      return { endpoints, teams, clients, allowedRanges: env.webhookAllowRanges };
    },
    create: ({ asker, body }) => endpointService.create(body, asker.personId),
    change: ({ asker, endpointId, body }) => endpointService.change(endpointId, body, asker.personId),
    remove: ({ asker, endpointId }) => endpointService.remove(endpointId, asker.personId),
    pause: ({ asker, endpointId }) => endpointService.pause(endpointId, asker.personId),
    resume: ({ asker, endpointId }) => endpointService.resume(endpointId, asker.personId),
    rotateSecret: ({ asker, endpointId }) => endpointService.rotateSecret(endpointId, asker.personId),
  }),
);
