/** `npm run import-folder`: sends the recordings of a folder through the API, with what is known of them. docs/how-to/import-a-folder.md */
import { stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readNamesBy } from '#contracts';
import { Transport } from '../sending/transport.js';
import { fromProfile } from './from-profile.js';
import { ProgressFile } from './progress-file.js';
import { readArguments, USAGE, type GivenArguments } from './read-arguments.rules.js';
import { readFolder } from './read-folder.js';
import { exitCode, summary, writeReport } from './report.rules.js';
import { sendFolder, type Row } from './send-folder.js';

/** What names the person's own folder, when npm changed to the checkout. */
const here = process.env['INIT_CWD'] ?? process.cwd();

async function run(said: GivenArguments, token: string): Promise<number> {
  const { folder, url, dryRun } = said;
  const onWait = ({ waitMs, status }: { waitMs: number; status: number }) =>
    process.stderr.write(`the server ${status === 429 ? 'asks to wait' : 'does not answer'}: ${waitMs / 1000} s\n`);
  const transport = new Transport({ baseUrl: url, token, retries: 6, onWait });
  const asked = token === '' || url === '' ? null : transport;
  const given = await fromProfile(said, asked, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const { form } = given;
  const read = await readFolder(folder, readNamesBy(given.names));
  const progressFile = resolve(here, given.progress ?? join(folder, '.shouwen-import.ndjson'));
  const progress = await ProgressFile.open(progressFile, { url, source: form.source }, !dryRun);
  const total = read.found.length;
  let ended = 0;
  const onRow = (row: Row) => {
    if (row.result === 'skipped') return;
    ended++;
    const quiet = row.result === 'sent' || row.result === 'already_there' || row.result === 'would_send';
    if (!quiet) process.stderr.write(`${row.path}: ${row.result} ${row.code} ${row.why}\n`);
    if (ended % 100 === 0) process.stderr.write(`${ended} of ${total}\n`);
  };
  const language = (process.env['LANG'] ?? '').startsWith('zh') ? 'zh' : 'en';
  const rows = await sendFolder(read, { transport, progress, given, language, onRow });
  await progress.close();
  if (given.report !== null) await writeFile(resolve(here, given.report), writeReport(rows, read.faults));
  for (const { path, fault } of read.faults)
    process.stderr.write(`${path}, line ${fault.line}: ${fault.what} ${fault.about}\n`);
  process.stdout.write(`${summary(rows, read.faults)}\n`);
  return exitCode(rows, read.faults);
}

async function main(): Promise<number> {
  try {
    const given = readArguments(process.argv.slice(2));
    const folder = resolve(here, given.folder);
    if (!(await stat(folder)).isDirectory()) throw new Error(`${folder} is no folder`);
    const token = process.env['API_TOKEN'] ?? '';
    if (token === '' && !given.dryRun)
      throw new Error('API_TOKEN is not set: make a token with the scope calls.ingest');
    return await run({ ...given, folder }, token);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    return 2;
  }
}

process.exitCode = await main();
