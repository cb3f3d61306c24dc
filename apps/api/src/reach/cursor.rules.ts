import { apiRefusals } from '../refusals.js';

/** Where a page of calls ended. Microseconds, because the database keeps them and two calls may start in one millisecond. */
export interface Cursor {
  startedAtMicros: string;
  /** null: the instant itself, for a page that begins at a date. */
  callId: string | null;
}

const FORM = /^(-?\d{1,17})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export const writeCursor = ({ startedAtMicros, callId }: { startedAtMicros: string; callId: string }): string =>
  Buffer.from(`${startedAtMicros}.${callId}`).toString('base64url');

/** @returns null when it is no cursor of ours */
export function readCursor(text: string): Cursor | null {
  const [, startedAtMicros, callId] = FORM.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  return startedAtMicros !== undefined && callId !== undefined ? { startedAtMicros, callId } : null;
}

export const atInstant = (instant: Date): Cursor => ({ startedAtMicros: `${instant.getTime()}000`, callId: null });

/** The place that a request names. @throws DomainError `bad_cursor` */
export function besideCursor(text: string): Cursor {
  const cursor = readCursor(text);
  if (cursor) return cursor;
  throw apiRefusals.bad_cursor();
}
