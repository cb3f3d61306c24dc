import { answerBy, retentionDecision, type Standing } from './data-request-ledger.js';

describe('hold over erasure or withdrawal over schedule', () => {
  it.each<[Standing['held'], Standing['request'], Standing['due'], ReturnType<typeof retentionDecision>]>([
    [false, 'none', false, 'keep'],
    [false, 'none', true, 'destroy'],
    [false, 'undecided', false, 'restrict'],
    [false, 'undecided', true, 'restrict'],
    [false, 'agreed', false, 'destroy'],
    [false, 'agreed', true, 'destroy'],
    [true, 'none', false, 'keep'],
    [true, 'none', true, 'keep'],
    [true, 'undecided', true, 'restrict'],
    [true, 'agreed', true, 'restrict'],
  ])('held %s, request %s, due %s: %s', (held, request, due, fate) => {
    expect(retentionDecision({ held, request, due })).toBe(fate);
  });
});

describe('the time for an answer', () => {
  it.each([
    ['thirty days where the month is longer', '2026-03-12T06:00:00Z', 'Asia/Shanghai', '2026-04-11T06:00:00.000Z'],
    ['a month in February', '2026-01-31T06:00:00Z', 'Asia/Shanghai', '2026-02-28T06:00:00.000Z'],
    [
      'the same hour after the clocks went forward',
      '2026-03-10T09:00:00Z',
      'Europe/Berlin',
      '2026-04-09T08:00:00.000Z',
    ],
  ])('is %s', (_, asked, zone, expected) => {
    expect(answerBy(new Date(asked), zone).toISOString()).toBe(expected);
  });
});
