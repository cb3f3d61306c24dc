/*
 * Signed heads outside the database, one JSON line each: cutting the journal's tail contradicts the last of them.
 *   heads.jsonl               what is being written
 *   heads-2026-11-27.jsonl    one that is full: its last head was signed on that day. The first head of another day begins a new file
 * Years of heads are never read whole to go on: the end of the newest file says how far they go.
 */
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncDirectory } from '#platform';
import { fullHeadsFiles, HEADS_FILE, nameOfFull } from './heads-folder.js';
import { type JournalHead } from './journal-entry.entity.js';
import { lastHeadIn, type LastHead } from './last-head.js';

export class HeadsFile {
  private readonly path: string;
  /** The last head in the file, and the name and length of that file: another worker may have written since. */
  private known: { last: LastHead | null; file: string } | undefined;

  constructor(private readonly dir: string) {
    this.path = join(dir, HEADS_FILE);
  }

  /** The position of the last head that is safely in a file; 0 when there is none. A line cut short by a crash does not count. */
  async lastPosition(): Promise<bigint> {
    const current = await this.last();
    if (current) return current.position;
    // Not by their names: a clock that was wrong for a while puts days out of order.
    const full = await Promise.all((await fullHeadsFiles(this.dir)).map((name) => lastHeadIn(join(this.dir, name))));
    return full.reduce((furthest, found) => (found && found.position > furthest ? found.position : furthest), 0n);
  }

  /** Adds heads, in the order of their positions, and has them on the disk when it resolves. */
  async append(heads: readonly JournalHead[]): Promise<void> {
    const [first, newest] = [heads[0], heads.at(-1)];
    if (!first || !newest) return;
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    await this.closeDay(dayOf(first.signedAt));
    const file = await open(this.path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const tail = Buffer.alloc(1);
      if (size > 0) await file.read(tail, 0, 1, size - 1);
      // A crash may have left half a line: it is closed off, so that the next one is a line of its own.
      const lead = size > 0 && tail.toString() !== '\n' ? '\n' : '';
      await file.appendFile(lead + heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
      await file.sync();
      if (size === 0) await syncDirectory(this.dir);
    } finally {
      await file.close();
    }
    this.known = { last: { position: BigInt(newest.position), day: dayOf(newest.signedAt) }, file: await this.stamp() };
  }

  /** A file of an earlier day is full. One that an earlier release wrote, with all days in it, becomes the first of the full ones. */
  private async closeDay(day: string): Promise<void> {
    const last = await this.last();
    if (!last || last.day >= day) return;
    await rename(this.path, join(this.dir, await nameOfFull(this.dir, last.day)));
    await syncDirectory(this.dir);
    this.known = undefined;
  }

  /** The last head of the file that is being written. */
  private async last(): Promise<LastHead | null> {
    const file = await this.stamp();
    if (this.known?.file !== file) this.known = { last: file === '' ? null : await lastHeadIn(this.path), file };
    return this.known.last;
  }

  private async stamp(): Promise<string> {
    const found = await stat(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return found ? `${found.ino} ${found.size}` : '';
  }
}

/** Days are UTC, so that they are the same for every writer everywhere. */
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
