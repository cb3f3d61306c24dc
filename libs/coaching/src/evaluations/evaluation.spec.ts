import { evaluationEnd, isOpen, countSame, withheldUntil, type EvaluationSeen } from './evaluation.rules.js';

const NOW = new Date('2026-03-10T09:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const open: EvaluationSeen = { until: inDays(1), submittedAt: null, endedWhy: null };

describe('an agent’s own scoring', () => {
  it.each([
    ['a draft', { ...open, until: null }, false, null],
    ['one that waits', open, true, null],
    ['one that is late', { ...open, until: NOW }, false, 'lapsed'],
    ['one that is answered', { ...open, submittedAt: NOW }, false, null],
    ['one that was answered in time', { ...open, until: inDays(-1), submittedAt: inDays(-2) }, false, null],
    ['one that was taken back', { ...open, endedWhy: 'taken_back' as const }, false, 'taken_back'],
  ])('of %s', (_what, one, canAnswer, end) => {
    expect([isOpen(one, NOW), evaluationEnd(one, NOW)]).toEqual([canAnswer, end]);
  });

  it('withholds a result for a week at most, and leaves three days to contest it', () => {
    expect(withheldUntil(NOW, null)).toEqual(inDays(7));
    expect(withheldUntil(NOW, inDays(30))).toEqual(inDays(7));
    expect(withheldUntil(NOW, inDays(6))).toEqual(inDays(3));
    expect(withheldUntil(NOW, inDays(4))).toEqual(inDays(1));
    expect(withheldUntil(NOW, inDays(3.9))).toBeNull();
  });

  it('is compared where both judged: that one cannot tell is no disagreement', () => {
    expect(countSame([{ own: 'insufficient', result: 'met' }])).toBeNull();
    expect(
      countSame([
        { own: 'met', result: 'met' },
        { own: 'met', result: 'not_met' },
        { own: null, result: 'met' },
        { own: 'not_applicable', result: 'insufficient' },
      ]),
    ).toEqual({ n: 1, of: 2 });
  });
});
