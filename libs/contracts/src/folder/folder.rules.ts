/** Anything with a place in the dropped folder. */
export interface Placed {
  /** `march/0001.wav`; the folder that was dropped is its first part. */
  path: string;
}

/** What systems leave in folders by themselves. */
const SYSTEM = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|\.[^/]+)$|(^|\/)__MACOSX\//i;
const MANIFEST = /(^|\/)manifest\.(csv|json)$/i;
const WORDS = /\.(json|vtt|srt)$/i;

export interface Folder<F extends Placed> {
  recordings: { file: F; words: F | null }[];
  manifests: F[];
  /** Words without a recording of the same name, and what systems leave behind. */
  skipped: { file: F; why: 'words_alone' | 'system_file' }[];
}

/** Sorts what was dropped. Everything that is not plainly something else is sent as a recording: what it is, the server finds by its bytes. */
export function sortFolder<F extends Placed>(files: readonly F[]): Folder<F> {
  const system = files.filter(({ path }) => SYSTEM.test(path));
  const rest = files.filter((file) => !system.includes(file));
  const manifests = rest.filter(({ path }) => MANIFEST.test(path));
  const words = rest.filter((file) => WORDS.test(file.path) && !manifests.includes(file));
  const sound = rest.filter((file) => !words.includes(file) && !manifests.includes(file));
  const byStem = new Map(words.map((file) => [stem(file.path), file]));
  const recordings = sound.map((file) => ({
    file,
    words: byStem.get(stem(file.path)) ?? byStem.get(file.path) ?? null,
  }));
  const used = new Set(recordings.map((recording) => recording.words));
  return {
    recordings,
    manifests,
    skipped: [
      ...words.filter((file) => !used.has(file)).map((file) => ({ file, why: 'words_alone' as const })),
      ...system.map((file) => ({ file, why: 'system_file' as const })),
    ],
  };
}

const stem = (path: string): string => path.replace(/\.[^./]*$/, '');

/** The folder that a path lies in, with its stroke. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
