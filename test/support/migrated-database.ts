import { type DataSource } from 'typeorm';
import { createDataSource, setUpDatabase } from '#database';
import { createTestDatabase } from './postgres.js';

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
  const database = await createTestDatabase();
  const url = await setUpDatabase({ ownerUrl: database.url, runtimePassword: RUNTIME_PASSWORD });
  const source = await createDataSource({ url, applicationName: 'test' }).initialize();
  const close = async () => {
    await source.destroy();
    await database.drop();
  };
  return { source, url, ownerUrl: database.url, close };
}
