import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Transcript } from '#contracts';
import { parseEnv } from '#platform';
import { soundOf } from '#recordings';
import {
  adviceFor,
  createDetector,
  createEngines,
  engineId,
  mayLeaveFor,
  type TranscriptionEngine,
  WarmWhisper,
} from '#transcripts';
import { hearRecording, type Tools } from '../eval-asr/judge.js';
import { withPeakMemory } from '../eval-asr/memory.js';
import { FORMS, startFormFilter } from './form-filter.js';
import { type LeakMeasure, LEAKS, leakTable, measureLeak } from './leak.js';
import { verdictLines } from './report-verdicts.js';
import { measureMixed } from './mixed.js';
import { readModelCalls, verdictsOnModelCalls } from './model-calls.js';
import { measureRelaid, sumOfAgreements } from './relaid.js';
import { measureTurns, medianOf, type TurnMeasure } from './turns.rules.js';

const USAGE = `usage: npm run eval:spoken -- DIR [--engine NAME[/MODEL]] [--form words|segments|text] [--labels LABELS.jsonl] [--keep DIR] [--json]
       npm run eval:spoken -- DIR --verdicts [--calls CALLS.jsonl]... [--keep DIR]
       npm run eval:spoken -- DIR --measures
       npm run eval:spoken -- DIR --leak [--first COUNT]
       npm run eval:spoken -- DIR --mixed [--agent left|right] [--language zh|en]
DIR holds spoken.jsonl, a line of JSON for each dialogue ("id", "language", "turns" with "speaker", "start" and "end" in seconds), and ID.wav
with the customer left and the agent right. Tells how far the turns that an engine hears are those that were spoken; where the turns have
their "text" and readers labelled the dialogues (LABELS.jsonl), also whether verdicts on heard words are those on true words.
--verdicts compares the verdicts on heard words with those on written ones, of model calls and of calls with one plain fault (set 4 beside the
project, or CALLS.jsonl: how such calls look, npm run eval -- --set4 says); the engine is told the company and the agent of each, as the product tells it.
--keep keeps what is heard in DIR and takes it from there the next time, to judge it again in seconds.
--form tells what a server behind --engine openai would be worth that gives no finer times. --measures hears no words: it lays the turns again,
with overlaps and long pauses, and compares what is measured from the sound with where they were laid. --leak lays a part of each channel into the other, and counts what is heard
twice with and without the rule that leaves it out; of the first COUNT dialogues of each language. --mixed mixes two channels to one, hears that,
and compares who was told to speak with the louder channel; any folder of two-channel recordings will do, with NAME.lang or --language.`;

const dialogueSchema = z.object({
  id: z.string(),
  language: z.enum(['zh', 'en']),
  turns: z.array(z.object({ speaker: z.enum(['customer', 'agent']), start: z.number(), end: z.number() })),
});
type Dialogue = z.infer<typeof dialogueSchema>;

interface Measure extends TurnMeasure {
  id: string;
  transcript: Transcript;
  language: Dialogue['language'];
  workMs: number;
  soundMs: number;
}

