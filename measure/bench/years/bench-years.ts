import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createLogger, parseEnv, Clock, WorkService, type Env } from '#platform';
import { SearchKeys, UnindexedWords } from '#transcripts';
import { HeadsFile, loadSigningKey, relayOnce, JournalSealer } from '#journal';
import { createApi } from '../../../apps/api/src/create-api.js';
import { BoardQuery } from '../../../apps/api/src/processing/board.query.js';
import { Schedules } from '../../../apps/worker/src/schedules.js';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { seedOrganisation } from '../../../tools/demo/seed/seed-organisation.js';
import { EmbeddedProfile } from '../../../tools/profile/embedded-profile.js';
import { freePort } from '../ingest/product.js';
import { type Say } from '../say.js';
import { listening, type Asked } from './listening.js';
import { writeHeads, writeKeys } from './many-files.js';
import { writeManyYears } from './many-years.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const ROUNDS = 3;
/** What a query that the clock runs may take, and how much the process may grow. */
const [MOST_MS, MOST_MIB] = [50, 50];
/** They read everything, and are made to. */
export const WHOLE = ['back-up-database', 'try-restoring', 'check-objects', 'check-keys'];

export interface YearsOptions {
  recordings: number;
  keys: number;
  /** Kept, and measured again as it is when it has been filled before; otherwise a new one is made and removed. */
  folder?: string | undefined;
}

/** Whether what the clock runs costs what is due, and not what there is: every schedule and the boards, over two years of rows and files. */
export async function benchYears({ folder: kept, ...years }: YearsOptions, say: Say): Promise<void> {
  say(
    `years: ${years.recordings} recordings over 24 months; every schedule but ${WHOLE.join(', ')}, what loops, and the board`,
  );
  const folder = kept ? resolve(kept) : join(ROOT, '.data', `bench-${randomBytes(4).toString('hex')}`);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  await chmod(folder, 0o711);
  const running: (() => Promise<unknown>)[] = kept ? [] : [() => rm(folder, { recursive: true, force: true })];
  const end = async () => {
    for (const one of running.splice(0).reverse()) await one();
  };
  // A bench that is stopped removes its database and its gigabytes.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().finally(() => process.exit(1)));
  try {
    await run(folder, years, running, say);
  } finally {
    await end();
  }
}

async function run(folder: string, years: YearsOptions, running: (() => Promise<unknown>)[], say: Say): Promise<void> {
  const profile = await EmbeddedProfile.prepare({
    dataDir: folder,
    port: await freePort(),
    root: ROOT,
    logger: createLogger('bench', 'warn'),
  });
  running.push(() => profile.stop());
  const env = parseEnv(profile.env);
  await seedOrganisation(env, randomBytes(12).toString('base64url'));
  const { host, port, user, password } = profile.postgres;
  const owner = new pg.Client({ host, port, user, password, database: 'shouwen' });
  await owner.connect();
  running.push(() => owner.end());
  await fill(owner, { ...years, env, folder }, say);
  const api = await createApi(env);
  running.push(() => api.close());
  const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(env), { logger: false });
  running.push(() => worker.close());
  await measure(api, worker, env, say);
}

/** Rows, then files; what is there already stays. */
async function fill(
  owner: pg.Client,
  { env, recordings, keys, folder }: YearsOptions & { env: Env; folder: string },
  say: Say,
): Promise<void> {
  const began = performance.now();
  const [rows, files] = [join(folder, 'rows-made'), join(folder, 'files-made')];
  if (!existsSync(rows)) {
    const made = await writeManyYears(owner, { recordings, index: await indexOf(env) }, say);
    const large = [...made].filter(([, n]) => n > recordings / 20).map(([name, n]) => `${name} ${n}`);
    await writeFile(rows, `${large.join(', ')}\n`);
  }
  if (!existsSync(files)) {
    const heads = await writeHeads(owner, env);
    await writeKeys(owner, env, keys);
    await writeFile(files, `${heads} heads in daily files, ${keys} keys twice`);
  }
  const size = await owner.query<{ size: string }>(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  say(`  made in ${seconds(began)} s: database ${size.rows[0]?.size}; ${readFileSync(files, 'utf8')}`);
  say(`  ${readFileSync(rows, 'utf8').trim()}`);
}

/** What words are indexed by. The worker that says so is gone before the tables are written, as its questions would wait for them. */
async function indexOf(env: Env): Promise<{ keyId: string; madeBy: string }> {
  const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(env), { logger: false });
  try {
    const { keyId } = await worker.get(SearchKeys, { strict: false }).current();
    return { keyId, madeBy: worker.get(UnindexedWords, { strict: false }).madeBy };
  } finally {
    await worker.close();
  }
}

