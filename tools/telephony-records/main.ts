/** `npm run -s telephony-records`: sends files of a telephone system's records through the API. docs/how-to/take-telephone-records.md */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { recordsTakenSchema } from '#contracts';
import { type Field } from '../sending/form.js';
import { Transport } from '../sending/transport.js';

const USAGE = `npm run -s telephony-records -- FILE|FOLDER --source NAME --url https://shouwen.example.com
  API_TOKEN is a token with the scope calls.ingest, for every team that the source may speak for.
  A line of JSON is printed for each file. The exit code is 0 when every line was read, 1 when some were not, 2 when nothing was sent.`;

/** What names the person's own folder, when npm changed to the checkout. */
const here = process.env['INIT_CWD'] ?? process.cwd();

/** A file, or those of a folder by name; what is written at the moment may end in the middle of a line, and comes again. */
async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const inside = await readdir(path, { withFileTypes: true });
  const names = inside.filter((one) => one.isFile() && !one.name.startsWith('.')).map(({ name }) => name);
  return names.toSorted().map((name) => join(path, name));
}

async function run(files: readonly string[], transport: Transport, source: string): Promise<number> {
  let left = 0;
  for (const file of files) {
    const path = `/api/v1/telephony-sources/${source}/records?name=${encodeURIComponent(basename(file))}`;
    const form: Field[] = [['file', new Blob([new Uint8Array(await readFile(file))])]];
    try {
      const { unread: lines, ...taken } = recordsTakenSchema.parse(
        await transport.send({ method: 'POST', path, form }),
      );
      if (taken.unreadCount > 0) left += 1;
      process.stdout.write(`${JSON.stringify({ file, ...taken, unread: lines })}\n`);
    } catch (error) {
      left += 1;
      process.stderr.write(`${file}: ${(error as Error).message}\n`);
    }
  }
  return left === 0 ? 0 : 1;
}

async function main(): Promise<number> {
  try {
    const options = { source: { type: 'string' }, url: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const given = z.object({ source: z.string(), url: z.url() }).parse(values);
    const [path] = positionals;
    const token = process.env['API_TOKEN'] ?? '';
    if (path === undefined || token === '') throw new Error('name a file or folder, and set API_TOKEN');
    const files = await filesOf(resolve(here, path));
    return await run(files, new Transport({ baseUrl: given.url, token, retries: 6 }), given.source);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    return 2;
  }
}

process.exitCode = await main();
