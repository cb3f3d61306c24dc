/*
 * Keypad digits (RFC 4733)
 *   A digit is many packets with the timestamp of its beginning and a duration that grows, the last of them sent three times. Only from when to
 *   when it was pressed is told: which key it was is looked at to know that it is one, and neither kept nor logged.
 */

/** Milliseconds since the session began. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The keys are events 0–15, the hook flash is 16. */
const LAST_KEY = 16;
const BYTES = 4;

/** How long a key has been pressed so far, in units of the clock. null: no key. */
export function pressedFor(payload: Buffer): number | null {
  if (payload.length < BYTES || (payload[0] as number) > LAST_KEY) return null;
  return payload.readUInt16BE(2);
}

const KEYS = '0123456789*#';
const IS_OVER = 0x80;

/** The key that was let go, where a packet says so; null: it does not. Asked for while consent is pending alone, and nowhere kept. */
export function releasedKey(payload: Buffer): string | null {
  if (payload.length < BYTES || ((payload[1] as number) & IS_OVER) === 0) return null;
  return KEYS[payload[0] as number] ?? null;
}

/** Where the same tone may be heard in either channel: some systems let its first moments through, and the other channel lags behind. */
const BEFORE_MS = 120;
const AFTER_MS = 180;

/** Spans that sound is masked in, newest last: together when they touch, and forgotten once nothing in flight can lie in them. */
export class MaskedSpans {
  readonly #spans: { fromMs: number; toMs: number }[] = [];

  /** @returns the span that is masked now, whole, for the record of it */
  press(fromMs: number, toMs: number): TimeSpan {
    const span = { fromMs: Math.max(0, fromMs - BEFORE_MS), toMs: toMs + AFTER_MS };
    const last = this.#spans.at(-1);
    if (last && span.fromMs <= last.toMs && span.toMs >= last.fromMs) {
      last.fromMs = Math.min(last.fromMs, span.fromMs);
      last.toMs = Math.max(last.toMs, span.toMs);
      return { ...last };
    }
    this.#spans.push(span);
    if (this.#spans.length > KEPT) this.#spans.shift();
    return { ...span };
  }

  covers(fromMs: number, toMs: number): boolean {
    return this.#spans.some((span) => fromMs < span.toMs && toMs > span.fromMs);
  }
}

const KEPT = 64;
