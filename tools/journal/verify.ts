import 'reflect-metadata';
import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createDataSource } from '#database';
import { HeadsFile, readExport, readHeldHeads, readJournal, verifyJournal, type JournalVerdict } from '#journal';
import { parseEnv } from '#platform';
import { withRunningDatabase } from '../doctor/embedded-database.js';
import { readVerifyArguments, VERIFY_USAGE, type VerifyArguments } from './arguments.rules.js';
import { lineOf, summaryOf } from './report.rules.js';

/** `npm run verify-journal`: says whether the journal is what it was when its heads were signed. Writes nothing. */
async function main(): Promise<void> {
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  const asked = readVerifyArguments(process.argv.slice(2), locale);
  const verdict = asked.file === undefined ? await verifyLive(asked) : await verifyFile(asked.file, asked);
  const lines = asked.json
    ? [JSON.stringify(verdict)]
    : [...verdict.findings.map((finding) => lineOf(finding, asked.language)), summaryOf(verdict, asked.language)];
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
}

const publicKeyIn = async (path: string) => createPublicKey(await readFile(path));

const hasHeads = async (dir: string) => (await new HeadsFile(dir).lastPosition()) > 0n;

async function verifyFile(file: string, { key = '', head = '' }: VerifyArguments): Promise<JournalVerdict> {
  const held = readHeldHeads(head);
  return verifyJournal(readExport(file), { publicKey: await publicKeyIn(key), held, now: new Date() });
}

async function verifyLive({ key, head }: VerifyArguments): Promise<JournalVerdict> {
  const given = await withRunningDatabase(process.env);
  const env = parseEnv(given);
  const heads = head ?? ((await hasHeads(env.journalHeadsDir)) ? env.journalHeadsDir : undefined);
  const publicKey = await publicKeyIn(key ?? `${env.journalKeyFile}.pub`);
  const held = heads === undefined ? [] : readHeldHeads(heads);
  const source = createDataSource({ url: env.databaseUrl, applicationName: 'shouwen-verify-journal', poolSize: 1 });
  await source.initialize();
  try {
    return await verifyJournal(readJournal(source), { publicKey, held, now: new Date() });
  } finally {
    await source.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${VERIFY_USAGE}\n`);
  process.exitCode = 2;
});
