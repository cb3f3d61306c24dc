import { callStageSchema } from '#contracts';
import { JOURNEY, mayMove } from './journey.js';

describe('the journey of a call', () => {
  it('leads from known to scored without skipping a stage', () => {
    const path = ['known', 'recorded', 'sealed', 'transcribed', 'scored'] as const;
    for (const [i, stage] of path.entries()) {
      const ahead = path.slice(i + 1);
      expect(ahead.filter((to) => mayMove(stage, to))).toEqual(ahead.slice(0, 1));
    }
  });

  it('never leaves scored or not_recorded', () => {
    expect(callStageSchema.options.filter((to) => mayMove('scored', to) || mayMove('not_recorded', to))).toEqual([]);
  });

  it('can be taken up again wherever a job failed', () => {
    for (const to of JOURNEY.needs_attention) expect(mayMove(to, 'needs_attention')).toBe(true);
  });
});
