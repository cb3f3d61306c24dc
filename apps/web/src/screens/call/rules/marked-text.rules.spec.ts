import type { Turn } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import type { TextMark } from './evidence.rules.js';
import { inContext, markedRuns, matchesIn } from './marked-text.rules.js';

const text = 'we will call you back';
const word = (fromChar: number, toChar: number, confidence: number | null = 0.9) => ({
  text: text.slice(fromChar, toChar),
  fromMs: fromChar * 100,
  toMs: toChar * 100,
  fromChar,
  toChar,
  confidence,
});
const turn: Turn = {
  index: 0,
  speaker: 'agent',
  fromMs: 0,
  toMs: 2100,
  text,
  words: [word(0, 2), word(3, 7, 0.2), word(8, 12), word(13, 16), word(17, 21)],
};
const mark = (itemId: string, fromChar: number, toChar: number, outcome: TextMark['outcome'] = 'met'): TextMark => ({
  itemId,
  outcome,
  title: { zh: itemId, en: itemId },
  turn: 0,
  fromChar,
  toChar,
});
const said = (runs: ReturnType<typeof markedRuns>) =>
  runs.map((r) => [r.mark?.itemId ?? null, r.pieces.map((p) => p.text).join('')]);

describe('marked text', () => {
  it('keeps every character, in order, with any overlaps', () => {
    const runs = markedRuns(turn, [mark('a', 3, 12), mark('b', 8, 21, 'not_met')], null, 'you');
    expect(runs.flatMap((r) => r.pieces.map((p) => p.text)).join('')).toBe(text);
  });
  it('lets the graver outcome win, and the selected item above all', () => {
    const marks = [mark('a', 3, 12), mark('b', 8, 16, 'not_met')];
    expect(said(markedRuns(turn, marks, null, ''))).toEqual([
      [null, 'we '],
      ['a', 'will '],
      ['b', 'call you'],
      [null, ' back'],
    ]);
    expect(said(markedRuns(turn, marks, 'a', ''))[1]).toEqual(['a', 'will call']);
  });
  it('knows the time of each word, and which words the engine was unsure of', () => {
    const pieces = markedRuns(turn, [], null, '').flatMap((r) => r.pieces);
    expect(pieces.find((p) => p.text === 'will')).toMatchObject({ ms: 300, unsure: true });
    expect(pieces.find((p) => p.text === 'call')).toMatchObject({ ms: 800, unsure: false });
  });
  it('finds words in any case, also inside others', () => {
    expect(matchesIn('Call, recall', 'CALL')).toEqual([
      [0, 4],
      [8, 12],
    ]);
    expect(matchesIn('Call', '  ')).toEqual([]);
  });
  it('quotes with the clause around it', () => {
    const zh = '我已经提交退费申请，财务审核以后会尽快给您回电。再见。';
    expect(inContext(zh, 17, 23)).toEqual({ before: '…财务审核以后会', quote: '尽快给您回电', after: '。' });
    expect(inContext('call you back', 0, 4)).toEqual({ before: '', quote: 'call', after: ' you back' });
  });
});
