import { readKey } from './list-cursor.rules.js';
import { apiRefusals } from '../refusals.js';

/** @throws DomainError `bad_cursor` */
export function keyFrom(cursor: string, parts: number): string[] {
  const key = readKey(cursor, parts);
  if (!key) throw apiRefusals.bad_cursor();
  return key;
}
