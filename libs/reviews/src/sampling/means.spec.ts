import { agentMeans } from './means.rules.js';

const of = (personId: string, share: number, n: number) => ({
  personId,
  shares: Array.from({ length: n }, () => share),
});

describe('the means of agents', () => {
  it('carry how many they rest on, and an interval that is wider for fewer', () => {
    const [few, many] = agentMeans([of('few', 0.8, 4), of('many', 0.8, 100)]);
    expect([few?.n, few?.mean, many?.n]).toEqual([4, expect.closeTo(0.8), 100]);
    const width = (one: typeof few) => one!.interval[1] - one!.interval[0];
    expect(width(few)).toBeGreaterThan(width(many) * 3);
    expect(many?.interval).toEqual([expect.closeTo(0.711, 3), expect.closeTo(0.867, 3)]);
  });

  it('are never certain, also where all calls came to the same', () => {
    const [perfect] = agentMeans([of('a', 1, 3)]);
    expect(perfect?.interval[0]).toBeLessThan(0.5);
    expect(perfect?.interval[1]).toBe(1);
  });

  it('say with how many others they overlap, and give nothing without a reviewed call', () => {
    const means = agentMeans([of('low', 0.1, 60), of('middle', 0.8, 30), of('high', 0.9, 30), of('none', 0, 0)]);
    expect(means.map(({ personId, overlaps }) => [personId, overlaps])).toEqual([
      ['low', 0],
      ['middle', 1],
      ['high', 1],
    ]);
  });
});
