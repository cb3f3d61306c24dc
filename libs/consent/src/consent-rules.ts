import { type ConsentState } from '#contracts';

/**
 * A consent rule: for which calls it speaks, and which statements let them be recorded. Data, not code: the first rule that fits a call
 * decides, and its id is journalled with the decision.
 */
export interface ConsentRule {
  id: string;
  /** ISO 3166 codes; `US` covers every subdivision that no earlier rule names. `*` fits everywhere. */
  regions: readonly string[];
  directions: readonly ('inbound' | 'outbound' | 'internal')[];
  /** What must be true before a byte is kept. */
  accepts: readonly ConsentState[];
  /** For which grounds `not_required` is accepted; none when empty. */
  acceptedExemptions: readonly string[];
  /** Where the rule comes from. */
  source: string;
}

/** Which calls are never recorded, with or without consent. */
export interface ExclusionRule {
  id: string;
  excludes: 'internal' | 'private';
  reason: 'internal_call_excluded' | 'private_call_excluded';
}

/**
 * Shipped with the product; a company's lawyers decide whether they fit. Announcing is enough where one party's knowledge or a clear notice
 * suffices; elsewhere the customer has to agree.
 */
export const CONSENT_RULES: readonly ConsentRule[] = [
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
  {
    id: 'elsewhere',
    regions: ['*'],
    directions: ['inbound', 'outbound'],
    accepts: ['given'],
    acceptedExemptions: [],
    source: 'GDPR art. 6(1)(a) as the strictest reading until a rule for the region is written',
  },
];

export const EXCLUSION_RULES: readonly ExclusionRule[] = [
  { id: 'exclude-private', excludes: 'private', reason: 'private_call_excluded' },
  { id: 'exclude-internal', excludes: 'internal', reason: 'internal_call_excluded' },
];
