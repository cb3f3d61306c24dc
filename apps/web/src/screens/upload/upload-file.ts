import type { ManifestEntry } from '#contracts';
import type { FileState } from './file-state.rules.js';

/** One row of the screen. */
export interface UploadFile {
  id: string;
  path: string;
  bytes: number;
  /** The file of words that goes with it. */
  words: string | null;
  state: FileState;
  /** What is known of this call alone: its line of the manifest, and before it what a person has said on the screen. */
  said: FileSaid;
  /** Is the file still in this page's hands, so that it can be sent? */
  atHand: boolean;
}

/** What one call may say otherwise than its batch. */
export type FileSaid = Omit<ManifestEntry, 'file'>;

/** A file as the desk holds it. */
export interface Held extends Omit<UploadFile, 'said' | 'atHand'> {
  /** null: of a batch that the page held before it was read again; the file has to be chosen once more. */
  audio: File | null;
  wordsFile: File | null;
  entry: (ManifestEntry & { line: number }) | null;
  own: FileSaid;
  /** How often sending it met no answer, since a person last asked for it. */
  silences: number;
}

/** A line of a manifest, with what a person said on the screen instead. An agent who is taken out is the batch’s again. */
export function saidOf({ path, entry, own }: Held): ManifestEntry {
  const { staffNumber, ...rest } = own;
  const agent = staffNumber ? { staffNumber, extension: undefined } : {};
  const { line: _, ...told } = entry ?? { line: 0, file: path };
  const said = Object.entries({ ...told, ...rest, ...agent }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as ManifestEntry;
}

/** As the screen shows it. */
export const shown = (file: Held): UploadFile => {
  const { id, path, bytes, words, state, audio } = file;
  const { file: _, ...said } = saidOf(file);
  return { id, path, bytes, words, state, said, atHand: audio !== null };
};
