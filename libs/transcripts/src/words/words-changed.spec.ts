import { type Speaker, type Transcript } from '#contracts';
import { wordsChanged } from './words-changed.rules.js';

const words = (...turns: [Speaker, string][]): Transcript => ({
  format: 'shouwen.transcript/1',
  language: 'zh',
  engine: { name: 'x', version: '1', model: 'm' },
  durationMs: 1_000,
  channels: 2,
  turns: turns.map(([speaker, text], index) => ({ index, speaker, text, fromMs: 0, toMs: 0, words: [] })),
  unreliable: [],
});
const BEFORE = words(['agent', '您好，绿骨银行'], ['customer', 'I was charged twice']);

it.each([
  ['punctuation and capitals', words(['agent', '您好绿骨银行。'], ['customer', 'i was charged, twice!']), 0],
  ['a word for another', words(['agent', '您好，绿谷银行'], ['customer', 'I was charged twice']), 1],
  ['a word more', words(['agent', '您好，绿骨银行'], ['customer', 'I was charged twice today']), 1],
  ['a word less', words(['agent', '您好，绿骨银行'], ['customer', 'I charged twice']), 1],
  ['the other speaker', words(['agent', '您好，绿骨银行'], ['agent', 'I was charged twice']), 4],
  ['the same turn cut in two', words(['agent', '您好'], ['agent', '绿骨银行'], ['customer', 'I was charged twice']), 0],
])('counts %s', (_what, after, changed) => {
  expect(wordsChanged(BEFORE, after).changed).toBe(changed);
});

it('counts everything where nothing is alike', () => {
  const long = (word: string) => words(['agent', Array.from({ length: 4_000 }, (_, i) => `${word}${i}`).join(' ')]);
  expect(wordsChanged(long('a'), long('b'))).toEqual({ words: 4_000, changed: 4_000 });
});
