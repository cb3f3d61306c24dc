import { type ConsentRule } from '#contracts';
import { gateRulesOf, SHIPPED_CONSENT_RULES } from './shipped-rules.js';
import { tryCall, type KeptCall } from './trial.rules.js';

const inForce = gateRulesOf(SHIPPED_CONSENT_RULES);
const withRule = (rule: Partial<ConsentRule>) =>
  gateRulesOf({
    ...SHIPPED_CONSENT_RULES,
    rules: [
      {
        ...{ id: 'new', regions: ['CN'], directions: ['inbound'], accepts: ['given'], acceptedExemptions: [] },
        ...{ source: 'memo', ...rule },
      },
      ...SHIPPED_CONSENT_RULES.rules,
    ],
  });
const call = (over: Partial<KeptCall> = {}): KeptCall => ({
  ...{ direction: 'inbound', classification: 'business', region: 'CN', state: 'announced', ground: null, ...over },
});

describe('a trial of consent rules on a call that is kept', () => {
  it.each<[string, KeptCall, Partial<ConsentRule>, string]>([
    ['a notice is no longer enough', call(), {}, 'not_recorded'],
    ['a notice becomes enough', call({ region: 'DE' }), { regions: ['DE'], accepts: ['announced'] }, 'recorded'],
    ['another region', call({ region: 'US-TX' }), {}, 'same'],
    ['what was declined stays so', call({ state: 'declined' }), { accepts: ['announced', 'given'] }, 'same'],
    [
      'a private call stays so',
      call({ classification: 'private', state: 'given' }),
      { accepts: ['announced', 'given'] },
      'same',
    ],
    ['a ground that no longer counts', call({ state: 'not_required', ground: 'contract' }), {}, 'not_recorded'],
    ['a ground that never counted', call({ state: 'not_required', ground: 'other' }), {}, 'same'],
    ['a ground that is not kept, where it matters', call({ state: 'not_required' }), {}, 'unknown'],
    [
      'a ground that is not kept, where it does not matter',
      call({ state: 'not_required', region: 'DE' }),
      { regions: ['DE'] },
      'same',
    ],
  ])('%s', (_what, kept, rule, outcome) => {
    expect(tryCall(kept, inForce, withRule(rule))).toBe(outcome);
  });
});
