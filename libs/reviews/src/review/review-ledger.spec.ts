import { type Checklist, type ItemResult, type Outcome } from '#contracts';
import { differing, judgedWhole } from './review-ledger.service.js';

const checklist = (...weights: number[]) =>
  ({ sections: [{ items: weights.map((weight, at) => ({ id: `i.${at}`, weight })) }] }) as unknown as Checklist;
const items = (...sources: ItemResult['source'][]) =>
  sources.map((source, at) => ({ itemId: `i.${at}`, source })) as ItemResult[];

describe('a card that people judged as a whole', () => {
  it.each([
    ['all of it', [5, 5], ['human', 'human'], true],
    ['one of two items', [5, 5], ['human', 'rule'], false],
    ['all but an item without weight', [5, 0], ['human', 'rule'], true],
    ['one of two, none of which has weight', [0, 0], ['human', 'rule'], false],
    ['fewer items than the checklist has', [5, 5], ['human'], false],
  ] as const)('%s', (_, weights, sources, whole) => {
    expect(judgedWhole(checklist(...weights), items(...sources))).toBe(whole);
  });
});

it('counts as changed what could not be judged and now is', () => {
  const answer = (was: Outcome, outcome: Outcome) => ({
    itemId: 'i.0',
    was,
    outcome,
    evidence: [],
    reason: null,
    note: null,
  });
  expect(differing([answer('insufficient', 'not_met'), answer('met', 'met'), answer('met', 'not_met')])).toBe(2);
});
