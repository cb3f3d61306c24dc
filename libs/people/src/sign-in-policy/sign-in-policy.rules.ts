import { differingRules, roleSchema, type SignInPolicy } from '#contracts';

/** A policy as it is kept: roles in order. */
export const settledPolicy = (policy: SignInPolicy): SignInPolicy => ({
  ...policy,
  secondFactorRoles: roleSchema.options.filter((role) => policy.secondFactorRoles.includes(role)),
});

/** The same rules, held against the same catalogue. */
export const isSameSignInPolicy = (a: SignInPolicy, b: SignInPolicy): boolean =>
  a.preset === b.preset && differingRules(a, b).length === 0;

/** Since when each role needs a second factor: a role that needed one already keeps its day, so that a later change gives no new grace. */
export function requiredSince(
  policy: SignInPolicy,
  before: Readonly<Record<string, string>>,
  now: Date,
): Record<string, string> {
  return Object.fromEntries(policy.secondFactorRoles.map((role) => [role, before[role] ?? now.toISOString()]));
}
