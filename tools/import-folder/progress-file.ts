import { existsSync, readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** A recording that the server has: where it lay, its bytes, and what it is there. */
export interface Sent {
  path: string;
  bytes: number;
  lastModified: number;
  sha256: string;
  callId: string;
}

/**
 * What earlier runs sent to this server under this source: a file, a line for each, written before the next file is sent. It only saves sending
 * again; the truth is the server's, which knows a recording by source and id.
 */
export class ProgressFile {
  private readonly byPath = new Map<string, Sent>();
  private readonly byHash = new Map<string, Sent>();

  private constructor(
    private readonly handle: FileHandle | null,
    private readonly to: string,
  ) {}

  /** @param write false: it is only read */
  static async open(file: string, to: { url: string; source: string }, write: boolean): Promise<ProgressFile> {
    const target = `${to.url.replace(/\/+$/, '')} ${to.source}`;
    const there = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const progress = new ProgressFile(write ? await open(file, 'a') : null, target);
    for (const line of there.split('\n')) progress.read(line);
    // A run that was killed may have left a line without its end.
    if (there !== '' && !there.endsWith('\n')) await progress.handle?.write('\n');
    return progress;
  }

  /** What was sent from this place, if the file is as it was then. */
  unchanged({ path, bytes, lastModified }: { path: string; bytes: number; lastModified: number }): Sent | null {
    const sent = this.byPath.get(path);
    return sent && sent.bytes === bytes && sent.lastModified === lastModified ? sent : null;
  }

  /** Where the same bytes were sent from. */
  sameBytes(sha256: string): Sent | null {
    return this.byHash.get(sha256) ?? null;
  }

  async keep(sent: Sent): Promise<void> {
    this.take(sent);
    await this.handle?.write(`${JSON.stringify({ to: this.to, ...sent })}\n`);
  }

  async close(): Promise<void> {
    await this.handle?.sync();
    await this.handle?.close();
  }

  private read(line: string): void {
    try {
      const sent = JSON.parse(line) as Sent & { to: string };
      if (sent.to === this.to) this.take(sent);
    } catch {
      // Cut short by a kill: the file is sent again, and the server knows it.
    }
  }

  private take(sent: Sent): void {
    this.byPath.set(sent.path, sent);
    this.byHash.set(sent.sha256, sent);
  }
}