async function measure(api: INestApplicationContext, worker: INestApplicationContext, env: Env, say: Say) {
  const source = worker.get(DataSource);
  const [first] = await source.query<{ id: string }[]>('select id from person limit 1');
  const asker = { held: [{ role: 'quality_manager', teamId: null, clientId: null }], personId: first?.id };
  const board = () => api.get(BoardQuery, { strict: false }).board(asker as never);
  const all = [
    ...worker.get(Schedules).all.filter(({ name }) => !WHOLE.includes(name)),
    ...loopsOf(source, env),
    { name: 'processing board', run: board },
  ];
  const [walked, started] = [performance.now(), resident()];
  for (const { run } of all) for (let more = true; more;) more = Number(await run()) > 1_000;
  say(`  every schedule, loop and the board once: ${seconds(walked)} s; ${await endWalks(source)}`);
  const before = resident();
  let slow = 0;
  say(`  of ${ROUNDS} rounds, in ms: least and most of a run; the slowest statement, by its least`);
  for (const { name, run } of all) {
    const asked: Asked[][] = [];
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now();
      asked.push(await listening(name === 'processing board' ? api.get(DataSource) : source, run));
      took.push(performance.now() - began);
    }
    const worst = slowest(asked.flat());
    if (worst && worst.ms > MOST_MS) slow += 1;
    say(
      `    ${name.padEnd(26)} ${Math.min(...took)
        .toFixed(0)
        .padStart(6)} ${Math.max(...took)
        .toFixed(0)
        .padStart(6)}   ` +
        `${worst ? `${worst.ms} of ${new Set(asked.flat().map(({ sql }) => sql)).size}` : 'none'}` +
        `${worst && worst.ms > MOST_MS ? `  ${worst.sql.replace(/\s+/g, ' ').slice(0, 160)}` : ''}`,
    );
  }
  const after = resident();
  say(
    `  statements of over ${MOST_MS} ms: ${slow}; the process grew by ${(after - before).toFixed(0)} MiB (at most ${MOST_MIB}), ` +
      `since its start, with its code read and compiled, by ${(after - started).toFixed(0)} MiB`,
  );
}

/**
 * A walk over everything, as after an upgrade, goes on over many runs of ten seconds. How far each has come is told; then they are over, as after
 * two years: what they would have found was generated settled.
 */
async function endWalks(source: DataSource): Promise<string> {
  const walks: { sweep: string; n: number }[] = await source.query(
    `select sweep, (select count(*)::int from recording where id <= after_id) as n from sweep_walk where ended_at is null order by sweep`,
  );
  await source.query('update sweep_walk set ended_at = now() where ended_at is null');
  await source.query(`delete from to_look_at where due_at <= now() and sweep <> 'object_lock'`);
  if (walks.length === 0) return 'no walk was open';
  return `in it, walks over everything got through ${walks.map(({ sweep, n }) => `${n} recordings (${sweep})`).join(', ')}`;
}

/** By the least time of each statement: the machine is shared, and what is slow once may have waited. */
function slowest(asked: readonly Asked[]): Asked | undefined {
  const least = new Map<string, Asked>();
  for (const one of asked) if ((least.get(one.sql)?.ms ?? Infinity) > one.ms) least.set(one.sql, one);
  return [...least.values()].toSorted((a, b) => b.ms - a.ms)[0];
}

function resident(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().rss / 2 ** 20;
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(0);

/** What a worker does over and over besides its schedules: relay, reconcile, seal, and see whether it is stuck. */
export function loopsOf(source: DataSource, env: Env): { name: string; run: () => Promise<unknown> }[] {
  const work = new WorkService(source);
  const heads = new HeadsFile(env.journalHeadsDir);
  const seal = async () =>
    new JournalSealer(source, new Clock(), await loadSigningKey(env.journalKeyFile), heads).sealOnce();
  return [
    { name: 'relay', run: () => relayOnce(source, async () => []) },
    { name: 'reconcile', run: async () => ((await work.takeTurn(0)) ? work.due(100) : []) },
    { name: 'seal', run: seal },
    { name: 'liveness', run: () => work.oldestDueSeconds() },
  ];
}
