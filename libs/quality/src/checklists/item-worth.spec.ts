import { QUALITY_SETTINGS } from '#contracts';
import { libraryEntries } from './checklist-library.js';
import { judgementOf, loadWorth, restsOn, worthOfItem, worthOfItems } from './item-worth.js';
import { loadChecklist } from './load-checklist.js';

const items = loadChecklist('standard-inbound').checklist.sections.flatMap((section) => section.items);
const item = (id: string) => items.find((one) => one.id === id)!;

describe('what the judgement of an item has been worth', () => {
  // After a change of a check: npm run eval -- --worth.
  it('was measured of the checks that are shipped', () => {
    const measured = loadWorth().items;
    expect(measured.length).toBeGreaterThan(8);
    for (const { itemId, judgement } of measured)
      expect([itemId, judgementOf(item(itemId))]).toEqual([itemId, judgement]);
  });

  it('counts each conversation once', () => {
    for (const { languages } of loadWorth().items)
      for (const { conversations, met, notMet, asked } of Object.values(languages)) {
        expect(met.said + notMet.said + asked).toBeLessThanOrEqual(conversations);
        expect(met.right).toBeLessThanOrEqual(met.said);
        expect(notMet.right).toBeLessThanOrEqual(notMet.said);
      }
  });

  it('differs by language, and is not claimed of another check under the same name', () => {
    const salutation = item('greeting.salutation');
    const [zh, en] = [worthOfItem(salutation, 'zh'), worthOfItem(salutation, 'en')];
    expect(zh?.conversations).toBeGreaterThan(0);
    expect(zh).not.toEqual(en);
    const other = { ...salutation, check: { ...salutation.check, zone: 'anywhere' } };
    expect(worthOfItem(other as typeof salutation, 'zh')).toBeNull();
  });

  it('is told of items that rules and acts judge, and of no fact', () => {
    const { checklist } = loadChecklist('standard-inbound');
    const told = worthOfItems(checklist);
    expect(told.map(({ itemId }) => itemId)).not.toContain('answer.three_rings');
    const [salutation] = told.filter(({ itemId }) => itemId === 'greeting.salutation');
    expect(salutation?.zh).toEqual(worthOfItem(item('greeting.salutation'), 'zh'));
    // A draft may leave out when an item applies: that is always.
    const always = items.find((one) => one.appliesWhen.length === 0 && worthOfItem(one, 'zh'))!;
    const { appliesWhen: _, ...written } = always;
    const [draft] = worthOfItems({ sections: [{ id: 's', title: checklist.title, items: [written] }] });
    expect(draft?.zh).toEqual(worthOfItem(always, 'zh'));
  });

  it('says on what every point of a checklist rests, in each language', () => {
    const checklists = [loadChecklist('standard-inbound'), ...libraryEntries()].map(({ checklist }) => checklist);
    for (const checklist of checklists)
      for (const language of ['zh', 'en'] as const) {
        const points = restsOn(checklist, language, QUALITY_SETTINGS.trust);
        const whole = checklist.sections.flatMap(({ items: all }) => all).reduce((sum, { weight }) => sum + weight, 0);
        expect([checklist.id, Object.values(points).reduce((sum, n) => sum + n, 0)]).toEqual([checklist.id, whole]);
      }
    const { fact, trusted } = restsOn(checklists[0]!, 'zh', QUALITY_SETTINGS.trust);
    expect(Math.min(fact, trusted)).toBeGreaterThan(0);
    const strict = restsOn(checklists[0]!, 'zh', { ...QUALITY_SETTINGS.trust, target: 100 });
    expect(strict.trusted).toBeLessThan(trusted);
  });
});
