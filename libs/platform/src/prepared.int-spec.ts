import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { prepared, PreparingClient } from './prepared.js';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new PreparingClient(database.url);
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const rowsOf = async (text: string, values: unknown[] = []) =>
  (await client.query<Record<string, unknown>>(text, values)).rows;

it('plans a named statement once, and any other each time', async () => {
  const named = prepared('twice', 'select $1::int * 2 as twice');
  const NEVER_NAMED = 'select $1::int * 3 as thrice';
  for (const n of [1, 2, 3]) {
    expect(await rowsOf(named, [n])).toEqual([{ twice: 2 * n }]);
    expect(await rowsOf(NEVER_NAMED, [n])).toEqual([{ thrice: 3 * n }]);
  }
  expect(await rowsOf('select name, (generic_plans + custom_plans)::int as asked from pg_prepared_statements')).toEqual(
    [{ name: 'twice', asked: 3 }],
  );
});
