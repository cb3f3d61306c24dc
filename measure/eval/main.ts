import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentHash, loadLexicons } from '#quality';
import { pinyin } from 'pinyin-pro';
import { seededRandom } from '../bench/seeded-random.rules.js';
import { MEASURED, outcomeOf, type Judged } from './agreement.rules.js';
import { measureConfidence } from './confidence.js';
import { fitOwnership } from './fit/fit-ownership.js';
import { prepareJudge } from './judge.js';
import { partHeldThird } from './held-third.rules.js';
import { findShared, ownCorpora, readPair, type Corpus, type Labelled } from './labelled.js';
import { Confusions, withNoise } from './noise.rules.js';
import { fallsOf } from './noise-table.js';
import { reportLibrary } from './library-table.js';
import { reportModelCalls } from './model-calls/report-model-calls.js';
import { reportSets } from './report-sets.js';
import { evalModel } from './model/eval-model.js';
import { wantedModel } from './model/wanted-model.js';
import { tableOf } from './table.js';
import { InputError } from '../../tools/score/input-error.js';
import { UsageError } from './usage-error.js';
import { writeWorth } from './worth-file.js';

const USAGE = `usage: npm run eval [-- --noise SHARE [--seeds COUNT]] [-- --only shared|open|blind|pair] [-- --errors ITEM] [-- --lexicons FOLDER]
       [-- --calibrate] [-- --digest] [-- --kept-back] [-- --fit] [-- --worth]
       npm run eval -- --library [--kept-back] [--errors ITEM]
       npm run eval -- --set4 [--calls FILE.jsonl]... [--errors ITEM]
       [-- --pair DIALOGUES.jsonl --labels LABELS.jsonl]
       npm run eval -- --model URL NAME [--limit COUNT] [--everywhere] [--at-once COUNT] [--injections COUNT] [--key-file FILE] [--timeout SECONDS]
       [--only set2|set3] [--pair DIALOGUES.jsonl --labels LABELS.jsonl] [--target SHARE]
  --noise    also with this share (0-1) of characters and words replaced by sound or dropped; how far the mean kappa falls
  --seeds    how often the noise is made again (5); the fall is the mean, with its range
  --calibrate measures how often answers of each confidence are right, and writes libs/quality/lexicons/confidence.yaml
  --digest   also the SHA-256 of all results of a collection: the same before and after a change that may alter none
  --kept-back of set2 and set3 the third that is kept back from fitting, instead of the rest
  --fit      fits the weights of ownership again and prints them, with a nested cross-validation; writes nothing
  --worth    measures what the judgement of each item is worth, and writes libs/quality/worth.yaml, which scorecards show
  --library  how often the items of the ready checklists by trade have something to say; with --errors, of which words
  --set4     calls in which the agent does everything right, and the same with one plain fault: who is accused, what is left open, found, or put
             before a person, by item and language; without --calls those of set 4 beside the project. With --errors, which, and by which words
  --model    tells what a language model is worth as a judge, on set2 or dialogues of your own: asked where rules leave an item open or accuse
             (--everywhere: about every labelled item), of at most so many dialogues (--limit), so many questions at once (--at-once)
  --errors   names the dialogues whose label the item misses: of our open ones, and of two thirds of the shared ones (set2 and set3 too). Never of our blind ones,
             nor of the third of the shared ones that is held back: of each language the ids whose SHA-256 comes first`;

const SEED = 20_261_124;
const SEEDS = 5;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Noise {
  share: number;
  seeds: number;
}

const readings = new Map<string, string>();

function noisy(dialogues: readonly Labelled[], share: number, seed: number): Labelled[] {
  const random = seededRandom(SEED + seed);
  const syllableOf = (char: string): string => {
    const known = readings.get(char) ?? pinyin(char, { toneType: 'none', v: true });
    readings.set(char, known);
    return known;
  };
  const confusions = new Confusions(dialogues, { syllableOf, random });
  return dialogues.map((dialogue) => withNoise(dialogue, share, confusions, random));
}

function report({ name, dialogues }: Corpus, judge: (one: Labelled) => Judged, noise: Noise | null): Judged[] {
  const judged = dialogues.map(judge);
  for (const line of tableOf(name, judged)) say(line);
  if (noise) reportNoise(name, judged, judge, noise);
  return judged;
}

/** How far agreement falls, over several makings of the noise: of each item, of the mean, and its range. */
function reportNoise(
  name: string,
  judged: readonly Judged[],
  judge: (one: Labelled) => Judged,
  { share, seeds }: Noise,
): void {
  const dialogues = judged.map(({ dialogue }) => dialogue);
  const hurt = Array.from({ length: seeds }, (_, seed) => noisy(dialogues, share, seed).map(judge));
  for (const line of fallsOf(`${name}, noise ${share}`, judged, hurt)) say(line);
}

