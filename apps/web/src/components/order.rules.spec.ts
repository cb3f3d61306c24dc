import { describe, expect, it } from '@jest/globals';
import { inOrder, pressed } from './order.rules.js';

describe('the order of a table', () => {
  it('is taken by a first press, turned round by a second and left by a third', () => {
    expect(pressed(null, 2)).toEqual({ at: 2, down: false });
    expect(pressed({ at: 2, down: false }, 2)).toEqual({ at: 2, down: true });
    expect(pressed({ at: 2, down: true }, 2)).toBeNull();
    expect(pressed({ at: 2, down: true }, 0)).toEqual({ at: 0, down: false });
  });

  it('is that of numbers, with what is not known last in both directions', () => {
    const rows = [7, null, 12, 3];
    expect(inOrder(rows, (n) => n, false, 'en')).toEqual([3, 7, 12, null]);
    expect(inOrder(rows, (n) => n, true, 'en')).toEqual([12, 7, 3, null]);
  });

  it('is that of the language, by pronunciation in Chinese, and counts numbers in words', () => {
    expect(inOrder(['周敏', '李佳宁', '王磊'], (name) => name, false, 'zh')).toEqual(['李佳宁', '王磊', '周敏']);
    expect(inOrder(['v10', 'v9'], (name) => name, false, 'en')).toEqual(['v9', 'v10']);
  });

  it('leaves rows that are alike as they came, and the rows that were given untouched', () => {
    const rows = [
      { id: 'b', n: 1 },
      { id: 'a', n: 1 },
    ];
    expect(inOrder(rows, ({ n }) => n, true, 'en')).toEqual(rows);
    expect(rows[0]?.id).toBe('b');
  });
});
