import { originOf, type CardInChain } from './result-origin.rules.js';

const machine: CardInChain = { id: 'machine', basedOnId: null };
const review: CardInChain = { id: 'review', basedOnId: 'machine' };
const decision: CardInChain = { id: 'decision', basedOnId: 'review' };
const later: CardInChain = { id: 'later', basedOnId: null };
const cards = [later, decision, review, machine];
const answers = [
  { scorecardId: 'review', itemId: 'kindness' },
  { scorecardId: 'decision', itemId: 'greeting' },
];

describe('where a result comes from', () => {
  it.each([
    ['greeting', decision, 'decision'],
    // Carried on by the decision, which did not answer it.
    ['kindness', decision, 'review'],
    ['rings', decision, 'machine'],
    ['greeting', review, 'machine'],
    ['kindness', later, 'later'],
  ] as const)('%s on %j: %s', (itemId, shown, origin) => {
    expect(originOf(shown, cards, answers, itemId).id).toBe(origin);
  });

  it('is the last card that is known where a base is missing, and ends in a circle', () => {
    expect(originOf(decision, [decision], [], 'rings').id).toBe('decision');
    const round = [
      { id: 'a', basedOnId: 'b' },
      { id: 'b', basedOnId: 'a' },
    ];
    expect(['a', 'b']).toContain(originOf(round[0]!, round, [], 'rings').id);
  });
});
