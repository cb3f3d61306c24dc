export { baseline } from './baseline.js';
export { backupBeforeMigrating, noteBackup } from './backup/before-migrating.js';
export { BackupStore } from './backup/backup-store.js';
export { BackupsModule } from './backup/backups.module.js';
export { Backups } from './backup/backups.service.js';
export { BackupUnusable, type BackupManifest } from './backup/manifest.rules.js';
export { putBack, type PutBackOptions } from './backup/put-back.js';
export { restoreBackup, type Restored } from './backup/restore-backup.js';
export { DatabaseModule } from './database.module.js';
export { createDataSource, migrationNames, type DatabaseOptions } from './data-source.js';
export { ensureDatabase, migrateDatabase, type MigrateOptions } from './migrate.js';
export { RUNTIME_ROLE, setUpDatabase, type SetUpOptions } from './set-up.js';
export {
  assertUsable,
  DatabaseUnusable,
  databaseState,
  OLDEST_MAJOR,
  probeDatabase,
  type DatabaseState,
} from './state.js';
export { type LostRights } from './backup/end-lost-rights.js';
export { decisionsSince, type LostDecision } from './backup/since-backup.js';
