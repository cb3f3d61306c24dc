import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type Language } from '#contracts';
import { commandsAsRun } from '#platform';
import { examine } from './examine.js';
import { hasFault, report } from './report.js';

/**
 * `npm run doctor`, in an image `node dist/tools/doctor/main.js`: names what is wrong in a deployment, with the settings it would run
 * with. Exit code 1 on a fault.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, lang: { type: 'string' } } });
  const findings = await examine(process.env);
  const ok = !hasFault(findings);
  const said = values.json ? `${JSON.stringify({ ok, findings })}\n` : report(findings, languageOf(values.lang));
  process.stdout.write(values.json ? said : commandsAsRun(said, process.env, process.cwd()));
  // Connections that a check left to time out must not keep a person waiting.
  process.exit(ok ? 0 : 1);
}

function languageOf(asked: string | undefined): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return locale.startsWith('zh') ? 'zh' : 'en';
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
