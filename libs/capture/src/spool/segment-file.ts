import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { segmentHeader, sealFrame, type FrameKind, type SegmentKey } from './spool-format.rules.js';

/** How long a full or broken disk is left alone before it is tried again, ms. */
const RETRY_MS = 500;

/**
 * A segment that is being written. What is appended is sealed at once and waits in memory; the disk is written to, and synced, behind it.
 * A write that fails is tried again at the same place: nothing is lost but time.
 */
export class SegmentFile {
  /** Sessions that have something in it, and are not released. */
  readonly sessions = new Set<number>();
  /** Sessions that have something in it, released or not. */
  readonly everyone = new Set<number>();
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
    const frame = sealFrame(this.key, { kind, session, number: this.#frames }, body);
    this.#frames += 1;
    this.sessions.add(session);
    this.everyone.add(session);
    this.#queue.push(frame);
    this.#bytes += frame.length;
    this.#queued += frame.length;
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
    this.key.key.fill(0);
  }

  async #write(): Promise<void> {
    while (!this.#ended && this.#queue.length > 0)
      await this.#patiently(async () => {
        if (!this.#handle) await this.key.noted?.();
        const handle = (this.#handle ??= await open(this.path, 'wx', 0o600));
        const batch = Buffer.concat(this.#queue);
        this.#queue = [batch];
        for (let done = 0; done < batch.length;) {
          const { bytesWritten } = await handle.write(batch, done, batch.length - done, this.#written + done);
          done += bytesWritten;
        }
        // What was appended meanwhile stands behind the batch.
        this.#queue.shift();
        this.#written += batch.length;
        this.#queued -= batch.length;
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
