import { apiRefusals } from '../refusals.js';
import { readCursor, type Cursor } from './cursor.rules.js';

/** The place that a request names. @throws DomainError `bad_cursor` */
export function besideCursor(text: string): Cursor {
  const cursor = readCursor(text);
  if (cursor) return cursor;
  throw apiRefusals.bad_cursor();
}
