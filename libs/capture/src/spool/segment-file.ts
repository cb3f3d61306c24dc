import { createSecretKey, type KeyObject } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { segmentHeader, sealFrame, type FrameKind, type SegmentKey } from './spool-format.rules.js';

/** How long a full or broken disk is left alone before it is tried again, ms. */
const RETRY_MS = 500;
/** As many pieces as the kernel takes at once (IOV_MAX). */
const MOST_PIECES = 1024;

/**
 * A segment that is being written. What is appended is sealed at once and waits in memory; the disk is written to, and synced, behind it.
 * A write that fails is tried again at the same place: nothing is lost but time.
 */
export class SegmentFile {
  /** Sessions that have something in it, and are not released. */
  readonly sessions = new Set<number>();
  /** Sessions that have something in it, released or not. */
  readonly everyone = new Set<number>();
  /** Made once: to make one of bytes for each frame costs three times what sealing does. OpenSSL wipes it as it goes. */
  readonly #sealing: KeyObject;
  #queue: Buffer[] = [];
  #frames = 0;
  #bytes: number;
  #written = 0;
  #synced = 0;
  #queued = 0;
  #handle: FileHandle | null = null;
  #writing: Promise<void> | null = null;
  #syncing: Promise<void> | null = null;
  #waiting: { upTo: number; done: () => void }[] = [];
  #ended = false;

  constructor(
    readonly path: string,
    readonly number: number,
    private readonly key: SegmentKey,
    private readonly onTrouble: (error: unknown) => void,
  ) {
    this.#sealing = createSecretKey(key.key);
    key.key.fill(0);
    const header = segmentHeader(key.keyId);
    this.#queue.push(header);
    this.#bytes = header.length;
    this.#queued = header.length;
  }

  get keyId(): string {
    return this.key.keyId;
  }

  /** Bytes it will have once all is written. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Bytes that are in memory alone. */
  get queued(): number {
    return this.#queued;
  }

  /** @returns where the frame begins */
  append(kind: FrameKind, session: number, body: Buffer): number {
    const offset = this.#bytes;
    const pieces = sealFrame({ keyId: this.keyId, key: this.#sealing }, { kind, session, number: this.#frames }, body);
    this.#frames += 1;
    this.sessions.add(session);
    this.everyone.add(session);
    this.#queue.push(...pieces);
    const length = lengthOf(pieces);
    this.#bytes += length;
    this.#queued += length;
    this.#writing ??= this.#write();
    return offset;
  }

  /** Resolves when all that was appended so far would outlive a power cut. */
  durable(): Promise<void> {
    if (this.#synced >= this.#bytes) return Promise.resolve();
    const upTo = this.#bytes;
    return new Promise((done) => {
      this.#waiting.push({ upTo, done });
      this.#writing ??= this.#write();
    });
  }

  /** Writes nothing more, whatever waits: its sessions are released, or the process ends. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#writing;
    await this.#syncing;
    await this.#handle?.close();
    this.#handle = null;
  }

  async #write(): Promise<void> {
    while (!this.#ended && this.#queue.length > 0)
      await this.#patiently(async () => {
        if (!this.#handle) await this.key.noted?.();
        const handle = (this.#handle ??= await open(this.path, 'wx', 0o600));
        const batch = this.#queue.slice(0, MOST_PIECES);
        const bytes = lengthOf(batch);
        for (let left = batch, done = 0; done < bytes; left = behind(batch, done)) {
          const { bytesWritten } = await handle.writev(left, this.#written + done);
          done += bytesWritten;
        }
        // What was appended meanwhile stands behind the batch.
        this.#queue.splice(0, batch.length);
        this.#written += bytes;
        this.#queued -= bytes;
        this.#syncing ??= this.#sync();
      });
    this.#writing = null;
  }

  /** Beside the writing, which a sync of seconds would hold up: then a killed process would lose as much. */
  async #sync(): Promise<void> {
    while (!this.#ended && this.#synced < this.#written)
      await this.#patiently(async () => {
        const upTo = this.#written;
        await this.#handle?.datasync();
        this.#synced = upTo;
        for (const one of this.#waiting.filter((waiting) => waiting.upTo <= upTo)) one.done();
        this.#waiting = this.#waiting.filter((waiting) => waiting.upTo > upTo);
      });
    this.#syncing = null;
  }

  async #patiently(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.onTrouble(error);
      await wait(RETRY_MS);
    }
  }
}

const lengthOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

/** What is left of pieces of which the first bytes were written. */
function behind(pieces: readonly Buffer[], bytes: number): Buffer[] {
  let skip = bytes;
  return pieces.flatMap((piece) => {
    const from = Math.min(skip, piece.length);
    skip -= from;
    return from < piece.length ? [piece.subarray(from)] : [];
  });
}
