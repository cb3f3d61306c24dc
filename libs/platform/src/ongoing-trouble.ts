import { type Logger } from './logger.js';

/** After its first line a trouble that goes on is told again after this, then after twice as long each time. */
const FIRST_AGAIN_MS = 30_000;
const LAST_AGAIN_MS = 15 * 60_000;
/** A trouble that was not met for so long is over; its next time is a new one. */
const OVER_AFTER_MS = 60_000;
/** Different troubles at once. More are the same one under many names. */
const MOST_KINDS = 20;

interface Told {
  at: number;
  metAt: number;
  againMs: number;
  unsaid: number;
}

/** PostgreSQL's classes 08 and 57P0x, and what sockets say: all of them mean that the server is away. */
const AWAY = /^(08|57P0|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH)/;

/**
 * Says at once that something is wrong, and while it goes on at growing pauses, with how often it was met in between: a server that is away
 * must not fill the disk with lines about it.
 */
export class OngoingTrouble {
  private readonly kinds = new Map<string, Told>();

  constructor(
    private readonly logger: Logger,
    private readonly now: () => number = () => performance.now(),
  ) {}

  warn(error: unknown, message: string, about: Record<string, unknown> = {}): void {
    this.tell('warn', error, message, about);
  }

  error(error: unknown, message: string, about: Record<string, unknown> = {}): void {
    this.tell('error', error, message, about);
  }

  private tell(level: 'warn' | 'error', error: unknown, message: string, about: Record<string, unknown>): void {
    const unsaid = this.meet(`${message} ${kindOf(error)}`);
    if (unsaid !== null) this.logger[level]({ ...about, ...(unsaid > 0 && { unsaid }), err: error }, message);
  }

  /** @returns how many times were not told since the last line; null when this one is not told either */
  private meet(kind: string): number | null {
    const now = this.now();
    const before = this.kinds.get(kind);
    if (!before || now - before.metAt >= OVER_AFTER_MS) {
      if (!before && this.kinds.size >= MOST_KINDS) this.kinds.delete([...this.kinds.keys()][0]!);
      this.kinds.set(kind, { at: now, metAt: now, againMs: FIRST_AGAIN_MS, unsaid: 0 });
      return before?.unsaid ?? 0;
    }
    before.metAt = now;
    if (now - before.at < before.againMs) {
      before.unsaid += 1;
      return null;
    }
    const { unsaid } = before;
    Object.assign(before, { at: now, againMs: Math.min(LAST_AGAIN_MS, before.againMs * 2), unsaid: 0 });
    return unsaid;
  }
}

/** The same trouble has one kind, no matter which job or connection met it. */
function kindOf(error: unknown): string {
  // A connection that ended without a word.
  if (error === undefined) return 'away';
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? String(error.code) : '';
  if (AWAY.test(code) || /^Connection terminated|not queryable/.test(error.message)) return 'away';
  return code || error.message.replace(/[0-9a-f-]*[0-9][0-9a-f-]*/g, '#');
}
