import { describe, expect, it } from '@jest/globals';
import { CHECKLIST_COLUMNS, checklistRowsSchema, type ChecklistDraftDefinition, type ChecklistRows } from '#contracts';
import { phrasesByName } from './checklist-validation.service.js';
import { fromRows } from './checklist-rows.rules.js';
import { readChecklist } from './load-checklist.js';
import { hasErrors, validateChecklist } from './validate/validate-checklist.rules.js';

const HEADING: string[] = Object.values(CHECKLIST_COLUMNS).map(({ zh }) => zh);
const table = (rows: string[][], heading = HEADING): ChecklistRows =>
  checklistRowsSchema.parse({
    ...{
      checklistId: 'from-file',
      title: { zh: '来自表格', en: 'From a file' },
      directions: ['inbound'],
      apply: false,
    },
    rows: [heading, ...rows],
  });

describe('a checklist as a spreadsheet', () => {
  it('becomes a draft without errors, with phrase lists of its own', () => {
    const { definition, problems } = fromRows(
      table([
        [
          '开场',
          '问候',
          'Greeting',
          '１０',
          '',
          'P1',
          '',
          '您好；早上好',
          'good morning;hello',
          '坐席',
          '开场',
          '20',
          '先问好',
          'Greet',
        ],
        ['', '不说禁语', '', '10', '整张表', '', '不能说', '不归我管', '', '', '', '', '', ''],
        ['负责', '承诺有时间', 'Promise', '5', '是', '', '承诺有时间', '', '', '', '', '', '', ''],
        ['负责', '态度', 'Manner', '5', '', '', '', '', '', '', '', '', '', ''],
        ['', '', '', '', '', '', '', '', '', '', '', '', '', ''],
      ]),
    );
    expect(problems).toEqual([]);
    expect(definition.sections.map(({ items }) => items.map(({ weight }) => weight))).toEqual([
      [10, 10],
      [5, 5],
    ]);
    const [greeting, forbidden, promise, manner] = definition.sections.flatMap(({ items }) => items);
    expect(greeting).toMatchObject({
      advice: { zh: '先问好', en: 'Greet' },
      check: { kind: 'phrase', lookFor: ['own.list_1'], zone: 'opening', firstSeconds: 20 },
    });
    expect(forbidden).toMatchObject({
      title: { zh: '不说禁语', en: '不说禁语' },
      critical: { effect: 'zero', of: 'form' },
      check: { against: ['own.list_2'], whenAbsent: 'met' },
    });
    expect([promise?.check.kind, manner?.check.kind]).toEqual(['promise', 'human']);
    expect(definition.phraseLists).toMatchObject([
      { zh: ['您好', '早上好'], en: ['good morning', 'hello'] },
      { zh: ['不归我管'], exact: true },
    ]);
    const findings = validateChecklist(definition, { phrases: phrasesByName(), others: [], takenOut: [] });
    expect(hasErrors(findings)).toBe(false);
    expect(() => readChecklist({ ...definition, version: 1 })).not.toThrow();
  });

  it('reads headings of either language in any order', () => {
    const { definition, problems } = fromRows(
      table(
        [['7', 'Thanks the customer', 'Closing', 'thank you']],
        ['Weight', 'Item (English)', 'Section', 'Phrases (English)'],
      ),
    );
    expect(problems).toEqual([]);
    expect(definition.sections[0]?.items[0]).toMatchObject({ weight: 7, check: { lookFor: ['own.list_1'] } });
  });

  it('says what is wrong by row and column', () => {
    const told = fromRows(
      table([
        ['开场', '问候', '', '很多', '也许', '', '猜', '（您好', '', '老板', '中间', '-1', '', ''],
        ['', '', '', '1', '', '', '', '', '', '', '', '', '', ''],
      ]),
    ).problems.map(({ row, column }) => `${row} ${column}`);
    expect(told).toEqual(['2 weight', '2 critical', '2 how', '3 itemZh']);
    const phrases = fromRows(
      table([['开场', '问候', '', '1', '', '', '', '(您好', '', '老板', '中间', '-1', '', '']]),
    ).problems;
    expect(phrases.map(({ column }) => column)).toEqual(['phrasesZh', 'speaker', 'zone', 'seconds']);
    expect(fromRows(table([['x']], ['Unknown'])).problems.map(({ row, column }) => [row, column])).toEqual([
      [1, 'itemZh'],
      [1, 'section'],
      [1, 'weight'],
    ]);
  });

  it('goes on under the ids of items with the same id or title, so that trends go on', () => {
    const row = (itemZh: string, id = '', section = '开场') => [
      ...[section, itemZh, '', '10', '', '', '', '', '', '', '', '', '', '', id],
    ];
    const before = fromRows(
      table([row('问候', 'opening.hello'), row('报姓名', 'opening.name'), row('旧的一项')]),
    ).definition;
    before.sections[0]!.id = 'opening';
    const { definition, problems, keptIds } = fromRows(
      table([
        row('新的一项'),
        row(' 问候 '),
        row('报坐席姓名', 'opening.name'),
        row('问候'),
        row('旧的一项', '', '结尾'),
      ]),
      [before],
    );
    expect(problems).toEqual([]);
    const ids = definition.sections.map(({ id, items }) => [id, ...items.map((item) => item.id)]);
    expect(ids).toEqual([
      ['opening', 'part_a.item_a', 'opening.hello', 'opening.name', 'part_a.item_d'],
      ['section-2', 'part_a.item_c'],
    ]);
    expect(keptIds).toBe(3);
    // An id that was another item's in some version is not given again: its results would be told of both.
    const [draft, second, first] = [[row('甲')], [row('乙', 'opening.b')], [row('丙'), row('丁', 'opening.d')]].map(
      (rows) => fromRows(table(rows)).definition,
    );
    draft!.sections[0]!.items[0]!.id = 'own.item_aa';
    const again = fromRows(table([row('新'), row('乙'), row('丁'), row('甲')]), [draft!, second!, first!]);
    expect(again.definition.sections[0]?.items.map(({ id }) => id)).toEqual([
      ...['part_a.item_b', 'opening.b', 'opening.d', 'own.item_aa'],
    ]);
    const wrong = fromRows(table([row('问候', 'Opening Hello'), row('甲', 'a.b'), row('乙', 'a.b')]));
    expect(wrong.problems.map(({ row: at, column }) => [at, column])).toEqual([
      [2, 'id'],
      [4, 'id'],
    ]);
  });

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
  const small = (rows: string[][], heading: string[]) => {
    const { title: _, directions: __, ...said } = table(rows, heading);
    return fromRows(said, [was()]);
  };

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
});
