import { expect, it } from '@jest/globals';
import type { CoachingMoment } from '#contracts';
import { momentPlace } from './moment-place.rules.js';

const item = { checklistId: 'c', itemId: 'greeting.offer', title: { zh: '', en: '' } };

it.each([
  [{ callId: 'a', leg: 1, item: null, fromMs: null }, '/calls/a'],
  [{ callId: 'a', leg: 2, item, fromMs: 61_500 }, '/calls/a?item=greeting.offer&leg=2&t=61'],
])('%j is at %s', (moment, place) => {
  expect(momentPlace(moment as CoachingMoment)).toBe(place);
});
