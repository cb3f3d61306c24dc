import pg from 'pg';
import { type DataSource } from 'typeorm';
import { FIRST_SIGN_IN_POLICY, type SignInPolicy } from '#contracts';
import { createDataSource, RUNTIME_ROLE, setUpDatabase } from '#database';
import { copyTestDatabase, type TestDatabase } from './postgres.js';

/** A fresh, migrated database. */
export interface MigratedDatabase {
  /** As the runtime role, as the product runs. */
  source: DataSource;
  /** The runtime role's connection string. */
  url: string;
  /** As the owner of everything: for what the product itself may not do. */
  ownerUrl: string;
  close(): Promise<void>;
}

/** The role belongs to the whole test server, so every test database uses one password. */
const RUNTIME_PASSWORD = 'runtime-of-the-tests';

export async function migratedDatabase(): Promise<MigratedDatabase> {
  const { url, database } = await copyMigrated();
  const source = await createDataSource({ url, applicationName: 'test' }).initialize();
  const close = async () => {
    await source.destroy();
    await database.drop();
  };
  return { source, url, ownerUrl: database.url, close };
}

/** The same without a connection. Migrated once in a run: every database after the first is a copy. */
export async function copyMigrated(): Promise<{ url: string; database: TestDatabase }> {
  const database = await copyTestDatabase('migrated', (empty) => migrate(empty.url));
  return { url: runtimeUrl(database), database };
}

/** The runtime role's way into a migrated database. */
export function runtimeUrl(database: TestDatabase): string {
  const url = new URL(database.url);
  url.username = RUNTIME_ROLE;
  url.password = RUNTIME_PASSWORD;
  return url.toString();
}

/** Brings an empty database up to date. @returns the runtime role's connection string */
export async function migrate(ownerUrl: string): Promise<string> {
  const url = await setUpDatabase({ ownerUrl, runtimePassword: RUNTIME_PASSWORD });
  await byPasswordAlone(ownerUrl);
  return url;
}

/**
 * What the tests' people sign in by. Those of a second factor say so themselves: by rules that two people of theirs agree to, or on a database
 * that `setUpDatabase` made.
 */
export const TEST_SIGN_IN_POLICY: SignInPolicy = { ...FIRST_SIGN_IN_POLICY, secondFactorRoles: [], graceDays: 7 };

async function byPasswordAlone(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`update sign_in_policy set policy = $1, required_since = '{}' where version = 0`, [
    TEST_SIGN_IN_POLICY,
  ]);
  await owner.end();
}
