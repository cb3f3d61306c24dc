import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type CallStage, type UploadMetadata } from '#contracts';
import { createLogger, parseEnv } from '#platform';
import { ApiClient } from '../../tools/demo/api-client.js';
import { EmbeddedProfile } from '../../tools/demo/profile/embedded-profile.js';
import { seedOrganisation } from '../../tools/demo/seed/seed-organisation.js';
import { freePort } from '../../libs/platform/src/embedded-postgres/free-port.js';

export const PASSWORD = 'four grey geese at dawn';

/** The whole product as a user has it: database, API and worker as processes, seeded with the demonstration's people. */
export class Product {
  private constructor(
    readonly profile: EmbeddedProfile,
    readonly dataDir: string,
    readonly database: pg.Client,
  ) {}

  static async start(env: Record<string, string> = {}, workerEnv: Record<string, string> = {}): Promise<Product> {
    const dataDir = await mkdtemp(join(tmpdir(), 'shouwen-journey-'));
    const logger = createLogger('journey', 'silent');
    const root = join(import.meta.dirname, '../..');
    const profile = await EmbeddedProfile.prepare({
      dataDir,
      port: await freePort(),
      root,
      logger,
      env,
      durable: false,
    });
    await seedOrganisation(parseEnv(profile.env), PASSWORD);
    profile.api.start();
    profile.worker.start(workerEnv);
    await profile.apiReady();
    const database = new pg.Client({ connectionString: profile.databaseUrl });
    await database.connect();
    return new Product(profile, dataDir, database);
  }

  get baseUrl(): string {
    return this.profile.baseUrl;
  }

  signIn(username: string): Promise<ApiClient> {
    return ApiClient.signIn(this.baseUrl, username, PASSWORD);
  }

  /** Waits until a call is at one of these stages. The journal tells of every change, so nothing is polled blindly. */
  async reaches(
    callId: string,
    stages: readonly CallStage[],
    withinMs = 120_000,
  ): Promise<{ stage: CallStage; reason: string | null }> {
    const listener = new pg.Client({ connectionString: this.profile.databaseUrl });
    await listener.connect();
    await listener.query('listen shouwen_journal');
    try {
      const deadline = Date.now() + withinMs;
      for (;;) {
        const { rows } = await this.database.query('select stage, stage_reason as reason from call where id = $1', [
          callId,
        ]);
        if (stages.includes(rows[0].stage)) return rows[0];
        if (Date.now() > deadline) throw new Error(`the call is ${rows[0].stage}, not ${stages.join(' or ')}`);
        await nextNotice(listener);
      }
    } finally {
      await listener.end();
    }
  }

  async count(sql: string, ...parameters: unknown[]): Promise<number> {
    const { rows } = await this.database.query(`select count(*)::int as n from ${sql}`, parameters);
    return rows[0].n;
  }

  /** Ends every process; what they wrote stays. */
  async halt(): Promise<void> {
    await this.database.end();
    await this.profile.stop();
  }

  async stop(): Promise<void> {
    await this.halt();
    await rm(this.dataDir, { recursive: true });
  }
}

/** The next commit that the journal tells of, or half a second. */
function nextNotice(listener: pg.Client): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, 500);
    function finish() {
      clearTimeout(timer);
      listener.off('notification', finish);
      done();
    }
    listener.on('notification', finish);
  });
}

let sent = 0;

/** Metadata of an inbound call of the demonstration's agent, announced and recorded. */
export const callMetadata = (change: Partial<UploadMetadata> = {}): UploadMetadata => ({
  source: 'journey',
  externalId: `call-${++sent}`,
  direction: 'inbound',
  classification: 'business',
  startedAt: '2026-03-12T14:02:00+08:00',
  language: 'en',
  region: 'US-TX',
  consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-1' } },
  customer: {},
  legs: [{ staffNumber: '3071', holdSpans: [] }],
  agentChannel: 'left',
  ...change,
});
