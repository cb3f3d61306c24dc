import { expect, it } from '@jest/globals';
import type { DraftPhraseList, HeardPhrase, PhrasePieceAnswer } from '#contracts';
import { lineKey, lineTried, nothingTried, placesOf, unread, withPiece } from './phrase-trial.rules.js';

const list: DraftPhraseList = {
  ...{ name: 'own.list_1', title: { zh: '', en: '' }, en: [] },
  zh: ['您好', '退款', '您好', '保修'],
};
const heard = (legId: string, line: number): HeardPhrase => ({
  ...{ legId, transcriptId: legId, turn: 0, fromChar: 0, toChar: 2, language: 'zh', line },
});
const piece = (calls: number, heardIn: readonly HeardPhrase[]): PhrasePieceAnswer => ({
  ...{ read: { zh: 20, en: 0 }, without: 1, matching: { zh: calls, en: 0 }, heard: [...heardIn] },
  lines: [0, 2].map((line) => ({ language: 'zh' as const, line, calls })).concat({ language: 'zh', line: 1, calls: 2 }),
  items: [{ itemId: 'own.hello', calls: 3 }],
});
const tried = [piece(15, [heard('a', 0), heard('a', 1)]), piece(10, [heard('b', 0)])].reduce(
  withPiece,
  nothingTried(list, 42),
);

it('adds up pieces, and a line that stands twice once', () => {
  expect([tried.read.zh, tried.without, tried.matching.zh, tried.items.get('own.hello')]).toEqual([40, 2, 25, 6]);
  expect(lineTried(tried, 'zh', '您好')).toEqual({ calls: 25, verdict: 'most' });
  expect(lineTried(tried, 'zh', '退款')).toEqual({ calls: 4, verdict: null });
});

it('marks a line that no call holds, and says nothing of one that was changed or not tried', () => {
  expect(lineTried(tried, 'zh', '保修')).toEqual({ calls: 0, verdict: 'none' });
  expect([lineTried(tried, 'zh', '保修期'), lineTried(tried, 'zh', ' '), lineTried(tried, 'en', '您好')]).toEqual([
    null,
    null,
    null,
  ]);
  // Of a few calls, most says little.
  const few = withPiece(nothingTried(list, 2), { ...piece(2, []), read: { zh: 2, en: 0 } });
  expect(lineTried(few, 'zh', '您好')?.verdict).toBeNull();
});

it('says of which language no call was read, so that its phrases do not pass for never heard', () => {
  const both = { ...list, en: ['refund'] };
  expect(unread(withPiece(nothingTried(both, 2), piece(2, [])))).toEqual(['en']);
  expect(unread(tried)).toEqual([]);
});

it('shows places of different calls first, of one line where it is asked for', () => {
  expect(placesOf(tried, null).map(({ legId, line }) => `${legId}${line}`)).toEqual(['a0', 'b0', 'a1']);
  expect(placesOf(tried, lineKey('zh', '退款')).map(({ legId }) => legId)).toEqual(['a']);
});
