import { z } from 'zod';

/** An issuer is reached over https; over http only on this machine, where tests and a proxy of the operator's own listen. */
const ISSUER = /^(?:https:\/\/[^/\s?#]+|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?)(?:\/[^\s?#]*)?$/;
const label = z.string().trim().min(1).max(40);

/** Settings of the company's identity provider (OpenID Connect). Off without an issuer. */
export const providerSettings = {
  /** As the provider writes it, such as `https://login.example.com/realms/company`. */
  SHOUWEN_OIDC_ISSUER: z.string().regex(ISSUER, { error: 'it must have the form https://HOST/PATH' }).optional(),
  SHOUWEN_OIDC_CLIENT_ID: z.string().min(1).optional(),
  /** Without a secret the client is a public one; PKCE is used either way. */
  SHOUWEN_OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional(),
  SHOUWEN_OIDC_SCOPES: z
    .string()
    .default('openid profile email')
    .refine((scopes) => scopes.split(/\s+/).includes('openid'), { error: 'it must contain openid' }),
  /** The claim that lists a person's groups, such as `groups` or `realm_access.roles`. Without it no groups are read. */
  SHOUWEN_OIDC_GROUPS_CLAIM: z.string().min(1).max(200).optional(),
  /** Values of `acr` that mean two factors at this provider, with commas between them, such as `2` or `gold`. */
  SHOUWEN_OIDC_SECOND_FACTOR_ACR: z.string().min(1).max(400).optional(),
  /** Whether who signed out here is offered to sign out at the provider too, where it has an address for that. */
  SHOUWEN_OIDC_SIGN_OUT: z.enum(['offer', 'off']).default('offer'),
  /** What people call it: on the button of the sign-in screen. */
  SHOUWEN_OIDC_LABEL_ZH: label.default('公司账号'),
  SHOUWEN_OIDC_LABEL_EN: label.default('company account'),
};

type Given = z.infer<z.ZodObject<typeof providerSettings>>;

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  scopes: string;
  groupsClaim: string | undefined;
  secondFactorAcr: string[];
  offersSignOut: boolean;
  label: { zh: string; en: string };
}

/** What belongs together, in words that hold no secret. */
export function providerProblems(given: Record<string, string>): string[] {
  const has = (name: string): boolean => given[name] !== undefined;
  if (!has('SHOUWEN_OIDC_ISSUER'))
    return ['SHOUWEN_OIDC_CLIENT_ID', 'SHOUWEN_OIDC_CLIENT_SECRET_FILE']
      .filter(has)
      .map((name) => `${name}: SHOUWEN_OIDC_ISSUER must be set with it`);
  return ['SHOUWEN_OIDC_CLIENT_ID', 'SHOUWEN_PUBLIC_URL']
    .filter((name) => !has(name))
    .map((name) => `${name}: it must be set where SHOUWEN_OIDC_ISSUER is`);
}

/** @returns undefined where there is no provider */
export function readProviderSettings(env: Given, clientSecret: string | undefined): ProviderSettings | undefined {
  const { SHOUWEN_OIDC_ISSUER: issuer, SHOUWEN_OIDC_CLIENT_ID: clientId } = env;
  if (issuer === undefined || clientId === undefined) return undefined;
  return {
    ...{ issuer, clientId, clientSecret },
    scopes: env.SHOUWEN_OIDC_SCOPES,
    groupsClaim: env.SHOUWEN_OIDC_GROUPS_CLAIM,
    secondFactorAcr: env.SHOUWEN_OIDC_SECOND_FACTOR_ACR?.split(',').map((one) => one.trim()) ?? [],
    offersSignOut: env.SHOUWEN_OIDC_SIGN_OUT === 'offer',
    label: { zh: env.SHOUWEN_OIDC_LABEL_ZH, en: env.SHOUWEN_OIDC_LABEL_EN },
  };
}
