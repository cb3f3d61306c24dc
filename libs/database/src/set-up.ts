import { setTimeout as pause } from 'node:timers/promises';
import { runMigrations as migrateQueue } from 'bullmq';
import pg from 'pg';
import { type DataSource } from 'typeorm';
import { QUEUE_SCHEMA } from '#platform';
import { baseline } from './baseline.js';
import { createDataSource } from './data-source.js';
import { LOCK_TIMEOUT_MS } from './index-concurrently.js';
import { DatabaseUnusable, databaseState, newerData, OLDEST_MAJOR, olderData } from './state.js';

/** The role that API and worker connect as; migrations grant to it by this name. */
export const RUNTIME_ROLE = 'shouwen_runtime';

/** Held while a database is brought up to date, so that two who do so at once do it one after the other. */
const LOCK = 7301;
const LOCK_ASKED_MS = 100;

export interface SetUpOptions {
  /** Connection of the owner role, which may create tables and roles. */
  ownerUrl: string;
  /** Password that the runtime role signs in with. */
  runtimePassword: string;
  /** Only these migrations, by name; for a backup of an older release, before it is brought up to date. */
  migrations?: readonly string[];
  /**
   * Called before a migration runs on what an earlier release left, with the names of those that will. When it rejects, none of them runs.
   */
  beforeMigrating?: ((pending: readonly string[]) => Promise<void>) | undefined;
}

/**
 * Brings a database to the current schema, unless it is a newer release's or older than the baseline: the runtime role (may neither UPDATE nor DELETE the journal), the product's migrations as owner,
 * and the queue's tables. Safe to run at every start, and by several at once.
 *
 * @returns the runtime role's connection string
 */
export async function setUpDatabase(options: SetUpOptions): Promise<string> {
  const { ownerUrl, runtimePassword } = options;
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'shouwen-migrate' });
  // A server that ends in the midst of it fails what is being asked; without a listener it would end the process as well.
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    await assertRecent(owner);
    // Ends with the connection, so that a killed migration blocks no other.
    await lock(owner);
    await ensureRuntimeRole(owner, runtimePassword);
    await runProductMigrations(options, owner);
    await migrateQueue(owner, QUEUE_SCHEMA);
    await grantRest(owner);
  } finally {
    await owner.end();
  }
  const runtime = new URL(ownerUrl);
  runtime.username = RUNTIME_ROLE;
  runtime.password = runtimePassword;
  return runtime.toString();
}

/**
 * By asking again: an index that is made concurrently waits until every older statement of the database has ended, and one that waits for
 * this lock would be such a statement.
 */
async function lock(owner: pg.Client): Promise<void> {
  const ask = 'select pg_try_advisory_lock($1) as held';
  while (!(await owner.query<{ held: boolean }>(ask, [LOCK])).rows[0]?.held) await pause(LOCK_ASKED_MS);
}

async function assertRecent(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ server_version_num: string }>('show server_version_num');
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (major < OLDEST_MAJOR)
    throw new DatabaseUnusable(`PostgreSQL ${major} is too old; it takes ${OLDEST_MAJOR} or later.`);
}

/** Two installations may share a server: the role is the server's, the rights are the database's, and so is the lock. */
async function ensureRuntimeRole(owner: pg.Client, password: string): Promise<void> {
  const secret = owner.escapeLiteral(password);
  const create = `create role ${RUNTIME_ROLE} login password ${secret}`;
  const made = await owner.query(create).catch((error: unknown) => {
    if (!roleWasThere(error)) throw error;
    return null;
  });
  if (made) return;
  for (let attempt = 1; ; attempt++) {
    try {
      return void (await owner.query(`alter role ${RUNTIME_ROLE} login password ${secret}`));
    } catch (error) {
      if (codeOf(error) === NOT_ALLOWED) throw notOurRole(error);
      // Another process set the password of the same role at the same moment, from another database.
      if (codeOf(error) !== UPDATED_AT_ONCE || attempt === 10) throw error;
    }
  }
}

const NOT_ALLOWED = '42501';
const UPDATED_AT_ONCE = 'XX000';

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code);

/** Found by its name, or met while both were making it. */
const roleWasThere = (error: unknown): boolean => ['42710', '23505'].includes(codeOf(error));

const notOurRole = (cause: unknown) =>
  new DatabaseUnusable(
    `The role ${RUNTIME_ROLE} belongs to another owner. As superuser: grant ${RUNTIME_ROLE} to OWNER with admin option.`,
    { cause },
  );

async function runProductMigrations(
  { ownerUrl, migrations, beforeMigrating }: SetUpOptions,
  owner: pg.Client,
): Promise<void> {
  const source = createDataSource({ url: ownerUrl, applicationName: 'shouwen-migrate', poolSize: 1, migrations });
  await source.initialize();
  try {
    const { pending, unknown, fresh, older } = await databaseState(source);
    if (unknown.length > 0) throw newerData(unknown);
    if (older) throw olderData();
    if (fresh) await owner.query(`begin; drop table if exists migrations; ${baseline().sql} commit;`);
    else if (pending.length > 0) await beforeMigrating?.(pending);
    await migrateGivingWay(source);
  } finally {
    await source.destroy();
  }
}

/**
 * A migration steps back from a lock that it does not get soon, and asks again: what came after it goes on meanwhile, and of a writer and a
 * migration that wait for each other, PostgreSQL ends neither. What it had done is rolled back, or is safe to do again.
 */
async function migrateGivingWay(source: DataSource): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await source.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
      return void (await source.runMigrations());
    } catch (error) {
      if (!GAVE_WAY.includes(codeOf(error)) || attempt === LOCK_ATTEMPTS) throw error;
      await pause(LOCK_TIMEOUT_MS);
    }
  }
}

/** Some ten minutes: a transaction that lasts longer is for a person to end. */
const LOCK_ATTEMPTS = 750;
/** No lock in time, or a deadlock. */
const GAVE_WAY = ['55P03', '40P01'];

async function grantRest(owner: pg.Client): Promise<void> {
  await owner.query(`
    -- API and worker refuse to start on a database that lacks a migration.
    grant select on migrations to ${RUNTIME_ROLE};
    -- BullMQ makes a sequence for each queue as it goes.
    grant usage, create on schema ${QUEUE_SCHEMA} to ${RUNTIME_ROLE};
  `);
  await grantQueue(owner);
}

/** Each separately, and only the owner's: the sequences that the runtime role made are its own, and no other role may grant on them. */
async function grantQueue(owner: pg.Client): Promise<void> {
  await owner.query(`do $$
    declare made record;
    begin
      for made in
        select c.oid::regclass as name, c.relkind = 'S' as sequence from pg_class c
        where c.relnamespace = '${QUEUE_SCHEMA}'::regnamespace and c.relkind in ('r', 'p', 'S') and pg_has_role(c.relowner, 'usage')
      loop
        if made.sequence then
          execute format('grant usage, select, update on sequence %s to ${RUNTIME_ROLE}', made.name);
        else
          execute format('grant select, insert, update, delete, truncate on %s to ${RUNTIME_ROLE}', made.name);
        end if;
      end loop;
      for made in
        select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = '${QUEUE_SCHEMA}'::regnamespace and pg_has_role(p.proowner, 'usage')
      loop
        execute format('grant execute on routine %s to ${RUNTIME_ROLE}', made.name);
      end loop;
    end $$`);
}
