import { describe, expect, it } from '@jest/globals';
import {
  hold,
  OPEN,
  setbackOf,
  SILENCE_MS,
  type Queue,
  type PauseReason,
  canSend,
  isInBrowser,
  isInFlight,
  sumUp,
  type FileState,
  resultLine,
} from './pause.rules.js';
import type { CallStage } from '#contracts';

const NOW = Date.parse('2026-03-12T14:02:00Z');
const SILENT: PauseReason = { why: 'silent', afterMs: null };
const asked = (seconds: number): PauseReason => ({ why: 'asked', afterMs: seconds * 1_000 });

describe('an answer that says "not now"', () => {
  it('is 429 from a server, and silence or a proxy’s word for it', () => {
    expect(setbackOf(429, '7', NOW)).toEqual({ why: 'asked', afterMs: 7_000 });
    expect([0, 502, 503, 504].map((status) => setbackOf(status, null, NOW)?.why)).toEqual(Array(4).fill('silent'));
    expect([201, 400, 401, 409, 500].map((status) => setbackOf(status, '7', NOW))).toEqual(Array(5).fill(null));
  });

  it('names its time in seconds or as a date, at least a second; what cannot be read says nothing', () => {
    const after = (text: string | null) => setbackOf(503, text, NOW)?.afterMs;
    expect(after('Thu, 12 Mar 2026 14:02:30 GMT')).toBe(30_000);
    expect([after('0'), after('Thu, 12 Mar 2026 14:01:00 GMT')]).toEqual([1_000, 1_000]);
    expect([after(null), after(''), after('soon')]).toEqual([null, null, null]);
  });
});

describe('the queue', () => {
  it('waits as long as the server asks, however often it asks', () => {
    let queue: Queue = OPEN;
    for (let now = NOW, round = 0; round < 20; round++, now += 60_000) {
      const held = hold(queue, asked(60), 0, now);
      expect(held).toEqual({ queue: { silences: 0, pause: { why: 'asked', until: now + 60_000 } }, verdict: 'again' });
      queue = held.queue;
    }
    expect(hold(OPEN, { why: 'asked', afterMs: null }, 0, NOW).queue.pause?.until).toBe(NOW + 10_000);
    expect(hold(OPEN, asked(86_400), 0, NOW).queue.pause?.until).toBe(NOW + 3_600_000);
  });

  it('waits longer each time that no answer comes, then gives up all that waits', () => {
    let queue: Queue = OPEN;
    let now = NOW;
    const waited = SILENCE_MS.map((_, met) => {
      const held = hold(queue, SILENT, met, now);
      expect(held.verdict).toBe('again');
      queue = held.queue;
      const ms = (queue.pause?.until ?? 0) - now;
      now = queue.pause?.until ?? 0;
      return ms;
    });
    expect(waited).toEqual([...SILENCE_MS]);
    expect(hold(queue, SILENT, 0, now).verdict).toBe('all_failed');
  });

  it('counts one silence for files that were on their way together', () => {
    const { queue } = hold(OPEN, SILENT, 0, NOW);
    expect(hold(queue, SILENT, 0, NOW + 40)).toEqual({ queue, verdict: 'again' });
  });

  it('gives up one file alone that breaks off while others are taken', () => {
    expect(hold(OPEN, SILENT, SILENCE_MS.length, NOW)).toEqual({ queue: OPEN, verdict: 'failed' });
  });

  it('ends with the later of two pauses, and waits at least as long as a server that is down says', () => {
    const { queue } = hold(OPEN, asked(30), 0, NOW);
    expect(hold(queue, SILENT, 0, NOW).queue.pause).toEqual({ why: 'asked', until: NOW + 30_000 });
    expect(hold(OPEN, { why: 'silent', afterMs: 20_000 }, 0, NOW).queue.pause?.until).toBe(NOW + 20_000);
  });
});

const taken = (stage: CallStage): FileState => ({
  kind: 'taken',
  callId: 'c',
  stage,
  reason: null,
  progress: null,
  alreadyHere: false,
  incomplete: false,
});

describe('the state of a file', () => {
  it('moves until the call has come to an end', () => {
    expect((['recorded', 'sealed', 'transcribed'] as const).every((stage) => isInFlight(taken(stage)))).toBe(true);
    expect(
      (['scored', 'not_recorded', 'needs_attention', 'given_up', 'destroyed'] as const).some((s) =>
        isInFlight(taken(s)),
      ),
    ).toBe(false);
    expect(isInFlight({ kind: 'failed', why: 'unreachable' })).toBe(false);
  });

  it('is lost with the page only while it is on its way', () => {
    expect(isInBrowser({ kind: 'sending', share: 0.5 })).toBe(true);
    expect(isInBrowser(taken('recorded'))).toBe(false);
  });

  it('can be sent again unless the server has it, or it is no recording', () => {
    expect(canSend({ kind: 'cancelled' })).toBe(true);
    expect(canSend(taken('needs_attention'))).toBe(false);
    expect(canSend({ kind: 'failed', why: 'unreachable' })).toBe(true);
    expect(canSend({ kind: 'failed', why: 'not_kept' })).toBe(false);
    expect(canSend({ kind: 'skipped', why: 'system_file' })).toBe(false);
  });

  it('is summed up in a fixed order, without what there is none of', () => {
    const states: FileState[] = [{ kind: 'cancelled' }, taken('scored'), taken('sealed'), taken('scored')];
    expect(sumUp(states)).toEqual([
      { group: 'processing', count: 1 },
      { group: 'scored', count: 2 },
      { group: 'cancelled', count: 1 },
    ]);
  });
});

describe('a line of results', () => {
  it('lets no spreadsheet run what a file is called', () => {
    expect(resultLine(['=1+1.wav', 'a "b"', ''])).toBe(`"'=1+1.wav","a ""b""",""\r\n`);
  });
});
