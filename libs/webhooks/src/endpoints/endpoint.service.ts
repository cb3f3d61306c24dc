import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { type WebhookEndpointInput, type WebhookSecret } from '#contracts';
import { JournalService } from '#journal';
import { Clock, newId, withKey } from '#platform';
import { writeSecret } from '../sending/signature.rules.js';
import { WebhookSender } from '../sending/webhook-sender.js';
import { EndpointSecrets } from './endpoint-secrets.js';
import { WebhookEndpointRow } from './webhook-endpoint.entity.js';
import { webhooksRefusals } from '../refusals.js';

const MOST_ENDPOINTS = 50;
/** The receiver has this long to learn the new secret. */
const OVERLAP_MS = 24 * 3_600_000;

/** What administrators do with endpoints; every change is journalled, without addresses, which may hold a receiver's own secrets. */
@Injectable()
export class EndpointService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly secrets: EndpointSecrets,
    private readonly sender: WebhookSender,
  ) {}

  /** @throws DomainError when the address is refused, the scope is unknown, or there are too many */
  async create(input: WebhookEndpointInput, actorPersonId: string): Promise<WebhookSecret> {
    await this.checkAddress(input.url);
    const endpointId = newId();
    const { plain, ...secret } = await this.secrets.make(endpointId);
    return withKey(plain, async () => {
      await this.source.transaction(async (tx) => {
        await assertScope(tx, input);
        // Two who add the last at once: the second is told.
        await tx.query('lock table webhook_endpoint in share row exclusive mode');
        if ((await tx.countBy(WebhookEndpointRow, { removedAt: IsNull() })) >= MOST_ENDPOINTS)
          throw webhooksRefusals.webhook_too_many(MOST_ENDPOINTS);
        const row = { ...input, ...secret, id: endpointId, state: 'active' as const, failures: 0 };
        await tx.insert(WebhookEndpointRow, {
          ...row,
          createdByPersonId: actorPersonId,
          createdAt: this.clock.now(),
        });
        await this.journal.append(tx, 'webhook.endpoint_created', { endpointId }, { actorPersonId });
      });
      return { endpointId, secret: writeSecret(plain) };
    });
  }

  async change(endpointId: string, input: WebhookEndpointInput, actorPersonId: string): Promise<void> {
    await this.checkAddress(input.url);
    await this.source.transaction(async (tx) => {
      await assertScope(tx, input);
      await find(tx, endpointId);
      await tx.update(WebhookEndpointRow, endpointId, input);
      await this.journal.append(tx, 'webhook.endpoint_changed', { endpointId }, { actorPersonId });
    });
  }

  /** What happens from now on waits, for as long as deliveries are kept. */
  async pause(endpointId: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      if ((await find(tx, endpointId)).state === 'paused') return;
      await tx.update(WebhookEndpointRow, endpointId, { state: 'paused', pauseReason: 'by_person' });
      const details = { endpointId, reason: 'by_person' as const };
      await this.journal.append(tx, 'webhook.endpoint_paused', details, { actorPersonId });
    });
  }

  /** Starts afresh: what waits is sent, and the endpoint has its days again before it is paused for failing. */
  async resume(endpointId: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      if ((await find(tx, endpointId)).state === 'active') return;
      const fresh = { state: 'active' as const, pauseReason: null, failingSince: null, failures: 0, quietUntil: null };
      await tx.update(WebhookEndpointRow, endpointId, fresh);
      await this.journal.append(tx, 'webhook.endpoint_resumed', { endpointId }, { actorPersonId });
    });
  }

  /** A new secret; the old one signs beside it for a day. A second rotation within that day ends the first secret at once. */
  async rotateSecret(endpointId: string, actorPersonId: string): Promise<WebhookSecret> {
    const { plain, ...secret } = await this.secrets.make(endpointId);
    return withKey(plain, async () => {
      await this.source.transaction(async (tx) => {
        const before = await find(tx, endpointId);
        await tx.update(WebhookEndpointRow, endpointId, {
          ...secret,
          oldSecret: before.secret,
          oldSecretKeyVersion: before.secretKeyVersion,
          oldSecretUntil: new Date(this.clock.now().getTime() + OVERLAP_MS),
        });
        await this.journal.append(tx, 'webhook.secret_rotated', { endpointId }, { actorPersonId });
      });
      return { endpointId, secret: writeSecret(plain) };
    });
  }

  /** Nothing is sent any more. Its deliveries stay to be read until they are thirty days old; its secrets do not stay. */
  async remove(endpointId: string, actorPersonId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      await find(tx, endpointId);
      const gone = { secret: Buffer.alloc(0), oldSecret: null, oldSecretKeyVersion: null, oldSecretUntil: null };
      await tx.update(WebhookEndpointRow, endpointId, { ...gone, removedAt: this.clock.now() });
      await this.journal.append(tx, 'webhook.endpoint_removed', { endpointId }, { actorPersonId });
    });
  }

  private async checkAddress(url: string): Promise<void> {
    const refusal = await this.sender.check(url);
    if (refusal) throw webhooksRefusals[`webhook_${refusal}`]();
  }
}

/** The endpoint, locked. @throws DomainError `webhook_not_found` */
async function find(tx: EntityManager, id: string): Promise<WebhookEndpointRow> {
  const lock = { mode: 'pessimistic_write' } as const;
  const endpoint = await tx.findOne(WebhookEndpointRow, { where: { id, removedAt: IsNull() }, lock });
  if (!endpoint) throw webhooksRefusals.webhook_not_found();
  return endpoint;
}

async function assertScope(tx: EntityManager, { teamId, clientId }: WebhookEndpointInput): Promise<void> {
  const known: unknown[] = await tx.query(
    `select 1 where ($1::uuid is null or exists (select 1 from team where id = $1))
       and ($2::uuid is null or exists (select 1 from client where id = $2))`,
    [teamId, clientId],
  );
  if (known.length === 0) throw webhooksRefusals.webhook_unknown_scope();
}
