import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookDeliveryList,
  type WebhookDeliveryQuery,
} from '#contracts';

import { MOST_TRIES } from './retry.rules.js';
import { webhooksRefusals } from '../refusals.js';

const DELIVERIES = `
  select delivery.id as "deliveryId", type, call_id as "callId", delivery.at, state, due_at as "nextTryAt", tries,
    coalesce((
      select json_agg(json_build_object('at', tried.at, 'outcome', outcome, 'status', status, 'durationMs', duration_ms,
        'answerBytes', answer_bytes, 'answerSha256', answer_sha256) order by tried.at, tried.id)
      from webhook_attempt tried where tried.delivery_id = delivery.id
    ), '[]') as attempts
  from webhook_delivery delivery
  where endpoint_id = $1 and ($2::text is null or state = $2) and ($3::uuid is null or delivery.id < $3)
  order by delivery.id desc limit $4`;

interface Row {
  deliveryId: string;
  type: string;
  callId: string | null;
  at: Date;
  state: WebhookDelivery['state'];
  nextTryAt: Date | null;
  tries: number;
  attempts: WebhookAttempt[];
}

/** An endpoint's deliveries with every try, the latest first; the body is not among them. */
@Injectable()
export class DeliveryQuery {
  constructor(private readonly source: DataSource) {}

  async list(endpointId: string, { state, cursor, limit }: WebhookDeliveryQuery): Promise<WebhookDeliveryList> {
    const known: unknown[] = await this.source.query(
      'select 1 from webhook_endpoint where id = $1 and removed_at is null',
      [endpointId],
    );
    if (known.length === 0) throw webhooksRefusals.webhook_not_found();
    const parameters = [endpointId, state ?? null, cursor ?? null, limit + 1];
    const rows: Row[] = await this.source.query(DELIVERIES, parameters);
    const items = rows.slice(0, limit).map(deliveryOf);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.deliveryId ?? null) : null };
  }
}

function deliveryOf({ tries, at, nextTryAt, attempts, ...row }: Row): WebhookDelivery {
  return {
    ...row,
    at: at.toISOString(),
    nextTryAt: nextTryAt?.toISOString() ?? null,
    triesLeft: row.state === 'waiting' ? MOST_TRIES - tries : 0,
    attempts: attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at).toISOString() })),
  };
}
