import { QUALITY_SETTINGS } from '#contracts';
import { libraryEntries } from '../checklists/checklist-library.js';
import { worthOfItem } from '../checklists/item-worth.js';
import { loadChecklist } from '../checklists/load-checklist.js';
import { restsOn, worthOfItems } from './worth-of-checklist.js';

const items = loadChecklist('standard-inbound').checklist.sections.flatMap((section) => section.items);
const item = (id: string) => items.find((one) => one.id === id)!;

describe('what a checklist is worth', () => {
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
