import { type AlarmKind } from '#contracts';
import { JournalService, relayOnce } from '#journal';
import { Alarms, writeNotifications } from '#notifications';
import { Clock } from '#platform';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { buildOrganisation } from '../../../../test/factories/organisation.js';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import { type CaptureHealth } from './capture-health.rules.js';
import { CaptureWatch } from './capture-watch.js';

const WELL = { refused: 0, spoolShare: 0.2, keysReady: 34, diskFailedAt: null };
let database: MigratedDatabase;
let administrator: string;

beforeAll(async () => {
  database = await migratedDatabase();
  const organisation = await buildOrganisation(database.source);
  const of = { role: 'administrator', teamId: null } as const;
  administrator = (await buildAccount(database.source, organisation, of)).personId;
});
afterAll(() => database?.close());

type Seen = Omit<CaptureHealth, 'refusedAt'> & { refused: number };

/** What an administrator is told, newest last: of capturing that is so first, and then well. */
async function toldOf(now: Partial<Seen>): Promise<string[]> {
  const { source } = database;
  let seen: Seen = { ...WELL, ...now };
  let clock = Date.now();
  const alarms = new Alarms(source, new JournalService(new Clock()));
  const raised: Promise<unknown>[] = [];
  const watch = new CaptureWatch(
    () => seen,
    (watched) => raised.push(alarms.set(watched)),
    () => clock,
  );
  const look = async () => {
    watch.watch();
    await Promise.all(raised);
    await relayOnce(source, async (tx, entry) => {
      await writeNotifications(tx, entry, false);
      return [];
    });
  };
  await look();
  // Once, however often it is looked at.
  await look();
  [seen, clock] = [{ ...WELL, refused: seen.refused }, clock + 11 * 60_000];
  await look();
  watch.close();
  const rows: { told: string }[] = await source.query(
    `select kind || ' ' || alarm as told from notification where person_id = $1 order by at, id`,
    [administrator],
  );
  await source.query('delete from notification');
  return rows.map(({ told }) => told);
}

describe('administrators are told once, and once that it is well again', () => {
  it.each<[AlarmKind, Partial<Seen>]>([
    ['capture_full', { refused: 1 }],
    ['capture_spool_low', { spoolShare: 0.75 }],
    ['capture_keys_out', { keysReady: 0 }],
    ['capture_disk', { diskFailedAt: Date.now() }],
  ])('of %s', async (kind, now) =>
    expect(await toldOf(now)).toEqual([`alarm_raised ${kind}`, `alarm_cleared ${kind}`]),
  );
});
