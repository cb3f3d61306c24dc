import { STRICTEST_CONSENT_RULE, type ConsentRule, type ConsentRuleSet } from '#contracts';
import { type ExclusionRule, type GateRules } from './decide-consent.rules.js';

/**
 * Shipped with the product, as version 1; a company's lawyers decide whether they fit. Announcing is enough where one party's knowledge or a
 * clear notice suffices; elsewhere the customer has to agree.
 */
const SHIPPED_RULES: ConsentRule[] = [
  {
    id: 'us-all-party',
    regions: [
      'US-CA',
      'US-CT',
      'US-DE',
      'US-FL',
      'US-IL',
      'US-MD',
      'US-MA',
      'US-MT',
      'US-NV',
      'US-NH',
      'US-PA',
      'US-WA',
    ],
    directions: ['inbound', 'outbound'],
    accepts: ['announced', 'given'],
    acceptedExemptions: [],
    source:
      'State all-party consent statutes, e.g. California Penal Code §632: a caller who stays on after the notice agrees.',
  },
  {
    id: 'us-one-party',
    regions: ['US'],
    directions: ['inbound', 'outbound'],
    accepts: ['announced', 'given', 'not_required'],
    acceptedExemptions: ['one-party'],
    source: '18 U.S.C. §2511(2)(d)',
  },
  {
    id: 'cn-inbound',
    regions: ['CN'],
    directions: ['inbound'],
    accepts: ['announced', 'given', 'not_required'],
    acceptedExemptions: ['contract', 'statutory-duty'],
    source: 'PIPL art. 13, 17; policy P1 §13.4, P5 §4',
  },
  {
    id: 'cn-outbound',
    regions: ['CN'],
    directions: ['outbound'],
    accepts: ['given', 'not_required'],
    acceptedExemptions: ['contract', 'statutory-duty'],
    source: 'PIPL art. 13, 17: who calls out has not been called for advice; policy P5 §4',
  },
  {
    id: 'internal-with-notice',
    regions: ['*'],
    directions: ['internal'],
    accepts: ['announced', 'given'],
    acceptedExemptions: [],
    source: 'Policy P1 §14: staff are told that they are recorded',
  },
];

/** Version 1. A change of this constant changes nothing: the migration wrote it down, and versions are published by two people. */
export const SHIPPED_CONSENT_RULES: ConsentRuleSet = { rules: SHIPPED_RULES, internalCalls: 'never' };

const PRIVATE: ExclusionRule = { id: 'exclude-private', excludes: 'private', reason: 'private_call_excluded' };
const INTERNAL: ExclusionRule = { id: 'exclude-internal', excludes: 'internal', reason: 'internal_call_excluded' };

/** What the gate is asked with: private calls are always left out, and the strictest rule always comes last. */
export const gateRulesOf = ({ rules, internalCalls }: ConsentRuleSet): GateRules => ({
  consent: [...rules, STRICTEST_CONSENT_RULE],
  exclusions: internalCalls === 'never' ? [PRIVATE, INTERNAL] : [PRIVATE],
});

/** Where the rules cannot be read. */
export const STRICTEST_GATE: GateRules = gateRulesOf({ rules: [], internalCalls: 'never' });
