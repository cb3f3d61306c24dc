import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';

const KEPT_LINES = 40;

/** Reads a child's output line by line and remembers the end of it, to explain a failure with. */
export class LogTail {
  private readonly lines: string[] = [];
  private readonly listeners = new Set<(line: string) => void>();

  constructor(...streams: (Readable | null)[]) {
    for (const input of streams) if (input) createInterface({ input }).on('line', (line) => this.take(line));
  }

  text(): string {
    return this.lines.join('\n');
  }

  onLine(listener: (line: string) => void): void {
    this.listeners.add(listener);
  }

  private take(line: string): void {
    this.lines.push(line);
    if (this.lines.length > KEPT_LINES) this.lines.shift();
    for (const listener of this.listeners) listener(line);
  }
}
