import { readFileSync } from 'node:fs';
import { LEAST_ANSWERS, type AskedModel, type Lexicons } from '#quality';
import { hostOf } from '#transcripts';
import { readPair, sharedSets, type Labelled } from '../labelled.js';
import { askCases } from './ask-cases.js';
import { injections, tryInjections } from './injected.js';
import { modelCases } from './model-cases.js';
import { modelStanding, modelTable, modelWays } from './model-report.rules.js';

/** What `npm run eval -- --model URL NAME` was asked for. */
export interface ModelEval {
  readonly url: string;
  readonly name: string;
  readonly keyFile: string | undefined;
  readonly timeoutSeconds: number;
  /** The collection, or dialogues and labels of one's own. */
  readonly set: string;
  readonly pair: { readonly dialogues: string; readonly labels: string } | null;
  /** No more dialogues than this, half of each language. */
  readonly limit: number | null;
  readonly atOnce: number;
  readonly everywhere: boolean;
  readonly injections: number;
  readonly target: number;
}

/** Tells what a model is worth as a judge before it is used: on the very questions that the product would put to it. */
export async function evalModel(
  root: string,
  lexicons: Lexicons,
  wanted: ModelEval,
  say: (line: string) => void,
): Promise<void> {
  const dialogues = dialoguesOf(root, wanted);
  if (!dialogues)
    return say(`SKIPPED: ${wanted.set} does not lie beside the project; --pair measures on dialogues of your own.`);
  const chosen = evenly(dialogues, wanted.limit);
  const cases = modelCases(chosen, lexicons, wanted.everywhere);
  const scorer = scorerOf(wanted);
  const where = wanted.everywhere ? 'every labelled item' : 'where rules leave an item open or accuse';
  say(
    `**${wanted.name} at ${scorer.host}, ${wanted.pair?.dialogues ?? wanted.set}: ${chosen.length} dialogues, ${where}**\n`,
  );
  if (cases.length === 0) return say('There is nothing to ask: the rules judge all of these, and accuse of nothing.');
  const begun = performance.now();
  const asked = await askCases(scorer, cases, { atOnce: wanted.atOnce, told: progress });
  const seconds = (performance.now() - begun) / 1000;
  for (const line of modelTable(asked)) say(line);
  say('');
  for (const line of modelWays(asked, seconds)) say(line);
  for (const line of modelStanding(asked, wanted.target)) say(line);
  say(await tryInjections(scorer, asked, injections(root, wanted.injections)));
  say(`An answer counts in the product from ${LEAST_ANSWERS} reviews of your own calls, not by these figures.`);
}

function dialoguesOf(root: string, { set, pair }: ModelEval): readonly Labelled[] | null {
  if (pair) return readPair(pair.dialogues, pair.labels);
  return sharedSets(root).find(({ name }) => name === set)?.dialogues ?? null;
}

/** The first of each language, in turn: the same for the same number. */
function evenly(dialogues: readonly Labelled[], limit: number | null): readonly Labelled[] {
  if (limit === null) return dialogues;
  const of = (language: string) => dialogues.filter((one) => one.language === language);
  const [zh, en] = [of('zh'), of('en')];
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, at) => [zh[at], en[at]])
    .flat()
    .filter((one) => one !== undefined)
    .slice(0, limit);
}

const scorerOf = ({ url, name, keyFile, timeoutSeconds }: ModelEval): AskedModel => {
  const key = keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8').trim();
  return { url: url.replace(/\/+$/, ''), host: hostOf(url), model: name, key, timeoutMs: timeoutSeconds * 1000 };
};

const EVERY = 10;
const progress = (done: number, all: number): void => {
  if (done % EVERY === 0 || done === all) process.stderr.write(`${done} of ${all} questions\n`);
};
