import { itemResultSchema, toneOf, type ItemResult } from '#contracts';
import { loadChecklist } from '../checklists/load-checklist.js';
import { buildTranscript, rulebook, UNKNOWN_FACTS } from './call.fixture.js';
import { prepareChecklist } from './judge-checklist.rules.js';
import { addPoints } from './points.rules.js';
import { prepareReader } from './score.rules.js';
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

  it('costs no points where it was never measured; a card that is mostly so has no total', () => {
    const notTrusted = { from: 'none' as const, kappa: null, n: 0, target: 0.6, only: 'not_met' as const };
    const counted = addPoints(checklist, all({ notTrusted }));
    expect([counted.points, counted.maxPoints, counted.coverage]).toEqual([4, 7, 0.0745]);
    expect(worstItem(checklist, all({ notTrusted }))?.itemId).toBe('greeting.offer');
    const items = checklist.sections.flatMap(({ items: each }) => each);
    const accused = (weight: number) => {
      let left = weight;
      const told = items.map(({ id, weight: own }) => {
        const is = left >= own;
        if (is) left -= own;
        return is ? result(id, 'not_met', { notTrusted }) : result(id, 'met');
      });
      return addPoints(checklist, told);
    };
    expect(accused(20)).toMatchObject({ points: 81, maxPoints: 81, coverage: 1, pointsCount: true });
    expect(accused(60)).toMatchObject({ pointsCount: false });
  });

  it('is only what accuses, of an item that was never measured: facts and what is met count', () => {
    const items = checklist.sections.flatMap(({ items: all }) => all);
    const notTrusted = items.map(({ id: itemId }) => ({
      itemId,
      why: { from: 'none' as const, kappa: null, n: 0, target: 0.6, only: 'not_met' as const },
    }));
    const call = prepareReader(rulebook)({
      transcript: buildTranscript([
        'A: How can I help you today?',
        'C: My card is lost.',
        'A: All right, it is blocked.',
      ]),
      transcriptVersion: 1,
      facts: { ...UNKNOWN_FACTS, ringSeconds: 60 },
    });
    const judged = prepareChecklist(checklist).judge(call, { notTrusted });
    const of = (id: string) => judged.items.find(({ itemId }) => itemId === id)!;
    expect(toneOf(of('answer.three_rings'))).toBe('not_met');
    expect(of('greeting.offer')).toMatchObject({ outcome: 'met' });
    expect(of('greeting.offer').notTrusted).toBeUndefined();
    expect(toneOf(of('greeting.name'))).toBe('told');
    expect(judged.items.filter((item) => item.source === 'rule' && toneOf(item) === 'not_met')).toEqual([]);
  });

  it('can be stored and read again', () => {
    const stored = result('greeting.offer', 'not_met', { notTrusted: why });
    expect(itemResultSchema.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  });
});
