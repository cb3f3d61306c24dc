/**
 * Objects as files. A write goes to a file of its own under `.writing/`, is synced, and only then gets its name, by a
 * hard link: linking fails when the name is taken, so two writers can never replace each other, and a name never leads
 * to half an object. What a killed process leaves lies under `.writing/` and nowhere else.
 */
import { randomUUID } from 'node:crypto';
import { access, constants, link, open, readdir, stat, statfs, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { probing, type Probed } from '../probes/index.js';
import { failedWith, makeDirectory, syncDirectory } from './durable-directory.js';
import { ObjectExists, ObjectMissing, type ObjectStore, type StaleWrite, type StoredObject } from './object-store.js';
import { assertByteRange, assertPrefix, assertStorageKey } from './storage-key.rules.js';
import { writeBehind } from './write-behind.js';

const READ_BYTES = 256 * 1024;

/** The default store. The directory's file system must have hard links (ext4, XFS, ZFS, NFS; not FAT). */
export class FileSystemObjectStore implements ObjectStore {
  readonly #directory: string;
  readonly #writing: string;

  constructor(options: { directory: string }) {
    this.#directory = options.directory;
    this.#writing = join(options.directory, '.writing');
  }

  async put(key: string, source: AsyncIterable<Buffer>): Promise<{ bytes: number }> {
    const path = this.#path(key);
    // Asked first only to spare the work: it is the link below that decides.
    if ((await this.head(key)) !== null) throw new ObjectExists(key);
    await Promise.all([makeDirectory(this.#writing), makeDirectory(dirname(path))]);
    const unnamed = join(this.#writing, randomUUID());
    try {
      const bytes = await writeDurably(unnamed, source);
      await this.#giveName(unnamed, path, key);
      return { bytes };
    } finally {
      await removeFile(unnamed);
    }
  }

  async *getRange(key: string, from: number, to: number): AsyncGenerator<Buffer, void, undefined> {
    const path = this.#path(key);
    assertByteRange(from, to);
    const file = await open(path, 'r').catch((error: unknown) => {
      throw failedWith(error, 'ENOENT') ? new ObjectMissing(key) : error;
    });
    try {
      if (from === to) return;
      const stream = file.createReadStream({ start: from, end: to - 1, highWaterMark: READ_BYTES, autoClose: false });
      for await (const chunk of stream) yield chunk as Buffer;
    } finally {
      await file.close();
    }
  }

  async head(key: string): Promise<{ bytes: number } | null> {
    try {
      return { bytes: (await stat(this.#path(key))).size };
    } catch (error) {
      if (failedWith(error, 'ENOENT')) return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const path = this.#path(key);
    if (await removeFile(path)) await syncDirectory(dirname(path));
  }

  async *list(prefix: string): AsyncGenerator<StoredObject, void, undefined> {
    assertPrefix(prefix);
    const shards = (await namesIn(this.#directory)).filter((name) => /^[0-9a-z]{2}$/.test(name));
    for (const shard of shards.filter((name) => prefix.startsWith(`${name}/`) || name.startsWith(prefix))) {
      for (const name of await namesIn(join(this.#directory, shard))) {
        const key = `${shard}/${name}`;
        if (!key.startsWith(prefix)) continue;
        const found = await this.head(key);
        if (found !== null) yield { key, bytes: found.bytes };
      }
    }
  }

  async removeStaleWrites(olderThanMs: number, now: Date): Promise<StaleWrite[]> {
    const removed: StaleWrite[] = [];
    for (const write of await namesIn(this.#writing)) {
      const path = join(this.#writing, write);
      const since = await lastWritten(path);
      if (since === null || now.getTime() - since.getTime() <= olderThanMs) continue;
      if (await removeFile(path)) removed.push({ write, since });
    }
    return removed;
  }

  probe(): Promise<Probed> {
    const kind = 'files';
    const look = async (): Promise<Probed> => {
      const directory = await nearestExisting(this.#directory);
      await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
      const { bavail, bsize } = await statfs(directory);
      const detail = { zh: '对象目录可以读写。', en: 'The object directory can be read and written.' };
      return { ok: true, detail, facts: { kind, freeBytes: bavail * bsize } };
    };
    return probing(kind, look, () => ({
      zh: `目录 ${this.#directory} 不能读写。请检查其所有者、权限和磁盘。`,
      en: `The directory ${this.#directory} cannot be read and written. Check its owner, its mode and its disk.`,
    }));
  }

  async #giveName(unnamed: string, path: string, key: string): Promise<void> {
    await link(unnamed, path).catch((error: unknown) => {
      throw failedWith(error, 'EEXIST') ? new ObjectExists(key) : error;
    });
    try {
      await syncDirectory(dirname(path));
    } catch (error) {
      // A name that may not last is worse than none: the caller is told it failed and must find nothing.
      await removeFile(path);
      throw error;
    }
  }

  #path(key: string): string {
    return join(this.#directory, assertStorageKey(key));
  }
}

async function writeDurably(path: string, source: AsyncIterable<Buffer>): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    const bytes = await writeBehind(file, source);
    await file.sync();
    return bytes;
  } finally {
    await file.close();
  }
}

/** The directory is made at the first write; until then what it will be made in is what counts. */
async function nearestExisting(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    try {
      await stat(at);
      return at;
    } catch (error) {
      if (!failedWith(error, 'ENOENT') || at === dirname(at)) throw error;
    }
  }
}

async function removeFile(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return false;
    throw error;
  }
}

async function lastWritten(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return null;
    throw error;
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return [];
    throw error;
  }
}
