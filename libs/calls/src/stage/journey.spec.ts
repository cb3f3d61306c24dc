import { callStageSchema } from '#contracts';
import { mayMove, stageBefore } from './journey.js';

describe('the journey of a call', () => {
  it('leads from known to scored without skipping a stage', () => {
    const path = ['known', 'recorded', 'sealed', 'transcribed', 'scored'] as const;
    for (const [i, stage] of path.entries()) {
      const ahead = path.slice(i + 1);
      expect(ahead.filter((to) => mayMove(stage, to))).toEqual(ahead.slice(0, 1));
    }
  });

  it('never leaves not_recorded, and scored only for a person to look', () => {
    expect(callStageSchema.options.filter((to) => mayMove('not_recorded', to))).toEqual([]);
    expect(callStageSchema.options.filter((to) => mayMove('scored', to))).toEqual(['needs_attention']);
  });

  it.each(['needs_attention', 'given_up'] as const)('leaves %s only by a person, or with its recordings', (from) => {
    expect(callStageSchema.options.filter((to) => mayMove(from, to) && to !== 'destroyed')).toEqual([]);
  });

  it('never leaves destroyed, which takes only what has not come to its end', () => {
    expect(callStageSchema.options.filter((to) => mayMove('destroyed', to))).toEqual([]);
    expect(callStageSchema.options.filter((from) => mayMove(from, 'destroyed'))).toEqual([
      'recorded',
      'sealed',
      'transcribed',
      'needs_attention',
    ]);
  });

  it('goes back, on retry, to before the earliest of the jobs that run again', () => {
    expect(stageBefore(['score-leg', 'transcribe-recording'])).toBe('sealed');
    expect(stageBefore(['score-leg'])).toBe('transcribed');
    expect(stageBefore([])).toBeNull();
  });
});
