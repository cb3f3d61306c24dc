import { webhookDeliveriesRoutes } from '#contracts';
import { DeliveryQuery, ReplayService } from '#webhooks';
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
