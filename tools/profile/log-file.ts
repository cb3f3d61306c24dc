import { closeSync, existsSync, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

export interface LogLimits {
  /** A file as long as this is set aside. */
  bytes: number;
  /** So many are kept beside the one that is written: `api.log.1` is the youngest. */
  kept: number;
}

const NEWLINE = 10;

/** A log that is written by one process and never grows without end. Set aside at the end of a line only. */
export class LogFile {
  private fd: number | undefined;
  private size = 0;
  private midLine = false;

  constructor(
    private readonly path: string,
    private readonly limits: LogLimits,
  ) {}

  write(chunk: Buffer): void {
    try {
      this.fd ??= this.open();
      if (this.size >= this.limits.bytes && !this.midLine) this.rotate();
      this.size += writeSync(this.fd, chunk);
      this.midLine = chunk.at(-1) !== NEWLINE;
    } catch {
      // A full disk, or a folder that is gone: the launcher must not end because of it, and the next line tries again.
      this.close();
    }
  }

  /** Another programme may have moved the file away. */
  reopen(): void {
    this.close();
  }

  close(): void {
    if (this.fd !== undefined) closeSync(this.fd);
    this.fd = undefined;
  }

  private open(): number {
    const fd = openSync(this.path, 'a', 0o600);
    this.size = fstatSync(fd).size;
    return fd;
  }

  private rotate(): void {
    this.close();
    rmSync(`${this.path}.${this.limits.kept}`, { force: true });
    for (let n = this.limits.kept; n >= 1; n--) {
      const from = n === 1 ? this.path : `${this.path}.${n - 1}`;
      if (existsSync(from)) renameSync(from, `${this.path}.${n}`);
    }
    this.fd = this.open();
  }
}
