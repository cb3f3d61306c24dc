/**
 * One of the two copies of a key store: `ab/<key id>.json` for a key, `ab/<key id>.destroyed` for its tombstone.
 *
 * A tombstone is never moved or removed. It is durable before anything of the key is removed, and whoever has put a key
 * file in place looks for a tombstone afterwards. So of a destruction and a repair or re-wrap in another process, one
 * always sees the other, and the key does not come back. If that other process is killed in between, what it left
 * shows as `destroying` and is removed by destroying again.
 */
import { open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failedWith, makeDirectory, syncDirectory } from '../object-store/durable-directory.js';
import { nameBeside, nameInstead, nameOnce, removeIfThere, writeSynced } from './durable-file.js';
import { type Copy } from './key-entry.rules.js';
import { formatKeyFile, parseKeyFile, parseTombstone, type KeyRecord, type Tombstone } from './key-record.rules.js';

export class KeyDirectory {
  constructor(readonly path: string) {}

  async read(keyId: string): Promise<Copy> {
    // In this order: a key that is not there and has no tombstone afterwards was not being destroyed either.
    const copy = await this.#readRecord(keyId);
    if (!(await exists(this.#tombstone(keyId)))) return copy;
    return { state: (await this.#remains(keyId)).length > 0 ? 'destroying' : 'destroyed' };
  }

  /** Adds a new key, durably. Nothing of it stays when that fails. */
  async add(record: KeyRecord): Promise<void> {
    const file = this.#file(record.keyId);
    const unnamed = await this.#prepare(record);
    const added = await nameOnce(unnamed, file).catch(async (error: unknown) => {
      await removeIfThere(file);
      throw error;
    });
    if (!added) throw new Error(`key ${record.keyId} already exists`);
  }

  /** Puts a record in the place of another, a damaged one or none; false when the key has been destroyed meanwhile. */
  async replace(record: KeyRecord): Promise<boolean> {
    const { keyId } = record;
    const unnamed = await this.#prepare(record);
    await nameInstead(unnamed, this.#file(keyId)).catch(async (error: unknown) => {
      // A destruction removes unnamed files too.
      if (!failedWith(error, 'ENOENT') || !(await exists(this.#tombstone(keyId)))) throw error;
    });
    if (!(await exists(this.#tombstone(keyId)))) return true;
    await this.#erase(keyId);
    return false;
  }

  /** Sets the tombstone, if there is none, then removes whatever is here of the key. Returns the tombstone. */
  async bury(keyId: string, destroyedAt: Date): Promise<Tombstone> {
    const tombstone = (await this.tombstone(keyId)) ?? (await this.#setTombstone(keyId, destroyedAt));
    await this.#erase(keyId);
    return tombstone;
  }

  /** Writes the certificate's number into the tombstone, which stands all the while; false when there is none. */
  async certify(keyId: string, certificate: string): Promise<boolean> {
    if (!(await exists(this.#tombstone(keyId)))) return false;
    // One that is damaged is mended with what is still known.
    const found = (await this.tombstone(keyId)) ?? unreadTombstone(keyId);
    await nameInstead(await this.#prepare({ ...found, certificate }), this.#tombstone(keyId));
    return true;
  }

  /** Removes a key that never came into use. */
  async discard(keyId: string): Promise<void> {
    await this.#erase(keyId);
  }

  /** Ids of the keys and tombstones found here, in no order; of one shard (`ab`), or of all. */
  async ids(only?: string): Promise<string[]> {
    const ids = new Set<string>();
    for (const shard of only === undefined ? await namesIn(this.path) : [only]) {
      for (const name of await namesIn(join(this.path, shard))) ids.add(name.slice(0, name.indexOf('.')));
    }
    return [...ids];
  }

  async #readRecord(keyId: string): Promise<Copy> {
    try {
      const record = parseKeyFile(await readFile(this.#file(keyId), 'utf8'), keyId);
      return record === null ? { state: 'damaged' } : { state: 'present', record };
    } catch (error) {
      // A disk that cannot read is as good as damaged: the other copy answers.
      return { state: failedWith(error, 'ENOENT') ? 'missing' : 'damaged' };
    }
  }

  /** Null when there is none, or it cannot be read, which makes it no less a tombstone. */
  async tombstone(keyId: string): Promise<Tombstone | null> {
    const file = this.#tombstone(keyId);
    return (await exists(file)) ? parseTombstone(await readFile(file, 'utf8'), keyId) : null;
  }

  async #setTombstone(keyId: string, destroyedAt: Date): Promise<Tombstone> {
    const hadCopy = (await this.#remains(keyId)).length > 0;
    const tombstone: Tombstone = {
      format: 'shouwen-destroyed-key/1',
      keyId,
      destroyedAt: destroyedAt.toISOString(),
      hadCopy,
    };
    const unnamed = await this.#prepare(tombstone);
    // Instead of a damaged one too; of two destructions at once, either may say when it was.
    await nameInstead(unnamed, this.#tombstone(keyId));
    return tombstone;
  }

  async #prepare(content: KeyRecord | Tombstone): Promise<string> {
    const file = this.#file(content.keyId);
    await makeDirectory(dirname(file));
    const unnamed = nameBeside(file, content.keyId, 'tmp');
    await writeSynced(unnamed, formatKeyFile(content));
    return unnamed;
  }

  /** Every file of the key but its tombstone, those of a killed or running write included. */
  async #remains(keyId: string): Promise<string[]> {
    const directory = dirname(this.#file(keyId));
    const names = await namesIn(directory);
    const own = names.filter((name) => name.startsWith(`${keyId}.`) && name !== `${keyId}.destroyed`);
    return own.map((name) => join(directory, name));
  }

  async #erase(keyId: string): Promise<void> {
    const remains = await this.#remains(keyId);
    for (const file of remains) await eraseFile(file);
    if (remains.length > 0) await syncDirectory(dirname(this.#file(keyId)));
  }

  #file(keyId: string): string {
    return join(this.path, keyId.slice(0, 2), `${keyId}.json`);
  }

  #tombstone(keyId: string): string {
    return join(this.path, keyId.slice(0, 2), `${keyId}.destroyed`);
  }
}

const unreadTombstone = (keyId: string): Tombstone => ({
  format: 'shouwen-destroyed-key/1',
  keyId,
  destroyedAt: new Date(0).toISOString(),
  hadCopy: true,
});

/** Removes a file and overwrites what it held: as much as a modern disk lets a program do. */
async function eraseFile(path: string): Promise<void> {
  const file = await open(path, 'r+').catch((error: unknown) => {
    if (failedWith(error, 'ENOENT')) return null;
    throw error;
  });
  if (file === null) return;
  try {
    await unlink(path).catch((error: unknown) => {
      if (!failedWith(error, 'ENOENT')) throw error;
    });
    await file.write(Buffer.alloc((await file.stat()).size), 0, undefined, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (failedWith(error, 'ENOENT') || failedWith(error, 'ENOTDIR')) return false;
    throw error;
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (failedWith(error, 'ENOENT') || failedWith(error, 'ENOTDIR')) return [];
    throw error;
  }
}
