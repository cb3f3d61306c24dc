import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type WebhookEndpoint } from '#contracts';

/** A team or a client that an endpoint may be narrowed to. */
export interface ScopeChoice {
  id: string;
  name: Bilingual;
}

const ENDPOINTS = `
  select id as "endpointId", name, url, events, team_id as "teamId", client_id as "clientId", state,
    pause_reason as "pauseReason", failing_since as "failingSince", old_secret_until as "oldSecretUntil", created_at as "createdAt",
    last_accepted_at as "lastDeliveredAt",
    (select count(*)::int from webhook_delivery where endpoint_id = endpoint.id and state = 'waiting') as waiting,
    (select count(*)::int from webhook_delivery where endpoint_id = endpoint.id and state = 'failed') as failed
  from webhook_endpoint endpoint where removed_at is null order by created_at, id`;

type Dates = 'failingSince' | 'oldSecretUntil' | 'createdAt' | 'lastDeliveredAt';
type Row = Omit<WebhookEndpoint, Dates> & Record<Dates, Date | null>;

/** Endpoints as the screen shows them. */
@Injectable()
export class EndpointQuery {
  constructor(private readonly source: DataSource) {}

  async all(): Promise<WebhookEndpoint[]> {
    const rows: Row[] = await this.source.query(ENDPOINTS);
    const iso = (date: Date | null) => date?.toISOString() ?? null;
    return rows.map((row) => ({
      ...row,
      failingSince: iso(row.failingSince),
      oldSecretUntil: iso(row.oldSecretUntil),
      lastDeliveredAt: iso(row.lastDeliveredAt),
      createdAt: (row.createdAt as Date).toISOString(),
    }));
  }

  async teams(): Promise<ScopeChoice[]> {
    return choices(await this.source.query('select id, name_zh as zh, name_en as en from team order by name_en'));
  }

  async clients(): Promise<ScopeChoice[]> {
    return choices(await this.source.query('select id, name_zh as zh, name_en as en from client order by name_en'));
  }
}

const choices = (rows: { id: string; zh: string; en: string }[]): ScopeChoice[] =>
  rows.map(({ id, zh, en }) => ({ id, name: { zh, en } }));
