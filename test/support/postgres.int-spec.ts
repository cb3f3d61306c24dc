import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase, testServer } from './postgres.js';

describe('createTestDatabase', () => {
  const made: TestDatabase[] = [];

  afterEach(async () => void (await Promise.all(made.splice(0).map((database) => database.drop()))));

  async function create(): Promise<TestDatabase> {
    const database = await createTestDatabase();
    made.push(database);
    return database;
  }

  it('keeps tests apart', async () => {
    const [one, other] = await Promise.all([create(), create()]);
    await query(one.url, 'CREATE TABLE mine ()');
    await expect(query(other.url, 'SELECT FROM mine')).rejects.toThrow('does not exist');
  });

  it('leaves nothing behind, even under an open connection', async () => {
    const database = await create();
    const client = new pg.Client(database.url);
    client.on('error', () => undefined);
    await client.connect();
    await database.drop();
    await client.end();
    const { user, password, host, port } = testServer();
    const server = `postgres://${user}:${password}@${host}:${port}/postgres`;
    expect(await query(server, `SELECT FROM pg_database WHERE datname = '${database.database}'`)).toEqual([]);
  });
});

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
