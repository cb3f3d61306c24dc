import { retentionDecision, type Standing } from './data-request-ledger.js';

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
