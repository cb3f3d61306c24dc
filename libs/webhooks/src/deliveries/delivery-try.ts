import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type WebhookOutcome } from '#contracts';
import { Clock, faultPoint, newId } from '#platform';
import { EndpointSecrets } from '../endpoints/endpoint-secrets.js';
import { type WebhookEndpointRow } from '../endpoints/webhook-endpoint.entity.js';
import { nextTryAt } from './retry.rules.js';
import { type Answer } from '../sending/send.js';
import { WebhookAttemptRow, WebhookDeliveryRow } from './webhook-delivery.entity.js';
import { WebhookSender } from '../sending/webhook-sender.js';

/** One try of one delivery: signed, sent, and then recorded. A worker that dies in between sends again under the same id. */
@Injectable()
export class DeliveryTry {
  constructor(
    private readonly source: DataSource,
    private readonly sender: WebhookSender,
    private readonly secrets: EndpointSecrets,
    private readonly clock: Clock,
  ) {}

  /** @throws when `signal` falls: nothing is recorded, and the delivery is due as before */
  async once(
    endpoint: WebhookEndpointRow,
    { id, body }: WebhookDeliveryRow,
    signal: AbortSignal,
  ): Promise<WebhookOutcome> {
    const at = this.clock.now();
    const answer = await this.secrets.lend(endpoint, at, (secrets) =>
      this.sender.send({ url: endpoint.url, id, body }, at, secrets, signal),
    );
    faultPoint('webhook.before-record');
    await this.record(id, at, answer);
    return answer.outcome;
  }

  private async record(deliveryId: string, at: Date, answer: Answer & { durationMs: number }): Promise<void> {
    await this.source.transaction(async (tx) => {
      await tx.insert(WebhookAttemptRow, { id: newId(), deliveryId, at, ...answer });
      const lock = { mode: 'pessimistic_write' } as const;
      const delivery = await tx.findOneOrFail(WebhookDeliveryRow, { where: { id: deliveryId }, lock });
      // A twin whose lease ran out may have been answered first: what is delivered stays so.
      if (delivery.state !== 'waiting') return;
      const now = this.clock.now();
      const tries = delivery.tries + 1;
      const dueAt = answer.outcome === 'accepted' ? null : nextTryAt(tries, now);
      const settled = answer.outcome === 'accepted' ? 'delivered' : 'failed';
      const change = dueAt ? { dueAt } : { state: settled, dueAt, settledAt: now };
      await tx.update(WebhookDeliveryRow, deliveryId, { tries, ...change } as Partial<WebhookDeliveryRow>);
    });
  }
}
