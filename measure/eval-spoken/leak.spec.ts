import { countLeaks, withLeak } from './leak.rules.js';

describe('a leak that is laid into both channels', () => {
  it('is so much quieter, and a little later', () => {
    const one = Int16Array.from([10_000, 0, 0, 0]);
    const other = Int16Array.from([0, 0, 0, 5_000]);
    expect([...withLeak([one, other], -20, 2)]).toEqual([10_000, 0, 0, 0, 0, 1_000, 0, 5_000]);
    expect([...withLeak([one, other], -Infinity, 2)]).toEqual([10_000, 0, 0, 0, 0, 0, 0, 5_000]);
  });
});

describe('what was heard twice', () => {
  it('is what a channel says while only the other speaks', () => {
    const turns = [
      { speaker: 'agent' as const, fromMs: 1_000, toMs: 3_000 },
      { speaker: 'customer' as const, fromMs: 4_000, toMs: 6_000 },
    ];
    const words = [
      { text: '您好', fromMs: 1_100, toMs: 1_500 },
      { text: 'refund', fromMs: 4_600, toMs: 5_000 },
    ];
    expect(countLeaks(words, 'agent', turns)).toEqual({ own: 2, doubled: 1 });
    expect(countLeaks(words, 'customer', turns)).toEqual({ own: 1, doubled: 2 });
  });
});
