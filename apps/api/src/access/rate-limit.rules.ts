import { type AccessRule } from '#contracts';
import { type Asker } from '#people';
import { countedAddress } from '#people/rules';
import { type Budget } from '#platform';

/** Uploads are few and long: they have a budget of their own, so that sending recordings leaves the screens alone. */
const UPLOAD = 'POST /api/v1/calls';
/** Monitoring of the product may ask as often as it likes. */
const NEVER_COUNTED = /^\/(?:metrics|api\/health(?:\/|$))/;

/** Which budget a request is taken from, and whose; null for what is never counted. */
export function budgetOf({
  method,
  route,
  address,
  rule,
  asker,
}: {
  method: string;
  route: string;
  address: string;
  rule: AccessRule;
  asker: Asker | null;
}): { budget: Budget; key: string } | null {
  if (NEVER_COUNTED.test(route)) return null;
  if ('guess' in rule) return { budget: 'sign-in', key: countedAddress(address) };
  if (asker === null) return { budget: 'address', key: countedAddress(address) };
  const key = asker.tokenId ?? asker.accountId;
  if (`${method} ${route}` === UPLOAD) return { budget: 'upload', key };
  return { budget: asker.tokenId === null ? 'account' : 'token', key };
}

interface Left {
  budget: Budget;
  most: number;
  windowSeconds: number;
  state: { remainingPoints: number; msBeforeNext: number };
}

/** What is left, as draft-ietf-httpapi-ratelimit-headers (10) writes it. */
export const limitHeaders = ({ budget, most, windowSeconds, state }: Left): Record<string, string> => ({
  'ratelimit-policy': `"${budget}";q=${most};w=${windowSeconds}`,
  ratelimit: `"${budget}";r=${state.remainingPoints};t=${Math.ceil(state.msBeforeNext / 1000)}`,
});
