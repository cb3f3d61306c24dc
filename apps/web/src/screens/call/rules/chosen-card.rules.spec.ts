import { describe, expect, it } from '@jest/globals';
import type { ScorecardView } from '#contracts';
import { checklistsOf, chosenCard, whyOf } from './chosen-card.rules.js';

const card = (scorecardId: string, list: string, over: Partial<ScorecardView> = {}) =>
  ({
    scorecardId,
    checklist: { id: list, version: 1, title: { zh: list, en: list }, requiredCoverage: 0.8 },
    createdAt: `2026-03-1${scorecardId.length}T00:00:00Z`,
    counts: false,
    main: list === 'main',
    items: [{ itemId: `${list}.item` }],
    ...over,
  }) as ScorecardView;

const cards = [
  card('a', 'transfer', { counts: true }),
  card('bb', 'main'),
  card('ccc', 'main', { counts: true }),
  card('dddd', 'main'),
];

describe('which card is on the screen', () => {
  it('is the one of the main checklist that counts', () => {
    expect(chosenCard(cards, null, null)).toMatchObject({
      card: { scorecardId: 'ccc' },
      shown: { scorecardId: 'ccc' },
    });
    expect(checklistsOf(cards).map(({ id }) => id)).toEqual(['main', 'transfer']);
  });

  it('is the one that was opened, beside the current one', () => {
    expect(chosenCard(cards, 'bb', null)).toMatchObject({ card: { scorecardId: 'bb' }, shown: { scorecardId: 'ccc' } });
    expect(chosenCard(cards, 'gone', 'transfer')).toMatchObject({ card: { scorecardId: 'a' } });
  });

  it('is the one with the item that the address names, where it names no checklist', () => {
    expect(chosenCard(cards, null, null, 'transfer.item')).toMatchObject({ card: { scorecardId: 'a' } });
    expect(chosenCard(cards, null, 'main', 'transfer.item')).toMatchObject({ card: { scorecardId: 'ccc' } });
    expect(chosenCard(cards, null, null, 'gone.item')).toMatchObject({ card: { scorecardId: 'ccc' } });
  });

  it('is the newest where none counts, and none where there is none', () => {
    const none = cards.filter(({ counts }) => !counts);
    expect(chosenCard(none, null, null)).toMatchObject({
      card: { scorecardId: 'dddd' },
      shown: { scorecardId: 'dddd' },
    });
    expect(chosenCard([], null, null)).toEqual({ card: null, shown: null });
  });
});

describe('why a card does not count', () => {
  const why = (over: Partial<ScorecardView>) => whyOf(card('a', 'main', { standing: 'not_trusted', ...over }));

  it('is never too little judged where enough was: then no item gives points', () => {
    expect(why({ points: null, coverage: 1 })).toBe('nothing_counts');
    expect(why({ points: null, coverage: 0.79 })).toBe('below_coverage');
    expect(why({ points: 3, coverage: 1 })).toBe('unreliable');
    expect(why({ standing: 'draft', points: null, coverage: 1 })).toBe('draft');
  });
});
