import { join } from 'node:path';
import { bilingualSchema, type Checklist } from '#contracts';
import { z } from 'zod';
import { packageRoot } from '#platform';
import { readYaml } from '../shipped-yaml.js';
import { readChecklist } from './load-checklist.js';

/** Ready checklists by trade. They judge nothing before a company has made a draft from one and two people have published it. */
export const LIBRARY = ['bank', 'telecom', 'utility', 'retail', 'public-service'] as const;

const entrySchema = z.strictObject({
  format: z.literal('shouwen.checklist-library/1'),
  entry: z.string(),
  /** Raised with every change of what the entry says: drafts name the version that they came from. */
  version: z.number().int().positive(),
  /** What calls it is for and what it asks, in a sentence or two. */
  about: bilingualSchema,
  checklist: z.looseObject({}),
});

export interface LibraryEntry {
  readonly entry: string;
  readonly version: number;
  readonly about: z.infer<typeof bilingualSchema>;
  /** Its content, under the version of the entry. */
  readonly checklist: Checklist;
  /** SHA-256 of the content. */
  readonly hash: string;
}

const read = new Map<string, LibraryEntry>();

/** @throws Error naming the entry and what is wrong in it */
function load(name: string): LibraryEntry {
  const parsed = entrySchema.safeParse(
    readYaml(join(packageRoot(), 'libs/quality/checklists/library', `${name}.yaml`)),
  );
  if (!parsed.success) throw new Error(`library entry ${name}: ${parsed.error.message}`);
  const { entry, version, about } = parsed.data;
  if (entry !== name) throw new Error(`library entry ${name} calls itself ${entry}`);
  return { entry, version, about, ...readChecklist({ ...parsed.data.checklist, version }) };
}

/** @returns undefined where the library has no such entry */
export function libraryEntry(name: string): LibraryEntry | undefined {
  if (!(LIBRARY as readonly string[]).includes(name)) return undefined;
  const known = read.get(name) ?? load(name);
  read.set(name, known);
  return known;
}

export const libraryEntries = (): LibraryEntry[] => LIBRARY.map((name) => libraryEntry(name)!);
