import { metAndMissed, type ItemReport } from '#contracts';
import { itemSheet } from './report-sheet.rules.js';
import { csvOf } from './write-report.js';

const row = (key: string, notTrusted: ItemReport['rows'][number]['notTrusted']): ItemReport['rows'][number] => ({
  ...{
    key,
    name: { zh: `${key} 项`, en: key },
    detail: 'P1 §1',
    critical: false,
    notTrusted,
    notTrustedBy: [],
    narrow: {},
  },
  figures: {
    ...{ met: 3, not_met: 1, not_applicable: 0, insufficient: 0, told: 2 },
    share: { n: 3, of: 4, low: 0.3, high: 0.95 },
  },
});
const about = (language: 'zh' | 'en') => ({
  ...{ language, query: { by: 'item' as const, from: '2026-11-01', to: '2026-11-07' } },
  ...{ madeAt: '2026-11-08 09:00', filters: [], reach: null },
});
const report = (...rows: ItemReport['rows']): ItemReport => ({ asOf: '', leftOut: 0, judged: true, rows });

describe('a file of items', () => {
  it('names the languages in which an item is not trusted yet, and says what that means', () => {
    const all = report(row('a.b', ['zh', 'en']), row('a.c', []));
    const sheet = itemSheet(all, about('zh'));
    const at = sheet.columns.findIndex(({ name }) => name === '尚未可信');
    expect(sheet.rows.map((cells) => cells[at])).toEqual(['普通话、英语', null]);
    expect(sheet.rows.every((cells) => cells.length === sheet.columns.length)).toBe(true);
    expect(sheet.notes.join()).toContain('不扣分');
    expect(csvOf(itemSheet(all, about('en')))).toContain('Mandarin');
    // What is not trusted is counted in a column of its own.
    const told = sheet.columns.findIndex(({ name }) => name === '未达成（尚未可信）');
    expect(sheet.rows.map((cells) => cells[told])).toEqual([2, 2]);
  });

  it('names the checklist whose item is not trusted, where the item of another is', () => {
    const outbound = { ...row('a.b', ['zh']), notTrustedBy: [{ zh: '外呼', en: 'Outbound' }] };
    expect(csvOf(itemSheet(report(outbound), about('en')))).toContain('Mandarin (Outbound)');
    expect(csvOf(itemSheet(report(outbound), about('zh')))).toContain('普通话（外呼）');
  });

  it('says why a share is of fewer calls than were met and not met', () => {
    const of = (figures: object) => ({ ...row('a.c', []), figures: { ...row('a.c', []).figures, ...figures } });
    const both = of({ met: 20, not_met: 3, share: { n: 19, of: 22, low: 0.6, high: 0.95 } });
    expect([both, of({})].map(metAndMissed)).toEqual([1, 0]);
    expect(itemSheet(report(both), about('en')).notes.join()).toContain(
      'met an item on one leg and missed it on another',
    );
    expect(itemSheet(report(of({})), about('en')).notes.join()).not.toContain('on one leg');
  });

  it('says nothing of trust where all items are trusted, or of clauses', () => {
    expect(itemSheet(report(row('a.c', [])), about('en')).notes).toHaveLength(1);
    const clause = itemSheet(report(row('P1 §1', [])), {
      ...about('en'),
      query: { ...about('en').query, by: 'clause' },
    });
    expect(clause.columns.map(({ name }) => name)).not.toContain('Not yet trusted');
  });
});
