import { measureTurns, medianOf, type Spoken } from './turns.rules.js';

const at = (speaker: 'agent' | 'customer', fromMs: number, toMs: number): Spoken => ({ speaker, fromMs, toMs });
const SAID = [
  at('customer', 0, 900),
  at('agent', 1_000, 4_000),
  at('customer', 4_500, 5_000),
  at('agent', 5_200, 9_000),
];

describe('turns that were heard', () => {
  it('are as they were said when they are cut into more pieces', () => {
    const pieces = [at('customer', 100, 900), at('agent', 1_200, 2_000), at('agent', 2_100, 4_000), ...SAID.slice(2)];
    expect(measureTurns(SAID, pieces)).toEqual({ turns: 4, kept: 4, startErrorsMs: [100, 200, 0, 0] });
  });

  it('lose what was not heard between two turns of the other, and count what was never said', () => {
    const { turns, kept } = measureTurns(SAID, [SAID[0] as Spoken, at('agent', 1_000, 9_000)]);
    expect([turns, kept]).toEqual([4, 2]);
    expect(measureTurns(SAID.slice(0, 2), SAID).kept).toBe(0);
    expect(measureTurns(SAID, [])).toEqual({ turns: 4, kept: 0, startErrorsMs: [] });
  });

  it('have a median', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([])]).toEqual([2, 2.5, NaN]);
  });
});
