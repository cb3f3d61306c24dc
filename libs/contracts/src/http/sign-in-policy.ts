import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { roleSchema } from '../roles.js';
import { signInPolicySchema } from '../sign-in-policy.js';

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
