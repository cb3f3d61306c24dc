import { describe, expect, it } from '@jest/globals';
import { CHECKLIST_COLUMNS, checklistRowsSchema, type ChecklistRows } from '#contracts';
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
    expect(told).toEqual([...['2 weight', '2 critical', '2 how', '2 speaker', '2 zone', '2 seconds', '3 itemZh']]);
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
});
