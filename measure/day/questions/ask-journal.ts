import { existsSync } from 'node:fs';
import { runTool } from '../place/tool.js';
import { type Lived } from './lived.js';
import { type Answer } from './question.js';

/** `npm run verify-journal`, against the heads that the auditor carried out of the house on Monday. */
export async function askJournal({ day }: Lived): Promise<Answer> {
  const question = 'does the journal verify against heads that are held outside?';
  const heads = day.out('heads');
  if (!existsSync(heads)) return { question, ok: false, found: ['no journal head was carried off the machine'] };
  const { code, said } = await runTool('dist/tools/journal/verify.js', ['--head', heads], day.installation.settings);
  return { question, ok: code === 0, found: said.split('\n').slice(0, 8) };
}
