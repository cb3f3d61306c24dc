import pg from 'pg';
import { RUNTIME_ROLE, setUpDatabase, type SetUpOptions } from './set-up.js';
import { DatabaseUnusable } from './state.js';

export interface MigrateOptions extends Pick<SetUpOptions, 'beforeMigrating'> {
  /** Connection of the owner role to the product's database, which is made when it is missing. */
  ownerUrl: string;
  /** The connection that API and worker are given: its password becomes the runtime role's. */
  runtimeUrl: string;
}

const DATABASE_MISSING = '3D000';
const DATABASE_THERE = ['42P04', '23505'];

/**
 * Makes the database if need be and brings it up to date, on a server of one's own. Safe to run again and by several at once.
 *
 * @throws DatabaseUnusable when the two connections do not belong together, or the server is too old
 */
export async function migrateDatabase(options: MigrateOptions): Promise<void> {
  await setUpDatabase({ ...(await ensureDatabase(options)), beforeMigrating: options.beforeMigrating });
}

/** Makes the database if need be, with nothing in it yet. @throws DatabaseUnusable when the two connections do not belong together */
export async function ensureDatabase({ ownerUrl, runtimeUrl }: MigrateOptions): Promise<SetUpOptions> {
  const [owner, runtime] = [new URL(ownerUrl), new URL(runtimeUrl)];
  if (decodeURIComponent(runtime.username) !== RUNTIME_ROLE)
    throw new DatabaseUnusable(
      `SHOUWEN_DATABASE_URL: its user must be ${RUNTIME_ROLE}, which the migrations grant to.`,
    );
  if (runtime.password === '')
    throw new DatabaseUnusable('SHOUWEN_DATABASE_URL: it must hold the password that the runtime role is to have.');
  if (runtime.pathname !== owner.pathname)
    throw new DatabaseUnusable('SHOUWEN_DATABASE_URL and SHOUWEN_DATABASE_OWNER_URL name different databases.');
  await createIfMissing(owner);
  return { ownerUrl, runtimePassword: decodeURIComponent(runtime.password) };
}

async function createIfMissing(owner: URL): Promise<void> {
  if (await connects(owner)) return;
  const name = decodeURIComponent(owner.pathname.slice(1));
  const maintenance = new URL(owner);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.toString() });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  } catch (error) {
    if (!DATABASE_THERE.includes(String((error as { code?: unknown }).code))) throw error;
  } finally {
    await client.end();
  }
}

async function connects(url: URL): Promise<boolean> {
  const client = new pg.Client({ connectionString: url.toString() });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === DATABASE_MISSING) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
