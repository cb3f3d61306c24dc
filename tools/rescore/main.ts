import 'reflect-metadata';
import { parseEnv } from '#platform';
import { withRunningDatabase } from '../doctor/embedded-database.js';
import { readArguments, USAGE, type RescoreArguments } from './read-arguments.rules.js';
import { lineOf, needsPerson, summaryOf } from './report.rules.js';
import { rescore } from './rescore.js';

/**
 * `npm run rescore`, in an image `node dist/tools/rescore/main.js`: replays scorecards and compares, or scores again by what is in force.
 * Exit code 1 where something differs, was altered or could not be scored.
 */
async function main(): Promise<void> {
  const asked = given();
  const settings = await withRunningDatabase(process.env);
  const lines = await rescore(parseEnv(settings), asked, (line) => {
    const said = asked.json ? JSON.stringify(line) : lineOf(line, asked.language);
    if (said !== null) process.stdout.write(`${said}\n`);
  });
  if (!asked.json) process.stdout.write(`${summaryOf(lines, asked.language)}\n`);
  process.exitCode = needsPerson(lines) ? 1 : 0;
}

function given(): RescoreArguments {
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  try {
    return readArguments(process.argv.slice(2), locale);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, { cause: error });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
