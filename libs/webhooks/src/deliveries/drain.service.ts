/*
 * Delivering
 *   write    one row for each event and endpoint, in the relay's transaction (write-deliveries.ts).
 *   drain    one piece of work for each endpoint, never one for each delivery: a dead endpoint holds one place, however much waits for it, and delays no other endpoint. It takes what is due, a few at a time, until nothing is, or the endpoint fails, or its turn is over.
 *   try      sent first, recorded after (delivery-try.ts): never lost, sometimes twice.
 *   end      the endpoint's row is locked while the work is closed, so that a delivery written meanwhile is either seen or opens new work.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import { type WebhookOutcome } from '#contracts';
import { JournalService } from '#journal';
import { Clock, WorkService, type JobContext, type Lease } from '#platform';
import { WebhookEndpointRow } from '../endpoints/webhook-endpoint.entity.js';
import { DeliveryTry } from './delivery-try.js';
import { afterRound } from './retry.rules.js';
import { WebhookDeliveryRow } from './webhook-delivery.entity.js';

/** Deliveries of one endpoint on their way at once. */
const AT_ONCE = 4;
/** One endpoint's turn; what is left then waits for the next. */
const TURN_MS = 30_000;

@Injectable()
export class DrainService {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly tries: DeliveryTry,
  ) {}

  /** Delivers what is due at one endpoint. Safe to run twice. */
  async drain(endpointId: string, { lease, signal }: JobContext): Promise<void> {
    const until = this.clock.now().getTime() + TURN_MS;
    do {
      while (this.clock.now().getTime() < until && (await this.round(endpointId, signal)));
      signal.throwIfAborted();
    } while (!(await this.end(endpointId, lease, until)));
  }

  /** Tries what is due, a few at once. @returns whether it makes sense to go on */
  private async round(endpointId: string, signal: AbortSignal): Promise<boolean> {
    const endpoint = await this.ready(this.source.manager, endpointId);
    const due = endpoint ? await this.due(this.source.manager, endpointId, AT_ONCE) : [];
    if (!endpoint || due.length === 0) return false;
    const outcomes = await Promise.all(due.map((delivery) => this.tries.once(endpoint, delivery, signal)));
    await this.source.transaction((tx) => this.note(tx, endpointId, outcomes));
    return outcomes.includes('accepted');
  }

  private async note(tx: EntityManager, endpointId: string, outcomes: readonly WebhookOutcome[]): Promise<void> {
    const endpoint = await lockEndpoint(tx, endpointId);
    if (!endpoint) return;
    const now = this.clock.now();
    const { pause, ...fared } = afterRound(outcomes, endpoint, now);
    const accepted = outcomes.includes('accepted') && { lastAcceptedAt: now };
    await tx.update(WebhookEndpointRow, endpointId, { ...fared, ...accepted });
    if (pause === null || endpoint.state === 'paused') return;
    await tx.update(WebhookEndpointRow, endpointId, { state: 'paused', pauseReason: pause });
    await this.journal.append(tx, 'webhook.endpoint_paused', { endpointId, reason: pause });
  }

  /** @returns false when something became due meanwhile */
  private async end(endpointId: string, lease: Lease, until: number): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      await lockEndpoint(tx, endpointId);
      const left = (await this.ready(tx, endpointId)) ? await this.due(tx, endpointId, 1) : [];
      if (left.length > 0 && this.clock.now().getTime() < until) return false;
      await this.work.complete(tx, lease);
      return true;
    });
  }

  private async ready(tx: EntityManager, id: string): Promise<WebhookEndpointRow | null> {
    const endpoint = await tx.findOneBy(WebhookEndpointRow, { id, state: 'active', removedAt: IsNull() });
    return endpoint?.quietUntil && endpoint.quietUntil > this.clock.now() ? null : endpoint;
  }

  private due(tx: EntityManager, endpointId: string, take: number): Promise<WebhookDeliveryRow[]> {
    const where = { endpointId, state: 'waiting' as const, dueAt: LessThanOrEqual(this.clock.now()) };
    return tx.find(WebhookDeliveryRow, { where, order: { dueAt: 'ASC', id: 'ASC' }, take });
  }
}

const lockEndpoint = (tx: EntityManager, id: string): Promise<WebhookEndpointRow | null> =>
  tx.findOne(WebhookEndpointRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
