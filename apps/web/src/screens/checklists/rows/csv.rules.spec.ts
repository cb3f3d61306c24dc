import { describe, expect, it } from '@jest/globals';
import { rowsOfCsv, textOfBytes } from './csv.rules.js';

describe('a table as text', () => {
  it('is read with quotation marks, line breaks in cells, and any of three separators', () => {
    expect(rowsOfCsv('\ufeffa,b\r\n"x ""y""","1\n2"\r\n')).toEqual([
      ['a', 'b'],
      ['x "y"', '1\n2'],
    ]);
    expect(rowsOfCsv('a;b;c\n1;2,5;3')[1]).toEqual(['1', '2,5', '3']);
    expect(rowsOfCsv('a\tb\n1\t2')[1]).toEqual(['1', '2']);
  });

  it('is read as Chinese machines write it', () => {
    expect(textOfBytes(Uint8Array.of(0xbb, 0xb7, 0xbd, 0xda))).toBe('环节');
    expect(textOfBytes(new TextEncoder().encode('环节'))).toBe('环节');
  });
});
