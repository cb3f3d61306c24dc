import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyStore } from './file-key-store.js';
import { KEY_MARKER, markKeyDirectories } from './key-marker.js';
import { folderOf, formerFolderOf } from './key-paths.rules.js';
import { type KeyProvider } from './key-provider.js';
import { type CopyRepair, type KeyEntry } from './key-store.js';
import { LocalKeyring } from './local-keyring.js';

type CopyName = 'first' | 'second';

/** A key store in a directory of its own, and the means to look at and damage what it keeps. */
export class KeyStoreFixture {
  readonly now = new Date('2026-11-24T08:00:00.000Z');
  readonly repairs: CopyRepair[] = [];
  readonly store: FileKeyStore;

  private constructor(
    readonly directory: string,
    readonly keyring: LocalKeyring,
  ) {
    this.store = this.open(keyring);
  }

  static async make(): Promise<KeyStoreFixture> {
    const directory = await mkdtemp(join(tmpdir(), 'shouwen-keys-'));
    const paths = { first: join(directory, 'first'), second: join(directory, 'second') };
    await markKeyDirectories(paths, new Date());
    return new KeyStoreFixture(directory, await LocalKeyring.create(join(directory, 'keyring.json')));
  }

  /** The same two copies, as another process would open them. */
  open(keyProvider: KeyProvider): FileKeyStore {
    const onRepair = (repair: CopyRepair) => this.repairs.push(repair);
    return new FileKeyStore({
      first: this.at('first'),
      second: this.at('second'),
      keyProvider,
      now: () => this.now,
      onRepair,
    });
  }

  async remove(): Promise<void> {
    await rm(this.directory, { recursive: true });
  }

  at(copy: CopyName): string {
    return join(this.directory, copy);
  }

  file(copy: CopyName, keyId: string): string {
    return join(folderOf(this.at(copy), keyId), `${keyId}.json`);
  }

  tombstone(copy: CopyName, keyId: string): string {
    return join(folderOf(this.at(copy), keyId), `${keyId}.destroyed`);
  }

  async text(copy: CopyName, keyId: string): Promise<string> {
    return readFile(this.file(copy, keyId), 'utf8');
  }

  /** Changes one letter of the wrapped key. */
  async damageWrappedKey(copy: CopyName, keyId: string): Promise<void> {
    const other = (start: string) => start.slice(0, -1) + (start.endsWith('B') ? 'C' : 'B');
    await writeFile(this.file(copy, keyId), (await this.text(copy, keyId)).replace(/"wrapped": "./, other));
  }

  async listed(): Promise<KeyEntry[]> {
    const entries: KeyEntry[] = [];
    for await (const entry of this.store.list()) entries.push(entry);
    return entries;
  }

  /** Puts what is there of a key where earlier releases had it. */
  async asFormerly(copy: CopyName, keyId: string): Promise<void> {
    const [here, there] = [folderOf(this.at(copy), keyId), formerFolderOf(this.at(copy), keyId)];
    for (const name of await readdir(here))
      if (name.startsWith(keyId)) await rename(join(here, name), join(there, name));
  }

  /** Loses a copy with its disk, and puts an empty one in its place, as an operator does who has looked. */
  async lose(copy: CopyName): Promise<void> {
    await rm(this.at(copy), { recursive: true });
    await markKeyDirectories({ first: this.at('first'), second: this.at('second') }, this.now, [copy]);
  }

  /** Every file under one copy but its mark, by name. */
  async filesIn(copy: CopyName): Promise<string[]> {
    const entries = await readdir(this.at(copy), { recursive: true, withFileTypes: true });
    return entries.flatMap((entry) => (entry.isFile() && entry.name !== KEY_MARKER ? [entry.name] : [])).sort();
  }
}
