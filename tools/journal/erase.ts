import 'reflect-metadata';
import { createDataSource } from '#database';
import { eraseDetails, JournalService } from '#journal';
import { Clock, parseMigrationEnv } from '#platform';
import { withRunningDatabase } from '../doctor/embedded-database.js';
import { erasuresSealed } from './until-sealed.js';
import { ERASE_USAGE, readEraseArguments } from './arguments.rules.js';

/** `npm run erase-details`: takes personal detail out of the journal, as owner of the database; an entry says so, and the chain verifies. */
async function main(): Promise<void> {
  const { which, reason } = readEraseArguments(process.argv.slice(2));
  const { ownerUrl } = parseMigrationEnv(await withRunningDatabase(process.env));
  const owner = createDataSource({ url: ownerUrl, applicationName: 'shouwen-erase-details', poolSize: 1 });
  await owner.initialize();
  try {
    const erased = await eraseDetails(owner, new JournalService(new Clock()), which, reason);
    process.stderr.write(`${erased} 个条目的细节已删除。/ Details of ${erased} entries were erased.\n`);
    if (!(await erasuresSealed(owner)))
      process.stderr.write(
        '说明此事的条目尚未封存：首问运行时会自动封存，之后再校验。/ The entry that says so is not sealed yet. Shouwen seals it while it runs; verify after that.\n',
      );
  } finally {
    await owner.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${ERASE_USAGE}\n`);
  process.exitCode = 1;
});
