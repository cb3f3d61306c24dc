/*
 * Backups in their place, as objects that are created once
 *   <id>-key-<n>       the backup's key, wrapped by the key-encryption key; a re-wrap adds the next n, then removes the last
 *   <id>-table-<i>     the rows of a table: COPY text, gzip, sealed like every object, under a key of its own
 *   <id>-manifest      what there is, authenticated by the backup's key. Written last: without it there is no backup
 */
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { KeyVersionUnknown, openRange, storageKeyFor, withKey, unwrapKey } from '#platform';
import { type KeyProvider, type ObjectStore, type WrappedKey } from '#platform';
import {
  type BackedUpTable,
  type BackupManifest,
  BackupUnusable,
  formatManifest,
  parseManifest,
} from './manifest.rules.js';

const PREFIX = 'backup-';
const NAME = /^ba\/backup-([0-9a-z]+-[0-9a-z]+)-(manifest|key-\d+|table-\d+)$/;
/** Manifest and key are small; a longer file is not ours. */
const MOST_BYTES = 16 * 1024 ** 2;

export class BackupStore {
  constructor(
    readonly objects: ObjectStore,
    private readonly provider: KeyProvider,
  ) {}

  /** Ids of whole backups, newest first, and of those that were begun and have no manifest. */
  async list(): Promise<{ whole: string[]; begun: string[] }> {
    const parts = new Map<string, string[]>();
    for await (const { key } of this.objects.list(`ba/${PREFIX}`)) {
      const [, id, part] = NAME.exec(key) ?? [];
      if (id && part) parts.set(id, [...(parts.get(id) ?? []), part]);
    }
    const ids = [...parts.keys()].sort().reverse();
    const isWhole = (id: string) => parts.get(id)?.includes('manifest') ?? false;
    return { whole: ids.filter(isWhole), begun: ids.filter((id) => !isWhole(id)) };
  }

  async putKey(id: string, key: Buffer, number = 1): Promise<void> {
    const { version, bytes } = await this.provider.wrap(key, contextOf(id));
    const content = JSON.stringify({ version, bytes: bytes.toString('base64') });
    await this.objects.put(keyName(id, number), Readable.from([Buffer.from(content)]));
  }

  async putTable(id: string, index: number, sealed: AsyncIterable<Buffer>): Promise<void> {
    await this.objects.put(tableName(id, index), sealed);
  }

  async putManifest(manifest: BackupManifest, key: Buffer): Promise<void> {
    await this.objects.put(manifestName(manifest.id), Readable.from([formatManifest(manifest, key)]));
  }

  /** Lends manifest and key. @throws BackupUnusable | KeyVersionUnknown */
  async open<T>(id: string, use: (manifest: BackupManifest, key: Buffer) => Promise<T>): Promise<T> {
    return withKey(await this.key(id), async (key) => {
      const said = await this.read(manifestName(id));
      if (said === null) throw noSuchBackup(id);
      return use(parseManifest(said, id, key), key);
    });
  }

  /** The compressed rows of a table. Not a byte comes out of a segment that does not authenticate. */
  async *table({ id, tables }: BackupManifest, table: BackedUpTable, key: Buffer): AsyncGenerator<Buffer> {
    const objectKey = unwrapKey(Buffer.from(table.wrappedKey, 'base64'), key, tableContext(id, table.name));
    try {
      const name = tableName(id, tables.indexOf(table));
      const readRange = (from: number, to: number) => this.objects.getRange(name, from, to);
      const { plainBytes, segments } = table;
      const kind = kindOf(table.name);
      yield* openRange({ objectId: id, kind, objectKey, plainBytes, segments, readRange }, 0, plainBytes);
    } finally {
      objectKey.fill(0);
    }
  }

  /** Which version wraps each backup's key, begun ones included. */
  async versions(): Promise<string[]> {
    const { whole, begun } = await this.list();
    const wrapped = await Promise.all([...whole, ...begun].map((id) => this.wrappedKeys(id)));
    return wrapped.flatMap((keys) => keys.map(({ version }) => version));
  }

  /** Wraps the keys of all backups by the current version. @returns how many were not, and are now */
  async rewrap(): Promise<number> {
    const current = await this.provider.currentVersion();
    let rewrapped = 0;
    for (const id of (await this.list()).whole) {
      const keys = await this.wrappedKeys(id);
      if (keys.length === 1 && keys[0]?.version === current) continue;
      const last = Math.max(...keys.map(({ number }) => number));
      if (!keys.some(({ version, number }) => version === current && number === last))
        await withKey(await this.key(id), (key) => this.putKey(id, key, last + 1));
      const kept = Math.max(...(await this.wrappedKeys(id)).map(({ number }) => number));
      for (const { number } of keys) if (number !== kept) await this.objects.delete(keyName(id, number));
      rewrapped += 1;
    }
    return rewrapped;
  }

  /** Removes a backup; the manifest first, so that what is left of one cut short is none. */
  async remove(id: string): Promise<void> {
    await this.objects.delete(manifestName(id));
    const rest: string[] = [];
    for await (const { key } of this.objects.list(`ba/${PREFIX}${id}-`)) rest.push(key);
    for (const key of rest) await this.objects.delete(key);
  }

  private async key(id: string): Promise<Buffer> {
    const keys = await this.wrappedKeys(id);
    if (keys.length === 0) throw noSuchBackup(id);
    let failure: unknown;
    for (const wrapped of keys) {
      try {
        return await this.provider.unwrap(wrapped, contextOf(id));
      } catch (error) {
        // An interrupted re-wrap leaves two, either of which will do.
        if (!(error instanceof KeyVersionUnknown)) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  private async wrappedKeys(id: string): Promise<(WrappedKey & { number: number })[]> {
    const found: (WrappedKey & { number: number })[] = [];
    for await (const { key } of this.objects.list(`ba/${PREFIX}${id}-key-`)) {
      const { version, bytes } = JSON.parse((await this.read(key)) ?? '{}') as { version: string; bytes: string };
      found.push({ number: Number(key.slice(key.lastIndexOf('-') + 1)), version, bytes: Buffer.from(bytes, 'base64') });
    }
    return found;
  }

  private async read(name: string): Promise<string | null> {
    if ((await this.objects.head(name)) === null) return null;
    return text(this.objects.getRange(name, 0, MOST_BYTES));
  }
}

export const kindOf = (table: string): string => `table:${table}`;
export const tableContext = (id: string, table: string): string[] => ['backup-table', id, table];
const contextOf = (id: string): string[] => ['database-backup', id];
const manifestName = (id: string): string => storageKeyFor(`${PREFIX}${id}-manifest`);
const keyName = (id: string, number: number): string => storageKeyFor(`${PREFIX}${id}-key-${number}`);
const tableName = (id: string, index: number): string => storageKeyFor(`${PREFIX}${id}-table-${index}`);
const noSuchBackup = (id: string) =>
  new BackupUnusable(`没有备份 ${id}，或它没有完成。`, `There is no backup ${id}, or it was not completed.`);
