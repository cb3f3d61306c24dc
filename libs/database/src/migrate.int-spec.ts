import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DEEP } from '../../../test/support/deep.js';
import { startPostgres15, startPostgres18, type OwnPostgres } from '../../../test/support/servers/own-postgres.js';
import { createDataSource } from './data-source.js';
import { migrateDatabase } from './migrate.js';
import { assertUsable, databaseState, DatabaseUnusable, probeDatabase, refusalOf } from './state.js';

/** Of the newest, all other tests have one. */
const SERVERS = [[15, startPostgres15] as const, ...(DEEP ? [[18, startPostgres18] as const] : [])];

describe.each(SERVERS)('a production database on PostgreSQL %d', (major, start) => {
  let server: OwnPostgres;
  const superuser = (database: string) => {
    const { host, port, user, password } = server;
    return new pg.Client({ host, port, user, password, database });
  };
  const asSuperuser = async (sql: string, database = 'postgres') => {
    const client = superuser(database);
    await client.connect();
    try {
      return (await client.query(sql)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  const owner = 'the_owner';
  const MIGRATED = 'migrated_once';

  beforeAll(async () => {
    server = await start();
    await asSuperuser(`create role ${owner} login createdb createrole password 'of-the-owner'`);
    const { database, ...options } = fresh();
    await migrateDatabase(options);
    await asSuperuser(`alter database ${database} rename to ${MIGRATED}`);
  });
  afterAll(async () => {
    await server?.stop();
    await server?.remove();
  });

  const fresh = () => {
    const database = `production_${randomBytes(6).toString('hex')}`;
    const url = (user: string, password: string) =>
      `postgres://${user}:${password}@${server.host}:${server.port}/${database}`;
    const options = {
      ownerUrl: url(owner, 'of-the-owner'),
      runtimeUrl: url('shouwen_runtime', 'runtime-of-the-tests'),
    };
    return { database, ...options, drop: () => asSuperuser(`drop database if exists ${database} with (force)`) };
  };
  /** The same after the first migration, which one test looks at and the others need not wait for. */
  const migrated = async () => {
    const made = fresh();
    await asSuperuser(`create database ${made.database} template ${MIGRATED} owner ${owner}`);
    return made;
  };
  const runtimeSource = (url: string) => createDataSource({ url, applicationName: 'test' }).initialize();

  it('is made, migrated and ready for the runtime role; doing so again, or twice at once, changes nothing', async () => {
    const { drop, ...options } = fresh();
    await Promise.all([migrateDatabase(options), migrateDatabase(options), migrateDatabase(options)]);
    await migrateDatabase(options);
    const source = await runtimeSource(options.runtimeUrl);
    await assertUsable(source);
    expect(await databaseState(source)).toMatchObject({ major, pending: [] });
    expect(await probeDatabase(source)).toMatchObject({ ok: true, facts: { pendingMigrations: 0 } });
    const twice = await source.query('select name from migrations group by name having count(*) > 1');
    expect(twice).toEqual([]);
    await expect(source.query('update journal_entry set event = event')).rejects.toThrow('permission denied');
    await expect(source.query(`insert into migrations (timestamp, name) values (1, 'x')`)).rejects.toThrow(
      'permission denied',
    );
    await source.destroy();
    await drop();
  });

  it('is brought up to date again after the queue made sequences of its own in it', async () => {
    const { drop, ...options } = await migrated();
    const runtime = new pg.Client({ connectionString: options.runtimeUrl });
    await runtime.connect();
    try {
      // As BullMQ does when a queue gets its first job.
      await runtime.query('create sequence bullmq.bullmq_jid_of_a_test');
      await migrateDatabase(options);
      await runtime.query(`select nextval('bullmq.bullmq_jid_of_a_test')`);
    } finally {
      await runtime.end();
    }
    await drop();
  });

  it('that a release before the baseline left is refused with the release to go through', async () => {
    const { database, drop, ...options } = await migrated();
    await asSuperuser(`delete from migrations where name = 'AnyNotMet1795788500000'`, database);
    await expect(migrateDatabase(options)).rejects.toThrow(/before commit 6bddf58d .* Start it once with that commit/);
    const source = await runtimeSource(options.runtimeUrl);
    await expect(assertUsable(source)).rejects.toThrow(/6bddf58d/);
    await source.destroy();
    await drop();
  });

  it('that was never migrated, or not to the end, is refused with the command that helps', async () => {
    const { database, drop, ...options } = fresh();
    await asSuperuser(`create database ${database} owner ${owner}`);
    const empty = createDataSource({ url: options.ownerUrl, applicationName: 'test' });
    await empty.initialize();
    await expect(assertUsable(empty)).rejects.toThrow(DatabaseUnusable);
    await expect(assertUsable(empty)).rejects.toThrow(/npm run migrate/);
    await empty.destroy();
    await migrateDatabase(options);
    await asSuperuser('delete from migrations where id = (select max(id) from migrations)', database);
    const source = await runtimeSource(options.runtimeUrl);
    await expect(assertUsable(source)).rejects.toThrow(/lacks 1 migration/);
    expect(await probeDatabase(source)).toMatchObject({ ok: false, facts: { pendingMigrations: 1 } });
    await source.destroy();
    await drop();
  });

  it.each([
    ['its new index was half made', 'journal_entry_rare_event', true],
    ['the old index was gone', 'journal_entry_rare_event', false],
    ['all was done but not written down', 'journal_entry_event', false],
  ])('gets the journal’s index of rare events after a migration that was killed when %s', async (_, name, hasOld) => {
    const { database, drop, ...options } = await migrated();
    await asSuperuser(
      `delete from migrations where name ~ '^RareEventsByName';
       ${name === 'journal_entry_event' ? '' : `alter index journal_entry_event rename to ${name};`}
       ${hasOld ? `create index journal_entry_event on journal_entry (event, at, id); update pg_index set indisvalid = false where indexrelid = '${name}'::regclass` : ''}`,
      database,
    );
    await migrateDatabase(options);
    const left = await asSuperuser(
      `select indexrelid::regclass::text as name, indisvalid and indpred is not null as whole from pg_index where indexrelid::regclass::text ~ '^journal_entry_(rare_)?event$'`,
      database,
    );
    expect(left).toEqual([{ name: 'journal_entry_event', whole: true }]);
    await drop();
  });

  it('is written while its indexes are made, and one that a killed migration left is made again', async () => {
    const { database, drop, ...options } = await migrated();
    const names = ['leg_transferred_to', 'call_fact_leg', 'gap_leg', 'leg_record_key_once', 'indexed_words_tokens'];
    const complete = async () => {
      const made = await asSuperuser(
        `select indexrelid::regclass::text as name from pg_index where indisvalid and indexrelid::regclass::text in ('${names.join("', '")}')`,
        database,
      );
      return made.map(({ name }) => name).sort();
    };
    await asSuperuser(
      `delete from migrations where name ~ '^(CallsOfTelephonesChecked|FoundByLeg|PackedPostingsFound)';
       drop index gap_leg; drop index leg_record_key_once;
       update pg_index set indisvalid = false where indexrelid in ('leg_transferred_to'::regclass, 'indexed_words_tokens'::regclass)`,
      database,
    );
    expect(await complete()).toEqual(['call_fact_leg']);
    const [writer, other] = [superuser(database), superuser(database)];
    await Promise.all([writer.connect(), other.connect()]);
    try {
      await writer.query('begin; lock table leg in row exclusive mode');
      const migrating = migrateDatabase(options);
      const waits = `select 1 from pg_stat_activity where datname = $1 and query ~ 'leg_record_key_once' and wait_event_type = 'Lock'`;
      while ((await other.query(waits, [database])).rowCount === 0) await new Promise(setImmediate);
      await other.query(`set lock_timeout = '1s'; begin; lock table leg in row exclusive mode; commit`);
      await writer.query('commit');
      await migrating;
    } finally {
      await Promise.all([writer.end(), other.end()]);
    }
    expect(await complete()).toEqual(names.toSorted());
    await drop();
  });

  it('gives way to a writer: who comes after a migration that waits goes on, and it is done in the end', async () => {
    const { database, drop, ...options } = await migrated();
    await asSuperuser(
      `delete from migrations where name ~ '^DraftsKeepCommitments'; alter table review_draft rename column commitments to promises`,
      database,
    );
    const [writer, other] = [superuser(database), superuser(database)];
    await Promise.all([writer.connect(), other.connect()]);
    try {
      const write = 'begin; lock table review_draft in row exclusive mode';
      await writer.query(write);
      const migrating = migrateDatabase(options);
      const waits = `select 1 from pg_stat_activity where datname = $1 and query ~ 'rename column promises' and wait_event_type = 'Lock'`;
      while ((await other.query(waits, [database])).rowCount === 0) await new Promise(setImmediate);
      await other.query(`${write}; commit`);
      await writer.query('commit');
      await migrating;
      await other.query('select commitments from review_draft');
    } finally {
      await Promise.all([writer.end(), other.end()]);
    }
    await drop();
  });

  it('that had a later migration already is left as it is by those that now come before it', async () => {
    const { database, drop, ...options } = await migrated();
    await asSuperuser(`delete from migrations where name ~ '^(LegsSayWhoTookThem|WholeCallsFound)'`, database);
    const takenBy = `select pg_get_functiondef('leg_is_taken_by_two()'::regprocedure) as text`;
    const before = await asSuperuser(takenBy, database);
    await migrateDatabase(options);
    expect(await asSuperuser(takenBy, database)).toEqual(before);
    await drop();
  });

  it('that a newer release has used is refused before anything is changed, and by API and worker too', async () => {
    const { database, drop, ...options } = await migrated();
    await asSuperuser(
      `insert into migrations (timestamp, name) values (9999999999999, 'OfTheFuture9999999999999')`,
      database,
    );
    await asSuperuser(`delete from migrations where name like 'Notifications%'`, database);
    await expect(migrateDatabase(options)).rejects.toThrow(/newer version.*OfTheFuture9999999999999/);
    expect(await asSuperuser(`select 1 from migrations where name like 'Notifications%'`, database)).toEqual([]);
    const source = await runtimeSource(options.runtimeUrl);
    await expect(assertUsable(source)).rejects.toThrow(/newer version/);
    await source.destroy();
    await drop();
  });

  it('is not touched when what comes before a migration fails, and that comes only before one on existing data', async () => {
    const { database, drop, ...options } = fresh();
    const asked: string[][] = [];
    const beforeMigrating = async (pending: readonly string[]) => {
      asked.push([...pending]);
      throw new Error('no backup');
    };
    await migrateDatabase({ ...options, beforeMigrating });
    await migrateDatabase({ ...options, beforeMigrating });
    expect(asked).toEqual([]);
    const last = 'select name from migrations order by id desc limit 1';
    const [newest] = await asSuperuser(last, database);
    await asSuperuser('delete from migrations where id = (select max(id) from migrations)', database);
    await expect(migrateDatabase({ ...options, beforeMigrating })).rejects.toThrow('no backup');
    expect(asked).toEqual([[newest?.name]]);
    expect(await asSuperuser(last, database)).not.toEqual([newest]);
    await drop();
  });

  it('gives the runtime role the password of its connection, also when that has changed', async () => {
    const { drop, ...options } = await migrated();
    const changed = options.runtimeUrl.replace('runtime-of-the-tests', 'another%2Fone');
    await migrateDatabase({ ...options, runtimeUrl: changed });
    await expect(runtimeSource(options.runtimeUrl)).rejects.toThrow('password authentication failed');
    await (await runtimeSource(changed)).destroy();
    await drop();
  });
});

describe('connections that do not belong together', () => {
  const ownerUrl = 'postgres://owner:o@127.0.0.1:9/shouwen';
  it.each([
    ['another user', 'postgres://someone:x@127.0.0.1:9/shouwen', /shouwen_runtime/],
    ['no password', 'postgres://shouwen_runtime@127.0.0.1:9/shouwen', /password/],
    ['another database', 'postgres://shouwen_runtime:x@127.0.0.1:9/other', /different databases/],
  ])('%s: refused before anything is touched', async (_what, runtimeUrl, words) => {
    await expect(migrateDatabase({ ownerUrl, runtimeUrl })).rejects.toThrow(words);
  });

  it('a PostgreSQL that is too old is named with what it takes', () => {
    const state = { pending: [], unknown: [], fresh: false, older: false };
    expect(refusalOf({ ...state, version: '14.11', major: 14 })?.en).toMatch(/14\.11.*15/);
    expect(refusalOf({ ...state, version: '15.0', major: 15 })).toBeNull();
  });
});
