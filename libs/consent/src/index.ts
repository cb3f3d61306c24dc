export * from './rules.js';
export { ConsentDecision, LAST_FIRST, lastDecision } from './consent-decision.entity.js';
export { ConsentModule } from './consent.module.js';
export { ConsentRuleTrialRow, ConsentRuleSetRow } from './consent-rule-trial.entity.js';
export { ConsentRulesService } from './consent-rules.service.js';
export { ConsentTrialService } from './consent-trial.service.js';
export { gateRulesOf, SHIPPED_CONSENT_RULES, STRICTEST_GATE } from './shipped-rules.js';
export {
  decideConsent,
  groundOf,
  type CallToJudge,
  type GateDecision,
  type GateRules,
} from './decide-consent.rules.js';
export { RulesInForce, type RulesAtTime } from './rules-in-force.js';
