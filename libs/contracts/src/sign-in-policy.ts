import { z } from 'zod';
import { inWords } from './language.js';
import { roleSchema, type Role } from './roles.js';

/** What a company can hold its own rules against. `none`: it follows no catalogue by name. */
export const signInPresetSchema = z.enum(['none', 'nist-800-63b', 'cn-mlps3']);
export type SignInPreset = z.infer<typeof signInPresetSchema>;

/** What signing in asks of everyone. What every password has to be besides (not common, not a name) is no choice. */
export const signInPolicySchema = z
  .object({
    /** The catalogue that the company holds its rules against; each rule may differ from it. */
    preset: signInPresetSchema,
    /** Who holds one of these roles needs a second factor: an authenticator's code, a passkey, or one at the company's identity provider. */
    secondFactorRoles: z.array(roleSchema).max(roleSchema.options.length),
    /** Days from the rule, or from the role, until a session without one leads to setting it up. */
    graceDays: z.number().int().min(0).max(90),
    /** Fewest characters of a new password. */
    passwordLength: z.number().int().min(12).max(64),
    /** Of small letters, capital letters, digits and other characters, so many kinds must be in a new password. */
    passwordKinds: z.number().int().min(1).max(4),
    /** Days after which a password is changed at the next sign-in with it; null: never. */
    passwordDays: z.number().int().min(30).max(365).nullable(),
    /** After so many wrong passwords or codes in a row the account takes none; null: tries only wait longer. */
    lockAfter: z.number().int().min(3).max(20).nullable(),
    /** For so many minutes then. */
    lockMinutes: z.number().int().min(5).max(240),
    /** A session ends after so many minutes without use. */
    idleMinutes: z.number().int().min(5).max(120),
    /** A new session of an account ends its others. */
    oneSession: z.boolean(),
  })
  .strict()
  .refine(
    ({ secondFactorRoles: roles }) => new Set(roles).size === roles.length,
    inWords('每个角色只能出现一次', 'each role once'),
  );
export type SignInPolicy = z.infer<typeof signInPolicySchema>;

/** Roles that reach content, decide, or let others in: they should have a second factor everywhere, and need one unless two people say otherwise. */
export const RECOMMENDED_SECOND_FACTOR: readonly Role[] = roleSchema.options.filter((role) => role !== 'agent');

/** How every company begins; one whose own rules were in force before it was so keeps them. */
export const FIRST_SIGN_IN_POLICY: SignInPolicy = {
  preset: 'none',
  secondFactorRoles: [...RECOMMENDED_SECOND_FACTOR],
  graceDays: 0,
  passwordLength: 12,
  passwordKinds: 1,
  passwordDays: null,
  lockAfter: null,
  lockMinutes: 30,
  idleMinutes: 30,
  oneSession: false,
};

/**
 * `nist-800-63b`: SP 800-63B revision 4 (2025): length alone, 15 characters, no composition, no change by the clock.
 * `cn-mlps3`: GB/T 22239-2019, 8.1.4.1, level 3. The standard names no numbers; these are what assessors usually ask for.
 */
export const SIGN_IN_PRESETS: Record<Exclude<SignInPreset, 'none'>, SignInPolicy> = {
  'nist-800-63b': {
    ...FIRST_SIGN_IN_POLICY,
    preset: 'nist-800-63b',
    passwordLength: 15,
    graceDays: 7,
  },
  'cn-mlps3': {
    preset: 'cn-mlps3',
    secondFactorRoles: [...roleSchema.options],
    graceDays: 7,
    passwordLength: 12,
    passwordKinds: 3,
    passwordDays: 90,
    lockAfter: 5,
    lockMinutes: 30,
    idleMinutes: 15,
    oneSession: true,
  },
};

export type SignInRule = Exclude<keyof SignInPolicy, 'preset'>;

/** Which rules differ between two policies, in the order in which they are shown. */
export const differingRules = (a: SignInPolicy, b: SignInPolicy): SignInRule[] =>
  (Object.keys(FIRST_SIGN_IN_POLICY) as (keyof SignInPolicy)[])
    .filter((rule): rule is SignInRule => rule !== 'preset')
    .filter((rule) => said(a[rule]) !== said(b[rule]));

const said = (value: unknown): string => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
