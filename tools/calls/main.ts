/** `npm run calls`: what the records of a telephone system say of each call. docs/how-to/read-telephone-records.md */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isZone, printed, SOURCES, type ReadOptions } from '#telephony/rules';
import { readFolder, type FolderRead } from './read-folder.js';
import { CallsProblem, leftWords, lineWords, problemWords, takenWords, USAGE, type Language } from './words.rules.js';

const language: Language = /^zh/.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '')
  ? 'zh'
  : 'en';

/** What names the person's own folder, when npm changed to the checkout. */
const here = process.env['INIT_CWD'] ?? process.cwd();

const OPTIONS = {
  all: { type: 'boolean', default: false },
  zone: { type: 'string', default: 'UTC' },
  country: { type: 'string' },
  map: { type: 'string' },
} as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), options: OPTIONS, allowPositionals: true });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new CallsProblem('one_folder');
  const { zone, country = null, map } = values;
  if (!isZone(zone)) throw new CallsProblem('zone', zone);
  if (country !== null && country !== 'CN' && country !== 'US') throw new CallsProblem('country', country);
  const options: ReadOptions = { zone, home: country, map: map === undefined ? {} : await readMap(resolve(here, map)) };
  const folder = resolve(here, given);
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new CallsProblem('no_folder', given);
  const read = await readFolder(folder, options);
  if (read.taken.length === 0) throw new CallsProblem('no_records', given);
  for (const source of SOURCES)
    for (const call of source.calls(read.records.get(source.name) ?? [], options))
      process.stdout.write(`${JSON.stringify(printed(call, values.all))}\n`);
  report(read);
  return read.unread.length > 0 ? 1 : 0;
}

async function readMap(file: string): Promise<Record<string, string>> {
  try {
    const read: unknown = JSON.parse(await readFile(file, 'utf8'));
    const pairs = Object.entries(read as object);
    if (Array.isArray(read) || pairs.length === 0 || pairs.some(([, name]) => typeof name !== 'string'))
      throw new CallsProblem('map', file);
    return Object.fromEntries(pairs.map(([name, ours]) => [name.toLowerCase(), ours as string]));
  } catch {
    throw new CallsProblem('map', file);
  }
}

function report({ taken, left, unread }: FolderRead): void {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  for (const { name, label } of SOURCES) {
    const own = taken.filter(({ source }) => source === name);
    if (own.length > 0)
      say(
        takenWords(
          name,
          label,
          own.reduce((sum, { records }) => sum + records, 0),
          language,
        ),
      );
  }
  if (left.length > 0) say(leftWords(left, language));
  for (const { file, line } of unread) say(lineWords(file, line, language));
}

process.exitCode = await main().catch((error: unknown) => {
  const said = error instanceof CallsProblem ? problemWords(error, language) : (error as Error).message;
  process.stderr.write(`${said}\n\n${USAGE[language]}\n`);
  return 2;
});
