import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language } from '#contracts';
import { ACTS_OF, GROUPS, type Act, type ActSpeaker } from './acts.js';
import { type Example } from './nearest.rules.js';

/** A sentence of the corpus, and who wrote it. */
export interface CorpusSentence extends Example {
  readonly hand: string;
  readonly speaker: ActSpeaker;
  /** Written with a question mark: it may have the act, and neither teaches nor measures it. */
  readonly unsure: ReadonlySet<Act>;
}

const SPEAKERS: Readonly<Record<string, ActSpeaker>> = { A: 'agent', C: 'customer' };

function sentenceOf(line: string, hand: string, where: string): CorpusSentence {
  const [letter = '', named = '', text = '', ...more] = line.split('\t');
  const speaker = SPEAKERS[letter];
  if (!speaker) throw new Error(`${where}: the first column is A or C, not "${letter}"`);
  if (text.trim() === '' || more.length > 0) throw new Error(`${where}: three columns, divided by tabs`);
  const names = named.split(',').map((name) => name.trim());
  const known: readonly string[] = ACTS_OF[speaker];
  const unknown = names.find((name) => !known.includes(name.replace(/^\?/u, '')));
  if (unknown !== undefined) throw new Error(`${where}: no act of the ${speaker} is called "${unknown}"`);
  const acts = new Set(names.filter((name) => !name.startsWith('?')) as Act[]);
  const unsure = new Set(names.filter((name) => name.startsWith('?')).map((name) => name.slice(1)) as Act[]);
  addGroups(acts, unsure);
  return { hand, speaker, acts, unsure, text: text.trim() };
}

/** A sentence has a group by one of its acts, and may have it where it may have one; where the group is named, by which of them is not known. */
function addGroups(acts: Set<Act>, unsure: Set<Act>): void {
  for (const [group, members] of Object.entries(GROUPS) as [Act, readonly Act[]][]) {
    if (acts.has(group)) for (const one of members) unsure.add(one);
  }
  for (const [group, members] of Object.entries(GROUPS) as [Act, readonly Act[]][]) {
    if (acts.has(group)) continue;
    if (members.some((one) => acts.has(one))) acts.add(group);
    else if (members.some((one) => unsure.has(one))) unsure.add(group);
  }
}

/** The files of a language, a hand each, in the order of their names. */
const corpusFiles = (folder: string, language: Language): string[] =>
  readdirSync(join(folder, language))
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => join(folder, language, name));

/** @throws Error naming the file and line that cannot be read */
export function readCorpus(folder: string, language: Language): CorpusSentence[] {
  return corpusFiles(folder, language).flatMap((file) => {
    const hand = file.slice(file.lastIndexOf('/') + 1, -'.tsv'.length);
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        line.trim() === '' || line.startsWith('#') ? [] : [sentenceOf(line, hand, `${language}/${hand}.tsv:${i + 1}`)],
      );
  });
}

/** SHA-256 over the files' bytes. */
function corpusHash(folder: string, language: Language): string {
  const hash = createHash('sha256');
  for (const file of corpusFiles(folder, language)) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Model calls of a language and their faults, which teach acts too, in the order of their names. */
export const callFiles = (folder: string, language: Language): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(`-${language}.jsonl`))
    .sort()
    .map((name) => join(folder, name));

/** SHA-256 over sentences and calls: what weights were made from. @param folder that of both */
export function lessonsHash(folder: string, language: Language): string {
  const hash = createHash('sha256').update(corpusHash(join(folder, 'corpus'), language));
  for (const file of callFiles(join(folder, 'calls'), language)) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
