import 'reflect-metadata';
import { migrateDatabase } from '#database';
import { parseMigrationEnv } from '#platform';

/** `npm run migrate`: makes or updates the database of a production installation, as its owner, with the runtime role. */
migrateDatabase(parseMigrationEnv(process.env)).then(
  () => process.stderr.write('The database is up to date.\n'),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
