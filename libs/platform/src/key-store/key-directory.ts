/**
 * One of the two copies of a key store: `ab/cd/<key id>.json` for a key, `ab/cd/<key id>.destroyed` for its tombstone. Earlier releases had
 * `ab/<key id>…`: looked at before the new place, since files only move from there to here.
 *
 * A tombstone is never removed, and a move leaves it under one of its names at every moment. It is durable before anything of the key is
 * removed, and a writer that has put a key file in place looks for a tombstone afterwards. So of a destruction and a repair or re-wrap in
 * another process, one always sees the other, and the key does not come back. If that other process is killed in between, what it left
 * shows as `destroying` and is removed by destroying again.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failedWith, makeDirectory, syncDirectory } from '../object-store/durable-directory.js';
import { nameBeside, nameInstead, nameOnce, removeIfThere, writeSynced } from './durable-file.js';
import { type Copy } from './key-entry.rules.js';
import { eraseFile, exists, namesIn } from './key-files.js';
import { folderOf, formerFolderOf } from './key-paths.rules.js';
import { formatKeyFile, parseKeyFile, parseTombstone, type KeyRecord, type Tombstone } from './key-record.rules.js';

export class KeyDirectory {
  constructor(readonly path: string) {}

  async read(keyId: string): Promise<Copy> {
    // In this order: a key that is not there and has no tombstone afterwards was not being destroyed either.
    const copy = await this.#readRecord(keyId);
    if (!(await this.isBuried(keyId))) return copy;
    return { state: (await this.#remains(keyId)).length > 0 ? 'destroying' : 'destroyed' };
  }

  /** The key file in its folder of today, and no question of anything else: for a walk, which has read the names. */
  readHere(keyId: string): Promise<Copy> {
    return readRecordAt(folderOf(this.path, keyId), keyId);
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
      if (!failedWith(error, 'ENOENT') || !(await this.isBuried(keyId))) throw error;
    });
    if (await this.isBuried(keyId)) {
      await this.#erase(keyId);
      return false;
    }
    // What it takes the place of may still lie where earlier releases had it.
    await eraseFile(join(formerFolderOf(this.path, keyId), `${keyId}.json`));
    return true;
  }

  /** Sets the tombstone, if there is none, then removes all that is here of the key. Returns the tombstone. */
  async bury(keyId: string, destroyedAt: Date): Promise<Tombstone> {
    const tombstone = (await this.tombstone(keyId)) ?? (await this.#setTombstone(keyId, destroyedAt));
    await this.#erase(keyId);
    return tombstone;
  }

  /** Writes the certificate's number into the tombstone, which stays all the while; false when there is none. */
  async certify(keyId: string, certificate: string): Promise<boolean> {
    if (!(await this.isBuried(keyId))) return false;
    // One that is damaged is repaired with what is still known.
    const found = (await this.tombstone(keyId)) ?? unreadTombstone(keyId);
    await nameInstead(await this.#prepare({ ...found, certificate }), this.#tombstone(keyId));
    return true;
  }

  /** After a key was put in its place another way than by `replace`. */
  async completeIfBuried(keyId: string): Promise<void> {
    if (await this.isBuried(keyId)) await this.#erase(keyId);
  }

  /** Removes a key that never came into use. */
  async discard(keyId: string): Promise<void> {
    await this.#erase(keyId);
  }

  async #readRecord(keyId: string): Promise<Copy> {
    const former = await readRecordAt(formerFolderOf(this.path, keyId), keyId);
    const here = await readRecordAt(folderOf(this.path, keyId), keyId);
    if (here.state === 'present' || former.state === 'missing') return here;
    return former.state === 'present' || here.state === 'missing' ? former : here;
  }

  /** Null when there is none, or it cannot be read, which makes it no less a tombstone. */
  async tombstone(keyId: string): Promise<Tombstone | null> {
    const former = await readTombstoneAt(formerFolderOf(this.path, keyId), keyId);
    return (await readTombstoneAt(folderOf(this.path, keyId), keyId)) ?? former;
  }

  /** Whether a tombstone is here, readable or not. */
  async isBuried(keyId: string): Promise<boolean> {
    const name = `${keyId}.destroyed`;
    return (
      (await exists(join(formerFolderOf(this.path, keyId), name))) ||
      (await exists(join(folderOf(this.path, keyId), name)))
    );
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
    await makeDirectory(folderOf(this.path, content.keyId));
    const unnamed = nameBeside(file, content.keyId, 'tmp');
    await writeSynced(unnamed, formatKeyFile(content));
    return unnamed;
  }

  /** Every file of the key but its tombstone, those of a killed or running write included. */
  async #remains(keyId: string): Promise<string[]> {
    const found: string[] = [];
    for (const folder of [formerFolderOf(this.path, keyId), folderOf(this.path, keyId)])
      for (const name of await namesIn(folder))
        if (name.startsWith(`${keyId}.`) && name !== `${keyId}.destroyed`) found.push(join(folder, name));
    return found;
  }

  async #erase(keyId: string): Promise<void> {
    const remains = await this.#remains(keyId);
    for (const file of remains) await eraseFile(file);
    if (remains.length === 0) return;
    for (const folder of [formerFolderOf(this.path, keyId), folderOf(this.path, keyId)])
      if (await exists(folder)) await syncDirectory(folder);
  }

  #file(keyId: string): string {
    return join(folderOf(this.path, keyId), `${keyId}.json`);
  }

  #tombstone(keyId: string): string {
    return join(folderOf(this.path, keyId), `${keyId}.destroyed`);
  }
}

async function readRecordAt(folder: string, keyId: string): Promise<Copy> {
  try {
    const record = parseKeyFile(await textOf(join(folder, `${keyId}.json`)), keyId);
    return record === null ? { state: 'damaged' } : { state: 'present', record };
  } catch (error) {
    // A disk that cannot read counts as damaged: the other copy answers.
    return { state: failedWith(error, 'ENOENT') ? 'missing' : 'damaged' };
  }
}

/** Read as bytes: of each file that Node decodes itself, 180 bytes stay until the whole heap is swept, which a walk over a million feels. */
const textOf = async (path: string): Promise<string> => (await readFile(path)).toString('utf8');

async function readTombstoneAt(folder: string, keyId: string): Promise<Tombstone | null> {
  const file = join(folder, `${keyId}.destroyed`);
  return (await exists(file)) ? parseTombstone(await textOf(file), keyId) : null;
}

const unreadTombstone = (keyId: string): Tombstone => ({
  format: 'shouwen-destroyed-key/1',
  keyId,
  destroyedAt: new Date(0).toISOString(),
  hadCopy: true,
});
