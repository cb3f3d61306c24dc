import fc from 'fast-check';
import { countingScorecard, standings, type CountingCandidate } from './counting.rules.js';

const card = (
  author: CountingCandidate['author'],
  day: number,
  rest: Partial<CountingCandidate> = {},
): CountingCandidate => ({
  id: `${author}-${day}`,
  author,
  published: true,
  trusted: true,
  createdAt: new Date(Date.UTC(2026, 2, day)),
  ...rest,
});

describe('which scorecard counts', () => {
  it('dispute decision over review over automatic, however old', () => {
    const all = [card('automatic', 9), card('dispute', 1), card('review', 5)];
    expect(countingScorecard(all)?.author).toBe('dispute');
    expect(countingScorecard(all.filter(({ author }) => author !== 'dispute'))?.author).toBe('review');
    expect(countingScorecard([card('automatic', 9)])?.author).toBe('automatic');
    expect(countingScorecard([])).toBeNull();
  });

  it('a review that completes a decision, and not one that was made beside it', () => {
    const decided = card('dispute', 3);
    const beside = card('review', 8, { basedOnId: 'automatic-1' });
    const completing = card('review', 5, { basedOnId: decided.id });
    expect(countingScorecard([card('automatic', 1), decided, beside])?.id).toBe('dispute-3');
    expect(countingScorecard([card('automatic', 1), decided, beside, completing])?.id).toBe('review-5');
  });

  it('passes over drafts and over automatic scores that are not trusted', () => {
    const draft = card('review', 8, { published: false });
    expect(countingScorecard([draft, card('automatic', 2)])?.author).toBe('automatic');
    expect(countingScorecard([draft, card('automatic', 2, { trusted: false })])).toBeNull();
    expect(countingScorecard([card('review', 3, { trusted: false })])?.author).toBe('review');
  });

  it('goes back to no automatic score that a later one replaced, trusted or not', () => {
    const heardAnew = card('automatic', 5, { trusted: false });
    expect(countingScorecard([card('automatic', 2), heardAnew])).toBeNull();
    expect(countingScorecard([card('automatic', 2), heardAnew, card('review', 1)])?.author).toBe('review');
  });

  it('takes the latest of one kind', () => {
    expect(countingScorecard([card('review', 3), card('review', 7), card('review', 5)])?.id).toBe('review-7');
  });

  it('does not depend on the order in which cards are read', () => {
    const cards = fc.array(
      fc.record({
        id: fc.uuid(),
        author: fc.constantFrom('automatic', 'review', 'dispute'),
        published: fc.boolean(),
        trusted: fc.boolean(),
        createdAt: fc.integer({ min: 1, max: 3 }).map((day) => new Date(Date.UTC(2026, 2, day))),
      }),
    );
    fc.assert(
      fc.property(cards, (list) => {
        expect(countingScorecard([...list].reverse())?.id).toBe(countingScorecard(list)?.id);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('says of every card why it counts or does not', () => {
    const cards = [
      card('automatic', 1),
      card('automatic', 2),
      card('automatic', 3, { trusted: false }),
      card('review', 2),
    ];
    const why = (list: CountingCandidate[]) => list.map(({ id }) => standings(list).get(id));
    expect(why(cards)).toEqual(['outranked', 'outranked', 'not_trusted', 'review']);
    expect(why(cards.slice(0, 3))).toEqual(['newer', 'newer', 'not_trusted']);
    expect(why([card('dispute', 1), card('review', 9, { published: false })])).toEqual(['decision', 'draft']);
    // A review that completes a decision outranks other reviews, and is newer than the decision.
    const completes = card('review', 3, { basedOnId: 'dispute-2' });
    expect(why([card('review', 9), card('dispute', 2), completes])).toEqual(['outranked', 'newer', 'review']);
  });
});
