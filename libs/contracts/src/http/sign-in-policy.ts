import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { roleSchema } from '../roles.js';
import { signInPolicySchema } from '../sign-in-policy.js';
import { defineRoutes, get, post, put } from './route.js';

/** What signing in asks now, and the change that waits for a second person. */
export const signInPolicyViewSchema = z.object({
  /** Sent back with a change; 0 before the first decision. */
  version: z.number().int(),
  policy: signInPolicySchema,
  /** In a small house one person stood for both. */
  byOnePerson: z.boolean(),
  waiting: z
    .object({
      version: z.number().int(),
      policy: signInPolicySchema,
      proposedBy: bilingualSchema,
      proposedAt: z.iso.datetime(),
      /** Proposed by the asker, who may take it back but not agree to it. */
      mine: z.boolean(),
    })
    .nullable(),
});
export type SignInPolicyView = z.infer<typeof signInPolicyViewSchema>;

export const signInPolicyChangeSchema = z.object({ version: z.number().int(), policy: signInPolicySchema }).strict();
export type SignInPolicyChange = z.infer<typeof signInPolicyChangeSchema>;

export const signInPolicyDecisionSchema = z
  .object({ version: z.number().int(), decision: z.enum(['agreed', 'refused']) })
  .strict();
export type SignInPolicyDecision = z.infer<typeof signInPolicyDecisionSchema>;

/** A person without a second factor whose role needs one, or should have one. */
export const withoutSecondFactorSchema = z.object({
  personId: z.uuid(),
  name: bilingualSchema,
  staffNumber: z.string(),
  roles: z.array(roleSchema),
  /** From when on a sign-in leads to setting it up; null: their roles need none. */
  due: z.iso.datetime().nullable(),
  /** Is the account connected to the company's identity provider, which has not spoken of a second factor of theirs yet? */
  connected: z.boolean(),
});
export type WithoutSecondFactor = z.infer<typeof withoutSecondFactorSchema>;

/** The first of them, those that are due earliest first, and how many there are. */
export const withoutSecondFactorListSchema = z.object({
  items: z.array(withoutSecondFactorSchema),
  total: z.number().int(),
});
export type WithoutSecondFactorList = z.infer<typeof withoutSecondFactorListSchema>;

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
