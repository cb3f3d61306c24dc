/** Where a page of calls ended. Microseconds, because the database keeps them and two calls may start in one millisecond. */
export interface Cursor {
  startedAtMicros: string;
  callId: string;
}

const FORM = /^(-?\d{1,17})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export const writeCursor = ({ startedAtMicros, callId }: Cursor): string =>
  Buffer.from(`${startedAtMicros}.${callId}`).toString('base64url');

/** @returns null when it is no cursor of ours */
export function readCursor(text: string): Cursor | null {
  const [, startedAtMicros, callId] = FORM.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  return startedAtMicros !== undefined && callId !== undefined ? { startedAtMicros, callId } : null;
}
