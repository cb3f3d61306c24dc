import { parseArgs } from 'node:util';
import { parseEnv } from '#platform';
import { createDetector, createEngines, engineId, type TranscriptionEngine, WarmWhisper } from '#transcripts';
import { judge, type Judged, type Tools } from './judge.js';
import { withPeakMemory } from './memory.js';
import { type Example, type NotJudged, readFolder } from './read-folder.js';
import { linesOf, resultsOf } from './report.js';

const USAGE = `usage: npm run eval:asr -- DIR [--engine NAME[/MODEL]]… [--hotword WORD]… [--without STYLE]… [--json]
DIR holds NAME.wav (or MP3, Opus, …) and NAME.txt with what was said; NAME.lang with zh or en where the words do not show it. Or it, or the
folder above, holds manifest.jsonl: {"file", "text", "lang", "style"} on a line for each; errors are then told for each style, too.
Without --engine, every engine on this machine is tried; one that sends sound elsewhere only when it is named.`;

class UsageError extends Error {}
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const several = { type: 'string', multiple: true } as const;
  const { values, positionals } = parseArgs({
    options: { engine: several, hotword: several, without: several, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new UsageError('which folder?');
  const { SHOUWEN_DATABASE_URL: url, SHOUWEN_DATABASE_URL_FILE: file } = process.env;
  // No database is used; the rest of the settings is.
  const env = parseEnv({ ...process.env, ...(!url && !file && { SHOUWEN_DATABASE_URL: 'postgres://unused' }) });
  const { examples, notJudged } = await readFolder(folder);
  const warm = new WarmWhisper();
  const engines = await chosen(await createEngines(env, warm), values.engine, notJudged);
  const detector = await createDetector(env, warm);
  const onEgress = (host: string) => Promise.resolve(tell(`Sound is sent to ${host}.`));
  const tools = { detector, hotwords: values.hotword ?? [], allowUnsandboxed: env.allowUnsandboxed, onEgress };
  const judged: Judged[] = [];
  const memory = new Map<string, number>();
  const wanted = examples.filter(({ source }) => !values.without?.some((left) => source?.includes(left)));
  for (const engine of engines) {
    const all = await withPeakMemory(() => judgeAll(engine, wanted, tools));
    memory.set(engineId(engine.capabilities), all.peakBytes);
    for (const verdict of all.result)
      if ('why' in verdict) notJudged.push(verdict);
      else judged.push(verdict);
  }
  warm.close();
  const results = resultsOf(judged);
  if (values.json)
    process.stdout.write(`${JSON.stringify({ results, notJudged, memory: Object.fromEntries(memory) })}\n`);
  else
    process.stdout.write(
      `${[`Speech was found by ${detector?.name ?? 'loudness alone'}.`, ...linesOf(results, notJudged, memory)].join('\n')}\n`,
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
  const matches = (name: string, { capabilities }: TranscriptionEngine) =>
    name === engineId(capabilities) || name === capabilities.name;
  const unknown = named?.find((name) => !fromSound.some((engine) => matches(name, engine)));
  if (unknown !== undefined) throw new UsageError(`there is no engine ${unknown}`);
  const wanted = fromSound.filter((engine) =>
    named ? named.some((name) => matches(name, engine)) : engine.capabilities.egressHost === null,
  );
  const usable: TranscriptionEngine[] = [];
  for (const engine of wanted) {
    const reason = await engine.unavailable();
    if (reason === null) usable.push(engine);
    else notJudged.push({ name: engineId(engine.capabilities), why: `cannot be used: ${reason}` });
  }
  return usable;
}

main().catch((error: unknown) => {
  const misused = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  tell(`${error instanceof Error ? error.message : String(error)}${misused ? `\n${USAGE}` : ''}`);
  process.exitCode = misused ? 2 : 1;
});
