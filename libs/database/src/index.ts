export { DatabaseModule } from './database.module.js';
export { createDataSource, type DatabaseOptions } from './data-source.js';
export { ENTITIES } from './entities.js';
export { migrateDatabase, type MigrateOptions } from './migrate.js';
export { RUNTIME_ROLE, setUpDatabase, type SetUpOptions } from './set-up.js';
export {
  assertUsable,
  DatabaseUnusable,
  databaseState,
  OLDEST_MAJOR,
  probeDatabase,
  type DatabaseState,
} from './state.js';
