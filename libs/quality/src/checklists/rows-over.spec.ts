import { describe, expect, it } from '@jest/globals';
import { checklistRowsSchema, type ChecklistDraftDefinition } from '#contracts';
import { fromRows, type ReadRows } from './checklist-rows.rules.js';

const was = (): ChecklistDraftDefinition => ({
  ...{ format: 'shouwen.checklist/1', id: 'from-file', title: { zh: '原来的', en: 'As it was' } },
  judges: { directions: ['outbound'], main: true, appliesWhen: [{ kind: 'heard' }] },
  ...{ requiredCoverage: 0.6, minimumWords: { zh: 5, en: 4 }, totalWeight: 30 },
  phraseLists: [
    { name: 'own.list_1', title: { zh: '问候语', en: 'Greetings' }, zh: ['您好'], en: ['hello'] },
    { name: 'own.list_2', title: { zh: '禁语', en: 'Forbidden' }, zh: ['不归我管'], en: [], exact: true },
    { name: 'own.list_3', title: { zh: '客户在问', en: 'Asked' }, zh: ['在吗'], en: ['there'] },
  ],
  sections: [
    {
      ...{ id: 'opening', title: { zh: '开场', en: 'Opening' }, weight: 20 },
      items: [
        {
          ...{ id: 'opening.hello', title: { zh: '问候', en: 'Greeting' }, weight: 10, clause: 'P1' },
          ...{ critical: { effect: 'cap', of: 'form', capPercent: 60 }, advice: { zh: '先问好', en: 'Greet' } },
          appliesWhen: [{ kind: 'heard', query: { lookFor: ['own.list_3'] } }],
          check: {
            kind: 'phrase',
            lookFor: ['own.list_1'],
            whenAbsent: 'ambiguous',
            zone: 'opening',
            speaker: 'agent',
          },
        },
        {
          ...{ id: 'opening.promise', title: { zh: '承诺有时间', en: 'Promise' }, weight: 10, clause: 'P2' },
          check: { kind: 'promise', within: 'kept' },
        },
        {
          ...{
            id: 'opening.forbidden',
            title: { zh: '不说禁语', en: 'Nothing forbidden' },
            weight: 10,
            clause: 'P3',
          },
          check: { kind: 'phrase', against: ['own.list_2'], whenAbsent: 'met' },
        },
      ],
    },
  ],
});
const small = (rows: string[][], heading: string[]): ReadRows =>
  fromRows(checklistRowsSchema.parse({ checklistId: 'from-file', apply: false, rows: [heading, ...rows] }), [was()]);
const byId = (columns: string[], ...rows: string[][]) =>
  small(
    rows.map(([id = '', ...cells]) => ['开场', id, '10', id, ...cells]),
    ['环节', '评分项（中文）', '分值', '评分项编号', ...columns],
  );
const checkIn = ({ definition }: Pick<ReadRows, 'definition'>, id: string) =>
  definition.sections.flatMap(({ items }) => items).find((item) => item.id === id)?.check;
const hello = was().sections[0]!.items[0]!.check;

