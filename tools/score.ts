import { readFileSync } from 'node:fs';
import {
  companyProfileSchema,
  dialogueSchema,
  legFactsSchema,
  type Dialogue,
  type Evidence,
  type LegFacts,
} from '#contracts';
import {
  loadChecklist,
  loadLexicons,
  NEUTRAL_PROFILE,
  NO_FACTS,
  prepareScorer,
  writtenTranscript,
  type Scorer,
} from '#quality';
import { z } from 'zod';

/**
 * `npm run -s score -- FILE.jsonl [--facts FILE] [--profile FILE]`: judges written dialogues without any service. One JSON line a dialogue on
 * stdout. Wrong input: what, in which file and line, on stderr, and exit code 2.
 */
const USAGE = 'usage: npm run -s score -- FILE.jsonl [--facts FACTS.jsonl] [--profile PROFILE.json]';

class InputError extends Error {}

const factsLineSchema = legFactsSchema.partial().extend({ id: z.string() });

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

function parse<T>(text: string, where: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${where}: not JSON: ${(error as Error).message}`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(`${where}: ${issue!.path.length > 0 ? `"${issue!.path.join('.')}": ` : ''}${issue!.message}`);
}

const parseLines = <T>(file: string, schema: z.ZodType<T>): T[] =>
  read(file)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [parse(line, `${file}:${i + 1}`, schema)]));

const quote = (dialogue: Dialogue, evidence: readonly Evidence[]): { turn: number; text: string }[] =>
  evidence.flatMap((one) =>
    one.kind === 'words'
      ? [{ turn: one.turn, text: dialogue.turns[one.turn]!.text.slice(one.fromChar, one.toChar) }]
      : [],
  );

function scoreLine(scorer: Scorer, dialogue: Dialogue, facts: LegFacts): string {
  const { checklist, items } = scorer({ transcript: writtenTranscript(dialogue), transcriptVersion: 1, facts });
  const results = items.map(({ itemId, outcome, source, confidence, evidence }) => [
    itemId,
    { outcome, source, confidence, evidence: quote(dialogue, evidence) },
  ]);
  return JSON.stringify({ id: dialogue.id, checklist, items: Object.fromEntries(results) });
}

function readArguments(args: readonly string[]): { file: string; facts?: string; profile?: string } {
  const options: Record<string, string> = {};
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const name = /^--(facts|profile)$/.exec(args[i]!)?.[1];
    if (name) {
      const value = args[++i];
      if (value === undefined) throw new InputError(`--${name} needs a file\n${USAGE}`);
      options[name] = value;
    } else if (args[i]!.startsWith('-')) throw new InputError(`unknown option ${args[i]}\n${USAGE}`);
    else files.push(args[i]!);
  }
  if (files.length !== 1) throw new InputError(USAGE);
  return { file: files[0]!, ...options };
}

function main(args: readonly string[]): void {
  const { file, facts, profile } = readArguments(args);
  const dialogues = parseLines(file, dialogueSchema);
  const known = new Map((facts ? parseLines(facts, factsLineSchema) : []).map(({ id, ...given }) => [id, given]));
  const company = profile ? parse(read(profile), profile, companyProfileSchema) : NEUTRAL_PROFILE;
  const scorer = prepareScorer({ ...loadChecklist('standard-inbound'), lexicons: loadLexicons(), profile: company });
  for (const dialogue of dialogues) {
    process.stdout.write(
      scoreLine(scorer, dialogue, { ...NO_FACTS, from: facts ?? 'none', ...known.get(dialogue.id) }) + '\n',
    );
  }
}

// Whoever reads the results may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
