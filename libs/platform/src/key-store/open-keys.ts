import { type FileKeyStore } from './file-key-store.js';
import { KeyDestroyed } from './key-store.js';

/** 10 minutes: so long a process goes on with a key that another has destroyed. */
const OPEN_FOR_MS = 600_000;

/** Where the row of a key that several processes may make at once is kept. */
export interface KeyRow {
  /** The key that is there. */
  find(): Promise<string | undefined>;
  /** @returns whether it was the first */
  write(keyId: string): Promise<boolean>;
}

/** Keys that a process uses often, opened once and let go of after a while: then the key store is asked again, which knows what was destroyed. */
export class OpenKeys {
  readonly #opened = new Map<string, { key: Buffer; ends: NodeJS.Timeout }>();
  /** Destroyed by this process: one that was being opened meanwhile is not kept. */
  readonly #destroyed = new Set<string>();

  constructor(private readonly store: FileKeyStore) {}

  /** The key itself, which stays with this; for use at once. @throws KeyDestroyed, KeyMissing, KeyDamaged */
  async open(keyId: string): Promise<Buffer> {
    const known = this.#opened.get(keyId);
    if (known) return known.key;
    const key = await this.store.unwrap(keyId);
    const meanwhile = this.#opened.get(keyId);
    if (meanwhile || this.#destroyed.has(keyId)) key.fill(0);
    if (meanwhile) return meanwhile.key;
    if (this.#destroyed.has(keyId)) throw new KeyDestroyed(keyId, true);
    // Not zeroed: it may be in use at this moment.
    const ends = setTimeout(() => this.#opened.delete(keyId), OPEN_FOR_MS).unref();
    this.#opened.set(keyId, { key, ends });
    return key;
  }

  /** The key that is there, or one that is made: of several processes that make one at once the first row stays, and the others' keys are taken back. */
  async findOrMake(subject: string, row: KeyRow): Promise<string> {
    const found = await row.find();
    if (found !== undefined) return found;
    const { keyId, key } = await this.store.create(subject);
    key.fill(0);
    if (await row.write(keyId)) return keyId;
    await this.store.destroy(keyId);
    const first = await row.find();
    if (first === undefined) throw new Error(`a key of ${subject} that was there a moment ago has ended`);
    return first;
  }

  /** Destroys a key in the key store, in both copies, and here. */
  async destroy(keyId: string): Promise<void> {
    await this.store.destroy(keyId);
    this.#destroyed.add(keyId);
    this.#close(keyId);
  }

  closeAll(): void {
    for (const keyId of [...this.#opened.keys()]) this.#close(keyId);
  }

  #close(keyId: string): void {
    const open = this.#opened.get(keyId);
    if (!open) return;
    clearTimeout(open.ends);
    open.key.fill(0);
    this.#opened.delete(keyId);
  }
}
