import { expect, it } from '@jest/globals';
import { reasonOfMany } from './reason-of-many.rules.js';

const open = (reason: 'speakers_unnamed' | 'ambiguous') => ({ outcome: 'insufficient' as const, reason });

it('what leaves several items open is said once, and what is about one item stays there', () => {
  const met = { outcome: 'met' as const, reason: null };
  expect(reasonOfMany([open('speakers_unnamed'), met, open('speakers_unnamed')])).toEqual({
    reason: 'speakers_unnamed',
    count: 2,
  });
  expect(reasonOfMany([open('speakers_unnamed'), met])).toBeNull();
  expect(reasonOfMany([open('ambiguous'), open('ambiguous')])).toBeNull();
});
