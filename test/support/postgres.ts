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

/** The run's server and its maintenance database. @throws when jest was started without the global set-up. */
export function testServer(): DatabaseAddress {
  const address = process.env[TEST_SERVER_VARIABLE];
  if (address === undefined) throw new Error('No test server: name this file *.int-spec.ts or *.journey.ts.');
  return JSON.parse(address) as DatabaseAddress;
}

/** Makes an empty database that no other test sees. Roles belong to the whole server: give them names of their own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const database = `test_${randomBytes(8).toString('hex')}`;
  await execute(server, `CREATE DATABASE ${database} TEMPLATE template0`);
  const { host, port, user, password } = server;
  return {
    ...{ host, port, user, password, database, url: `postgres://${user}:${password}@${host}:${port}/${database}` },
    drop: () => execute(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  };
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
