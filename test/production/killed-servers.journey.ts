import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { type SupervisedChild } from '../../tools/profile/child-process.js';
import { untilReady } from '../../tools/profile/until-ready.js';
import { synthWav } from '../fixtures/wav.js';
import { type ProductionProfile } from '../support/production-profile.js';
import { callMetadata, Product } from '../support/product.js';
import { patient } from '../../tools/patience.mjs';

/** What the issue asks for, of everything that is told to end. */
const GONE_WITHIN_MS = patient(15_000);
const SENDERS = 4;
const AWAY_MS = 3_000;
/** Everything is done again within this time: leases of 15 s and the reconciler's ten are in it. */
const SETTLED_MS = patient(180_000);

let product: Product & { profile: ProductionProfile };
let profile: ProductionProfile;
/** Calls that were taken, by the number that their sender gave them. */
const taken = new Map<string, string>();
const problems = new Set<string>();
let sending = true;
let senders: Promise<void>[];

beforeAll(async () => {
  product = await Product.startMany(1, 'redis', true);
  ({ profile } = product);
  // Its server is killed under it.
  product.database.on('error', () => undefined);
  const admin = await product.signIn('admin');
  senders = Array.from({ length: SENDERS }, (_, i) => send(admin, i));
});
afterAll(async () => {
  sending = false;
  await Promise.allSettled(senders ?? []);
  await product?.stop();
});

const words = new Blob([
  JSON.stringify({ language: 'zh', turns: [{ speaker: 'agent', fromMs: 0, toMs: 900, text: '您好，这里是绿谷银行' }] }),
]);

/** As a telephone system: one call after the other, each until it is taken. */
async function send(admin: ApiClient, sender: number): Promise<void> {
  for (let number = 0; sending; number++) {
    const tones = [300 + 40 * sender + number, 220] as [number, number];
    const audio = new Blob([new Uint8Array(synthWav({ tones, seconds: 2, sampleRate: 16_000 }))]);
    const metadata = callMetadata({ language: 'zh', region: 'CN', legs: [{ staffNumber: '3068', holdSpans: [] }] });
    while (sending) {
      const answer = await admin.upload(metadata, audio, words).catch(() => null);
      const body = (await answer?.json().catch(() => ({}))) as { callId?: string; code?: string } | undefined;
      if (answer && answer.status >= 400) problems.add(`${answer.status} ${body?.code}`);
      if (answer?.ok && body?.callId) {
        taken.set(metadata.externalId, body.callId);
        break;
      }
      await delay(250);
    }
  }
}

/** Work goes on: so many more calls were taken than at the moment. */
async function moreAreTaken(): Promise<void> {
  const goal = taken.size + SENDERS;
  for (const deadline = Date.now() + 60_000; taken.size < goal; await delay(50))
    if (Date.now() > deadline) throw new Error(`no more calls are taken: ${[...problems].join(', ')}`);
}

const database = async () => {
  const client = new pg.Client({ connectionString: profile.databaseUrl });
  await client.connect();
  return client;
};

describe('the production profile while calls come in', () => {
  it.each(['api', 'worker'] as const)('goes on after kill -9 of its %s', async (name) => {
    await moreAreTaken();
    profile[name].kill();
    await profile.apiReady();
    await moreAreTaken();
  });

  it('goes on after kill -9 of PostgreSQL, and says meanwhile that the database is away', async () => {
    const { up } = await profile.killPostgres();
    await delay(AWAY_MS);
    await up();
    await moreAreTaken();
    expect([...problems]).toContain('503 database_away');
    expect([...problems].filter((problem) => problem.startsWith('500'))).toEqual([]);
  });

  it('goes on after kill -9 of Redis', async () => {
    const { up } = await profile.killRedis();
    await delay(AWAY_MS);
    await up();
    await moreAreTaken();
  });

  it.each(['api', 'worker'] as const)('ends its %s by SIGTERM in time, in the middle of any work', async (name) => {
    await moreAreTaken();
    const child: SupervisedChild = profile[name];
    const began = Date.now();
    await child.stop();
    expect(Date.now() - began).toBeLessThan(GONE_WITHIN_MS);
    child.start();
    await untilReady(product.baseUrl);
    await moreAreTaken();
  });

  it('goes on after all of it was killed at once', async () => {
    await profile.crash();
    await profile.serversUp();
    profile.api.start();
    profile.worker.start();
    await profile.apiReady();
    await moreAreTaken();
  });

  it('has lost no call that was taken: each is at its end, or waits with a reason', async () => {
    sending = false;
    await Promise.all(senders);
    const client = await database();
    const open = async () =>
      (await client.query('select count(*)::int as n from work where done_at is null and failed_at is null')).rows[0]
        .n +
      (await client.query(`select count(*)::int as n from journal_pending where purpose = 'follow_up'`)).rows[0].n;
    for (const deadline = Date.now() + SETTLED_MS; (await open()) > 0; await delay(250))
      if (Date.now() > deadline) throw new Error('background work is still open');
    const { rows } = await client.query(
      'select id, external_id as "externalId", stage, stage_reason as reason from call',
    );
    await client.end();
    const stages = new Map<string, string>(
      rows.map(({ id, stage, reason }) => [id, `${stage} ${reason ?? ''}`.trim()]),
    );
    expect([...taken.values()].filter((callId) => !stages.has(callId))).toEqual([]);
    // The last of each sender may have been kept without its answer having come.
    expect(rows.length - taken.size).toBeLessThanOrEqual(SENDERS);
    expect(new Set(stages.values())).toEqual(new Set(['scored']));
    expect(await errorLines()).toEqual([]);
  });
});

/** Errors in the logs: what is killed on purpose is told of by warnings. */
async function errorLines(): Promise<string[]> {
  const folder = join(product.dataDir, 'logs');
  const logs = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  return logs.flatMap((log) => log.split('\n').filter((line) => /"level":[56]0,/.test(line)));
}
