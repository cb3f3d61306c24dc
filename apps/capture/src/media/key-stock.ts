/*
 * Keys that lie ready for segments of the spool
 *   Making a key waits for both copies of the key store, and maybe for a service elsewhere; a call does not. As many lie ready as the spool may
 *   have segments: so long as it has room, it has keys, though the key store be away for hours.
 *   What is ready is named in a file beside the spool. A key leaves it before the first byte is written under it, so that no key is used twice.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SegmentKey, type SegmentKeys } from '#capture';
import { KeyDamaged, KeyDestroyed, KeyMissing, SPOOL_KEYS, zeroKeys, type FileKeyStore } from '#platform';

const STOCK = 'ready-keys.json';
const RETRY_MS = 5000;

export interface KeyStockOptions {
  readonly keys: Pick<FileKeyStore, 'create' | 'unwrap' | 'destroy'>;
  readonly directory: string;
  readonly size: number;
  /** Told when no key could be made; it is tried again. */
  readonly onTrouble: (error: unknown) => void;
}

export class KeyStock implements SegmentKeys {
  readonly #ready = new Map<string, Buffer>();
  /** Ready, and not opened yet. */
  readonly #closed = new Set<string>();
  #filling: Promise<void> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #again: NodeJS.Timeout | null = null;
  #ended = false;

  private constructor(private readonly options: KeyStockOptions) {}

  /** Opens what a former process left ready. What does not open now, because the key service is away, is tried again. */
  static async open(options: KeyStockOptions): Promise<KeyStock> {
    const stock = new KeyStock(options);
    await mkdir(options.directory, { recursive: true, mode: 0o700 });
    for (const keyId of await stock.#named()) stock.#closed.add(keyId);
    await stock.#openReady().catch(options.onTrouble);
    return stock;
  }

  /** So many are to lie ready. */
  get wanted(): number {
    return this.options.size;
  }

  get ready(): number {
    return this.#ready.size;
  }

  take(): SegmentKey | null {
    const [next] = this.#ready;
    void this.fill();
    if (!next) return null;
    const [keyId, key] = next;
    this.#ready.delete(keyId);
    return { keyId, key, noted: () => this.#write() };
  }

  /** Makes what is missing; a failure is told and tried again later. */
  fill(): Promise<void> {
    if (this.#ended) return Promise.resolve();
    this.#filling ??= this.#make().finally(() => (this.#filling = null));
    return this.#filling;
  }

  async open(keyId: string): Promise<Buffer | null> {
    // A segment has it: it is not ready, whatever the file said.
    this.#ready.delete(keyId);
    this.#closed.delete(keyId);
    try {
      return await this.options.keys.unwrap(keyId);
    } catch (error) {
      if (isGone(error)) {
        if (!(error instanceof KeyDestroyed)) this.options.onTrouble(error);
        return null;
      }
      throw error;
    }
  }

  async destroy(keyId: string): Promise<void> {
    await this.options.keys.destroy(keyId);
  }

  async close(): Promise<void> {
    this.#ended = true;
    if (this.#again) clearTimeout(this.#again);
    await this.#filling;
    await this.#writing.catch(() => undefined);
    zeroKeys(...this.#ready.values());
  }

  async #openReady(): Promise<void> {
    for (const keyId of this.#closed)
      try {
        const key = await this.options.keys.unwrap(keyId);
        this.#closed.delete(keyId);
        this.#ready.set(keyId, key);
      } catch (error) {
        if (isGone(error)) this.#closed.delete(keyId);
        else throw error;
      }
  }

  async #make(): Promise<void> {
    try {
      await this.#openReady();
      while (!this.#ended && this.#ready.size < this.options.size) {
        const { keyId, key } = await this.options.keys.create(SPOOL_KEYS);
        this.#ready.set(keyId, key);
        await this.#write();
      }
    } catch (error) {
      this.options.onTrouble(error);
      if (!this.#ended) this.#again = setTimeout(() => void this.fill(), RETRY_MS).unref();
    }
  }

  #write(): Promise<void> {
    const path = join(this.options.directory, STOCK);
    const write = async () => {
      const ready = [...this.#ready.keys(), ...this.#closed];
      await writeFile(`${path}.new`, JSON.stringify(ready), { mode: 0o600 });
      await rename(`${path}.new`, path);
    };
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }

  async #named(): Promise<string[]> {
    try {
      const named: unknown = JSON.parse(await readFile(join(this.options.directory, STOCK), 'utf8'));
      return Array.isArray(named) ? named.filter((one) => typeof one === 'string') : [];
    } catch (error) {
      // Others are made: a list that is damaged costs the keys on it, which nothing was sealed with.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.options.onTrouble(error);
      return [];
    }
  }
}

/** No copy will ever open it. */
const isGone = (error: unknown): boolean =>
  error instanceof KeyDestroyed ||
  error instanceof KeyMissing ||
  error instanceof KeyDamaged ||
  error instanceof RangeError;
