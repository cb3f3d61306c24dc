import { migratedDatabase, type MigratedDatabase } from '../../../test/support/migrated-database.js';
import { newId } from './ids.js';
import { createLogger } from './logger.js';

let db: MigratedDatabase;
beforeAll(async () => {
  db = await migratedDatabase();
});
afterAll(() => db.close());

function logged(error: unknown): string {
  let lines = '';
  createLogger('test', 'info', { write: (line) => void (lines += line) }).error({ err: error }, 'it failed');
  return lines;
}
const failureOf = (sql: string, values: unknown[]) =>
  db.source.query(sql, values).catch((error: unknown) => error) as Promise<unknown>;

describe('a failed query in the log', () => {
  it.each([
    ['a broken constraint', (secret: string) => [newId(), secret, null], '23502'],
    ['a value of the wrong form', (secret: string) => [secret, secret, 'x'], '22P02'],
  ])('tells of %s without the values of the row', async (_what, values, code) => {
    const secret = '138-1234-2046';
    const error = await failureOf('insert into client (id, name_zh, name_en) values ($1, $2, $3)', values(secret));
    expect(JSON.stringify(error)).toContain(secret);
    for (const line of [logged(error), logged(new Error('outer', { cause: error }))]) {
      expect(line).toContain(code);
      expect(line).not.toContain(secret);
    }
  });
});
