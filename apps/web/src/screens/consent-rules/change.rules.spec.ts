import { describe, expect, it } from '@jest/globals';
import type { ConsentRule, ConsentRuleSet } from '#contracts';
import { changesOf, faultsOf, moved, neverTried } from './change.rules.js';

const rule = (id: string, over: Partial<ConsentRule> = {}): ConsentRule => ({
  ...{ id, regions: ['CN'], directions: ['inbound'], accepts: ['given'], acceptedExemptions: [], source: 'law' },
  ...over,
});
const ruleA = (over: Partial<ConsentRule> = {}) => rule('a', over);
const set = (...rules: ConsentRule[]): ConsentRuleSet => ({ rules, internalCalls: 'never' });

it.each<[ConsentRuleSet['internalCalls'], ConsentRule['directions'], boolean]>([
  ['never', ['internal'], true],
  ['never', ['inbound', 'internal'], false],
  ['by_rules', ['internal'], false],
])('internal calls %s: a rule for %p never tried: %p', (internalCalls, directions, never) => {
  expect(neverTried(rule('a', { directions }), internalCalls)).toBe(never);
});

describe('in what two versions of the consent rules differ', () => {
  it.each<[string, ConsentRuleSet, ConsentRuleSet, unknown[]]>([
    ['in nothing', set(rule('a')), set(rule('a')), []],
    [
      'in nothing, when a list is only written in another order',
      set(rule('a', { regions: ['CN', 'US'] })),
      set(rule('a', { regions: ['US', 'CN'] })),
      [],
    ],
    [
      'in what a rule accepts and in its source',
      set(rule('a')),
      set(rule('a', { accepts: ['announced', 'given'], source: 'memo' })),
      [
        { kind: 'changed', part: 'accepts' },
        { kind: 'changed', part: 'source' },
      ],
    ],
    [
      'in a rule that came and one that went, without a change of order',
      set(rule('a'), rule('b')),
      set(rule('c'), rule('b')),
      [
        { kind: 'added', at: 1, rule: { id: 'c' } },
        { kind: 'removed', at: 1, rule: { id: 'a' } },
      ],
    ],
    [
      'in their order',
      set(rule('a'), rule('b'), rule('c')),
      set(rule('b'), rule('a'), rule('c')),
      [{ kind: 'order', before: ['a', 'b', 'c'], after: ['b', 'a', 'c'] }],
    ],
    [
      'in what becomes of internal calls',
      set(rule('a')),
      { ...set(rule('a')), internalCalls: 'by_rules' },
      [{ kind: 'internalCalls', after: 'by_rules' }],
    ],
  ])('%s', (_what, before, after, changes) => {
    const found = changesOf(before, after);
    expect(found).toHaveLength(changes.length);
    expect(found).toMatchObject(changes);
  });

  it('a rule moves by one place, and not past an end', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });
});

describe('what keeps a draft of the consent rules from being proposed', () => {
  it.each<[string, ConsentRuleSet, { at: number; part: string }[]]>([
    ['nothing', set(ruleA(), ruleA({ id: 'b', regions: ['US'] })), []],
    [
      'a new rule that is empty',
      set(ruleA({ id: '', regions: [], source: '' })),
      ['id', 'regions', 'source'].map((part) => ({ at: 0, part })),
    ],
    ['an id that is taken', set(ruleA(), ruleA({ regions: ['US'] })), [{ at: 1, part: 'taken' }]],
    ['the id of the strictest', set(ruleA({ id: 'elsewhere' })), [{ at: 0, part: 'taken' }]],
    [
      'a state after its country',
      set(ruleA({ regions: ['US'] }), ruleA({ id: 'b', regions: ['US-CA'] })),
      [{ at: 1, part: 'unreached' }],
    ],
    [
      'a notice that is enough everywhere',
      set(ruleA({ regions: ['*'], accepts: ['announced'] })),
      [{ at: 0, part: 'accepts' }],
    ],
    ['a ground that is missing', set(ruleA({ accepts: ['not_required'] })), [{ at: 0, part: 'acceptedExemptions' }]],
  ])('%s', (_what, draft, faults) => {
    expect(faultsOf(draft)).toEqual(faults);
  });
});
