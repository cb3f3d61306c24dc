import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { WEBHOOK_PING, type WebhookQueued } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId } from '#platform';

import { WebhookEndpointRow } from '../endpoints/webhook-endpoint.entity.js';
import { pingBody } from './payload.rules.js';
import { WebhookDeliveryRow } from './webhook-delivery.entity.js';
import { webhooksRefusals } from '../refusals.js';

/** What one replay may take, oldest first. */
const MOST_REPLAYED = 10_000;

const AGAIN = `state = 'waiting', tries = 0, due_at = $1, settled_at = null`;

/** Sends because a person asks: a test, or again what was sent or given up. A repeat bears the id of the first time. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Sends a test. @throws DomainError `webhook_not_found`, `webhook_paused` */
  async ping(endpointId: string, actorPersonId: string): Promise<string> {
    const deliveryId = newId();
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      await assertActive(tx, endpointId);
      const delivery = { id: deliveryId, endpointId, type: WEBHOOK_PING, body: pingBody(deliveryId, endpointId, now) };
      const due = { at: now, dueAt: now, createdAt: now, state: 'waiting' as const, tries: 0 };
      await tx.insert(WebhookDeliveryRow, { ...delivery, ...due });
      await this.journal.append(tx, 'webhook.pinged', { endpointId, deliveryId }, { actorPersonId });
    });
    return deliveryId;
  }

  /** Sends one delivery again, delivered or not. */
  async one(endpointId: string, deliveryId: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await assertActive(tx, endpointId);
      const [, count] = await tx.query<[unknown[], number]>(
        `update webhook_delivery set ${AGAIN} where id = $2 and endpoint_id = $3`,
        [this.clock.now(), deliveryId, endpointId],
      );
      if (count === 0) throw webhooksRefusals.webhook_delivery_not_found();
      await this.journal.append(tx, 'webhook.replayed', { endpointId, deliveries: 1 }, { actorPersonId });
    });
  }

  /** Sends again everything that happened since then, oldest first, as far as it is still kept. */
  async since(endpointId: string, since: Date, actorPersonId: string): Promise<WebhookQueued> {
    return this.source.transaction(async (tx) => {
      await assertActive(tx, endpointId);
      const [, queued] = await tx.query<[unknown[], number]>(
        `update webhook_delivery set ${AGAIN} where id in
           (select id from webhook_delivery where endpoint_id = $2 and at >= $3 and type <> $4 order by at, id limit ${MOST_REPLAYED})`,
        [this.clock.now(), endpointId, since, WEBHOOK_PING],
      );
      const more = queued === MOST_REPLAYED;
      if (queued > 0)
        await this.journal.append(tx, 'webhook.replayed', { endpointId, deliveries: queued }, { actorPersonId });
      return { queued, more };
    });
  }
}

/** Something is sent because a person waits for it: a failing endpoint is not left alone meanwhile. */
async function assertActive(tx: EntityManager, id: string): Promise<void> {
  const lock = { mode: 'pessimistic_write' } as const;
  const endpoint = await tx.findOne(WebhookEndpointRow, { where: { id, removedAt: IsNull() }, lock });
  if (!endpoint) throw webhooksRefusals.webhook_not_found();
  if (endpoint.state === 'paused') throw webhooksRefusals.webhook_paused();
  await tx.update(WebhookEndpointRow, id, { quietUntil: null });
}
