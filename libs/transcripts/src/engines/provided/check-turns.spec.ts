import { type Turn } from '#contracts';
import { lengthOf, MAX_TRANSCRIPT_LENGTH, withinLength } from './check-turns.rules.js';

const turn = (text: string): Turn => ({ index: 0, speaker: 'unknown', fromMs: 0, toMs: 1, text, words: [] });

it('counts a Han character, which is a word, as three', () => {
  expect([lengthOf('abc'), lengthOf('您好'), lengthOf('您a，')]).toEqual([3, 6, 5]);
});

it('leaves what an engine heard as it is, up to twelve hours of talk, and then ends it with a whole turn', () => {
  const half = turn('a'.repeat(MAX_TRANSCRIPT_LENGTH / 2));
  expect(withinLength([half, half])).toEqual([half, half]);
  expect(withinLength([half, half, turn('b')])).toEqual([half, half]);
});
