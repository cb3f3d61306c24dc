import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { LocalKeyring, parseEnv } from '#platform';
import { createApi } from '../../apps/api/src/create-api.js';
import { DeclaredAnswers } from '../support/declared-answers.js';
import { copyMigrated, migrate } from '../support/migrated-database.js';
import { type TestDatabase, testServer } from '../support/postgres.js';
import { PASSWORD } from './accounts.js';

export interface TestApi {
  app: NestFastifyApplication;
  baseUrl: string;
  /** As the runtime role, like the product itself. */
  source: DataSource;
  /** The owner's connection string: for changes that the product must not be able to make. */
  ownerUrl: string;
  /** The runtime role's, and where the product keeps its files: for commands beside it. */
  databaseUrl: string;
  dataDir: string;
  /** Signs in over HTTP. @returns the `Cookie` header */
  signIn(username: string): Promise<string>;
  /** The same, and proves at once who they are, for routes that take a fresh proof. */
  signInProved(username: string): Promise<string>;
  declared: DeclaredAnswers;
  /** @throws where a route answered what its declaration does not say */
  stop(): Promise<void>;
}

/** Tests ask more often in a minute, from one address, than any client. */
const UNCOUNTED = Object.fromEntries(
  ['PER_TOKEN', 'PER_ACCOUNT', 'PER_ADDRESS', 'SIGN_INS', 'UPLOADS'].map((name) => [`SHOUWEN_RATE_${name}`, '0']),
);

/** The real API on a free port, over a database, an object store and keys of its own. @param on a server that the test ends and starts */
export async function startTestApi(
  settings: Record<string, string> = {},
  on?: Pick<TestDatabase, 'url' | 'drop'>,
): Promise<TestApi> {
  const ends = new AsyncDisposableStack();
  try {
    return await start(ends, settings, on);
  } catch (error) {
    await ends.disposeAsync();
    throw error;
  }
}

/** @param ends takes what was started, from the last to the first, also where the next did not start */
async function start(
  ends: AsyncDisposableStack,
  settings: Record<string, string>,
  on: Pick<TestDatabase, 'url' | 'drop'> | undefined,
): Promise<TestApi> {
  const { database, url: databaseUrl } = on ? { database: on, url: await migrate(on.url) } : await copyMigrated();
  ends.defer(() => database.drop());
  const dataDir = await mkdtemp(join(testServer().folder, 'api-'));
  ends.defer(() => rm(dataDir, { recursive: true }));
  await LocalKeyring.create(join(dataDir, 'secrets/keyring.json'));
  const env = parseEnv({
    SHOUWEN_DATABASE_URL: databaseUrl,
    SHOUWEN_DATA_DIR: dataDir,
    SHOUWEN_PORT: '0',
    SHOUWEN_LOG_LEVEL: 'fatal',
    ...UNCOUNTED,
    ...settings,
  });
  const declared = new DeclaredAnswers();
  const made = await createApi(env, { watch: (fastify) => declared.watch(fastify) });
  const app = ends.adopt(made, () => made.close());
  await app.listen(0, '127.0.0.1');
  const baseUrl = await app.getUrl();
  return {
    app,
    baseUrl,
    source: app.get(DataSource),
    ownerUrl: database.url,
    databaseUrl,
    dataDir,
    declared,
    signIn: (username) => signIn(baseUrl, username),
    signInProved: async (username) => prove(baseUrl, await signIn(baseUrl, username)),
    stop: async () => {
      await ends.disposeAsync();
      declared.check();
    },
  };
}

async function signIn(baseUrl: string, username: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (response.status !== 200 || !cookie) throw new Error(`${username} could not sign in: ${await response.text()}`);
  return cookie;
}

async function prove(baseUrl: string, cookie: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api/v1/auth/step-up`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`the identity could not be proved: ${await response.text()}`);
  return cookie;
}
