import fc from 'fast-check';
import { CONSENT_GROUNDS, consentStateSchema, type AcceptableConsent, type CallDirection } from '#contracts';
import { gateRulesOf, SHIPPED_CONSENT_RULES } from './shipped-rules.js';
import { decideConsent, type CallToJudge } from './decide-consent.rules.js';

const rules = gateRulesOf(SHIPPED_CONSENT_RULES);
const call = (change: Partial<CallToJudge> = {}): CallToJudge => ({
  direction: 'inbound',
  classification: 'business',
  region: 'CN',
  consent: { state: 'announced' },
  ...change,
});

describe('the consent gate', () => {
  it.each([
    ['an announced inbound call in China', call(), true, 'cn-inbound', null],
    [
      'an outbound call in China that was only announced',
      call({ direction: 'outbound' }),
      false,
      'cn-outbound',
      'consent_not_enough',
    ],
    [
      'an outbound call in China with consent',
      call({ direction: 'outbound', consent: { state: 'given' } }),
      true,
      'cn-outbound',
      null,
    ],
    ['a declined call', call({ consent: { state: 'declined' } }), false, 'cn-inbound', 'consent_declined'],
    ['a withdrawn consent', call({ consent: { state: 'withdrawn' } }), false, 'cn-inbound', 'consent_withdrawn'],
    ['an unknown consent', call({ consent: { state: 'unknown' } }), false, 'cn-inbound', 'consent_unknown'],
    [
      'an accepted exemption',
      call({ consent: { state: 'not_required', reason: 'contract' } }),
      true,
      'cn-inbound',
      null,
    ],
    [
      'an exemption that no rule names',
      call({ consent: { state: 'not_required', reason: 'we always do' } }),
      false,
      'cn-inbound',
      'exemption_not_accepted',
    ],
    ['California before the rest of the country', call({ region: 'US-CA' }), true, 'us-all-party', null],
    ['Texas by the country', call({ region: 'US-TX' }), true, 'us-one-party', null],
    ['a region without a rule, only announced', call({ region: 'DE' }), false, 'elsewhere', 'consent_not_enough'],
    [
      'a private call, with or without consent',
      call({ classification: 'private', consent: { state: 'given' } }),
      false,
      'exclude-private',
      'private_call_excluded',
    ],
    ['an internal call', call({ direction: 'internal' }), false, 'exclude-internal', 'internal_call_excluded'],
  ] as const)('%s', (_what, judged, mayRecord, ruleId, reason) => {
    expect(decideConsent(judged, rules)).toEqual({ mayRecord, ruleId, reason });
  });

  it('keeps nothing that was declined, withdrawn or is unknown, under any rules at all', () => {
    const anyRule = fc.record({
      id: fc.string(),
      regions: fc.constant<string[]>(['*']),
      directions: fc.constant<CallDirection[]>(['inbound', 'outbound', 'internal']),
      // Also what no schema lets through.
      accepts: fc.subarray([...consentStateSchema.options]) as fc.Arbitrary<AcceptableConsent[]>,
      acceptedExemptions: fc.subarray([...CONSENT_GROUNDS]),
      source: fc.string(),
    });
    const closed = fc.constantFrom('declined' as const, 'withdrawn' as const, 'unknown' as const);
    fc.assert(
      fc.property(
        fc.array(anyRule),
        closed,
        fc.constantFrom('inbound', 'outbound', 'internal'),
        (consent, state, direction) => {
          const judged = call({ direction, consent: { state } });
          return !decideConsent(judged, { consent, exclusions: [] }).mayRecord;
        },
      ),
      { seed: 7 },
    );
  });

  it('has no rule for nothing: without rules nothing is recorded', () => {
    expect(decideConsent(call({ consent: { state: 'given' } }), { consent: [], exclusions: [] })).toEqual({
      mayRecord: false,
      ruleId: 'no-rule',
      reason: 'consent_unknown',
    });
  });
});
