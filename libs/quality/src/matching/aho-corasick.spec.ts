import fc from 'fast-check';
import { buildAutomaton } from './aho-corasick.rules.js';

type Hit = [pattern: number, end: number];

const search = (patterns: number[][], text: number[], alphabetSize = 8): Hit[] => {
  const hits: Hit[] = [];
  buildAutomaton(patterns, alphabetSize).scan(text, text.length, (pattern, end) => hits.push([pattern, end]));
  return hits;
};

const naive = (patterns: number[][], text: number[]): Hit[] =>
  patterns.flatMap((pattern, index) =>
    text.flatMap((_, start): Hit[] => {
      const found = pattern.length > 0 && pattern.every((symbol, i) => text[start + i] === symbol);
      return found ? [[index, start + pattern.length]] : [];
    }),
  );

const sorted = (hits: Hit[]): Hit[] => [...hits].sort((a, b) => a[0] - b[0] || a[1] - b[1]);

describe('Aho–Corasick', () => {
  it('finds what a naive search finds, overlaps included', () => {
    const symbol = fc.integer({ min: 1, max: 4 });
    const patterns = fc.array(fc.array(symbol, { maxLength: 5 }), { maxLength: 12 });
    const text = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 });
    fc.assert(
      fc.property(patterns, text, (ps, t) => {
        expect(sorted(search(ps, t))).toEqual(sorted(naive(ps, t)));
      }),
      { seed: 20260312, numRuns: 600 },
    );
  });

  it('finds what a naive search finds in a wide, sparse alphabet', () => {
    const symbol = fc.integer({ min: 1, max: 399 });
    const seeds = fc.array(fc.array(symbol, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(seeds, fc.infiniteStream(fc.nat(1000)), (ps, picks) => {
        const text = Array.from({ length: 20 }, () => ps[picks.next().value % ps.length]!).flat();
        expect(sorted(search(ps, text, 400))).toEqual(sorted(naive(ps, text)));
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('reports equal patterns, patterns inside patterns, and starts again after an unknown symbol', () => {
    expect(search([[1, 2, 3], [2, 3], [2, 3], [3]], [1, 2, 3])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(search([[1, 2]], [1, 0, 2])).toEqual([]);
    expect(search([[1, 2]], [1, 99, 1, 2])).toEqual([[0, 4]]);
  });

  it('refuses the reserved symbol inside a pattern', () => {
    expect(() => buildAutomaton([[1, 0]], 4)).toThrow(RangeError);
  });
});
