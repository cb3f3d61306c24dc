import { defineRoutes, get, post, put } from './route.js';
import {
  signInPolicyChangeSchema,
  signInPolicyDecisionSchema,
  signInPolicyViewSchema,
  withoutSecondFactorListSchema,
} from './sign-in-policy.js';

/** What signing in asks of everyone (docs/decisions/0104): every change takes two people. */
export const signInPolicyRoutes = defineRoutes('signInPolicy', 'company', {
  view: get('/api/v1/company/sign-in-policy', {
    summary: 'What signing in asks of everyone, and the change that waits for a second person',
    access: { permission: 'company.manage', reach: 'company' },
    answer: signInPolicyViewSchema,
  }),
  propose: put('/api/v1/company/sign-in-policy', {
    summary: 'Proposes other rules for signing in',
    description: 'They hold once a second person has agreed.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: signInPolicyChangeSchema,
    answer: signInPolicyViewSchema,
    refusals: ['sign_in_policy_changed', 'sign_in_policy_waiting'],
  }),
  decide: post('/api/v1/company/sign-in-policy/decisions', {
    summary: 'Agrees to the rules that wait, refuses them, or takes one’s own back',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: signInPolicyDecisionSchema,
    answer: signInPolicyViewSchema,
    refusals: ['proposer_gone', 'sign_in_policy_not_waiting', 'second_person_needed', 'needs_a_day'],
  }),
  without: get('/api/v1/company/sign-in-policy/without-second-factor', {
    summary: 'Whose role needs a second factor, or should have one, and who has none',
    access: { permission: 'company.manage', reach: 'company' },
    answer: withoutSecondFactorListSchema,
  }),
});
