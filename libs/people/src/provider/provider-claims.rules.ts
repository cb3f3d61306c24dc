/** What an identity provider said is wrong, or what is wrong with what it said. */
export type ProviderTrouble =
  | 'provider_unreachable'
  | 'provider_misconfigured'
  | 'provider_mismatch'
  | 'provider_clock'
  | 'provider_denied'
  | 'provider_refused';

/** An error of the client library, as far as its trouble is told by it. */
export interface LibraryError {
  name?: string;
  code?: string;
  /** OAuth's own word, such as `access_denied` or `invalid_client`. */
  error?: string;
  status?: number;
  cause?: unknown;
}

const CLAIMS_OF_ATTEMPT = new Set(['nonce', 'state']);
/** The person, or a rule at the provider, said no. */
const DENIED = new Set(['access_denied', 'login_required', 'interaction_required', 'consent_required']);
/** Whom the operator has to ask: address, client or secret do not fit the provider. */
const SET_UP = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_scope',
  'unsupported_response_type',
  'invalid_request',
]);

/** In words of the product, what went wrong between it and the identity provider. */
export function troubleOf(error: LibraryError): ProviderTrouble {
  const claim = claimOf(error);
  if (error.error !== undefined) {
    if (DENIED.has(error.error)) return 'provider_denied';
    if (SET_UP.has(error.error)) return 'provider_misconfigured';
    if (error.error === 'temporarily_unavailable' || error.error === 'server_error') return 'provider_unreachable';
    return 'provider_refused';
  }
  switch (error.code) {
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
    case 'ERR_JWT_EXPIRED':
      return 'provider_clock';
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return claim === 'iat' || claim === 'exp' || claim === 'nbf' ? 'provider_clock' : mismatchOf(claim);
    case 'OAUTH_INVALID_RESPONSE':
      return mismatchOf(claim);
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return 'provider_unreachable';
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
      return (error.status ?? 0) >= 500 ? 'provider_unreachable' : 'provider_misconfigured';
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
    case 'OAUTH_MISSING_SERVER_METADATA':
      return 'provider_misconfigured';
    default:
      // What `fetch` throws when no one answers.
      return error.name === 'TypeError' || error.name === 'TimeoutError' ? 'provider_unreachable' : 'provider_refused';
  }
}

const mismatchOf = (claim: string | null): ProviderTrouble =>
  claim === null || CLAIMS_OF_ATTEMPT.has(claim) ? 'provider_mismatch' : 'provider_refused';

/** The claim that an error is about, wherever the library wrote it. */
function claimOf(error: unknown, depth = 0): string | null {
  if (typeof error !== 'object' || error === null || depth > 4) return null;
  const { claim, cause } = error as { claim?: unknown; cause?: unknown };
  return typeof claim === 'string' ? claim : claimOf(cause, depth + 1);
}

/** A person's groups by the claim of that name (`groups`, `realm_access.roles`); null where the provider says nothing of them. */
export function groupsIn(claims: Record<string, unknown>, path: string): string[] | null {
  const found = path in claims ? claims[path] : path.split('.').reduce<unknown>(part, claims);
  if (typeof found === 'string') return [found];
  if (!Array.isArray(found)) return null;
  return [...new Set(found.filter((one): one is string => typeof one === 'string'))];
}

const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** What a person knows, has and is, by RFC 8176. */
const PROVED_BY = [
  ['pwd', 'pin', 'kba'],
  ['otp', 'hwk', 'swk', 'sc', 'sms', 'tel', 'pop'],
  ['face', 'fpt', 'iris', 'retina', 'vbm'],
];
/** Values of `acr` that mean two factors: OpenID’s own, research federations’ and Okta’s. */
const ACR_OF_TWO = [
  ...['phr', 'phrh', 'http://schemas.openid.net/pape/policies/2007/06/multi-factor'],
  ...['https://refeds.org/profile/mfa', 'urn:okta:loa:2fa:any'],
];

/**
 * Did the provider ask for two factors? By `amr` (`mfa`, or methods of two kinds) or by `acr`. What it does not say, it did not do.
 * @param own levels that the operator named as such: the provider's own words, such as Keycloak's numbers
 */
export function provedTwice({ amr, acr }: Record<string, unknown>, own: readonly string[]): boolean {
  const methods = Array.isArray(amr) ? amr.filter((one): one is string => typeof one === 'string') : [];
  const kinds = PROVED_BY.filter((kind) => kind.some((one) => methods.includes(one)));
  return (
    methods.includes('mfa') || kinds.length > 1 || (typeof acr === 'string' && [...ACR_OF_TWO, ...own].includes(acr))
  );
}

/** How far the provider's clock may be from ours. */
export const SKEW_SECONDS = 60;

/** Did the person sign in at the provider for this attempt, and not at some time before it? */
export const signedInAfter = (authTime: unknown, begunAt: Date): boolean =>
  typeof authTime === 'number' && authTime * 1000 >= begunAt.getTime() - SKEW_SECONDS * 1000;
