import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventDetails, type WebhookEndpointInput, type WebhookEventName } from '#contracts';
import { JournalService, relayOnce } from '#journal';
import { Clock, LocalKeyring, WorkService, type Lease } from '#platform';
import { buildCall, type BuiltCall } from './calls.js';
import { buildOrganisation, type Organisation } from './organisation.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { DeliveryQuery } from '../../libs/webhooks/src/deliveries/delivery.query.js';
import { DeliverySweep } from '../../libs/webhooks/src/deliveries/delivery-sweep.js';
import { DeliveryTry } from '../../libs/webhooks/src/deliveries/delivery-try.js';
import { DrainService } from '../../libs/webhooks/src/deliveries/drain.service.js';
import { ReplayService } from '../../libs/webhooks/src/deliveries/replay.service.js';
import { WebhookSender, type SenderOptions } from '../../libs/webhooks/src/sending/webhook-sender.js';
import { writeDeliveries } from '../../libs/webhooks/src/deliveries/write-deliveries.js';
import { EndpointQuery } from '../../libs/webhooks/src/endpoints/endpoint.query.js';
import { EndpointSecrets } from '../../libs/webhooks/src/endpoints/endpoint-secrets.js';
import { EndpointService } from '../../libs/webhooks/src/endpoints/endpoint.service.js';
import { AddressRanges } from '../../libs/webhooks/src/target/address-ranges.js';

/** Stands still until told to move; begins a moment ahead of the database's clock, so that what was just written is due. */
export class StandingClock extends Clock {
  private at = new Date(Date.now() + 60_000);

  override now(): Date {
    return this.at;
  }

  advance({ seconds = 0, days = 0 }): void {
    this.at = new Date(this.at.getTime() + seconds * 1000 + days * 86_400_000);
  }
}

/** Webhooks over a real database, with a clock of their own and an operator who allows this machine. */
export class WebhookBench {
  readonly clock = new StandingClock();
  readonly journal = new JournalService(this.clock);
  readonly endpoints;
  readonly replays;
  readonly sweep;
  readonly drains;
  readonly deliveries;
  readonly query;
  readonly work;

  private constructor(
    readonly db: MigratedDatabase,
    private readonly dir: string,
    keys: LocalKeyring,
    readonly organisation: Organisation,
    options: Partial<SenderOptions>,
  ) {
    const { source } = db;
    const sender = new WebhookSender({ allowed: new AddressRanges(['127.0.0.1']), ...options });
    const secrets = new EndpointSecrets(keys);
    this.work = new WorkService(source);
    this.endpoints = new EndpointService(source, this.journal, this.clock, secrets, sender);
    this.replays = new ReplayService(source, this.journal, this.clock);
    this.sweep = new DeliverySweep(source, this.work, this.clock);
    const tries = new DeliveryTry(source, sender, secrets, this.clock);
    this.drains = new DrainService(source, this.work, this.journal, this.clock, tries);
    this.deliveries = new DeliveryQuery(source);
    this.query = new EndpointQuery(source);
  }

  static async open(options: Partial<SenderOptions> = {}): Promise<WebhookBench> {
    const db = await migratedDatabase();
    const dir = await mkdtemp(join(tmpdir(), 'webhooks-'));
    const keys = await LocalKeyring.create(join(dir, 'keyring.json'));
    return new WebhookBench(db, dir, keys, await buildOrganisation(db.source), options);
  }

  async close(): Promise<void> {
    await this.db.close();
    await rm(this.dir, { recursive: true });
  }

  /** Registers a receiver. */
  register(input: Partial<WebhookEndpointInput> & { url: string }) {
    const all = { name: 'a receiver', events: ['recording.sealed' as const], teamId: null, clientId: null, ...input };
    return this.endpoints.create(all, this.organisation.first);
  }

  call(teamId = this.organisation.teamA): Promise<BuiltCall> {
    return buildCall(this.db.source, { personId: this.organisation.first, teamId });
  }

  /** Something happens to a call, and the relay takes it up. @returns the endpoints that it told of */
  async happens<N extends WebhookEventName>(event: N, details: EventDetails<N>, callId: string): Promise<string[]> {
    await this.journal.append(this.db.source.manager, event, details, { callId });
    return this.relay();
  }

  async relay(): Promise<string[]> {
    return (await relayOnce(this.db.source, writeDeliveries)).opened;
  }

  /** Runs an endpoint's deliveries as a worker would. */
  async drain(endpointId: string, signal = new AbortController().signal): Promise<void> {
    const workId = await this.work.open(this.db.source.manager, 'deliver-webhooks', endpointId);
    const lease = (await this.work.claim(workId ?? '')) as Lease;
    await this.drains.drain(endpointId, { lease, signal });
  }

  async listed(endpointId: string) {
    return (await this.deliveries.list(endpointId, { limit: 100 })).items;
  }

  async endpoint(endpointId: string) {
    return (await this.query.all()).find((endpoint) => endpoint.endpointId === endpointId);
  }
}
