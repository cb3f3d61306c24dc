import type { Dialect } from './dialects.rules.js';

/** A server may be replaced by a better one: after so long it is asked for everything again. */
const KNOWN_FOR_MS = 3_600_000;

interface Known {
  dialect: Dialect;
  sinceMs: number;
}

/** How this process found that servers want to be asked. A server is asked for more than it can do once, and not for each piece. */
export class KnownDialects {
  private readonly known = new Map<string, Known>();

  of(server: string, nowMs = Date.now()): Dialect | undefined {
    const known = this.known.get(server);
    return known && nowMs - known.sinceMs < KNOWN_FOR_MS ? known.dialect : undefined;
  }

  learn(server: string, dialect: Dialect, nowMs = Date.now()): void {
    this.known.set(server, { dialect, sinceMs: nowMs });
  }

  forget(server: string): void {
    this.known.delete(server);
  }
}
