import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialogueSchema, languageSchema } from '#contracts';
import { z } from 'zod';

const value = z.enum(['met', 'not_met', 'not_applicable']);
/** `sure`: 1 (a coin toss) to 5 (any trained reader would agree); `agreed`: two readers said the same. Not every collection says either. */
const reading = { sure: z.number().optional(), agreed: z.boolean().optional() };
const label = z.object({ value, evidence: z.array(z.number().int()).default([]), ...reading });
/** A collection need not label every item. */
const labels = z
  .object({
    greeting: label.extend({
      components: z.object({ a: z.boolean(), b: z.boolean(), c: z.boolean(), d: z.boolean() }).partial(),
    }),
    empathy: label,
    ownership: label,
    /** The agent sent the customer off without help, even where it came right later. */
    sent_away: label.extend({ value: z.boolean() }),
    confirmation: label,
    further_help: label,
    closing: label,
    /** Turned round: met means that a violation is there. */
    prohibited: label,
  })
  .partial();
export type Labels = z.infer<typeof labels>;

export type LabelValue = z.infer<typeof value>;

/** What readers said, and what the product said; null: it leaves it to a person. */
export interface Reading {
  readonly language: 'zh' | 'en';
  readonly label: LabelValue;
  readonly got: LabelValue | null;
}

const ours = dialogueSchema.extend({
  /** Telephone, chat or social, where the collection says. */
  channel: z.string().optional(),
  /** Whose dialogue it is; two with one `origin` are one conversation, the second a translation. */
  source: z.string().optional(),
  origin: z.string().optional(),
  labels: labels.extend({ situation: z.string().optional(), result: z.string().optional() }),
});
/** A dialogue with what a reader found in it. */
export type Labelled = z.infer<typeof ours>;

/** Some dialogues that are measured together. */
export interface Corpus {
  readonly name: string;
  readonly dialogues: readonly Labelled[];
}

const lines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);

/** Reads one of our own files: labels are in the dialogue's own line. */
export const readOwn = (file: string): Labelled[] => lines(file).map((line) => ours.parse(line));

/** Reads dialogues and the labels that lie beside them in a file of their own. */
export function readPair(dialogueFile: string, labelFile: string, language?: 'zh' | 'en'): Labelled[] {
  const known = new Map(
    lines(labelFile).map((line) => {
      const read = z.object({ id: z.string(), language: languageSchema, items: labels }).parse(line);
      return [read.id, read];
    }),
  );
  return lines(dialogueFile).flatMap((line) => {
    const { id } = z.object({ id: z.string() }).parse(line);
    const found = known.get(id);
    if (!found) return [];
    const { orig_id: origin } = z.object({ orig_id: z.coerce.string().optional() }).parse(line);
    return [ours.parse({ language: language ?? found.language, ...(line as object), origin, labels: found.items })];
  });
}

/** The corpora of the project: what may be read while working on the rules, and what may not. */
export const ownCorpora = (root: string): Corpus[] =>
  (['open', 'blind'] as const).map((split) => ({
    name: `ours, ${split}`,
    dialogues: (['zh', 'en'] as const).flatMap((language) =>
      readOwn(join(root, `test/fixtures/dialogues/${language}-${split}.jsonl`)),
    ),
  }));

export interface SharedFolder {
  readonly folder: string;
  readonly dialogueFiles: readonly { file: string; language: 'zh' | 'en' }[];
  readonly labelFile: string;
  readonly evaluator: string;
}

/** The labelled dialogues that may lie beside the project; null when they do not. */
export function findShared(root: string): SharedFolder | null {
  const folder = join(root, '../shared/eval');
  const dialogueFiles = (['zh', 'en'] as const).map((language) => ({
    language,
    file: join(folder, `${language}.dialogues.jsonl`),
  }));
  const [labelFile, evaluator] = [join(folder, 'labels.jsonl'), join(folder, 'evaluate.mjs')];
  const all = [...dialogueFiles.map(({ file }) => file), labelFile, evaluator];
  return all.every((file) => existsSync(file)) ? { folder, dialogueFiles, labelFile, evaluator } : null;
}

/** The further collections that may lie beside the project, each read by two readers; empty when they do not. */
export const sharedSets = (root: string): Corpus[] =>
  ['set2', 'set3'].flatMap((name) => {
    const [dialogues, labelled] = ['dialogues.jsonl', 'labels.jsonl'].map((file) =>
      join(root, '../shared/eval', name, file),
    ) as [string, string];
    return existsSync(dialogues) && existsSync(labelled) ? [{ name, dialogues: readPair(dialogues, labelled) }] : [];
  });
