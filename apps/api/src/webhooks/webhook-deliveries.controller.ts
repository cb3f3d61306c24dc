import { Controller } from '@nestjs/common';
import { webhookDeliveriesRoutes, type WebhookDeliveryList, type WebhookQueued } from '#contracts';
import { DeliveryQuery, ReplayService } from '#webhooks';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';

@Controller()
export class WebhookDeliveriesController {
  constructor(
    private readonly query: DeliveryQuery,
    private readonly replays: ReplayService,
  ) {}

  @Route(webhookDeliveriesRoutes.list)
  list({ endpointId, query }: Asked<typeof webhookDeliveriesRoutes.list>): Promise<WebhookDeliveryList> {
    return this.query.list(endpointId, query);
  }

  @Route(webhookDeliveriesRoutes.ping)
  async ping({ asker, endpointId }: Asked<typeof webhookDeliveriesRoutes.ping>): Promise<{ deliveryId: string }> {
    return { deliveryId: await this.replays.ping(endpointId, asker.personId) };
  }

  @Route(webhookDeliveriesRoutes.replayOne)
  replayOne({ asker, endpointId, deliveryId }: Asked<typeof webhookDeliveriesRoutes.replayOne>): Promise<void> {
    return this.replays.one(endpointId, deliveryId, asker.personId);
  }

  @Route(webhookDeliveriesRoutes.replaySince)
  replaySince({
    asker,
    endpointId,
    body: { since },
  }: Asked<typeof webhookDeliveriesRoutes.replaySince>): Promise<WebhookQueued> {
    return this.replays.since(endpointId, new Date(since), asker.personId);
  }
}
