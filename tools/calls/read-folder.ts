import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCES, type ReadOptions, type TelephonyRecord, type UnreadLine } from '#telephony/rules';

/** A larger file is none that a person puts into a folder to look at. */
const MAX_BYTES = 512 * 1024 * 1024;

export interface FolderRead {
  /** By the name of their source. */
  records: Map<string, TelephonyRecord[]>;
  /** Files that were taken, and by which source. */
  taken: { file: string; source: string; records: number }[];
  /** Files that no source knows, so that a misnamed column is not taken for a day without calls. */
  left: string[];
  unread: { file: string; line: UnreadLine }[];
}

/** Reads each file of a folder by the first source that knows it. Folders in it are not gone into. */
export async function readFolder(folder: string, options: ReadOptions): Promise<FolderRead> {
  const read: FolderRead = { records: new Map(), taken: [], left: [], unread: [] };
  for (const name of (await readdir(folder)).toSorted()) {
    // A link may lead nowhere.
    const about = await stat(join(folder, name)).catch(() => null);
    if (about && !about.isFile()) continue;
    if (!about || about.size > MAX_BYTES) read.left.push(name);
    else takeFile(read, name, await readFile(join(folder, name)), options);
  }
  return read;
}

function takeFile(read: FolderRead, name: string, bytes: Buffer, options: ReadOptions): void {
  // Sound and archives lie beside records; their bytes are no text.
  const text = bytes.subarray(0, 4096).includes(0) ? '' : bytes.toString('utf8');
  for (const source of SOURCES) {
    const found = source.read({ name, text }, options);
    if (!found) continue;
    read.records.set(source.name, [...(read.records.get(source.name) ?? []), ...found.records]);
    read.taken.push({ file: name, source: source.name, records: found.records.length });
    read.unread.push(...found.unread.map((line) => ({ file: name, line })));
    return;
  }
  read.left.push(name);
}
