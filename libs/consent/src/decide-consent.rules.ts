import {
  CONSENT_GROUNDS,
  coversRegion,
  type ConsentGround,
  type ConsentRule,
  type ConsentStatement,
  type NotRecordedReason,
} from '#contracts';

/** Which calls are never recorded, with or without consent. */
export interface ExclusionRule {
  id: string;
  excludes: 'internal' | 'private';
  reason: 'internal_call_excluded' | 'private_call_excluded';
}

export interface CallToJudge {
  direction: 'inbound' | 'outbound' | 'internal';
  classification: 'business' | 'private';
  /** ISO 3166-1 country, optionally with subdivision. */
  region: string;
  consent: ConsentStatement;
}

export type GateDecision =
  | { mayRecord: true; ruleId: string; reason: null }
  | { mayRecord: false; ruleId: string; reason: NotRecordedReason };

export interface GateRules {
  consent: readonly ConsentRule[];
  exclusions: readonly ExclusionRule[];
}

/**
 * May this call be recorded? Fails closed: an excluded call, a statement that the fitting rule does not accept, or no fitting rule at all,
 * and not a byte is kept (policy P1 §13.4, P5 §4).
 */
export function decideConsent(call: CallToJudge, rules: GateRules): GateDecision {
  const excluded = rules.exclusions.find(
    ({ excludes }) => excludes === call.classification || excludes === call.direction,
  );
  if (excluded) return { mayRecord: false, ruleId: excluded.id, reason: excluded.reason };

  const rule = rules.consent.find((candidate) => fits(candidate, call));
  if (!rule) return { mayRecord: false, ruleId: 'no-rule', reason: 'consent_unknown' };

  const reason = refusal(rule, call.consent);
  return reason ? { mayRecord: false, ruleId: rule.id, reason } : { mayRecord: true, ruleId: rule.id, reason: null };
}

function fits(rule: ConsentRule, { region, direction }: CallToJudge): boolean {
  return rule.directions.includes(direction) && rule.regions.some((one) => coversRegion(one, region));
}

function refusal(rule: ConsentRule, { state, reason }: ConsentStatement): NotRecordedReason | null {
  switch (state) {
    case 'declined':
      return 'consent_declined';
    case 'withdrawn':
      return 'consent_withdrawn';
    case 'unknown':
      return 'consent_unknown';
    case 'announced':
      return rule.accepts.includes('announced') ? null : 'consent_not_enough';
    case 'given':
      return rule.accepts.includes('given') ? null : 'consent_not_enough';
    case 'not_required':
      return rule.accepts.includes('not_required') && rule.acceptedExemptions.some((ground) => ground === reason)
        ? null
        : 'exemption_not_accepted';
  }
}

/** The ground of a statement as it is kept: a source's own words are not. null: the statement needs none. */
export function groundOf({ state, reason }: ConsentStatement): ConsentGround | 'other' | null {
  if (state !== 'not_required') return null;
  return CONSENT_GROUNDS.find((ground) => ground === reason) ?? 'other';
}
