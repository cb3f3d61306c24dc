import { parseArgs } from 'node:util';
import { engineId, type TranscriptionEngine } from '#transcripts';
import { runCommand, UsageError } from '../eval/usage-error.js';
import { judge, type Judged, type Tools } from './judge.js';
import { withPeakMemory } from './memory.js';
import { isCalled, openEngines } from './open-engines.js';
import { type Example, type NotJudged, readFolder } from './read-folder.js';
import { linesOf, resultsOf } from './report.js';

const USAGE = `usage: npm run eval:asr -- DIR [--engine NAME[/MODEL]]… [--hotword WORD]… [--without STYLE]… [--json]
DIR holds NAME.wav (or MP3, Opus, …) and NAME.txt with what was said; NAME.lang with zh or en where the words do not show it. Or it, or the
folder above, holds manifest.jsonl: {"file", "text", "lang", "style"} on a line for each; errors are then told for each style, too.
Without --engine, every engine on this machine is tried; one that sends sound elsewhere only when it is named.`;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const several = { type: 'string', multiple: true } as const;
  const { values, positionals } = parseArgs({
    options: { engine: several, hotword: several, without: several, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new UsageError('which folder?');
  const { examples, notJudged } = await readFolder(folder);
  const { engines: all, warm, tools: bare } = await openEngines((host) => tell(`Sound is sent to ${host}.`));
  const tools = { ...bare, hotwords: values.hotword ?? [] };
  const engines = await chosen(all, values.engine, notJudged);
  const judged: Judged[] = [];
  const memory = new Map<string, number>();
  const wanted = examples.filter(({ source }) => !values.without?.some((left) => source?.includes(left)));
  for (const engine of engines) {
    const heard = await withPeakMemory(() => judgeAll(engine, wanted, tools));
    memory.set(engineId(engine.capabilities), heard.peakBytes);
    for (const verdict of heard.result)
      if ('why' in verdict) notJudged.push(verdict);
      else judged.push(verdict);
  }
  warm.close();
  const results = resultsOf(judged);
  if (values.json)
    process.stdout.write(`${JSON.stringify({ results, notJudged, memory: Object.fromEntries(memory) })}\n`);
  else
    process.stdout.write(
      `${[`Speech was found by ${tools.detector?.name ?? 'loudness alone'}.`, ...linesOf(results, notJudged, memory)].join('\n')}\n`,
    );
  if (judged.length === 0) process.exitCode = 1;
}

async function judgeAll(
  engine: TranscriptionEngine,
  examples: readonly Example[],
  tools: Tools,
): Promise<(Judged | NotJudged)[]> {
  const verdicts: (Judged | NotJudged)[] = [];
  const { languages } = engine.capabilities;
  for (const [index, example] of examples.entries()) {
    const { name, language } = example;
    tell(`${index + 1} of ${examples.length}: ${name}`);
    if (languages.includes(language)) verdicts.push(await judge(engine, example, tools));
    else verdicts.push({ name, why: `${engineId(engine.capabilities)} does not know ${language}` });
  }
  return verdicts;
}

async function chosen(
  all: readonly TranscriptionEngine[],
  named: string[] | undefined,
  notJudged: NotJudged[],
): Promise<TranscriptionEngine[]> {
  const fromSound = all.filter(({ capabilities }) => capabilities.input === 'audio');
  const unknown = named?.find((name) => !fromSound.some((engine) => isCalled(name, engine)));
  if (unknown !== undefined) throw new UsageError(`there is no engine ${unknown}`);
  const wanted = fromSound.filter((engine) =>
    named ? named.some((name) => isCalled(name, engine)) : engine.capabilities.egressHost === null,
  );
  const usable: TranscriptionEngine[] = [];
  for (const engine of wanted) {
    const reason = await engine.unavailable();
    if (reason === null) usable.push(engine);
    else notJudged.push({ name: engineId(engine.capabilities), why: `cannot be used: ${reason}` });
  }
  return usable;
}

runCommand(main, USAGE);
