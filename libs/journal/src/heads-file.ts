import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type JournalHead } from './journal-entry.entity.js';

/** Signed heads outside the database, one JSON line each: cutting the journal's tail contradicts the last of them. */
export class HeadsFile {
  private readonly path: string;
  /** What was last in the file, and how long it was then: another worker may have written since. */
  private known: { position: bigint; bytes: number } | undefined;

  constructor(private readonly dir: string) {
    this.path = join(dir, 'heads.jsonl');
  }

  /** The position of the last head that is safely in the file; 0 when there is none. A line cut short by a crash does not count. */
  async lastPosition(): Promise<bigint> {
    const bytes = await this.bytes();
    if (this.known?.bytes === bytes) return this.known.position;
    const text = bytes === 0 ? '' : await readFile(this.path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
    const line = whole.filter((l) => l.startsWith('{')).at(-1);
    const position = line ? BigInt((JSON.parse(line) as { position: string }).position) : 0n;
    this.known = { position, bytes };
    return position;
  }

  async append(heads: readonly JournalHead[]): Promise<void> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    const file = await open(this.path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const tail = Buffer.alloc(1);
      if (size > 0) await file.read(tail, 0, 1, size - 1);
      // A crash may have left half a line: it is closed off, so that the next one stands on its own.
      const lead = size > 0 && tail.toString() !== '\n' ? '\n' : '';
      await file.appendFile(lead + heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
    this.known = { position: BigInt(heads.at(-1)?.position ?? 0), bytes: await this.bytes() };
  }

  private async bytes(): Promise<number> {
    const found = await stat(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return { size: 0 };
      throw error;
    });
    return found.size;
  }
}
