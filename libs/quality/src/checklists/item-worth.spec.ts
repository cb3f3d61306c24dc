import { judgementOf, loadWorth, worthOfItem } from './item-worth.js';
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
});
