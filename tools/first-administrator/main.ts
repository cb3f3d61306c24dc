import 'reflect-metadata';
import { commandsAsRun, parseEnv, startFailure, type Env } from '#platform';
import { withRunningDatabase } from '../doctor/embedded-database.js';
import { keepLink, openLinks } from './kept-links.js';
import { linkLines } from './link.rules.js';
import { inviteAgain, makeFirstAdministrators } from './make-first-administrators.js';
import { makeSecondAdministrator } from './second-administrator.js';
import { readArguments, USAGE } from './read-arguments.rules.js';

/**
 * `npm run first-administrator`: the two people who let everyone else in. Each opens the account by a link that works once, the second after the
 * first; `--show` prints what was not used, `--again NAME` makes the second's, or a new one.
 */
async function main(): Promise<void> {
  const [option, name, ...more] = process.argv.slice(2);
  const asked = option === '--show' || option === '--again' || option === '--second' ? option : undefined;
  if (asked && (more.length > 0 || (asked !== '--show') !== (name !== undefined))) throw new Error(USAGE);
  const given = asked ? undefined : readGiven();
  const env = parseEnv(await withRunningDatabase(process.env));
  if (given) await keepLink(env, await makeFirstAdministrators(env, given));
  if (asked === '--second') await keepLink(env, await makeSecondAdministrator(env, name ?? ''));
  if (asked === '--again') await keepLink(env, await inviteAgain(env, name ?? ''));
  await show(env);
}

async function show(env: Env): Promise<void> {
  const lines = commandsAsRun(linkLines(await openLinks(env), process.env), process.env, process.cwd());
  if (lines !== '') return void process.stdout.write(`${lines}\n`);
  process.stderr.write('没有未使用的链接。\nThere is no link that was not used.\n');
}

function readGiven() {
  try {
    return readArguments(process.argv.slice(2), process.env['LC_ALL'] || process.env['LANG']);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandsAsRun(startFailure(error), process.env, process.cwd())}\n`);
  process.exitCode = 1;
});
