import { expect, it } from '@jest/globals';
import { landingOf } from './landing.rules.js';

it('begins with a screen that the person may use', () => {
  expect(landingOf(['journal.read', 'calls.read'])).toBe('/journal');
  expect(landingOf(['calls.read', 'processing.read'])).toBe('/calls');
  expect(landingOf(['people.manage', 'processing.read'])).toBe('/processing');
  expect(landingOf(['people.manage'])).toBe('/people');
  expect(landingOf([])).toBe('/account');
});
