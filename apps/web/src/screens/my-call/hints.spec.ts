import { describe, expect, it } from '@jest/globals';
import type { LiveCall } from '#contracts';
import { hintsOf, keyDoes, pauseLeft, shownHints } from './hints.rules.js';

const T0 = Date.parse('2026-12-01T06:00:00.000Z');
const call = (recording: LiveCall['recording'], silentSince: string | null = null): LiveCall => ({
  ...{ liveCallId: '0199d3a0-0000-7000-8000-00000000000a', source: 'siprec', agent: null, customer: null },
  ...{ beganAt: new Date(T0).toISOString(), since: new Date(T0).toISOString(), pauseEndsAt: null },
  ...{ recording, silentSince, timeline: [], asked: [], hearing: 'not_heard', followed: false },
});

describe('hints of a call that goes on', () => {
  it('remind of a pause after a minute, and of consent after half a one', () => {
    expect(hintsOf(call('paused'), T0 + 60_000)).toEqual([]);
    expect(hintsOf(call('paused'), T0 + 60_001)).toEqual(['paused_long']);
    expect(hintsOf(call('consent_pending'), T0 + 30_000)).toEqual([]);
    expect(hintsOf(call('consent_pending'), T0 + 30_001)).toEqual(['consent_waits']);
    expect(hintsOf(call('recording'), T0 + 900_000)).toEqual([]);
  });

  it('say that nothing comes from the line, but not while it is held', () => {
    const silent = new Date(T0).toISOString();
    expect(hintsOf(call('recording', silent), T0 + 21_000)).toEqual(['silent']);
    expect(hintsOf(call('held', silent), T0 + 21_000)).toEqual([]);
  });
});

describe('the key of a call that goes on', () => {
  it('pauses what is recorded, goes on with what is paused, and is nothing else', () => {
    expect(keyDoes('recording')).toBe('pause');
    expect(keyDoes('paused')).toBe('resume');
    for (const other of ['consent_pending', 'held', 'refused', 'withdrawn'] as const) expect(keyDoes(other)).toBeNull();
  });

  it('counts the rest of a pause, and never below nothing', () => {
    const ends = new Date(T0).toISOString();
    expect(pauseLeft(ends, T0 - 5000)).toBe(5000);
    expect(pauseLeft(ends, T0 + 1)).toBe(0);
  });
});

describe('hints from words', () => {
  const said = (toldAt: number, ...hints: Parameters<typeof shownHints>[0][number]['hints'][number][]) => ({
    ...{ order: toldAt, speaker: 'agent' as const, language: 'en' as const, fromMs: 0, text: 'x', hints, toldAt },
  });

  it('stand for a while, the newest of each, and a promise until its time was said', () => {
    expect(shownHints([said(T0, 'remark'), said(T0 + 30_000, 'remark')], T0 + 60_000)).toEqual(['remark']);
    expect(shownHints([said(T0, 'remark')], T0 + 60_000)).toEqual([]);
    expect(shownHints([said(T0, 'promise_time')], T0 + 1)).toEqual(['promise_time']);
    expect(shownHints([said(T0, 'promise_time'), said(T0 + 1, 'promise_noted')], T0 + 2)).toEqual(['promise_noted']);
  });
});
