import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { verifyPackage } from '#legal';
import { linesOf } from './report.rules.js';

const USAGE = `npm run verify-export -- PACKAGE --key PUBLIC-KEY.pem [--json] [--lang zh|en]

PACKAGE is a zip, or the folder that it was unpacked into. The key is the public key of its maker, obtained from elsewhere.
Exit code 0: nothing is wrong. 1: something is, and it is named. 2: it could not be verified.`;

/** `npm run verify-export`: whether a package of evidence is what was signed. Needs no database, no settings and no network. */
async function main(): Promise<void> {
  const options = {
    key: { type: 'string' },
    lang: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true });
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0 || values.key === undefined) throw new Error(USAGE);
  const locale = values.lang ?? process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  const verdict = await verifyPackage(path, await readFile(values.key, 'utf8'));
  const lines = values.json ? [JSON.stringify(verdict)] : linesOf(verdict, locale.startsWith('zh') ? 'zh' : 'en');
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
