import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { TEST_SERVER_VARIABLE } from './global-postgres.js';

/** A superuser's way into one database. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface TestDatabase extends DatabaseAddress {
  /** The same address as `postgres://…`. */
  readonly url: string;
  /** Removes the database, ending connections that are still open. */
  drop(): Promise<void>;
}

/** The run's server, its maintenance database, and a folder that is removed with it. */
export interface TestServer extends DatabaseAddress {
  readonly folder: string;
}

/** @throws when jest was started without the global set-up */
export function testServer(): TestServer {
  const address = process.env[TEST_SERVER_VARIABLE];
  if (address === undefined) throw new Error('No test server: only unit tests do without, see jest.config.js.');
  return JSON.parse(address) as TestServer;
}

/** Makes an empty database that no other test sees. Roles belong to the whole server: give them names of their own. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase('template0');
}

/**
 * A database that no other test sees, as `fill` leaves one: filled for the first that asks in a run, and copied from there.
 *
 * @param template the name of what is copied: one for each way to fill it
 */
export async function copyTestDatabase(
  template: string,
  fill: (empty: TestDatabase) => Promise<unknown>,
): Promise<TestDatabase> {
  await inTurn(async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount) return;
    const empty = await createTestDatabase();
    await fill(empty);
    await client.query(`ALTER DATABASE ${empty.database} RENAME TO ${template}`);
  });
  return createDatabase(template);
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const server = testServer();
  const database = `test_${randomBytes(8).toString('hex')}`;
  // The other strategy writes every page through the log, which takes four times the processor time.
  await execute(server, `CREATE DATABASE ${database} TEMPLATE ${template} STRATEGY file_copy`);
  const { host, port, user, password } = server;
  return {
    ...{ host, port, user, password, database, url: `postgres://${user}:${password}@${host}:${port}/${database}` },
    drop: () => execute(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  };
}

/** For what the processes of a run make once: one at a time. The lock ends with the connection. */
export async function inTurn(run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...testServer() });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    await run(client);
  } finally {
    await client.end();
  }
}

async function execute(server: DatabaseAddress, sql: string): Promise<void> {
  const client = new pg.Client({ ...server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
