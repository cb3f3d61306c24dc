import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalKeyring, parseEnv, type Env } from '#platform';
import { migratedDatabase, type MigratedDatabase } from '../../test/support/migrated-database.js';
import { makeFirstAdministrators } from './make-first-administrators.js';
import { makeSecondAdministrator, NotAlone } from './second-administrator.js';

let db: MigratedDatabase;
let dataDir: string;
let env: Env;

beforeAll(async () => {
  db = await migratedDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'shouwen-second-'));
  await LocalKeyring.create(join(dataDir, 'secrets/keyring.json'));
  env = parseEnv({ SHOUWEN_DATABASE_URL: db.url, SHOUWEN_DATA_DIR: dataDir });
});
afterAll(async () => {
  await db.close();
  await rm(dataDir, { recursive: true });
});

const second = (words = '10002, Max.Brandt, Max Brandt') => makeSecondAdministrator(env, words);

describe('one more administrator', () => {
  it('is not made where there is none, or of words that cannot be used', async () => {
    await expect(second()).rejects.toThrow(NotAlone);
    expect(() => second('10002')).toThrow(/staff number, user name, and one name or two/);
  });

  it('joins one who is alone, in the language of the company, and is no third', async () => {
    await makeFirstAdministrators(env, {
      ...{ company: { zh: '', en: 'Green Valley' }, timeZone: 'Europe/Berlin', region: null, language: 'en' },
      people: [{ staffNumber: '10001', username: 'lena.vogt', name: { zh: 'Lena Vogt', en: 'Lena Vogt' } }],
    });
    expect(await second()).toMatchObject({ username: 'max.brandt', code: expect.any(String) });
    expect(
      await db.source.query(
        `select language, name_zh as zh, name_en as en, role, granted_by_person_id as giver from account
           join person on person.id = account.person_id join role_assignment on account_id = account.id where username = 'max.brandt'`,
      ),
    ).toEqual([{ language: 'en', zh: 'Max Brandt', en: 'Max Brandt', role: 'administrator', giver: null }]);
    expect(await db.source.query(`select count(*)::int as n from journal_entry where event = 'role.granted'`)).toEqual([
      { n: 2 },
    ]);
    await expect(second('10003,ida.berg,Ida Berg')).rejects.toThrow(NotAlone);
  });
});
