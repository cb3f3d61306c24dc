import { itemResultSchema, toneOf, type ItemResult } from '#contracts';
import { loadChecklist } from '../checklists/load-checklist.js';
import { addPoints } from './points.rules.js';
import { worstItem } from './summary.rules.js';

const { checklist } = loadChecklist('standard-inbound');

describe('a result that is not trusted', () => {
  const why = { from: 'eval' as const, kappa: 0.2, n: 50, target: 0.6 };
  const result = (itemId: string, outcome: ItemResult['outcome'], over: Partial<ItemResult> = {}): ItemResult => ({
    ...{ itemId, outcome, reason: null, source: 'rule', confidence: 0.9, checkId: 'phrase/1', evidence: [] },
    explanation: { zh: '没有。', en: 'No.' },
    ...over,
  });
  const all = (over: Partial<ItemResult>) => [
    result('greeting.salutation', 'met'),
    result('greeting.offer', 'not_met'),
    result('conduct.no_prohibited', 'not_met', over),
  ];

  it('has neither points nor weight, caps no section, and is in neither part of the coverage', () => {
    const [trusted, untrusted] = [addPoints(checklist, all({})), addPoints(checklist, all({ notTrusted: why }))];
    expect([trusted.points, trusted.maxPoints]).toEqual([4, 13]);
    expect([untrusted.points, untrusted.maxPoints, untrusted.coverage]).toEqual([4, 7, 0.0745]);
  });

  it('is not what a list names as the worst of a call', () => {
    expect(worstItem(checklist, all({}))?.itemId).toBe('conduct.no_prohibited');
    expect(worstItem(checklist, all({ notTrusted: why }))?.itemId).toBe('greeting.offer');
  });

  it('is told and looks like no accusation; a person’s word about it does', () => {
    const tones = [{}, { notTrusted: why }].flatMap((over) =>
      (['not_met', 'met', 'insufficient'] as const).map((outcome) => toneOf(result('greeting.offer', outcome, over))),
    );
    expect(tones).toEqual(['not_met', 'met', 'insufficient', 'told', 'met', 'insufficient']);
  });

  it('can be stored and read again', () => {
    const stored = result('greeting.offer', 'not_met', { notTrusted: why });
    expect(itemResultSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });
});
