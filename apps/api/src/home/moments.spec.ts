import { type ItemResult, type Outcome } from '#contracts';
import { TRIAL } from '../../../../libs/quality/src/replay/trial.fixture.js';
import { costOf } from './moments.query.js';

const result = (itemId: string, outcome: Outcome): ItemResult => ({
  ...{ itemId, outcome, reason: null, source: 'rule', confidence: 1, checkId: 'phrase/1', evidence: [] },
  explanation: { zh: '', en: '' },
});
const items = [result('answer.three_rings', 'met'), result('greeting.company', 'not_met')];

describe('what an item cost', () => {
  it('is its weight', () => {
    expect(costOf(TRIAL, items, 'greeting.company')).toBe(3);
  });

  it('is all that its failure took, where it is critical', () => {
    const sections = TRIAL.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, critical: item.id === 'greeting.company' })),
    }));
    expect(costOf({ ...TRIAL, sections }, items, 'greeting.company')).toBe(7);
  });
});
