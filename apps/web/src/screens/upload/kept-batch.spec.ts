import { beforeEach, describe, expect, it } from '@jest/globals';
import { keepBatch, takeKeptBatch } from './kept-batch.js';

const taken = {
  ...{ kind: 'taken' as const, callId: 'c1', stage: 'sealed' as const, reason: null, progress: 0.4 },
  ...{ alreadyHere: false, incomplete: false },
};

describe('a batch of recordings whose page is read again', () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    Object.assign(globalThis, {
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
    });
    keepBatch('one', 1000, [
      { path: 'a.wav', bytes: 10, words: 'a.json', state: taken },
      { path: 'b.wav', bytes: 20, words: null, state: { kind: 'sending', share: 0.5 } },
      { path: 'Thumbs.db', bytes: 1, words: null, state: { kind: 'skipped', why: 'system_file' } },
    ]);
  });

  it('follows what was taken, and says of the rest that its file has to be chosen again', () => {
    expect(takeKeptBatch('one')).toEqual({
      startedAt: 1000,
      rows: [
        { path: 'a.wav', bytes: 10, words: 'a.json', state: { ...taken, progress: null } },
        { path: 'b.wav', bytes: 20, words: null, state: { kind: 'failed', why: 'not_kept' } },
      ],
    });
    expect(takeKeptBatch('one')).toBeNull();
  });

  it('is not told to another account in the same tab, nor kept for later', () => {
    expect(takeKeptBatch('other')).toBeNull();
    expect(takeKeptBatch('one')).toBeNull();
  });
});