describe('a spreadsheet over a checklist that there is', () => {
  it('changes what the sheet speaks of, and keeps the rest of the draft', () => {
    const { definition, problems } = small(
      [
        ['开场', '问候', '12', '', '您好；早上好'],
        ['', '承诺有时间', '10', '承诺有时间', ''],
        ['', '不说禁语', '10', '不能说', '不归我管'],
      ],
      ['环节', '评分项（中文）', '分值', '检查方式', '中文说法'],
    );
    expect(problems).toEqual([]);
    const expected = was();
    expected.sections[0]!.items[0]!.weight = 12;
    expected.phraseLists![0]!.zh = ['您好', '早上好'];
    expect(definition).toEqual(expected);
  });

  it('takes away what the sheet says is no more, and the lists that only that named', () => {
    const { definition, problems } = small(
      [
        ['开场', '问候', 'Salutation', '10', '', '不能说', '喂', '', 'customer'],
        ['售后', '承诺有时间', '', '10', '是', '', '', '', ''],
      ],
      [
        '环节',
        '评分项（中文）',
        '评分项（英文）',
        '分值',
        '关键项',
        '检查方式',
        '中文说法',
        '改进建议（中文）',
        '说话方',
      ],
    );
    expect(problems).toEqual([]);
    const [hello, promise] = definition.sections.flatMap(({ items }) => items);
    expect(hello).toMatchObject({ id: 'opening.hello', title: { zh: '问候', en: 'Salutation' }, critical: false });
    expect(hello?.check).toEqual({ kind: 'phrase', speaker: 'customer', against: ['own.list_4'], whenAbsent: 'met' });
    expect(hello?.advice).toEqual({ zh: '', en: 'Greet' });
    expect(promise).toMatchObject({ id: 'opening.promise', clause: 'P2', check: { kind: 'human' } });
    expect(definition.sections.map(({ id, weight }) => [id, weight])).toEqual([
      ['opening', 20],
      ['section-2', undefined],
    ]);
    expect(definition.phraseLists?.map(({ name }) => name)).toEqual(['own.list_3', 'own.list_4']);
    expect(definition).toMatchObject({ judges: was().judges, requiredCoverage: 0.6, totalWeight: 30 });
  });

  it('lays who speaks, where and how soon over phrases that the sheet says nothing of', () => {
    const where = ['说话方', '位置', '开头秒数'];
    const filled = byId(where, ['opening.hello', '客户', '结尾', '20']);
    expect(filled.problems).toEqual([]);
    expect(checkIn(filled, 'opening.hello')).toEqual({
      ...{ ...hello, speaker: 'customer', zone: 'closing', firstSeconds: 20 },
    });
    expect(filled.definition.phraseLists?.[0]).toEqual(was().phraseLists![0]);
    const { zone: _, ...anywhere } = hello;
    expect(checkIn(byId(where, ['opening.hello', '', '全程', '']), 'opening.hello')).toEqual(anywhere);
    const empty = byId(where, ['opening.hello', '', '', ''], ['opening.promise', '客户', '', '']);
    expect(checkIn(empty, 'opening.hello')).toEqual(hello);
    expect(checkIn(empty, 'opening.promise')).toEqual({ kind: 'promise', within: 'kept' });
    const phrases = byId(['中文说法', ...where], ['opening.hello', '早', '客户', '', '']);
    expect(checkIn(phrases, 'opening.hello')).toEqual({ ...hello, speaker: 'customer' });
    const judged = byId(['检查方式', ...where], ['opening.hello', '', '客户', '', '']);
    expect(checkIn(judged, 'opening.hello')).toEqual({ ...hello, speaker: 'customer' });
  });

  it('tells of a place that is not understood, whatever judges the item', () => {
    const { problems } = byId(
      ['检查方式', '说话方', '位置', '开头秒数'],
      ['opening.hello', '', '老板', '', ''],
      ['opening.promise', '承诺有时间', '', '中间', ''],
      ['opening.manner', '由人判断', '', '', '很快'],
    );
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 speaker', '3 zone', '4 seconds']);
  });

  it('keeps the phrases that a sheet without columns for them judges by, and asks for those that there are none of', () => {
    const kept = byId(['检查方式', '说话方'], ['opening.hello', '说到', '客户'], ['opening.forbidden', '不能说', '']);
    expect(kept.problems).toEqual([]);
    expect(checkIn(kept, 'opening.hello')).toEqual({ ...hello, speaker: 'customer' });
    expect(checkIn(kept, 'opening.forbidden')).toMatchObject({ against: ['own.list_2'], speaker: 'agent' });
    expect(kept.definition.phraseLists).toEqual(was().phraseLists);
    const missing = byId(
      ['检查方式'],
      ...[
        ['opening.new', '说到'],
        ['opening.promise', '说到'],
        ['opening.hello', '不能说'],
        ['opening.forbidden', '猜'],
      ],
    );
    const told = missing.problems.map(({ row, column }) => `${row} ${column}`);
    expect(told).toEqual(['2 phrasesZh', '3 phrasesZh', '4 phrasesZh', '5 how']);
    const emptied = byId(['检查方式', '中文说法'], ['opening.hello', '说到', '']);
    expect(emptied.problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 phrasesZh']);
  });

  it('goes on counting phrases against an item where the sheet does not say how it is judged', () => {
    const { definition, problems } = byId(['中文说法'], ['opening.forbidden', '找别人去']);
    expect(problems).toEqual([]);
    expect(checkIn({ definition }, 'opening.forbidden')).toEqual(was().sections[0]!.items[2]!.check);
    expect(definition.phraseLists?.[0]).toMatchObject({ name: 'own.list_2', zh: ['找别人去'], exact: true });
  });
});
