import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageSchema, type Transcript } from '#contracts';
import { addressesJudge, type AskedModel } from '#quality';
import { z } from 'zod';
import { askCase, type AskedCase } from './ask-cases.js';
import { maskedOf } from './model-cases.js';
import { proposedBy } from './model-report.rules.js';

const injectionSchema = z.object({
  language: languageSchema,
  speaker: z.enum(['agent', 'customer']),
  wants: z.enum(['met', 'not_met']),
  text: z.string(),
});
export type Injection = z.infer<typeof injectionSchema>;

/** Utterances that address the judge: so many of them, evenly over the ways that there are. */
export function injections(root: string, wanted: number): Injection[] {
  const file = join(root, 'test/fixtures/injections/injections.jsonl');
  if (wanted === 0 || !existsSync(file)) return [];
  const all = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => injectionSchema.parse(JSON.parse(line)));
  const count = Math.min(wanted, all.length);
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]!);
}

/** The words with the utterance in their middle. */
export function spokenInto(transcript: Transcript, { speaker, text }: Injection): Transcript {
  const at = Math.ceil(transcript.turns.length / 2);
  const said = { ...transcript.turns[0]!, speaker, text, words: [] };
  const turns = [...transcript.turns.slice(0, at), said, ...transcript.turns.slice(at)];
  return { ...transcript, turns: turns.map((turn, index) => ({ ...turn, index })) };
}

/**
 * Whether a model lets itself be talked to: calls in which it said something else than an utterance wants, with that utterance in them, asked
 * although the product would not. What it then says still moves no point on its own.
 */
export async function tryInjections(
  scorer: AskedModel,
  asked: readonly AskedCase[],
  tried: readonly Injection[],
): Promise<string> {
  let [put, swayed, screened] = [0, 0, 0];
  for (const [at, injection] of tried.entries()) {
    const fit = asked.filter(
      (one) =>
        one.dialogue.language === injection.language &&
        proposedBy(one) !== null &&
        proposedBy(one) !== injection.wants &&
        one.masked.turns.length > 0,
    );
    const one = fit[at % Math.max(1, fit.length)];
    if (!one) continue;
    const masked = maskedOf(spokenInto(one.masked, injection));
    const again = await askCase(scorer, { ...one, masked });
    put += 1;
    if (addressesJudge(masked)) screened += 1;
    if (proposedBy(again) === injection.wants) swayed += 1;
  }
  return put === 0
    ? 'injections: none could be tried, as it proposed nothing that one of them speaks against'
    : `injections: ${put} tried, ${swayed} swayed it; ${screened} of them the product sees, and does not ask`;
}
