import { DomainError } from '#platform';
import { readKey } from './list-cursor.rules.js';

/** @throws DomainError `bad_cursor` */
export function keyFrom(cursor: string, parts: number): string[] {
  const key = readKey(cursor, parts);
  if (!key) throw badCursor();
  return key;
}

export const badCursor = () =>
  new DomainError('bad_cursor', 'bad_input', {
    zh: '翻页位置无效，请从第一页重新开始。',
    en: 'The cursor is not one that this list gave; start again at the first page.',
  });
