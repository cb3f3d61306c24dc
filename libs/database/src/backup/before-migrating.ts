import { JournalService } from '#journal';
import { Clock, openKeyProvider, openPlace, startFailure, type Env } from '#platform';
import { createDataSource } from '../data-source.js';
import { DatabaseUnusable } from '../state.js';
import { BackupStore } from './backup-store.js';
import { type BackupManifest } from './manifest.rules.js';
import { takeBackup } from './take-backup.js';

/**
 * Backs up what an earlier release left, before a migration changes it, into the installation's own place. It goes by COPY and knows no
 * entity, since the schema is still the earlier one; the backup is restored by its own list of migrations.
 *
 * @throws DatabaseUnusable in a sentence: then the migration must not run
 */
export async function backupBeforeMigrating(env: Env, pending: readonly string[]): Promise<BackupManifest> {
  try {
    const store = new BackupStore(openPlace(env.backupPlace), await openKeyProvider(env));
    return await takeBackup(env.databaseUrl, store);
  } catch (error) {
    throw new DatabaseUnusable(
      `The update was not begun (${pending.length} migrations wait) because the backup before it failed: ${startFailure(error)}`,
      { cause: error },
    );
  }
}

/** Tells the journal of it, once the database is up to date: before, its tables may be others. */
export async function noteBackup(databaseUrl: string, { id, tables, journal }: BackupManifest): Promise<void> {
  const source = createDataSource({ url: databaseUrl, applicationName: 'shouwen-migrate', poolSize: 1 });
  await source.initialize();
  try {
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const details = { backupId: id, rows, position: journal?.position ?? null };
    await source.transaction((tx) => new JournalService(new Clock()).append(tx, 'database.backed_up', details));
  } finally {
    await source.destroy();
  }
}
