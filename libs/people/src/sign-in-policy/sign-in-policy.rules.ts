import { differingRules, roleSchema, type SignInPolicy } from '#contracts';

/** A policy as it is kept: roles in order. */
export const settledPolicy = (policy: SignInPolicy): SignInPolicy => ({
  ...policy,
  secondFactorRoles: roleSchema.options.filter((role) => policy.secondFactorRoles.includes(role)),
});

/**
 * Does a page with a list that it keeps up to date go on after the idle time? Not where the company follows MLPS level 3, which asks for an end
 * (GB/T 22239-2019, 8.1.4.1 b). `LIVE` of sessions says the same in SQL.
 */
export const listsStay = ({ preset }: Pick<SignInPolicy, 'preset'>): boolean => preset !== 'cn-mlps3';

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
