import fc from 'fast-check';
import { commitmentOf, draw, frameHash, picksHash, type FrameLeg } from '#reviews/rules';
import { contentHash } from '#quality/rules';
import { problemsOf } from './replay-draw.mjs';

const seed = '5e'.repeat(32);
const keep = (
  frame: FrameLeg[],
  content: {
    kind: 'random' | 'risk';
    strata: 'none' | 'agent';
    size: { n: number; per: 'all' | 'stratum' | 'reviewer' };
  },
) => {
  const picks = draw(frame, content, seed, 2);
  return {
    ...{
      format: 'shouwen.draw/1',
      plan: { content, sha256: contentHash(content) },
      reviewers: 2,
      seed,
      seedSha256: commitmentOf(seed),
    },
    ...{
      committedAt: '2026-03-08T15:59:00.000Z',
      fromAt: '2026-03-08T16:00:00.000Z',
      drawnAt: '2026-03-15T16:00:05.000Z',
    },
    ...{ frameSha256: frameHash(frame), picksSha256: picksHash(picks), picks: picks.map(({ legId }) => legId) },
    frame: frame.map(({ legId, stratum, severity }) => [legId, stratum, severity] as [string, string, number]),
  };
};

describe('a draw that is made again without the product', () => {
  it('comes to the same', () => {
    const leg = fc.record({
      legId: fc.uuid(),
      stratum: fc.constantFrom('a', 'b', '队列'),
      severity: fc.nat({ max: 2 }),
    });
    const frames = fc.uniqueArray(leg, { selector: ({ legId }) => legId, maxLength: 25 });
    const plans = fc.record({
      kind: fc.constant('random' as const),
      strata: fc.constantFrom('none' as const, 'agent' as const),
      size: fc.record({
        n: fc.integer({ min: 1, max: 7 }),
        per: fc.constantFrom('all' as const, 'stratum' as const, 'reviewer' as const),
      }),
    });
    fc.assert(
      fc.property(frames, plans, (frame, plan) => {
        expect(problemsOf(keep(frame, plan))).toEqual([]);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('says what was changed afterwards', () => {
    const frame = Array.from({ length: 9 }, (_, at) => ({ legId: `leg-${at}`, stratum: '', severity: 0 }));
    const kept = keep(frame, { kind: 'random', strata: 'none', size: { n: 2, per: 'all' } });
    expect(problemsOf({ ...kept, seed: 'aa'.repeat(32) })[0]).toBe('the seed is not the one that was committed');
    expect(problemsOf({ ...kept, frame: kept.frame.slice(1) })).toContain('the frame is not the one that was hashed');
    const plan = { ...kept.plan, content: { ...kept.plan.content, strata: 'agent' } };
    expect(problemsOf({ ...kept, plan })).toContain('the plan is not the one that was saved');
    expect(problemsOf({ ...kept, committedAt: kept.fromAt })).toEqual([
      'the seed was committed after the period began',
    ]);
    expect(problemsOf({ ...kept, picks: kept.picks.toReversed() })).toEqual([
      'the picks in the file are not what seed and frame give',
    ]);
  });
});
