import { apiRefusals } from '../refusals.js';

/** Where a page ended: the last row's key, as text that addresses can hold. */
export const writeKey = (...parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** @returns null when it is no key with so many parts of ours */
export function readKey(text: string, parts: number): string[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const good =
      Array.isArray(key) && key.length === parts && key.every((p) => typeof p === 'string' && !p.includes('\0'));
    return good ? (key as string[]) : null;
  } catch {
    return null;
  }
}

/** @throws DomainError `bad_cursor` */
export function keyFrom(cursor: string, parts: number): string[] {
  const key = readKey(cursor, parts);
  if (!key) throw apiRefusals.bad_cursor();
  return key;
}
