import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv, type Env } from '#platform';
import { ChecklistRegister } from '#quality';
import { closeApi, createApi } from '../../apps/api/src/create-api.js';
import { beginWork, createWorker } from '../../apps/worker/src/create-worker.js';
import { freePort } from '../../libs/platform/src/embedded-postgres/start-embedded-postgres.js';
import { assertPortFree } from '../../tools/profile/assert-port-free.js';
import { seedOrganisation } from '../../tools/demo/seed/seed-organisation.js';
import { ensureSecrets } from '../../tools/profile/secrets.js';
import { CHECKOUT } from './checkout.js';
import { migrate, runtimeUrl } from './migrated-database.js';
import { copyTestDatabase, testServer, type TestDatabase } from './postgres.js';
import { connect, RunningProduct } from './running-product.js';
import { PASSWORD } from './seeded-place.js';

const WEB_DIR = join(CHECKOUT, 'dist/apps/web');
const OPENAPI_FILE = join(CHECKOUT, 'dist/apps/api/openapi.json');

/** Asked for again by every house of a process, so that a browser finds at the same address what it has compiled already. */
let port: number | undefined;

interface Running {
  api?: Awaited<ReturnType<typeof createApi>>;
  worker?: Awaited<ReturnType<typeof createWorker>>;
}

/**
 * The product for tests of its screens: API and worker in the test's own process, which has loaded and compiled them for the files before,
 * over a database on the run's server and a folder of their own. As processes of its own, packed, it is `Product`.
 */
export class House extends RunningProduct {
  private constructor(
    private readonly given: Record<string, string>,
    private readonly running: Running,
    private readonly made: TestDatabase,
    private readonly ends: AsyncDisposableStack,
    watching: Awaited<ReturnType<typeof connect>>,
  ) {
    super(given['SHOUWEN_DATA_DIR']!, watching);
  }

  /** With the demonstration's people. @param env settings of both @param workerEnv of the worker besides, until `workAgain` */
  static async open(env: Record<string, string> = {}, workerEnv: Record<string, string> = {}): Promise<House> {
    const ends = new AsyncDisposableStack();
    try {
      return await House.start(ends, env, workerEnv);
    } catch (error) {
      await ends.disposeAsync();
      throw error;
    }
  }

  /** @param ends takes what was started, from the last to the first, also where the next did not start */
  private static async start(
    ends: AsyncDisposableStack,
    env: Record<string, string>,
    workerEnv: Record<string, string>,
  ): Promise<House> {
    const { database, dataDir } = await peopled(ends);
    port = await usable(port);
    const given = { ...placeAt(dataDir, runtimeUrl(database)), SHOUWEN_PORT: String(port), ...env };
    const settings = parseEnv(given);
    const running: Running = {};
    ends.defer(async () => void (await Promise.all([running.api && closeApi(running.api), running.worker?.close()])));
    running.api = await startApi(settings);
    running.worker = await createWorker(parseEnv({ ...given, ...workerEnv }));
    await beginWork(running.worker);
    const watching = ends.adopt(await connect(runtimeUrl(database)), (client) => client.end());
    return new House(given, running, database, ends, watching);
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.given['SHOUWEN_PORT']}`;
  }

  get databaseUrl(): string {
    return runtimeUrl(this.made);
  }

  /** Whose connection may do what the product may not. */
  get ownerUrl(): string {
    return this.made.url;
  }

  /** The API is away, and then there again at the same address. @param meanwhile while it is away */
  async withoutApi(meanwhile: () => Promise<void>): Promise<void> {
    const { api } = this.running;
    if (api) await closeApi(api);
    await meanwhile();
    this.running.api = await startApi(parseEnv(this.given));
  }

  /** Another worker takes the place of the one that runs, without its own settings. */
  async workAgain(): Promise<void> {
    await this.running.worker?.close();
    this.running.worker = await createWorker(parseEnv(this.given));
    await beginWork(this.running.worker);
  }

  stop(): Promise<void> {
    return this.ends.disposeAsync();
  }
}

async function startApi(settings: Env): Promise<Running['api']> {
  const api = await createApi(settings, {
    webDir: process.env['SHOUWEN_TEST_WEB'] ?? WEB_DIR,
    openApiFile: OPENAPI_FILE,
  });
  await api.listen(settings.port, settings.host);
  return api;
}

const placeAt = (dataDir: string, url: string) => ({
  SHOUWEN_DATABASE_URL: url,
  SHOUWEN_DATA_DIR: dataDir,
  SHOUWEN_LOG_LEVEL: 'fatal',
});

/** Another process may have taken it since. */
async function usable(kept: number | undefined): Promise<number> {
  if (kept === undefined) return freePort();
  return assertPortFree(kept).then(
    () => kept,
    () => freePort(),
  );
}

/** A database with the demonstration's people and the shipped checklists, and its folder of secrets: made for the first that asks in a run, and copied from there. */
async function peopled(ends: AsyncDisposableStack): Promise<{ database: TestDatabase; dataDir: string }> {
  const made = join(testServer().folder, 'peopled');
  const database = await copyTestDatabase('peopled', async (empty) => {
    const partial = await mkdtemp(`${made}-`);
    await ensureSecrets(partial);
    const env = parseEnv(placeAt(partial, await migrate(empty.url)));
    await seedOrganisation(env, PASSWORD);
    const worker = await createWorker(env);
    await worker.get(ChecklistRegister).publishShipped();
    await worker.close();
    await rename(partial, made);
  });
  ends.defer(() => database.drop());
  const dataDir = await mkdtemp(join(testServer().folder, 'house-'));
  ends.defer(() => rm(dataDir, { recursive: true }));
  await cp(made, dataDir, { recursive: true });
  return { database, dataDir };
}
