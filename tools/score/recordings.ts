import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { knownLanguage, spokenLanguageSchema, type Language, type SpokenLanguage } from '#contracts';
import { soundOf, UnsupportedAudioError, type SoundVerdict } from '#recordings';
import { InputError } from './input-error.js';

/** Lies beside recordings, and is none. */
const NO_SOUND = ['.lang', '.txt', '.md', '.json', '.jsonl', '.csv', '.srt', '.vtt'];

/** A recording of a folder, read and understood. */
export interface FoundRecording {
  /** The file's name without its ending. */
  id: string;
  /** null: not given. */
  language: Language | null;
  bytes: Buffer;
  sound: SoundVerdict;
}

/** The names of a folder's recordings, in order. @throws InputError when there is none, or two would have one id */
export async function namesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { withFileTypes: true });
  const names = all
    .filter((one) => !one.isDirectory() && !one.name.startsWith('.') && !NO_SOUND.includes(extname(one.name)))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) throw new InputError(`${folder}: there is no recording in it`);
  const twice = names.find((name, at) => at > 0 && idOf(name) === idOf(names[at - 1]!));
  if (twice !== undefined)
    throw new InputError(`${folder}: several recordings are called ${idOf(twice)}: give each a name of its own`);
  return names;
}

export const idOf = (name: string): string => basename(name, extname(name));

/** @throws InputError in words: what hinders, and what to do */
export async function readRecording(folder: string, name: string, language?: SpokenLanguage): Promise<FoundRecording> {
  const id = idOf(name);
  const spoken = await languageOf(join(folder, `${id}.lang`), language);
  const bytes = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`cannot be read (${error.code ?? error.message})`);
  });
  try {
    const sound = soundOf(bytes);
    if (sound.durationMs === 0) throw new InputError('there is no sound in it');
    return { id, language: spoken, bytes, sound };
  } catch (error) {
    if (!(error instanceof UnsupportedAudioError)) throw error;
    const { looksLike, problem } = error.found;
    throw new InputError(
      `no recording that can be read: it looks like ${looksLike}${problem ? ` (${problem.code})` : ''}`,
    );
  }
}

/** The file beside the recording, or what holds for all; null where it is not given. */
async function languageOf(file: string, otherwise: SpokenLanguage | undefined): Promise<Language | null> {
  const told = await readFile(file, 'utf8').catch(() => undefined);
  const language = spokenLanguageSchema.optional().safeParse(told?.trim() ?? otherwise);
  if (language.success) return knownLanguage(language.data);
  throw new InputError(`${basename(file)} says neither zh nor en nor unknown`);
}
