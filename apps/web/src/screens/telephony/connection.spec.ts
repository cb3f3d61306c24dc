import { expect, it } from '@jest/globals';
import type { CaptureFigures } from '#contracts';
import { heardOf, troublesOf, turnedAway } from './connection.rules.js';

const FIGURES = {
  spool: { bytes: 10, limitBytes: 100 },
  keys: { ready: 10, wanted: 10 },
  buffer: { bytes: null, wantedBytes: 1000 },
  refused: [{ why: 'full', count: 2 }],
  dropped: [{ why: 'stranger', count: 7 }],
} as unknown as CaptureFigures;

it('a process is away when it has not reported for half a minute', () => {
  expect(heardOf('2026-12-01T02:00:00.000Z', '2026-12-01T02:00:05.000Z')).toEqual({ agoMs: 5000, stale: false });
  expect(heardOf('2026-12-01T02:00:00.000Z', '2026-12-01T02:03:00.000Z')).toEqual({ agoMs: 180_000, stale: true });
  // Clocks of two machines differ.
  expect(heardOf('2026-12-01T02:00:01.000Z', '2026-12-01T02:00:00.000Z')).toEqual({ agoMs: 0, stale: false });
});

it('tells only what needs a person', () => {
  expect(troublesOf(FIGURES)).toEqual([]);
  const full = { ...FIGURES, spool: { bytes: 80, limitBytes: 100 }, keys: { ready: 4, wanted: 10 } };
  expect(troublesOf({ ...full, buffer: { bytes: 999, wantedBytes: 1000 } })).toEqual([
    'spoolFull',
    'keysLow',
    'bufferSmall',
  ]);
});

it('puts what was turned away most often first', () =>
  expect(turnedAway(FIGURES).map(({ done, why }) => [done, why])).toEqual([
    ['dropped', 'stranger'],
    ['refused', 'full'],
  ]));
