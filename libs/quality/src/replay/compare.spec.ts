import { type ItemResult, type Outcome } from '#contracts';
import { compareCards } from './compare.rules.js';

const item = (itemId: string, outcome: Outcome, over: Partial<ItemResult> = {}): ItemResult => ({
  ...{ itemId, outcome, reason: null, source: 'rule', confidence: 0.9, checkId: 'phrase/1', evidence: [] },
  explanation: { zh: '', en: '' },
  ...over,
});
const at = (fromMs: number): ItemResult['evidence'] => [
  { kind: 'words', transcriptVersion: 1, turn: 0, fromMs, toMs: fromMs + 400, fromChar: 0, toChar: 4 },
];

describe('a new judgement beside what is on file', () => {
  it('flips only what was on file and came out otherwise, at the second where it is heard', () => {
    const filed = [item('a', 'met', { evidence: at(1000) }), item('b', 'met')];
    const tested = [item('a', 'not_met'), item('b', 'met'), item('new', 'not_met', { evidence: at(7000) })];
    const { moves, flips } = compareCards(tested, filed, null);
    expect(flips).toEqual([{ itemId: 'a', from: 'met', to: 'not_met', atMs: 1000 }]);
    expect(moves.map(({ itemId, from, to }) => [itemId, from, to])).toEqual([
      ['a', 'met', 'not_met'],
      ['b', 'met', 'met'],
      ['new', 'none', 'not_met'],
    ]);
  });

  it('is held against what a person answered, not against what a review left to the rule', () => {
    const reviewed = [item('a', 'met', { source: 'human' }), item('b', 'not_met')];
    const { agreements } = compareCards([item('a', 'not_met'), item('b', 'met')], null, reviewed);
    expect(agreements).toEqual([{ itemId: 'a', human: 'met', to: 'not_met' }]);
  });
});
