import { STRETCHES_AS_THEY_LIE } from './packed-stretches.rules.js';

const lying = (channels: number[][]): (string | number[])[] => STRETCHES_AS_THEY_LIE.to(channels);
const again = (channels: number[][]): number[][] => STRETCHES_AS_THEY_LIE.from(lying(channels));

describe('stretches of speech in their row', () => {
  it('come out as they went in: none, short ones, and those of a long call', () => {
    const long = Array.from({ length: 2_000 }, (_, i) => i * i);
    for (const channels of [[[]], [[0, 127, 128, 16_383, 16_384, 86_400_000], []], [long, long.map((at) => at + 7)]])
      expect(again(channels)).toEqual(channels);
    expect(JSON.stringify(lying([long])).length).toBeLessThan(JSON.stringify([long]).length / 2);
  });

  it('are read where they lie as numbers, and lie so where they do not rise', () => {
    expect(STRETCHES_AS_THEY_LIE.from([[5, 9], [12]])).toEqual([[5, 9], [12]]);
    for (const odd of [[[9, 5]], [[0.5, 1]], [[0, 2 ** 31]]]) expect([lying(odd), again(odd)]).toEqual([odd, odd]);
  });
});
