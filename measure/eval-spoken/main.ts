import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Transcript } from '#contracts';
import { soundOf } from '#recordings';
import { adviceFor, type TranscriptionEngine } from '#transcripts';
import { runCommand, UsageError } from '../eval/usage-error.js';
import { setBeside } from '../eval/model-calls/report-model-calls.js';
import { hearRecording, type Tools } from '../eval-asr/judge.js';
import { withPeakMemory } from '../eval-asr/memory.js';
import { isCalled, openEngines, readSettings } from '../eval-asr/open-engines.js';
import { verdictLines } from './report-verdicts.js';
import { measureMixed } from './mixed.js';
import { chosenCalls, readModelCalls, verdictsOnModelCalls } from './model-calls.js';
import { measureRelaid, sumOfAgreements } from './relaid.js';
import { measureTurns, medianOf, type TurnMeasure } from './turns.rules.js';

/** Where the sixty calls are spoken and what was heard of them is kept, where no folder is named. */
const SPOKEN = 'node_modules/.cache/shouwen/spoken';

const USAGE = `usage: npm run eval:spoken [-- DIR --verdicts [--calls CALLS.jsonl]...] [--engine NAME[/MODEL]] [--keep DIR]
       npm run eval:spoken -- DIR [--engine NAME[/MODEL]] [--labels LABELS.jsonl] [--keep DIR] [--json]
       npm run eval:spoken -- DIR --measures
       npm run eval:spoken -- DIR --mixed [--agent left|right] [--language zh|en]
DIR holds spoken.jsonl, a line of JSON for each dialogue ("id", "language", "turns" with "speaker", "start" and "end" in seconds), and ID.wav
with the customer left and the agent right. Tells how far the turns that an engine hears are those that were spoken; where the turns have
their "text" and readers labelled the dialogues (LABELS.jsonl), also whether verdicts on heard words are those on true words.
Alone, or with --verdicts, it compares the verdicts on heard words with those on written ones: of ten model calls a language of set 4 beside
the project with two variants each, or of CALLS.jsonl (how such calls look, npm run eval -- --set4 says). Where they are not spoken yet
(${SPOKEN}) it writes them down and tells how. The engine is told the company and the agent of each, as the product tells it.
--keep keeps what is heard in DIR and takes it from there the next time, to judge it again in seconds; the sixty calls always do (DIR/heard).
--measures hears no words: it lays the turns again, with overlaps and long pauses, and compares what is measured from the sound with where
they were laid. --mixed mixes two channels to one, hears that, and compares who was told to speak with the louder channel; any folder of
two-channel recordings will do, with NAME.lang or --language.`;

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

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: {
      engine: { ...text, default: 'faster-whisper' },
      labels: text,
      verdicts: { type: 'boolean' },
      calls: { ...text, multiple: true },
      keep: text,
      json: { type: 'boolean' },
      measures: { type: 'boolean' },
      mixed: { type: 'boolean' },
      agent: { ...text, default: 'right' },
      language: text,
    },
    allowPositionals: true,
  });
  const [folder = SPOKEN, ...rest] = positionals;
  const isNamed = positionals.length > 0;
  if (rest.length > 0 || ((values.measures || values.mixed) && !isNamed)) throw new UsageError('which folder?');
  if (values.measures) return measureAll(folder);
  if (values.mixed) return mixAll(folder, values);
  const isOnModelCalls = values.verdicts || !isNamed;
  if (isOnModelCalls && !values.calls && !setBeside(process.cwd()))
    return tell('SKIPPED: set 4 does not lie beside the project (--calls FILE names other model calls).');
  const modelCalls = isOnModelCalls ? readModelCalls(process.cwd(), values.calls ?? []) : null;
  if (modelCalls && !existsSync(join(folder, 'spoken.jsonl'))) return writeDown(folder, chosenCalls(modelCalls));
  const { engines, warm, tools } = await openEngines((host) => tell(`Sound is sent to ${host}.`));
  const engine = engines.find((one) => isCalled(values.engine, one));
  if (!engine) throw new UsageError(`there is no engine ${values.engine}`);
  const reason = await engine.unavailable();
  if (reason) throw new Error(adviceFor(reason, engine.capabilities.name).en);
  const toolsFor = (id: string): Tools => (modelCalls ? { ...tools, hotwords: modelCalls.hotwordsOf(id) } : tools);
  const keep = values.keep ?? (modelCalls ? join(folder, 'heard') : undefined);
  const { result: measures, peakBytes } = await withPeakMemory(() => hearAll(engine, folder, toolsFor, keep)).finally(
    () => warm.close(),
  );
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

/** The calls that are to be spoken, as `speak.py` reads them. */
async function writeDown(folder: string, calls: readonly unknown[]): Promise<void> {
  const file = join(folder, 'calls.jsonl');
  await mkdir(folder, { recursive: true });
  await writeFile(file, calls.map((one) => `${JSON.stringify(one)}\n`).join(''));
  tell(`${calls.length} calls are to be spoken first, with the voices of ../shared/speech (README.md there):`);
  tell(`python3 ../shared/speech/speak.py ${file} ${folder}`);
}

/** Interruptions and silences measured from sound against the true ones. */
async function measureAll(folder: string): Promise<void> {
  const env = readSettings();
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
  const env = readSettings();
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

runCommand(main, USAGE);
