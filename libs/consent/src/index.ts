export { ConsentDecision } from './consent-decision.entity.js';
export { CONSENT_RULES, EXCLUSION_RULES, type ConsentRule, type ExclusionRule } from './consent-rules.js';
export { decideConsent, type CallToJudge, type GateDecision, type GateRules } from './consent.rules.js';