function errors(judged: readonly Judged[], name: string): void {
  const item = MEASURED.find((one) => one.name.startsWith(name));
  if (!item)
    throw new UsageError(`no item begins with "${name}"; there are ${MEASURED.map((one) => one.name).join(', ')}`);
  for (const one of judged) {
    const [label, got] = [item.label(one.dialogue.labels), outcomeOf(one, item.itemIds)];
    if (label === null || label === got) continue;
    const turns = item.itemIds
      .flatMap((id) => one.items.get(id)?.evidence ?? [])
      .flatMap((e) => (e.kind === 'words' ? [e.turn] : []));
    say(
      `  ${one.dialogue.id}: ${item.name} is ${label}, scored ${got ?? 'insufficient'} (turns ${[...new Set(turns)].join()})`,
    );
  }
}

/** The shared dialogues are judged by the evaluator that lies beside them; ours only prepares what it reads. */
function shared(root: string, judge: (one: Labelled) => Judged): Corpus | null {
  const found = findShared(root);
  if (!found) {
    say('SKIPPED: there are no shared dialogues beside the project; only our own are measured.');
    return null;
  }
  const dialogues = found.dialogueFiles.flatMap(({ file, language }) => readPair(file, found.labelFile, language));
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-eval-'));
  try {
    const file = join(folder, 'scored.jsonl');
    const line = ({ dialogue: { id }, items }: Judged): string =>
      JSON.stringify({ id, items: Object.fromEntries(items) });
    writeFileSync(file, dialogues.map(judge).map(line).join('\n'));
    const { stdout, status } = spawnSync(process.execPath, [found.evaluator, file, found.labelFile], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error('the evaluator of the shared dialogues failed');
    say(`shared, ${dialogues.length}, by their own evaluator:${stdout}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { name: 'shared', dialogues };
}

const text = { type: 'string' } as const;
const MODEL_OPTIONS = {
  model: text,
  'key-file': text,
  limit: text,
  timeout: text,
  'at-once': text,
  injections: text,
  target: text,
  everywhere: { type: 'boolean' },
} as const;

async function main(): Promise<void> {
  const { values: given, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...MODEL_OPTIONS,
      noise: text,
      seeds: text,
      only: text,
      errors: text,
      lexicons: text,
      pair: text,
      labels: text,
      calibrate: { type: 'boolean' },
      digest: { type: 'boolean' },
      'kept-back': { type: 'boolean' },
      fit: { type: 'boolean' },
      worth: { type: 'boolean' },
      library: { type: 'boolean' },
      set4: { type: 'boolean' },
      calls: { type: 'string', multiple: true },
    },
  });
  const { calls = [], ...values } = given;
  if (values.model === undefined && positionals.length > 0) throw new UsageError(`what is "${positionals[0]}"?`);
  const share = values.noise === undefined ? null : Number(values.noise);
  if (share !== null && !(share > 0 && share < 1)) throw new UsageError('--noise is a share between 0 and 1');
  const seeds = Number(values.seeds ?? SEEDS);
  if (!Number.isInteger(seeds) || seeds < 1) throw new UsageError('--seeds is a whole number from 1');
  const noise = share === null ? null : { share, seeds };
  const root = process.cwd();
  const lexicons = values.lexicons ? loadLexicons(values.lexicons) : loadLexicons();
  if (values.model !== undefined) return evalModel(root, lexicons, wantedModel(values, positionals), say);
  if (values.calibrate) {
    const [open, blind] = ownCorpora(root);
    return measureConfidence(root, lexicons, blind!, open!, say);
  }
  if (values.fit) return fitOwnership(root, lexicons, say);
  if (values.library) {
    return reportLibrary(root, lexicons, { keptBack: values['kept-back'] ?? false, show: values.errors }, say);
  }
  if (values.set4) return reportModelCalls(root, lexicons, { files: calls, errors: values.errors }, say);
  const judge = prepareJudge(lexicons);
  if (values.worth) return writeWorth(root, lexicons, judge, say);
  if (values.pair) {
    if (!values.labels) throw new UsageError('--pair needs --labels');
    const judged = report({ name: values.pair, dialogues: readPair(values.pair, values.labels) }, judge, noise);
    if (values.errors) errors(judged, values.errors);
    return;
  }
  const corpora = ownCorpora(root).filter(({ name }) => !values.only || name.endsWith(values.only));
  if (!values.only || values.only === 'shared') {
    const beside = shared(root, judge);
    if (beside) {
      const { readable, held } = partHeldThird(beside.dialogues);
      const judged = report({ name: 'shared, read', dialogues: readable }, judge, null);
      report({ name: 'shared, held', dialogues: held }, judge, null);
      if (values.errors) errors(judged, values.errors);
      if (noise) report(beside, judge, noise);
    }
  }
  if (!values.only || ['shared', 'set2', 'set3'].includes(values.only)) {
    const wanted = { only: values.only, keptBack: values['kept-back'] ?? false };
    const judged = reportSets(root, judge, wanted, say);
    if (values.errors) errors(judged, values.errors);
  }
  for (const corpus of corpora) {
    const judged = report(corpus, judge, noise);
    if (values.digest) say(`\n${corpus.name}: ${contentHash(judged.map(({ items }) => [...items.values()]))}`);
    if (values.errors && corpus.name.endsWith('open')) errors(judged, values.errors);
  }
}

try {
  await main();
} catch (error) {
  const known =
    error instanceof UsageError ||
    error instanceof InputError ||
    (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${known ? `${USAGE}\n` : ''}`);
  process.exitCode = known ? 2 : 1;
}
