import { describe, expect, it } from '@jest/globals';
import type { ConsentRule, ConsentRuleSet } from '#contracts';
import { faultsOf } from './fault.rules.js';

const rule = (over: Partial<ConsentRule> = {}): ConsentRule => ({
  ...{ id: 'a', regions: ['CN'], directions: ['inbound'], accepts: ['given'], acceptedExemptions: [], source: 'law' },
  ...over,
});
const set = (...rules: ConsentRule[]): ConsentRuleSet => ({ rules, internalCalls: 'never' });

describe('what keeps a draft of the consent rules from being proposed', () => {
  it.each<[string, ConsentRuleSet, { at: number; part: string }[]]>([
    ['nothing', set(rule(), rule({ id: 'b', regions: ['US'] })), []],
    [
      'a new rule that is empty',
      set(rule({ id: '', regions: [], source: '' })),
      ['id', 'regions', 'source'].map((part) => ({ at: 0, part })),
    ],
    ['an id that is taken', set(rule(), rule({ regions: ['US'] })), [{ at: 1, part: 'taken' }]],
    ['the id of the strictest', set(rule({ id: 'elsewhere' })), [{ at: 0, part: 'taken' }]],
    [
      'a state after its country',
      set(rule({ regions: ['US'] }), rule({ id: 'b', regions: ['US-CA'] })),
      [{ at: 1, part: 'unreached' }],
    ],
    [
      'a notice that is enough everywhere',
      set(rule({ regions: ['*'], accepts: ['announced'] })),
      [{ at: 0, part: 'accepts' }],
    ],
    ['a ground that is missing', set(rule({ accepts: ['not_required'] })), [{ at: 0, part: 'acceptedExemptions' }]],
  ])('%s', (_what, draft, faults) => {
    expect(faultsOf(draft)).toEqual(faults);
  });
});
