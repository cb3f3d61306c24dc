import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from '#platform';
import { ChecklistRegister } from '#quality';
import { closeApi, createApi } from '../../apps/api/src/create-api.js';
import { beginWork, createWorker } from '../../apps/worker/src/create-worker.js';
import { freePort } from '../../libs/platform/src/embedded-postgres/free-port.js';
import { assertPortFree } from '../../tools/profile/assert-port-free.js';
import { seedOrganisation } from '../../tools/demo/seed/seed-organisation.js';
import { ensureSecrets } from '../../tools/profile/secrets.js';
import { CHECKOUT } from './checkout.js';
import { migrate, runtimeUrl } from './migrated-database.js';
import { copyTestDatabase, type TestDatabase, testServer } from './postgres.js';
import { connect, RunningProduct } from './running-product.js';
import { PASSWORD } from './seeded-place.js';

const WEB_DIR = join(CHECKOUT, 'dist/apps/web');
const OPENAPI_FILE = join(CHECKOUT, 'dist/apps/api/openapi.json');

/** Asked for again by every house of a process, so that a browser finds at the same address what it has compiled already. */
let port: number | undefined;

/**
 * The product for tests of its screens: API and worker in the test's own process, which has loaded and compiled them for the files before,
 * over a database on the run's server and a folder of their own. As processes of its own, packed, it is `Product`.
 */
export class House extends RunningProduct {
  private constructor(
    private readonly given: Record<string, string>,
    private readonly api: Awaited<ReturnType<typeof createApi>>,
    private worker: Awaited<ReturnType<typeof createWorker>>,
    private readonly made: TestDatabase,
    watching: Awaited<ReturnType<typeof connect>>,
  ) {
    super(given['SHOUWEN_DATA_DIR']!, watching);
  }

  /** With the demonstration's people. @param env settings of both @param workerEnv of the worker besides, until `workAgain` */
  static async open(env: Record<string, string> = {}, workerEnv: Record<string, string> = {}): Promise<House> {
    const { database, dataDir } = await peopled();
    port = await usable(port);
    const given = { ...placeAt(dataDir, runtimeUrl(database)), SHOUWEN_PORT: String(port), ...env };
    const settings = parseEnv(given);
    const api = await createApi(settings, { webDir: WEB_DIR, openApiFile: OPENAPI_FILE });
    await api.listen(settings.port, settings.host);
    const worker = await work({ ...given, ...workerEnv });
    return new House(given, api, worker, database, await connect(runtimeUrl(database)));
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

  /** Another worker takes the place of the one that runs, without its own settings. */
  async workAgain(): Promise<void> {
    await this.worker.close();
    this.worker = await work(this.given);
  }

  async stop(): Promise<void> {
    await this.database.end();
    await Promise.all([closeApi(this.api), this.worker.close()]);
    await this.made.drop();
    await rm(this.dataDir, { recursive: true });
  }
}

async function work(env: Record<string, string>) {
  const worker = await createWorker(parseEnv(env));
  await beginWork(worker);
  return worker;
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
async function peopled(): Promise<{ database: TestDatabase; dataDir: string }> {
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
  const dataDir = await mkdtemp(join(tmpdir(), 'shouwen-house-'));
  await cp(made, dataDir, { recursive: true });
  return { database, dataDir };
}
