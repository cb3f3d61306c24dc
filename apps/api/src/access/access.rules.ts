import { type AccessRule, type PendingStep } from '#contracts';
import { type Asker } from '#people';
import { isFresh, proofNeeded, scopeOf, type ProofNeeded } from '#people/rules';

export type AccessRefusal =
  | PendingStep
  | 'idle'
  | 'session_needed'
  | 'forbidden'
  | 'suspended'
  | 'acting_over'
  | 'not_as_deputy'
  | 'whole_company'
  | ProofNeeded;

type Protected = Exclude<AccessRule, { public: true }>;

export interface AccessQuestion {
  rule: Protected;
  method: string;
  now: Date;
}

/** Why an account may not use a route; null when it may. */
export function refusal({ rule, method, now }: AccessQuestion, asker: Asker): AccessRefusal | null {
  if (asker.tokenId !== null && !isForTokens(rule, method)) return 'session_needed';
  if (asker.idle && !rule.whileIdle) return 'idle';
  if (asker.pending !== null && !mayWhile(rule, asker.pending)) return asker.pending;
  if ('permission' in rule) {
    // What a service is given besides its scopes goes into figures, and opens no route.
    if (asker.service && !asker.service.scopes.includes(rule.permission)) return 'forbidden';
    const { kind } = scopeOf(rule.permission, asker.held, asker.personId);
    if (kind === 'none') return withoutRight(asker);
    if (rule.inPerson && asker.acting) return 'not_as_deputy';
    if (rule.reach === 'company' && kind !== 'all') return 'whole_company';
  }
  if (!rule.stepUp || isFresh(asker, now)) return null;
  return proofNeeded(asker);
}

const mayWhile = (rule: Protected, pending: PendingStep): boolean => {
  const open = 'whilePending' in rule ? rule.whilePending : undefined;
  return open === true || (open?.includes(pending) ?? false);
};

const withoutRight = ({ suspended, acting }: Asker): AccessRefusal =>
  suspended ? 'suspended' : acting ? (acting.over ? 'acting_over' : 'not_as_deputy') : 'forbidden';

/** What belongs to a person's session is no token's. What only reads changes nothing with a token, though the route may keep a person's own things. */
function isForTokens(rule: Protected, method: string): boolean {
  if (!('permission' in rule) || rule.stepUp) return false;
  return !rule.permission.endsWith('.read') || method === 'GET' || method === 'HEAD';
}