class UsageError extends Error {}
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: {
      engine: { ...text, default: 'faster-whisper' },
      form: text,
      labels: text,
      verdicts: { type: 'boolean' },
      calls: { ...text, multiple: true },
      keep: text,
      json: { type: 'boolean' },
      measures: { type: 'boolean' },
      leak: { type: 'boolean' },
      first: text,
      mixed: { type: 'boolean' },
      agent: { ...text, default: 'right' },
      language: text,
    },
    allowPositionals: true,
  });
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new UsageError('which folder?');
  if (values.measures) return measureAll(folder);
  if (values.mixed) return mixAll(folder, values);
  const { env, stop } = await readSettings(values.form, values.engine);
  const warm = new WarmWhisper();
  const engine = (await createEngines(env, warm)).find(
    ({ capabilities }) => values.engine === engineId(capabilities) || values.engine === capabilities.name,
  );
  if (!engine) throw new UsageError(`there is no engine ${values.engine}`);
  const reason = await engine.unavailable();
  if (reason) throw new Error(adviceFor(reason, engine.capabilities.name).en);
  const detector = await createDetector(env, warm);
  const tools = { detector, hotwords: [], allowUnsandboxed: env.allowUnsandboxed, onEgress: () => Promise.resolve() };
  if (values.leak)
    return void (await measureLeaks(engine, folder, tools, Number(values.first ?? Infinity)).finally(() =>
      warm.close(),
    ));
  const modelCalls = values.verdicts ? readModelCalls(process.cwd(), values.calls ?? []) : null;
  const toolsFor = (id: string): Tools => (modelCalls ? { ...tools, hotwords: modelCalls.hotwordsOf(id) } : tools);
  const hearing = withPeakMemory(() => hearAll(engine, folder, toolsFor, values.keep));
  await Promise.allSettled([hearing]);
  warm.close();
  await stop();
  const { result: measures, peakBytes } = await hearing;
  const results = (['zh', 'en', 'all'] as const).map((language) => ({
    language,
    ...sumOf(measures.filter((one) => language === 'all' || one.language === language)),
  }));
  if (values.json) return void process.stdout.write(`${JSON.stringify({ results, peakBytes })}\n`);
  for (const one of results.filter(({ turns }) => turns > 0)) process.stdout.write(`${line(one)}\n`);
  process.stdout.write(`At most ${Math.round(peakBytes / 1024 ** 2)} MB of memory\n`);
  const heard = new Map(measures.map(({ id, transcript }) => [id, transcript]));
  const verdicts = modelCalls ? verdictsOnModelCalls(modelCalls, heard) : verdictLines(folder, values.labels, heard);
  for (const told of verdicts) process.stdout.write(`${told}\n`);
}

/** The product's settings; where times are to be taken out of a server's answers, with a filter before the server. */
async function readSettings(form: string | undefined, engine: string) {
  const { SHOUWEN_DATABASE_URL: url, SHOUWEN_DATABASE_URL_FILE: file } = process.env;
  const env = parseEnv({ ...process.env, ...(!url && !file && { SHOUWEN_DATABASE_URL: 'postgres://unused' }) });
  if (form === undefined) return { env, stop: () => Promise.resolve() };
  const known = FORMS.find((one) => one === form);
  const { openai, egressHosts } = env.engines;
  if (!known || engine.split('/')[0] !== 'openai' || !openai)
    throw new UsageError(`--form is one of ${FORMS.join(', ')}, with --engine openai and SHOUWEN_OPENAI_URL`);
  if (!mayLeaveFor(openai.url, egressHosts)) throw new Error(adviceFor('egress_not_allowed', 'openai').en);
  const filter = await startFormFilter(openai.url, known);
  const engines = { ...env.engines, openai: { ...openai, url: filter.url }, egressHosts: [filter.host] };
  return { env: { ...env, engines }, stop: () => filter.stop() };
}

/** What leaks from one channel into the other, and is heard twice. */
async function measureLeaks(engine: TranscriptionEngine, folder: string, tools: Tools, first: number): Promise<void> {
  const all = await readDialogues(folder);
  const chosen = (['zh', 'en'] as const).flatMap((one) =>
    all.filter(({ language }) => language === one).slice(0, first),
  );
  const measures = new Map<number, LeakMeasure[]>(LEAKS.map((decibels) => [decibels, []]));
  for (const spoken of chosen) {
    const bytes = await readFile(join(folder, `${spoken.id}.wav`));
    for (const decibels of LEAKS)
      measures.get(decibels)?.push(await measureLeak(engine, { bytes, spoken, decibels }, tools));
    tell(`${spoken.id} heard with ${LEAKS.length} leaks`);
  }
  process.stdout.write(`${leakTable(measures).join('\n')}\n`);
}

/** Interruptions and silences measured from sound against the true ones. */
async function measureAll(folder: string): Promise<void> {
  const { env } = await readSettings(undefined, '');
  const all = [];
  for (const { id, turns } of await readDialogues(folder))
    all.push(await measureRelaid(await readFile(join(folder, `${id}.wav`)), turns, env.allowUnsandboxed ?? false));
  for (const what of ['interruptions', 'silences'] as const) {
    const { both, missed, invented, offMs } = sumOfAgreements(all.flatMap((one) => one[what]));
    const off = [...offMs].sort((a, b) => a - b);
    const share = (of: number): number => Math.round(off[Math.floor((off.length - 1) * of)] ?? 0);
    process.stdout.write(
      `${what}: ${both} of ${both + missed} found, ${invented} that were none; starts and ends off by ${share(0.5)} ms (median), ${share(0.95)} ms (95 of 100)\n`,
    );
  }
}

