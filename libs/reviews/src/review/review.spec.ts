import { type ItemResult, type Outcome } from '#contracts';
import { answerProblems, reviewItems, type Answer } from './review.rules.js';
import { waitingItems } from '../../../quality/src/counting/waiting.rules.js';

const item = (itemId: string, outcome: Outcome, over: Partial<ItemResult> = {}): ItemResult => ({
  ...{ itemId, outcome, reason: null, source: 'rule', confidence: 0.9, checkId: 'phrase/1', evidence: [] },
  explanation: { zh: '', en: '' },
  ...over,
});
const says = (itemId: string, outcome: Outcome, over: Partial<Answer> = {}): Answer => {
  return { itemId, outcome, evidence: [], reason: null, note: null, ...over };
};
const doubt = item('doubt', 'insufficient', { reason: 'ambiguous' });
const silent = item('silent', 'insufficient', { reason: 'no_fact', source: 'fact' });

describe('what waits for a person', () => {
  it('is every abstention but a missing fact, and nothing that a person could not tell either', () => {
    const told = item('told', 'insufficient', { reason: 'ambiguous', source: 'human' });
    expect(waitingItems([doubt, silent, told, item('sure', 'not_met')])).toEqual([
      { itemId: 'doubt', reason: 'ambiguous', atMs: null },
    ]);
  });
});

describe('a review', () => {
  const absence = [{ kind: 'absence' as const, fromTurn: 0, toTurn: 3, lookedFor: ['x'] }];
  const base = [doubt, item('a', 'not_met', { evidence: absence }), item('b', 'met')];

  it('makes what was answered the person’s, and leaves the rest', () => {
    const { items, changed, answers } = reviewItems(base, [says('doubt', 'met'), says('a', 'not_met')]);
    expect(items.map(({ source, outcome }) => [source, outcome])).toEqual([
      ['human', 'met'],
      ['human', 'not_met'],
      ['rule', 'met'],
    ]);
    expect(items[1]?.evidence).toEqual(absence);
    expect([changed, answers.map(({ was }) => was)]).toEqual([0, ['insufficient', 'not_met']]);
  });

  it('drops the evidence of a result that it overturns', () => {
    const { items, changed } = reviewItems(base, [says('a', 'met', { reason: 'words_misheard' })]);
    expect([items[1]?.evidence, changed]).toEqual([[], 1]);
  });

  it('names what keeps it from being published', () => {
    const answers = [says('nowhere', 'met'), says('doubt', 'met'), says('doubt', 'not_met'), says('b', 'not_met')];
    expect(answerProblems(base, answers)).toEqual([
      { itemId: 'nowhere', problem: 'unknown_item' },
      { itemId: 'doubt', problem: 'answered_twice' },
      { itemId: 'b', problem: 'reason_missing' },
    ]);
    const taken = new Map([
      ['a', 'decided' as const],
      ['doubt', 'contested' as const],
    ]);
    expect(answerProblems(base, [says('a', 'not_met'), says('doubt', 'met'), says('b', 'met')], taken)).toEqual([
      { itemId: 'a', problem: 'decided' },
      { itemId: 'doubt', problem: 'contested' },
    ]);
    expect(
      answerProblems(base, [says('b', 'not_met', { reason: 'fact_wrong' }), says('doubt', 'insufficient')]),
    ).toEqual([]);
  });
});
