import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalKeyring, parseEnv, type Env } from '#platform';
import { migratedDatabase, type MigratedDatabase } from '../../test/support/migrated-database.js';
import { keepLink, openLinks } from './kept-links.js';
import { AdministratorExists, inviteAgain, makeFirstAdministrators } from './make-first-administrators.js';

const GIVEN = {
  company: { zh: '绿谷银行', en: 'Green Valley Bank' },
  timeZone: 'Asia/Shanghai',
  region: null,
  language: 'zh',
  people: [
    { staffNumber: '10001', username: 'zhao.min', name: { zh: '赵敏', en: 'Min Zhao' } },
    { staffNumber: '10002', username: 'chen.wei', name: { zh: '陈伟', en: 'Wei Chen' } },
  ],
} as const;

const CODE = /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/;

let db: MigratedDatabase;
let dataDir: string;
let env: Env;

beforeAll(async () => {
  db = await migratedDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'shouwen-first-'));
  await LocalKeyring.create(join(dataDir, 'secrets/keyring.json'));
  env = parseEnv({ SHOUWEN_DATABASE_URL: db.url, SHOUWEN_DATA_DIR: dataDir });
});
afterAll(async () => {
  await db.close();
  await rm(dataDir, { recursive: true });
});

describe('the first administrators', () => {
  it('are two people, made once even when two runs begin together', async () => {
    const runs = await Promise.allSettled([makeFirstAdministrators(env, GIVEN), makeFirstAdministrators(env, GIVEN)]);
    const made = runs.flatMap((run) => (run.status === 'fulfilled' ? [run.value] : []));
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ username: 'zhao.min', code: expect.stringMatching(CODE) });
    await keepLink(env, made[0]!);
    const rows = await db.source.query(
      'select role, granted_by_person_id as giver from role_assignment order by created_at',
    );
    expect(rows).toEqual([
      { role: 'administrator', giver: null },
      { role: 'administrator', giver: null },
    ]);
    const events = await db.source.query(
      'select event, count(*)::int as n from journal_entry group by event order by 1',
    );
    expect(events).toEqual([
      { event: 'account.created', n: 2 },
      { event: 'account.invited', n: 1 },
      { event: 'role.granted', n: 2 },
    ]);
  });

  it('have one link at a time: that of one ends what the other has not used', async () => {
    await keepLink(env, await inviteAgain(env, 'chen.wei'));
    expect((await openLinks(env)).links.map(({ username }) => username)).toEqual(['chen.wei']);
    await keepLink(env, await inviteAgain(env, 'zhao.min'));
    expect((await openLinks(env)).links.map(({ username }) => username)).toEqual(['zhao.min']);
  });

  it('have links that are shown until they are used, and a new one in place of a lost one', async () => {
    const { links, next } = await openLinks(env);
    const [first] = links;
    expect([links.length, next]).toEqual([1, ['chen.wei']]);
    expect(first?.link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/open-account#username=zhao\.min&code=/);
    expect((await stat(join(dataDir, 'secrets/first-administrators.json'))).mode & 0o777).toBe(0o600);
    await keepLink(env, await inviteAgain(env, 'Zhao.Min'));
    const [renewed] = (await openLinks(env)).links;
    expect(renewed?.link).not.toBe(first?.link);

    const used = `update invitation set used_at = now() where revoked_at is null and account_id = (select id from account where username = $1)`;
    await db.source.query(used, ['zhao.min']);
    await expect(inviteAgain(env, 'zhao.min')).rejects.toMatchObject({ code: 'account_is_open' });
    expect(await openLinks(env)).toEqual({ links: [], next: ['chen.wei'] });
    await keepLink(env, await inviteAgain(env, 'chen.wei'));
    expect((await openLinks(env)).links.map(({ username }) => username)).toEqual(['chen.wei']);
    await db.source.query(used, ['chen.wei']);
    expect(await openLinks(env)).toEqual({ links: [], next: [] });
    await expect(stat(join(dataDir, 'secrets/first-administrators.json'))).rejects.toThrow('ENOENT');
    await expect(inviteAgain(env, 'somebody')).rejects.toThrow(/no first administrator named somebody/);
  });

  it('are not made once there is one, and nothing changes', async () => {
    await expect(makeFirstAdministrators(env, GIVEN)).rejects.toThrow(AdministratorExists);
    expect((await db.source.query('select count(*)::int as n from client'))[0].n).toBe(1);
  });
});