/** Voices on one channel against the two that it was mixed from. */
async function mixAll(folder: string, { agent, language }: { agent: string; language?: string }): Promise<void> {
  if (agent !== 'left' && agent !== 'right') throw new UsageError('--agent is left or right');
  if (language !== undefined && language !== 'zh' && language !== 'en') throw new UsageError('--language is zh or en');
  const { env } = await readSettings(undefined, '');
  const known = new Map((await readDialogues(folder).catch(() => [])).map((one) => [one.id, one.language]));
  const languageOf = (id: string) => known.get(id) ?? language;
  for (const told of await measureMixed(folder, { env, agent, languageOf, tell })) process.stdout.write(`${told}\n`);
}

async function hearAll(
  engine: TranscriptionEngine,
  folder: string,
  toolsFor: (id: string) => Tools,
  keep: string | undefined,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  const dialogues = await readDialogues(folder);
  for (const [index, { id, language, turns }] of dialogues.entries()) {
    const bytes = await readFile(join(folder, `${id}.wav`));
    const sound = soundOf(bytes);
    const { transcript, workMs } = await kept(keep, id, async () => {
      const outcome = await hearRecording(engine, { bytes, language, sound }, toolsFor(id), ['customer', 'agent']);
      if (!outcome.ok) throw new Error(`${id}: ${outcome.failure.code} (${outcome.failure.detail})`);
      return outcome.transcript;
    });
    const said = turns.map(({ speaker, start, end }) => ({ speaker, fromMs: start * 1000, toMs: end * 1000 }));
    const measure = measureTurns(said, transcript.turns);
    measures.push({ ...measure, id, transcript, language, workMs, soundMs: sound.durationMs });
    tell(`${index + 1} of ${dialogues.length}: ${id}, ${measure.kept} of ${measure.turns} turns`);
  }
  return measures;
}

type Heard = Pick<Measure, 'transcript' | 'workMs'>;

/** What was heard of a dialogue: from the folder where it is kept, or else by hearing it now. */
async function kept(keep: string | undefined, id: string, hear: () => Promise<Transcript>): Promise<Heard> {
  const file = keep && join(keep, `${id}.json`);
  if (file && existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Heard;
  const started = performance.now();
  const heard = { transcript: await hear(), workMs: performance.now() - started };
  if (file) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(heard));
  }
  return heard;
}

async function readDialogues(folder: string): Promise<Dialogue[]> {
  const text = await readFile(join(folder, 'spoken.jsonl'), 'utf8');
  const lines = text.split('\n').filter((one) => one.trim() !== '');
  return lines.map((one) => dialogueSchema.parse(JSON.parse(one)));
}

function sumOf(measures: readonly Measure[]) {
  const add = (field: 'turns' | 'kept' | 'workMs' | 'soundMs'): number =>
    measures.reduce((sum, one) => sum + one[field], 0);
  const errors = measures.flatMap(({ startErrorsMs }) => startErrorsMs);
  return {
    dialogues: measures.length,
    turns: add('turns'),
    kept: add('kept'),
    startErrorMs: Math.round(medianOf(errors)),
    effort: add('workMs') / add('soundMs'),
  };
}

function line({
  language,
  dialogues,
  turns,
  kept,
  startErrorMs,
  effort,
}: { language: string } & ReturnType<typeof sumOf>): string {
  const share = ((100 * kept) / turns).toFixed(1);
  return `${language}: ${dialogues} dialogues, order of speakers kept for ${share} of 100 turns (${kept} of ${turns}), a turn's start off by ${startErrorMs} ms (median); ${effort.toFixed(2)} s of work a second`;
}

main().catch((error: unknown) => {
  const misused = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  tell(`${error instanceof Error ? error.message : String(error)}${misused ? `\n${USAGE}` : ''}`);
  process.exitCode = misused ? 2 : 1;
});
