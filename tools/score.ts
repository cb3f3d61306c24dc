import { statSync } from 'node:fs';
import { companyProfileSchema, dialogueSchema, legFactsSchema, type ScoringFacts } from '#contracts';
import {
  loadChecklist,
  loadFindActs,
  loadLexicons,
  NEUTRAL_PROFILE,
  NO_FACTS,
  prepareScorer,
  writtenTranscript,
  type Scorer,
} from '#quality';
import { z } from 'zod';
import { readArguments } from './score/arguments.rules.js';
import { InputError } from './score/input-error.js';
import { parse, parseLines, read } from './score/input.js';
import { lineOf } from './score/result-line.js';

/**
 * `npm run -s score -- FILE.jsonl|FOLDER`: judges written dialogues, or recordings that it hears first, without any service. One JSON line for
 * each on stdout. Wrong input: what, in which file and line, on stderr, and exit code 2; recordings that could not be heard: exit code 1.
 */
const factsLineSchema = legFactsSchema.partial().extend({ id: z.string() });

const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function scoreFile(file: string, scorer: Scorer, factsOf: (id: string) => ScoringFacts): void {
  for (const dialogue of parseLines(file, dialogueSchema)) {
    const transcript = writtenTranscript(dialogue);
    print(lineOf(dialogue.id, transcript, scorer({ transcript, transcriptVersion: 1, facts: factsOf(dialogue.id) })));
  }
}

async function main(args: readonly string[]): Promise<void> {
  const given = readArguments(args);
  const { place, facts, profile: profileFile } = given;
  const folder = isFolder(place);
  if (!folder && (given.agent || given.language))
    throw new InputError('--agent and --language are for a folder of recordings');
  const known = new Map((facts ? parseLines(facts, factsLineSchema) : []).map(({ id, ...rest }) => [id, rest]));
  const factsOf = (id: string): ScoringFacts => ({ ...NO_FACTS, from: facts ?? 'none', ...known.get(id) });
  const profile = profileFile ? parse(read(profileFile), profileFile, companyProfileSchema) : NEUTRAL_PROFILE;
  const judge = prepareScorer({ ...loadChecklist('standard-inbound'), lexicons: loadLexicons(), profile });
  const findActs = loadFindActs();
  const scorer: Scorer = (leg) => judge({ ...leg, acts: findActs(leg.transcript) });
  if (!folder) return scoreFile(place, scorer, factsOf);
  // What only recordings need is loaded for them alone.
  const [{ parseEnv }, { scoreFolder }] = await Promise.all([import('#platform'), import('./score/score-folder.js')]);
  const { SHOUWEN_DATABASE_URL: url, SHOUWEN_DATABASE_URL_FILE: file } = process.env;
  // No database is used; the rest of the settings is.
  const env = parseEnv({ ...process.env, ...(!url && !file && { SHOUWEN_DATABASE_URL: 'postgres://unused' }) });
  const failed = await scoreFolder(given, { env, scorer, profile, factsOf, print, say });
  if (failed > 0) process.exitCode = 1;
}

// The reader of the results may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof InputError)) throw error;
  say(error.message);
  process.exitCode = 2;
});
