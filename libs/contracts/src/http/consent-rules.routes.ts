import {
  consentRulesDecisionSchema,
  consentRulesProposalSchema,
  consentRulesViewSchema,
  consentTrialRequestSchema,
  consentTrialSchema,
} from './consent-rules.js';
import { defineRoutes, get, post, put } from './route.js';

/** By which rules it is decided whether a call may be recorded. Who keeps the retention schedule keeps them. */
export const consentRulesRoutes = defineRoutes('consentRules', 'consent', {
  view: get('/api/v1/consent/rules', {
    summary: 'The consent rules in force, the change that waits, and earlier versions',
    access: { permission: 'retention.read' },
    answer: consentRulesViewSchema,
  }),
  propose: put('/api/v1/consent/rules', {
    summary: 'Proposes consent rules',
    description:
      'These very rules have to be tried first, beside those in force. In force once another person has agreed. The strictest rule comes last and cannot be changed.',
    access: { permission: 'retention.manage', reach: 'company' },
    body: consentRulesProposalSchema,
    answer: consentRulesViewSchema,
    refusals: ['consent_rules_are_same', 'consent_rules_changed', 'consent_rules_not_tried', 'consent_rules_wait'],
  }),
  decide: post('/api/v1/consent/rules/decisions', {
    summary: 'Agrees to the consent rules that wait, refuses them, or takes one’s own back',
    description: 'Takes a fresh proof of identity. The proposer cannot agree.',
    access: { permission: 'retention.manage', stepUp: true, reach: 'company' },
    body: consentRulesDecisionSchema,
    answer: consentRulesViewSchema,
    refusals: [
      'consent_rules_need_another',
      'needs_a_day',
      'consent_rules_not_tried',
      'consent_rules_not_waiting',
      'proposer_gone',
    ],
  }),
  trial: post('/api/v1/consent/rules/trial', {
    summary: 'What consent rules would have decided about the calls of a period; no call is changed',
    description: 'The figures are kept and journalled: rules are proposed and published only after they were tried.',
    access: { permission: 'retention.read' },
    body: consentTrialRequestSchema,
    answer: consentTrialSchema,
  }),
});
