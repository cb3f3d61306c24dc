import { judgesOf } from '#contracts';
import { contentHash } from '../content-hash.rules.js';
import { SHAPES } from '../conversation/shapes.rules.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { loadChecklist, readChecklist } from './load-checklist.js';

/** What tools and tests rely on. */
const ITEM_IDS =
  `greeting.salutation greeting.company greeting.name greeting.offer answer.three_rings listening.no_interruption
listening.confirmation empathy.acknowledgement ownership.resolution ownership.no_deflection ownership.promise_has_time
options.compared jargon.explained
transfer.purpose_consent transfer.briefed closing.further_help closing.farewell closing.customer_hangs_up_first conduct.no_prohibited
conduct.identity_before_disclosure recording.notice`.split(/\s+/);

const { checklist, hash } = loadChecklist('standard-inbound');
const items = checklist.sections.flatMap((section) => section.items);

/** Every name after `lookFor`, `against`, … anywhere in a definition. */
const namesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    ['lookFor', 'against', 'doubtful', 'notWithin', 'settled'].includes(key) ? (inner as string[]) : namesIn(inner),
  );
};

describe('standard-inbound', () => {
  it('has every item id, weights that sum to 100, and a clause for each item', () => {
    expect(items.map((item) => item.id).sort()).toEqual([...ITEM_IDS].sort());
    expect(items.reduce((sum, item) => sum + item.weight, 0)).toBe(100);
    for (const { clause } of items) expect(clause).toMatch(/^P[1-5] §\d/);
  });

  it('looks only for what the lexicons know', () => {
    const known = new Set([...Object.keys(loadLexicons().zh.entries), 'company_profile', ...Object.keys(SHAPES)]);
    expect(namesIn(items).filter((name) => !known.has(name))).toEqual([]);
  });

  it('is identified by its content', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(readChecklist(structuredClone(checklist)).hash).toBe(hash);
    expect(readChecklist({ ...checklist, requiredCoverage: 0.7 }).hash).not.toBe(hash);
  });
});

describe('reading a checklist', () => {
  const changed = (change: (copy: typeof checklist) => void): unknown => {
    const copy = structuredClone(checklist);
    change(copy);
    return copy;
  };

  it('names the item that is wrong', () => {
    const wrongCheck = changed(
      (copy) => (copy.sections[0]!.items[1]!.check = { kind: 'phrase', lookFor: 'salutation' }),
    );
    expect(() => readChecklist(wrongCheck)).toThrow('item greeting.salutation');
    const wrongCondition = changed((copy) => (copy.sections[0]!.items[1]!.appliesWhen[0]!.kind = 'mood'));
    expect(() => readChecklist(wrongCondition)).toThrow('item greeting.salutation');
  });

  it('refuses two items of one id, and names that are paths', () => {
    const twice = changed((copy) => copy.sections[1]!.items.push(copy.sections[0]!.items[0]!));
    expect(() => readChecklist(twice)).toThrow('an item id occurs twice');
    expect(() => loadChecklist('../../package')).toThrow('not the name of a checklist');
  });
});

describe('a version from before checklists said which calls they judge', () => {
  const old = {
    format: 'shouwen.checklist/1',
    id: 'old',
    version: 1,
    title: { zh: '旧', en: 'Old' },
    requiredCoverage: 0.8,
    criticalFailure: 'section',
    minimumWords: { zh: 0, en: 0 },
    sections: [
      {
        id: 'one',
        title: { zh: '一', en: 'One' },
        items: [
          {
            ...{ id: 'a.a', title: { zh: '甲', en: 'A' }, weight: 1, critical: true, clause: 'P1 §1', appliesWhen: [] },
            check: { kind: 'phrase', lookFor: ['salutation'] },
          },
        ],
      },
    ],
  };

  it('keeps its content and its hash, and judges inbound calls', () => {
    const { checklist: read, hash: identity } = readChecklist(old);
    expect(JSON.parse(JSON.stringify(read))).toEqual(old);
    expect(identity).toBe(contentHash(old));
    expect(judgesOf(read)).toEqual({ directions: ['inbound'], main: true, appliesWhen: [] });
  });
});
