/*
 * The spool of a process: segments in one folder, the newest of which is written
 *   append    seals and remembers; the disk follows
 *   full      at the limit: no further session is taken, and beyond it no sound; what is there stays
 *   release   a session that was handed over: a segment goes, its key first, once all its sessions are released
 *   open      after a kill: every session that is not released, with all that was said of it
 * A segment is never written to by a second process: each opens a new one under a new key, so no nonce comes twice.
 */
import { mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SessionRecord } from '../session/session-records.rules.js';
import { bodiesOf, framesOf, keyIdOfSegment } from './read-segment.js';
import { SegmentFile } from './segment-file.js';
import { LONGEST_BODY_BYTES, type FrameKind, type SegmentKey } from './spool-format.rules.js';

/** Where keys of segments come from. */
export interface SegmentKeys {
  /** A key that lies ready, in both copies; null: none is left. */
  take(): SegmentKey | null;
  /** null: it was destroyed, and its segment with it. */
  open(keyId: string): Promise<Buffer | null>;
  /** For ever. */
  destroy(keyId: string): Promise<void>;
}

export interface SpoolOptions {
  readonly directory: string;
  /** Bytes on the disk, above which no further session is taken. */
  readonly limitBytes: number;
  readonly segmentBytes: number;
  readonly keys: SegmentKeys;
  /** The number of the first session; by default 1. */
  readonly firstSession?: number;
  /** Bytes that lie elsewhere and count towards the limit for further sessions. */
  readonly beside?: () => number;
  /** Told of each failure to write or to delete; what failed is tried again. */
  readonly onTrouble: (error: unknown) => void;
  /** Told of each record of a session, as it is written, and as it is found. */
  readonly onRecord?: (session: number, record: SessionRecord) => void;
}

/** Frames of a session in one segment. */
export interface SegmentFrames {
  readonly path: string;
  readonly keyId: string;
  readonly offsets: readonly number[];
}

/** A session that the spool holds, as it was found. */
export interface FoundSession {
  readonly number: number;
  readonly records: readonly SessionRecord[];
}

/** A segment that is not written any more. */
type Kept = Pick<SegmentFile, 'path' | 'keyId' | 'bytes' | 'sessions' | 'everyone'>;

const RELEASED = 'released.json';
/** More than this in memory alone, the disk has been away for long: sound is no longer taken. */
const MOST_QUEUED_BYTES = 256 * 1024 * 1024;

export class Spool {
  readonly #kept = new Map<number, Kept>();
  readonly #frames = new Map<number, Map<number, number[]>>();
  readonly #released = new Set<number>();
  #current: SegmentFile | null = null;
  /** One after the other: they write one file. */
  #releasing: Promise<void> = Promise.resolve();
  #nextSegment = 1;
  #nextSession: number;

  private constructor(private readonly options: SpoolOptions) {
    this.#nextSession = options.firstSession ?? 1;
  }

  /** @throws what the key store throws while it is away: then nothing was changed, and it may be tried again */
  static async open(options: SpoolOptions): Promise<{ spool: Spool; found: FoundSession[] }> {
    const spool = new Spool(options);
    await mkdir(options.directory, { recursive: true, mode: 0o700 });
    const names = (await readdir(options.directory)).filter((name) => /^\d{12}\.spool$/.test(name)).sort();
    for (const number of await readReleased(join(options.directory, RELEASED))) spool.#released.add(number);
    const records = new Map<number, SessionRecord[]>();
    for (const name of names) await spool.#read(name, records);
    spool.#forgetReleased();
    await spool.#tidy();
    return { spool, found: [...records].map(([number, of]) => ({ number, records: of })) };
  }

  /** A number for a new session. */
  newSession(): number {
    return this.#nextSession++;
  }

