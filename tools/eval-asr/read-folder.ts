import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Language } from '#contracts';
import { soundOf, type SoundVerdict, UnsupportedAudioError } from '#recordings';
import { looksTraditional, unitsOf } from './normalise.rules.js';

/** A recording with what was said in it. */
export interface Example {
  name: string;
  language: Language;
  reference: string[];
  bytes: Buffer;
  sound: SoundVerdict;
}

/** Why something in the folder cannot be judged, in words. */
export interface NotJudged {
  name: string;
  why: string;
}

const NOT_SOUND = ['.txt', '.lang', '.md', '.json'];

/**
 * A folder with, for each recording, `NAME.wav` (or another kind that the product takes), `NAME.txt` with the words, UTF-8, and where it is
 * not plain from the words `NAME.lang` with `zh` or `en`.
 */
export async function readFolder(folder: string): Promise<{ examples: Example[]; notJudged: NotJudged[] }> {
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

async function readExample(folder: string, file: string): Promise<Example | NotJudged> {
  const name = basename(file, extname(file));
  const text = await readFile(join(folder, `${name}.txt`), 'utf8').catch(() => null);
  if (text === null) return { name: file, why: `there is no ${name}.txt with what was said` };
  const said = await readFile(join(folder, `${name}.lang`), 'utf8').catch(() => '');
  const language = said.trim() || (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
  if (language !== 'zh' && language !== 'en') return { name: file, why: `${name}.lang says neither zh nor en` };
  if (language === 'zh' && looksTraditional(text))
    return {
      name: file,
      why: 'the reference is in traditional characters, which nothing here converts: give it in simplified ones',
    };
  const reference = unitsOf(text, language);
  if (reference.length === 0) return { name: file, why: 'the reference has no words' };
  const bytes = await readFile(join(folder, file));
  try {
    return { name: file, language, reference, bytes, sound: soundOf(bytes) };
  } catch (error) {
    if (error instanceof UnsupportedAudioError) return { name: file, why: error.message };
    throw error;
  }
}
