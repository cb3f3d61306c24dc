import 'reflect-metadata';
import { backupBeforeMigrating, migrateDatabase, noteBackup, type BackupManifest } from '#database';
import { commandsAsRun, parseEnv, parseMigrationEnv, startFailure } from '#platform';

const say = (line: string): void => void process.stderr.write(`${commandsAsRun(line, process.env, process.cwd())}\n`);

/**
 * `npm run migrate`: makes or updates the database of a production installation, as its owner, with the runtime role. What an earlier release
 * left is backed up first, with the settings of API and worker.
 */
async function main(): Promise<void> {
  const options = parseMigrationEnv(process.env);
  let taken: BackupManifest | undefined;
  const beforeMigrating = async (pending: readonly string[]) => {
    say(`backing up before ${pending.length} migrations`);
    taken = await backupBeforeMigrating(parseEnv(process.env), pending);
    say(`backup ${taken.id} was taken`);
  };
  await migrateDatabase({ ...options, beforeMigrating });
  if (taken) await noteBackup(options.runtimeUrl, taken);
  say('The database is up to date.');
}

main().catch((error: unknown) => {
  say(startFailure(error));
  process.exitCode = 1;
});
