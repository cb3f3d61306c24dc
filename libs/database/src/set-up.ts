import { runMigrations as migrateQueue } from 'bullmq';
import pg from 'pg';
import { QUEUE_SCHEMA } from '#platform';
import { createDataSource } from './data-source.js';

export interface SetUpOptions {
  /** Connection of the owner role, which may create tables and roles. */
  ownerUrl: string;
  /** Password that the runtime role signs in with. */
  runtimePassword: string;
}

/**
 * Brings a database to the current schema: the runtime role (may neither UPDATE nor DELETE the journal), the product's migrations as owner,
 * and the queue's tables. Safe to run at every start.
 *
 * @returns the runtime role's connection string
 */
export async function setUpDatabase({ ownerUrl, runtimePassword }: SetUpOptions): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await createRuntimeRole(owner, runtimePassword);
    await runProductMigrations(ownerUrl);
    await migrateQueue(owner, QUEUE_SCHEMA);
    await grantQueue(owner);
  } finally {
    await owner.end();
  }
  const runtime = new URL(ownerUrl);
  runtime.username = 'shouwen_runtime';
  runtime.password = runtimePassword;
  return runtime.toString();
}

async function createRuntimeRole(owner: pg.Client, password: string): Promise<void> {
  // Two installations may share a server: the role is the server's, the rights are the database's.
  await owner.query('select pg_advisory_lock(7301)');
  try {
    const { rowCount } = await owner.query(`select 1 from pg_roles where rolname = 'shouwen_runtime'`);
    const verb = rowCount ? 'alter' : 'create';
    await owner.query(`${verb} role shouwen_runtime login password ${owner.escapeLiteral(password)}`);
  } finally {
    await owner.query('select pg_advisory_unlock(7301)');
  }
}

async function runProductMigrations(ownerUrl: string): Promise<void> {
  const source = createDataSource({ url: ownerUrl, applicationName: 'shouwen-migrate', poolSize: 1 });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

async function grantQueue(owner: pg.Client): Promise<void> {
  await owner.query(`
    -- BullMQ makes a sequence for each queue as it goes.
    grant usage, create on schema ${QUEUE_SCHEMA} to shouwen_runtime;
    grant select, insert, update, delete, truncate on all tables in schema ${QUEUE_SCHEMA} to shouwen_runtime;
    grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to shouwen_runtime;
    grant execute on all functions in schema ${QUEUE_SCHEMA} to shouwen_runtime;
  `);
}
