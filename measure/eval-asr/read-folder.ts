import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import type { Language } from '#contracts';
import { soundOf, type SoundVerdict, UnsupportedAudioError } from '#recordings';
import { looksTraditional, unitsOf } from './normalise.rules.js';

/** A recording with what was said in it. */
export interface Example {
  name: string;
  language: Language;
  reference: string[];
  /** What kind of speech it is, where a list of the recordings tells. */
  source: string | null;
  bytes: Buffer;
  sound: SoundVerdict;
}

/** Why something in the folder cannot be judged, in words. */
export interface NotJudged {
  name: string;
  why: string;
}

const NOT_SOUND = ['.txt', '.lang', '.md', '.json'];

/** What is known of a recording besides its sound. */
interface Told {
  text: string;
  lang?: string | undefined;
  source: string | null;
}
const listedSchema = z.object({
  file: z.string(),
  text: z.string(),
  lang: z.string().optional(),
  style: z.string().optional(),
});
type Listed = z.infer<typeof listedSchema>;

/**
 * A folder with, for each recording, `NAME.wav` (or another kind that the product takes), `NAME.txt` with the words, UTF-8, and where it is
 * not plain from the words `NAME.lang` with `zh` or `en`. In place of those a `manifest.jsonl` in it, or in the folder above, may list the
 * recordings: a line of JSON for each, with `file`, `text`, `lang` and `style`, by which errors are counted apart.
 */
export async function readFolder(folder: string): Promise<{ examples: Example[]; notJudged: NotJudged[] }> {
  const listed = (await readList(folder)) ?? (await readList(join(folder, '..')));
  if (listed) return readListed(folder, listed);
  const names = (await readdir(folder)).sort();
  const examples: Example[] = [];
  const notJudged: NotJudged[] = [];
  for (const file of names.filter((name) => !name.startsWith('.') && !NOT_SOUND.includes(extname(name)))) {
    const read = await readExample(folder, file);
    if ('why' in read) notJudged.push(read);
    else examples.push(read);
  }
  return { examples, notJudged };
}

async function readList(folder: string): Promise<Listed[] | null> {
  const text = await readFile(join(folder, 'manifest.jsonl'), 'utf8').catch(() => null);
  return (
    text
      ?.split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => listedSchema.parse(JSON.parse(line))) ?? null
  );
}

/** Those of the list that are in the folder, in any format: one list may serve several folders of the same recordings. */
async function readListed(folder: string, listed: readonly Listed[]): ReturnType<typeof readFolder> {
  const there = new Map((await readdir(folder)).map((name) => [bare(name), name]));
  const examples: Example[] = [];
  const notJudged: NotJudged[] = [];
  for (const { file, text, lang, style } of listed) {
    const name = there.get(bare(file));
    if (name === undefined) continue;
    const read = await exampleOf(folder, name, { text, lang, source: style ?? null });
    if ('why' in read) notJudged.push(read);
    else examples.push(read);
  }
  if (examples.length + notJudged.length === 0)
    notJudged.push({ name: folder, why: 'it holds none of the recordings that manifest.jsonl lists' });
  return { examples, notJudged };
}

const bare = (name: string): string => basename(name, extname(name));

async function readExample(folder: string, file: string): Promise<Example | NotJudged> {
  const name = bare(file);
  const text = await readFile(join(folder, `${name}.txt`), 'utf8').catch(() => null);
  if (text === null) return { name: file, why: `there is no ${name}.txt with what was said` };
  const said = await readFile(join(folder, `${name}.lang`), 'utf8').catch(() => '');
  return exampleOf(folder, file, { text, lang: said.trim(), source: null });
}

async function exampleOf(folder: string, file: string, { text, lang, source }: Told): Promise<Example | NotJudged> {
  const language = lang || (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
  if (language !== 'zh' && language !== 'en') return { name: file, why: 'its language is given as neither zh nor en' };
  if (language === 'zh' && looksTraditional(text))
    return {
      name: file,
      why: 'the reference is in traditional characters, which nothing here converts: give it in simplified ones',
    };
  const reference = unitsOf(text, language);
  if (reference.length === 0) return { name: file, why: 'the reference has no words' };
  const bytes = await readFile(join(folder, file));
  try {
    return { name: file, language, reference, source, bytes, sound: soundOf(bytes) };
  } catch (error) {
    if (error instanceof UnsupportedAudioError) return { name: file, why: error.message };
    throw error;
  }
}
