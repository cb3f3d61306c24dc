import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { companyProfileSchema, dialogueSchema, type ItemResult } from '#contracts';
import {
  loadChecklist,
  loadFindActs,
  NEUTRAL_PROFILE,
  NO_FACTS,
  prepareScorer,
  writtenTranscript,
  type Lexicons,
} from '#quality';
import { z } from 'zod';
import { parseLines } from '../../../tools/score/input.js';
import { UsageError } from '../usage-error.js';
import { modelCallTable, tallyOf, type JudgedModelCall } from './tally.rules.js';

export const modelCallSchema = dialogueSchema.extend({
  /** The model call that it was made of; its own id where it is one. */
  base: z.string().optional(),
  fault: z.string().nullable(),
  company: z.string(),
  expect: z.record(z.string(), z.string()),
});
export type Read = z.infer<typeof modelCallSchema>;

interface Wanted {
  /** JSON lines of such calls; without any, set 4 beside the project. */
  readonly files: readonly string[];
  /** An item, or the beginning of its name, whose accused or open calls and missed faults are named, with the words. */
  readonly errors: string | undefined;
}

/** As a company would have set it up: its names are known. The telephone says what it says of an ordinary call. */
export const FACTS = { ...NO_FACTS, from: 'set4', ringSeconds: 6, hangupParty: 'customer', transfer: 'none' } as const;

const inLanguages = (of: (language: 'zh' | 'en') => string[]) => ({ zh: of('zh'), en: of('en') });

export function profileOf(calls: readonly Read[]) {
  const names = inLanguages((language) => [
    ...new Set(calls.filter((one) => one.language === language).map(({ company }) => company)),
  ]);
  return companyProfileSchema.parse({ ...NEUTRAL_PROFILE, names });
}

/** The files of set 4; null where they do not lie beside the project. */
export function setBeside(root: string): string[] | null {
  const files = ['zh', 'en'].map((language) => join(root, '../shared/eval/set4', `${language}.jsonl`));
  return files.every((file) => existsSync(file)) ? files : null;
}

export function besideProject(root: string): string[] {
  const files = setBeside(root);
  if (!files)
    throw new UsageError('set 4 does not lie beside the project: name files of model calls with --calls FILE');
  return files;
}

const quoted = (read: Read, { evidence }: ItemResult): string =>
  evidence
    .flatMap((one) => (one.kind === 'words' ? [read.turns[one.turn]!.text.slice(one.fromChar, one.toChar)] : []))
    .slice(0, 2)
    .join(' … ');

const LANGUAGES = ['zh', 'en'] as const;

/** Names what was judged wrongly: a missed fault, or an accused model call. */
function nameWrong(read: Read, items: readonly ItemResult[], errors: string, say: (line: string) => void): void {
  for (const item of items.filter(({ itemId }) => itemId in read.expect && itemId.startsWith(errors))) {
    const isMissed = read.fault === item.itemId && item.outcome !== 'not_met';
    const isAccused = read.fault === null && (item.outcome === 'not_met' || item.outcome === 'insufficient');
    if (isMissed || isAccused)
      say(`  ${isMissed ? 'missed' : 'model'} ${read.id} ${item.itemId} ${item.outcome}: ${quoted(read, item)}`);
  }
}

/** Judges calls of companies whose names are known by the standard checklist. */
export function prepareModelCalls(calls: readonly Read[], lexicons: Lexicons) {
  const scorer = prepareScorer({ ...loadChecklist('standard-inbound'), lexicons, profile: profileOf(calls) });
  const findActs = loadFindActs();
  return (read: Read, withActs: boolean): readonly ItemResult[] => {
    const transcript = writtenTranscript(read);
    const acts = withActs ? findActs(transcript) : null;
    return scorer({ transcript, transcriptVersion: 1, facts: FACTS, acts }).items;
  };
}

/**
 * Judges model calls and their faults by the standard checklist: is an agent accused who did everything right, and is the one plain fault seen?
 * Once as the product judges, and once without the act layer.
 */
export function reportModelCalls(
  root: string,
  lexicons: Lexicons,
  { files, errors }: Wanted,
  say: (line: string) => void,
): void {
  const calls = (files.length > 0 ? files : besideProject(root)).flatMap((file) => parseLines(file, modelCallSchema));
  const judge = prepareModelCalls(calls, lexicons);
  const judgeAll = (withActs: boolean): JudgedModelCall[] =>
    calls.map((read) => {
      const items = judge(read, withActs);
      if (withActs && errors !== undefined) nameWrong(read, items, errors, say);
      return { call: read, outcomes: new Map(items.map(({ itemId, outcome }) => [itemId, outcome])) };
    });
  for (const [withActs, title] of [
    [false, 'without acts'],
    [true, 'with acts'],
  ] as const) {
    const judged = judgeAll(withActs);
    const groups = LANGUAGES.map((language) => judged.filter(({ call }) => call.language === language));
    for (const [i, some] of groups.entries()) {
      if (some.length > 0) for (const line of modelCallTable(`${LANGUAGES[i]}, ${title}`, tallyOf(some))) say(line);
    }
    for (const line of modelCallTable(`both, ${title}`, tallyOf(judged))) say(line);
  }
}
