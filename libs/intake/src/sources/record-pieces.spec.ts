import { recordPieces } from './record-pieces.rules.js';

const line = (n: number) => `${n},${'x'.repeat(90)}\n`;
const whole = `number,what\n${Array.from({ length: 10_000 }, (_, n) => line(n)).join('')}`;

describe('a file of records in pieces', () => {
  it('is whole lines, each piece with the first line and the last before it', () => {
    const pieces = [...recordPieces(whole)];
    expect(pieces.length).toBeGreaterThan(6);
    let read = '';
    for (const { text, known, before } of pieces) {
      const lines = text.split('\n').slice(0, -1);
      expect(lines[0]).toBe('number,what');
      expect(read.split('\n').length - 1).toBe(before);
      if (known === 2) expect(read.endsWith(`${lines[1]}\n`)).toBe(true);
      read += `${lines.slice(known).join('\n')}\n`;
      expect(text.length).toBeLessThan(132 * 1024);
    }
    expect(read).toBe(whole);
  });

  it('ends where the file does, with a line or within one', () => {
    expect([...recordPieces('a\nb')]).toEqual([{ text: 'a\nb', known: 0, before: 0 }]);
    expect([...recordPieces('')]).toEqual([]);
    expect([...recordPieces('[{"a":1}]')]).toEqual([{ text: '[{"a":1}]', known: 0, before: 0 }]);
  });
});
