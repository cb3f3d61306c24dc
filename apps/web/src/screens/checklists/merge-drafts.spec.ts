import { describe, expect, it } from '@jest/globals';
import type { ChecklistDraftDefinition, DraftItem } from '#contracts';
import { followed, WHOLE } from './draft-edits.rules.js';
import { mergeDrafts, type Keep } from './merge-drafts.rules.js';

const item = (id: string, weight = 1): DraftItem => ({
  ...{ id, title: { zh: id, en: id }, weight, clause: '' },
  check: { kind: 'human', ask: { zh: id, en: id } },
});
/** `a: x y | b: z*5`: sections with their items, and weights. */
function draft(text: string, rest: Partial<ChecklistDraftDefinition> = {}): ChecklistDraftDefinition {
  const sections = text.split('|').map((part) => {
    const [id = '', items = ''] = part.split(':').map((one) => one.trim());
    const all = items.split(' ').filter(Boolean);
    return {
      ...{ id, title: { zh: id, en: id } },
      items: all.map((one) => item(one.split('*')[0]!, Number(one.split('*')[1] ?? 1))),
    };
  });
  return {
    ...{ format: 'shouwen.checklist/1', id: 'merged', title: { zh: '合', en: 'Merged' }, sections },
    ...{ requiredCoverage: 0.8, minimumWords: { zh: 1, en: 1 } },
    ...rest,
  };
}
const shown = ({ sections }: ChecklistDraftDefinition): string =>
  sections
    .map(
      ({ id, items }) =>
        `${id}: ${items.map((one) => (one.weight === 1 ? one.id : `${one.id}*${one.weight}`)).join(' ')}`,
    )
    .join(' | ');
const merged = (base: string, mine: string, theirs: string, keep: Record<string, Keep> = {}) => {
  const found = mergeDrafts(draft(base), draft(mine), draft(theirs), [], keep)!;
  return [shown(found.draft), found.conflicts.map(({ key }) => key)];
};

describe('two people who edit one draft', () => {
  it.each([
    ['change different items', 'a: x y', 'a: x*5 y', 'a: x y*7', 'a: x*5 y*7'],
    ['make the same change', 'a: x y', 'a: x*5 y', 'a: x*5 y', 'a: x*5 y'],
    [
      'add items, sections and take some away',
      'a: x y | b: z',
      'a: x n y | b: z',
      'a: x | b: z | c: m',
      'a: x n | b: z | c: m',
    ],
    ['move items and change them', 'a: x y | b: z', 'a: y | b: z x', 'a: x*3 y | b: z', 'a: y | b: z x*3'],
    ['sort, and add', 'a: x y z', 'a: z x y', 'a: x n y z', 'a: z x n y'],
    ['take a section away into which the other puts an item', 'a: x | b: z', 'a: x', 'a: x | b: z n', 'a: x | b: n'],
  ])('%s', (_, base, mine, theirs, both) => {
    expect(merged(base, mine, theirs)).toEqual([both, []]);
    // The other way round it comes to the same, but for the order.
    const [other, conflicts] = merged(base, theirs, mine);
    expect([
      String(other)
        .split(/[ :|]+/)
        .sort(),
      conflicts,
    ]).toEqual([both.split(/[ :|]+/).sort(), []]);
  });

  it('are asked about an item that both changed, and one that one took away and the other changed', () => {
    expect(merged('a: x y', 'a: x*5 y', 'a: x*7 y*2')).toEqual(['a: x*5 y*2', ['item x']]);
    expect(merged('a: x y', 'a: x*5 y', 'a: x*7 y*2', { 'item x': 'theirs' })).toEqual(['a: x*7 y*2', ['item x']]);
    expect(merged('a: x y', 'a: y', 'a: x*7 y')).toEqual(['a: y', ['item x']]);
    expect(merged('a: x y', 'a: y', 'a: x*7 y', { 'item x': 'theirs' })).toEqual(['a: x*7 y', ['item x']]);
  });

  it('change the whole and phrase lists, each for itself', () => {
    const list = (name: string, zh: string[]) => ({ name, title: { zh: name, en: name }, zh, en: [] });
    const found = mergeDrafts(
      draft('a: x', { phraseLists: [list('own.a', ['甲']), list('own.b', ['乙'])] }),
      draft('a: x', { requiredCoverage: 0.5, phraseLists: [list('own.a', ['甲', '丙']), list('own.b', ['乙'])] }),
      draft('a: x', { title: { zh: '新', en: 'New' }, phraseLists: [list('own.a', ['甲']), list('own.c', ['丁'])] }),
      [],
    )!;
    expect(found.conflicts).toEqual([]);
    expect(found.draft).toMatchObject({ requiredCoverage: 0.5, title: { zh: '新' } });
    expect(found.draft.phraseLists?.map(({ name, zh }) => [name, zh])).toEqual([
      ['own.a', ['甲', '丙']],
      ['own.c', ['丁']],
    ]);
  });

  it('each add an item, a list and a section, which the editor calls the same, and lose none', () => {
    const list = (zh: string) => ({ name: 'own.list_1', title: { zh, en: zh }, zh: [zh], en: [] });
    const adds = (what: string) => {
      const made = draft('a: x own.item_aa | section-2: own.item_ab', { phraseLists: [list(what)] });
      for (const one of made.sections.flatMap(({ items }) => items).slice(1)) {
        one.title = { zh: what, en: what };
        one.check = { kind: 'phrase', lookFor: ['own.list_1'] };
      }
      made.sections[1]!.title = { zh: what, en: what };
      return made;
    };
    const { draft: both, mine, conflicts } = mergeDrafts(draft('a: x'), adds('退款'), adds('换货'), ['own.item_ac'])!;
    expect(conflicts).toEqual([]);
    const heard = new Map((both.phraseLists ?? []).map(({ name, zh }) => [name, zh[0]]));
    const found = both.sections.map(({ title, items }) => [
      title.zh,
      items
        .slice(title.zh === 'a' ? 1 : 0)
        .map(({ title: { zh }, check }) => [zh, heard.get(String((check['lookFor'] as string[])[0]))]),
    ]);
    const own = (what: string) => [what, what];
    expect(found.toSorted()).toEqual([
      ['a', [own('退款'), own('换货')]],
      ['换货', [own('换货')]],
      ['退款', [own('退款')]],
    ]);
    const ids = both.sections.flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(5);
    // An item of a published version was called so: its results are not those of the new one.
    expect(ids).not.toContain('own.item_ac');
    // Who had their new item open goes on with it, and not with the colleague's.
    const at = followed(mine, both, { section: 0, item: 1 });
    expect(both.sections[at.section!]?.items[at.item!]?.title.zh).toBe('退款');
    expect(followed(mine, draft('a: x'), { section: 1, item: null })).toEqual(WHOLE);
  });

  it('mean one thing by a name that a person gave', () => {
    expect(merged('a: x', 'a: x opening.hello*5', 'a: x opening.hello*7')[1]).toEqual(['item opening.hello']);
  });

  it('are not put together where an id stands twice', () => {
    expect(mergeDrafts(draft('a: x'), draft('a: x x'), draft('a: x'), [])).toBeNull();
  });
});
