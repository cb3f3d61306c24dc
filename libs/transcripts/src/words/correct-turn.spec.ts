import { type Turn } from '#contracts';
import { spreadWords } from '../turns/spread-words.rules.js';
import { correctTurn } from './correct-turn.rules.js';

const turn = (text: string, fromMs: number, toMs: number): Turn => ({
  ...{ index: 0, speaker: 'agent', fromMs, toMs, text },
  words: spreadWords(text, fromMs, toMs).map((word) => ({ ...word, confidence: 0.4 })),
});
const told = ({ words }: Turn) => words.map(({ text, fromMs, toMs }) => [text, fromMs, toMs]);

it('keeps the times of what stays, and gives what was misheard the time in between', () => {
  const heard = turn('绿骨银行您好', 1_000, 7_000);
  expect(told(correctTurn(heard, '绿谷银行，您好'))).toEqual([
    ['绿', 1_000, 2_000],
    ['谷', 2_000, 3_000],
    ['银', 3_000, 4_000],
    ['行', 4_000, 5_000],
    ['您', 5_000, 6_000],
    ['好', 6_000, 7_000],
  ]);
});

it('takes words that the engine heard as one', () => {
  const heard: Turn = {
    ...turn('', 0, 2_000),
    text: '您好，工号3068',
    words: [
      { text: '您好', fromMs: 0, toMs: 400, fromChar: 0, toChar: 2, confidence: 0.9 },
      { text: '工号3068', fromMs: 800, toMs: 2_000, fromChar: 3, toChar: 9, confidence: 0.3 },
    ],
  };
  const corrected = correctTurn(heard, '您好，工号3086');
  expect(told(corrected).slice(0, 2)).toEqual([
    ['您', 0, 200],
    ['好', 200, 400],
  ]);
  const last = corrected.words.at(-1)!;
  expect([last.text, last.fromMs, last.toMs]).toEqual(['3086', 1_200, 2_000]);
});

it.each([
  ['every word is another', 'something else entirely was said'],
  ['a word was left out at the beginning', 'well I was charged twice'],
  ['a word was left out at the end', 'I was charged twice yesterday'],
  ['a word too many was heard', 'I charged twice'],
  ['nothing but marks is left', '…'],
])('stays within the turn and in order where %s', (_what, text) => {
  const corrected = correctTurn(turn('I was charged twice', 500, 4_500), text);
  const edges = corrected.words.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  expect(edges).toEqual([...edges].sort((a, b) => a - b));
  expect(edges.every((ms) => ms >= 500 && ms <= 4_500)).toBe(true);
  expect(corrected.words.map(({ fromChar, toChar }) => text.slice(fromChar, toChar))).toEqual(
    corrected.words.map((word) => word.text),
  );
  expect(corrected.words.every(({ confidence }) => confidence === 1)).toBe(true);
});
