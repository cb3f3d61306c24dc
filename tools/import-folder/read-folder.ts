import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { entryFor, MANIFEST_COLUMNS, notThere, readManifest, sortFolder } from '#contracts';
import { type ManifestColumn, type ManifestEntry, type ManifestFault, type NameReader } from '#contracts';
import { isSound } from './look-at-file.js';

/** One recording of the folder, with everything that is known of it. */
export interface Found {
  /** Below the folder, with strokes. */
  path: string;
  bytes: number;
  lastModified: number;
  /** The file of words that goes with it, below the folder. */
  words: string | null;
  /** From its own file of metadata, before the manifest, before its name. */
  entry: ManifestEntry | null;
  /** Which of them said something, for the report. */
  saidBy: string;
}

export interface ReadFolder {
  found: Found[];
  skipped: { path: string; why: string }[];
  faults: { path: string; fault: ManifestFault }[];
}

/** What is sent, whatever is in it. Other files of a recorder's folder (logs, indexes, pictures) are sent only where their content is sound. */
const SOUND = /\.(wav|wave|au|snd|aif|aiff|aifc|mp3|ogg|oga|opus|webm|weba|mka|flac|amr|awb|aac|m4a|mp4|gsm|wma|3gp)$/i;
const META = /\.meta\.json$/i;
/** A file of metadata is small; one of words may be large. */
const LARGEST_META = 64 * 1024;

/** Reads a folder and everything below it. What cannot be read of it ends the run: a part of it must not pass for the whole. */
export async function readFolder(folder: string, byName: NameReader): Promise<ReadFolder> {
  const { files: placed, links } = await filesBelow(folder);
  const metas = placed.filter(({ path }) => META.test(path));
  const sorted = sortFolder(placed.filter((file) => !metas.includes(file)));
  const manifests = await Promise.all(
    sorted.manifests.map(async ({ path }) => ({
      path,
      manifest: readManifest(path, await readFile(join(folder, path), 'utf8')),
    })),
  );
  const metaOf = new Map(metas.map(({ path }) => [path.replace(META, ''), path]));
  const [found, skipped, faults]: [Found[], ReadFolder['skipped'], ReadFolder['faults']] = [[], links, []];
  for (const { file, words } of sorted.recordings) {
    const { path } = file;
    if (!SOUND.test(path) && !(await isSound(join(folder, path)))) {
      skipped.push({ path, why: 'not a recording, by its name and its content' });
      continue;
    }
    const stem = path.replace(/\.[^./]*$/, '');
    const meta = metaOf.get(stem) ?? metaOf.get(path) ?? null;
    const beside = words && (await readMeta(folder, words.path));
    const own = meta === null ? beside : await readMeta(folder, meta);
    if (meta !== null && !own) faults.push({ path: meta, fault: { line: 1, what: 'unreadable', about: '' } });
    const listed = entryFor(path, manifests);
    const named = byName(path);
    const entry = own || listed || named ? { ...named, ...listed, ...own, file: path } : null;
    const saidBy = [own && 'own file', listed && `manifest line ${listed.line}`, named && 'name']
      .filter(Boolean)
      .join(', ');
    found.push({ ...file, words: words && !beside ? words.path : null, entry, saidBy });
  }
  const paths = new Set(placed.map(({ path }) => path));
  for (const { path, manifest } of manifests)
    for (const fault of [...manifest.faults, ...notThere(path, manifest, paths)]) faults.push({ path, fault });
  skipped.push(...sorted.skipped.map(({ file, why }) => ({ path: file.path, why: WHY[why] })));
  return { found: found.sort((a, b) => (a.path < b.path ? -1 : 1)), skipped, faults };
}

const WHY = { words_alone: 'words without a recording of the same name', system_file: 'left by the system' };

/** What this command itself keeps beside the recordings. */
const OWN = /^\.shouwen-import/;

async function filesBelow(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pathOf = ({ parentPath, name }: (typeof entries)[number]) =>
    join(parentPath, name).slice(join(folder, sep).length).split(sep).join('/');
  const files = entries.filter((entry) => entry.isFile() && !OWN.test(entry.name)).map(pathOf);
  return {
    // Links are not followed, because they may leave the folder or go round; that they were left out is said.
    links: entries
      .filter((entry) => entry.isSymbolicLink())
      .map((entry) => ({ path: pathOf(entry), why: 'a link: name the folder where the files lie' })),
    files: await Promise.all(
      files.map(async (path) => {
        const { size, mtimeMs } = await stat(join(folder, path));
        return { path, bytes: size, lastModified: Math.floor(mtimeMs) };
      }),
    ),
  };
}

/** A JSON object of nothing but columns of the manifest; null where it is something else, such as words. */
async function readMeta(folder: string, path: string): Promise<Partial<Record<ManifestColumn, string>> | null> {
  const { size } = await stat(join(folder, path));
  if (!path.toLowerCase().endsWith('.json') || size > LARGEST_META) return null;
  let read: unknown;
  try {
    read = JSON.parse((await readFile(join(folder, path), 'utf8')).replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return null;
  const given = Object.entries(read).filter(([, value]) => value !== null && value !== '');
  const known = (name: string) => MANIFEST_COLUMNS.some((column) => column === name);
  if (given.length === 0 || !given.every(([name, value]) => known(name) && typeof value !== 'object')) return null;
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
