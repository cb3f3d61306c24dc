import { expect, it } from '@jest/globals';
import type { Speaker, Turn } from '#contracts';
import { differencesOf } from './differences.rules.js';

const words = (...turns: [Speaker, string][]) => ({
  turns: turns.map(([speaker, text], index): Turn => ({
    ...{ index, speaker, text, words: [] },
    ...{ fromMs: index * 1000, toMs: index * 1000 + 900 },
  })),
});
const OLD = words(['agent', '您好，绿骨银行。'], ['customer', 'I was charged twice for it'], ['agent', '好的']);

it('names what was there and what is there now, with words around it and the turn', () => {
  const now = words(
    ['agent', '您好，绿谷银行'],
    ['customer', 'i was charged twice for a transfer today'],
    ['agent', '好的'],
  );
  expect(differencesOf(OLD, now)).toEqual([
    { speaker: 'agent', fromMs: 0, before: '骨', after: '谷', lead: '您好绿', trail: '银行' },
    {
      speaker: 'customer',
      fromMs: 1000,
      before: 'it',
      after: 'a transfer today',
      lead: 'was charged twice for',
      trail: '',
    },
  ]);
});

it('keeps sentences apart in the words around it', () => {
  const [found] = differencesOf(words(['agent', 'Good day. I see it']), words(['agent', 'Good day. I saw it']))!;
  expect(found).toMatchObject({ lead: 'Good day. I', before: 'see', after: 'saw', trail: 'it' });
});

it.each([
  [
    'a word too many',
    words(['agent', '您好，绿骨银行。'], ['customer', 'I was charged for it'], ['agent', '好的']),
    ['twice', ''],
  ],
  [
    'a word that was missing',
    words(['agent', '您好，我是绿骨银行。'], ['customer', 'I was charged twice for it'], ['agent', '好的']),
    ['', '我是'],
  ],
  [
    'who spoke',
    words(['agent', '您好，绿骨银行。'], ['customer', 'I was charged twice for it'], ['customer', '好的']),
    ['好的', '好的'],
  ],
])('tells %s', (_what, now, [before, after]) => {
  expect(differencesOf(OLD, now)?.map((one) => [one.before, one.after])).toEqual([[before, after]]);
});

it('finds nothing in the same words otherwise punctuated, and says when there is nothing in common', () => {
  expect(
    differencesOf(
      OLD,
      words(['agent', '您好绿骨银行'], ['customer', 'I was CHARGED twice, for it.'], ['agent', '好的。']),
    ),
  ).toEqual([]);
  const long = (word: string) => words(['agent', Array.from({ length: 3_000 }, (_, i) => `${word}${i}`).join(' ')]);
  expect(differencesOf(long('a'), long('b'))).toBeNull();
});