  get bytes(): number {
    return [...this.#kept.values()].reduce((sum, { bytes }) => sum + bytes, this.#current?.bytes ?? 0);
  }

  /** Whether a further session may begin: there is space, memory, and a segment or a key for one. */
  hasRoom(): boolean {
    const bytes = this.bytes + (this.options.beside?.() ?? 0);
    return bytes < this.options.limitBytes * 0.9 && !this.#behind && this.#segment() !== null;
  }

  /** Seals a record of a session. false: there is no room, or it is too long for a frame, and nothing of it was kept. */
  append(kind: FrameKind, session: number, body: Buffer): boolean {
    if (body.length > LONGEST_BODY_BYTES) return false;
    // Sound stops at the limit; that a session has ended is always said.
    if (kind === 'sound' && (this.bytes >= this.options.limitBytes || this.#behind)) return false;
    const segment = this.#segment();
    if (!segment) return false;
    const offset = segment.append(kind, session, body);
    this.#remember(session, segment.number, offset);
    return true;
  }

  record(session: number, record: SessionRecord): boolean {
    const said = this.append('state', session, Buffer.from(JSON.stringify(record)));
    if (said || record.kind !== 'opened') this.options.onRecord?.(session, record);
    return said;
  }

  /** Resolves when all that was appended so far would outlive a power cut. */
  async durable(): Promise<void> {
    await this.#current?.durable();
  }

  /** Where everything of a session lies, oldest first. */
  framesOf(session: number): SegmentFrames[] {
    const found: SegmentFrames[] = [];
    for (const [number, offsets] of this.#frames.get(session) ?? []) {
      const { path, keyId } = this.#kept.get(number) ?? (this.#current as SegmentFile);
      found.push({ path, keyId, offsets: [...offsets] });
    }
    return found;
  }

  /** Nothing of a session is needed any more. Safe to ask again. */
  async release(session: number): Promise<void> {
    this.#frames.delete(session);
    this.#released.add(session);
    await (this.#releasing = this.#releasing.then(() => this.#let(session)));
  }

  async #let(session: number): Promise<void> {
    for (const { sessions } of this.#kept.values()) sessions.delete(session);
    this.#current?.sessions.delete(session);
    // A segment that holds nothing any more goes, also the one that is written: sound is not to outlive its need.
    if (this.#current && this.#current.sessions.size === 0) await this.#retire();
    await this.#tidy();
  }

  async close(): Promise<void> {
    await this.#current?.durable();
    await this.#retire();
  }

  get #behind(): boolean {
    return (this.#current?.queued ?? 0) > MOST_QUEUED_BYTES;
  }

  /** The one that is written. Without a key for a new one the old one goes on. */
  #segment(): SegmentFile | null {
    if (this.#current && this.#current.bytes < this.options.segmentBytes) return this.#current;
    const key = this.options.keys.take();
    if (!key) return this.#current;
    const before = this.#current;
    const number = this.#nextSegment++;
    this.#current = new SegmentFile(this.#path(number), number, key, this.options.onTrouble);
    if (before) this.#put(before);
    return this.#current;
  }

  #put(segment: SegmentFile): void {
    this.#kept.set(segment.number, segment);
    void segment.durable().then(() => segment.end(), this.options.onTrouble);
  }

  async #retire(): Promise<void> {
    const segment = this.#current;
    if (!segment) return;
    this.#current = null;
    this.#kept.set(segment.number, segment);
    await segment.end();
  }

  async #tidy(): Promise<void> {
    const over = [...this.#kept].filter(([, { sessions }]) => sessions.size === 0);
    for (const [number, { path, keyId }] of over) {
      try {
        // The key first: a segment without one is nothing, whatever becomes of its bytes.
        await this.options.keys.destroy(keyId);
        await unlink(path).catch(unlessGone);
        this.#kept.delete(number);
      } catch (error) {
        this.options.onTrouble(error);
      }
    }
    await this.#writeReleased();
  }

  /** Released sessions are named as long as a segment that others need still holds something of them. */
  async #writeReleased(): Promise<void> {
    this.#forgetReleased();
    const path = join(this.options.directory, RELEASED);
    await writeFile(`${path}.new`, JSON.stringify([...this.#released]), { mode: 0o600 });
    await rename(`${path}.new`, path);
  }

  #forgetReleased(): void {
    const there = [...this.#kept.values(), ...(this.#current ? [this.#current] : [])];
    for (const session of this.#released)
      if (!there.some(({ everyone }) => everyone.has(session))) this.#released.delete(session);
  }

  async #read(name: string, records: Map<number, SessionRecord[]>): Promise<void> {
    const path = join(this.options.directory, name);
    const number = Number(name.slice(0, 12));
    this.#nextSegment = Math.max(this.#nextSegment, number + 1);
    const keyId = await keyIdOfSegment(path);
    const key = keyId && (await this.options.keys.open(keyId));
    if (!keyId || !key) {
      // What was not sealed whole, or has no key, is nothing: it costs this segment, and no start.
      if (!keyId) this.options.onTrouble(new SegmentLost(name));
      return void (await unlink(path).catch(unlessGone));
    }
    let bytes = 0;
    const [sessions, everyone] = [new Set<number>(), new Set<number>()];
    const states: { offset: number }[] = [];
    for await (const { kind, session, offset, length } of framesOf(path)) {
      bytes = offset + length;
      this.#nextSession = Math.max(this.#nextSession, session + 1);
      everyone.add(session);
      if (this.#released.has(session)) continue;
      sessions.add(session);
      this.#remember(session, number, offset);
      if (kind === 'state') states.push({ offset });
    }
    for await (const frame of bodiesOf(path, { keyId, key }, states)) {
      if (!frame) continue;
      const of = records.get(frame.session) ?? [];
      const record = JSON.parse(frame.body.toString('utf8')) as SessionRecord;
      of.push(record);
      records.set(frame.session, of);
      this.options.onRecord?.(frame.session, record);
    }
    key.fill(0);
    this.#kept.set(number, { path, keyId, bytes, sessions, everyone });
  }

  #remember(session: number, segment: number, offset: number): void {
    const of = this.#frames.get(session) ?? new Map<number, number[]>();
    this.#frames.set(session, of);
    const offsets = of.get(segment);
    if (offsets) offsets.push(offset);
    else of.set(segment, [offset]);
  }

  #path(number: number): string {
    return join(this.options.directory, `${String(number).padStart(12, '0')}.spool`);
  }
}

/** A segment of the spool that cannot be read. */
class SegmentLost extends Error {
  constructor(name: string) {
    super(`the segment ${name} of the spool cannot be read`);
  }
}

async function readReleased(path: string): Promise<number[]> {
  const text = await readFile(path, 'utf8').catch(unlessGone);
  try {
    return text ? (JSON.parse(text) as number[]) : [];
  } catch {
    // They are handed over once more, which changes nothing.
    return [];
  }
}

function unlessGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}
