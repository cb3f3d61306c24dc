import { clipEnd } from './clip-window.rules.js';

/** A thousand bytes a second, a minute long. */
const sound = { size: 60_000, durationMs: 60_000 };
const clip = { fromMs: 20_000, toMs: 30_000 };

it.each([
  ['the head', 0, 512],
  ['what follows the head', 512, null],
  ['a moment too early', 16_999, null],
  ['just before the stretch', 17_000, 31_000],
  ['in it', 25_000, 31_000],
  ['its end', 30_999, 31_000],
  ['what follows it', 31_000, null],
])('%s, from byte %i: %p', (_what, from, end) => {
  expect(clipEnd({ from, ...sound }, clip)).toBe(end);
});

it('a stretch at the beginning is served to its end', () => {
  expect(clipEnd({ from: 0, ...sound }, { fromMs: 1000, toMs: 2000 })).toBe(3000);
});
