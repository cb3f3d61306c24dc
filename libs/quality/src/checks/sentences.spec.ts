import { describe, expect, it } from '@jest/globals';
import { CONDITION_SENTENCES } from '../sentences/conditions.js';
import { sayCheck, sayCondition, sentenceOf, CHECK_SENTENCES, type Saying } from '../sentences/say.rules.js';
import { loadChecklist } from '../checklists/load-checklist.js';
import { SHIPPED } from '../checklists/publish-shipped.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { SHAPES } from '../conversation/shapes.rules.js';
import { prepareCondition } from './condition.rules.js';
import { CHECK_KINDS, prepareCheck } from './index.js';

const { zh, en } = loadLexicons();
const by = (language: 'zh' | 'en'): Saying => ({
  language,
  titleOf: (list) => SHAPES[list]?.title ?? (language === 'zh' ? zh : en).entries[list]?.title,
});

/** What a person has still to choose. */
const filled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value === '' ? 'Was the agent kind and clear?' : value;
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    key === 'lookFor' && (one as []).length === 0 ? ['salutation'] : filled(one),
  ]);
  return Object.fromEntries(entries) as unknown;
};

describe('the sentences of checks', () => {
  it('there is one for every kind, and for no other', () => {
    expect([...new Set(CHECK_SENTENCES.map(({ kind }) => kind))].sort()).toEqual([...CHECK_KINDS].sort());
  });

  it.each(CHECK_SENTENCES.map((row) => [row.name.en, row] as const))(
    '%s: a new one can judge once its lists are chosen',
    (_, row) => {
      const check = filled({ kind: row.kind, ...row.start }) as { kind: string };
      expect(sentenceOf(CHECK_SENTENCES, check)).toBe(row);
      expect(() => prepareCheck(check)).not.toThrow();
    },
  );

  it.each(CONDITION_SENTENCES.map((row) => [row.kind, row] as const))('%s: a new condition can be read', (_, row) => {
    const condition = filled({ kind: row.kind, ...row.start }) as Parameters<typeof prepareCondition>[0];
    expect(sentenceOf(CONDITION_SENTENCES, condition)).toBe(row);
    expect(() => prepareCondition(condition)).not.toThrow();
  });

  it('says every check and condition that comes with the product, in both languages', () => {
    const items = SHIPPED.flatMap((id) => loadChecklist(id).checklist.sections.flatMap((section) => section.items));
    const said = items.flatMap(({ check, appliesWhen }) =>
      (['zh', 'en'] as const).flatMap((language) => [
        sayCheck(check, by(language)),
        ...appliesWhen.map((condition) => sayCondition(condition, by(language))),
      ]),
    );
    expect(said.filter((text) => text === '' || text.startsWith('{') || /undefined|\[object/.test(text))).toEqual([]);
    const greeting = items.find(({ id }) => id === 'greeting.name')!;
    expect(sayCheck(greeting.check, by('en'))).toBe(
      "in what the agent says in the opening; the speaker's own name or number: met; a name that may be the speaker's: left to a person; none of it heard: not met",
    );
    expect(sayCheck({ kind: 'phrase', lookFor: ['own.thanks'], firstSeconds: 20 }, by('zh'))).toBe(
      '看坐席在整通电话里说的话，只看开头 20 秒；说到own.thanks：达成；都没有听到：未达成',
    );
  });

  it('keeps and shows what it has no words for', () => {
    const check = { kind: 'phrase', lookFor: ['salutation'], lastTurns: 3 };
    expect(sayCheck(check, by('en'))).toMatch(/lastTurns 3$/);
    expect(sayCheck({ kind: 'unheard_of', x: 1 }, by('en'))).toBe('{"kind":"unheard_of","x":1}');
  });
});
