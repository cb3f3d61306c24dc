import { describe, expect, it } from '@jest/globals';
import type { ChecklistDraftDefinition } from '#contracts';
import { differences } from './compare.rules.js';
import { languageOf, turnsOf, explainPhrase } from './phrase-trial.rules.js';
import { addItem, addList, addSection, move, remove, setItem, setLists } from './draft-edits.rules.js';

const both = (text: string) => ({ zh: text, en: text });
const item = (id: string) => ({
  id,
  title: both(id),
  weight: 1,
  clause: 'P1',
  check: { kind: 'phrase', lookFor: [id] },
});
const draft: ChecklistDraftDefinition = {
  format: 'shouwen.checklist/1',
  id: 'own',
  title: both('Own'),
  requiredCoverage: 0.8,
  minimumWords: { zh: 0, en: 0 },
  sections: [
    { id: 'one', title: both('One'), items: [item('a.a'), item('a.b')] },
    { id: 'two', title: both('Two'), items: [item('b.a')] },
  ],
};
const order = ({ sections }: ChecklistDraftDefinition) =>
  sections.map(({ items }) => items.map(({ id }) => id).join(' '));

describe('editing a draft', () => {
  it('moves items and sections, and stays at the ends', () => {
    expect(order(move(draft, { section: 0, item: 0 }, 1).draft)).toEqual(['a.b a.a', 'b.a']);
    expect(move(draft, { section: 0, item: 0 }, 1).chosen).toEqual({ section: 0, item: 1 });
    expect(order(move(draft, { section: 0, item: null }, 1).draft)).toEqual(['b.a', 'a.a a.b']);
    expect(move(draft, { section: 0, item: 0 }, -1)).toEqual({ draft, chosen: { section: 0, item: 0 } });
  });

  it('adds what has an id of its own, and takes things out', () => {
    const once = addItem(draft, 1, []);
    const twice = addItem(once.draft, 1, []);
    expect(new Set(order(twice.draft).join(' ').split(' ')).size).toBe(5);
    expect(once.chosen).toEqual({ section: 1, item: 1 });
    const after = addItem(draft, 1, ['own.item_aa', 'own.item_ab']);
    expect(after.draft.sections[1]?.items.at(-1)?.id).toBe('own.item_ac');
    expect(addSection(draft).draft.sections).toHaveLength(3);
    expect(order(remove(draft, { section: 0, item: 1 }))).toEqual(['a.a', 'b.a']);
    expect(order(remove(draft, { section: 0, item: null }))).toEqual(['b.a']);
  });
});

describe('comparing', () => {
  it('names what was added, removed and changed, with keys in any order', () => {
    expect(differences(draft, draft)).toEqual([]);
    const shuffled = { ...draft, sections: draft.sections.map(({ items, title, id }) => ({ items, title, id })) };
    expect(differences(draft, shuffled)).toEqual([]);
    const heavier = setItem(draft, 0, 0, { weight: 3, critical: false });
    expect(differences(draft, heavier)).toEqual([
      {
        ...{ itemId: 'a.a', list: null, title: both('a.a'), how: 'changed' },
        parts: [{ name: 'weight', before: 1, after: 3 }],
      },
    ]);
    const other = remove(addItem(draft, 0, []).draft, { section: 1, item: 0 });
    expect(differences(draft, other).map(({ how }) => how)).toEqual(['added', 'removed']);
    const list = { name: 'own.list_1', title: both('Thanks'), zh: ['谢谢'], en: ['thanks'] };
    const listed = setLists(addList(draft).draft, [list]);
    expect(differences(draft, listed)).toMatchObject([{ list: 'own.list_1', how: 'added' }]);
    expect(differences(listed, setLists(listed, [{ ...list, en: ['many thanks'] }]))[0]?.parts).toEqual([
      { name: 'phrases', before: ['thanks'], after: ['many thanks'] },
    ]);
    expect(differences(draft, { ...draft, requiredCoverage: 0.5 })[0]).toMatchObject({ itemId: null, how: 'changed' });
  });
});

describe('a pattern', () => {
  it('is explained in words, and plain words are not', () => {
    expect(explainPhrase('thank you', 'en')).toBeNull();
    expect(explainPhrase('your (case|reference|) number is <n>', 'en')).toBe(
      'Matches: your (case or reference, or nothing) number is [a number]',
    );
    expect(explainPhrase('(很|非常)抱歉..久等', 'zh')).toBe('匹配：（很 或 非常）抱歉〔最多隔 2 个字〕久等');
  });
});

describe('a pasted dialogue', () => {
  it('is read line by line, in either language', () => {
    expect(turnsOf('坐席：您好，\n请讲。\n客户: 我的卡丢了\n\n')).toEqual([
      { speaker: 'agent', text: '您好， 请讲。' },
      { speaker: 'customer', text: '我的卡丢了' },
    ]);
    expect(turnsOf('Agent: Hello.\nC: Hi').map(({ speaker }) => speaker)).toEqual(['agent', 'customer']);
    expect(turnsOf('no speaker at all')).toEqual([]);
    expect([languageOf('您好'), languageOf('hello')]).toEqual(['zh', 'en']);
  });
});
