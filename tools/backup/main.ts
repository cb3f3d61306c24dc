import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Backups, BackupsModule, DatabaseModule } from '#database';
import { parseEnv, PlatformModule, UpkeepService } from '#platform';
import { withRunningDatabase } from '../doctor/embedded-database.js';

const USAGE = 'usage: npm run backup [-- --drill]';

/** `npm run backup`: backs the database up now; with `--drill` restores the newest backup into a scratch place instead, and compares. */
async function main(): Promise<void> {
  const [option, ...more] = process.argv.slice(2);
  if (more.length > 0 || (option !== undefined && option !== '--drill')) throw new Error(USAGE);
  const env = parseEnv(await withRunningDatabase(process.env));
  const module = {
    module: class BackupCommand {},
    imports: [
      PlatformModule.forRoot({ ...env, logLevel: 'fatal' }, 'backup'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-backup'),
      BackupsModule,
    ],
  };
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    const [runs, backups] = [app.get(UpkeepService), app.get(Backups)];
    const outcome = await (option
      ? runs.runNow('drill', () => backups.drill())
      : runs.runNow('backup', () => backups.take()));
    if (outcome === null) throw new Error('另一个正在进行。\nAnother one is running.');
    process.stdout.write(
      Object.entries(outcome.result)
        .map(([name, value]) => `${name}\t${value}\n`)
        .join(''),
    );
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Error && error.message === USAGE ? 2 : 1;
});
