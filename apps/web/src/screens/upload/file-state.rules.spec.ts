import { describe, expect, it } from '@jest/globals';
import type { CallStage } from '#contracts';
import { canSend, isInBrowser, isInFlight, sumUp, type FileState } from './file-state.rules.js';
import { resultLine } from './result-line.rules.js';

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
