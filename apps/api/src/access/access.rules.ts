import { type PendingStep } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { type AccessRule } from './access.decorator.js';

/** For how long a proof of who sits there is fresh. */
export const STEP_UP_MS = 5 * 60 * 1000;

export type AccessRefusal = PendingStep | 'session_needed' | 'forbidden' | 'code_needed' | 'password_needed';

/** Why somebody may not use a route; null when they may. */
export function refusal(rule: Exclude<AccessRule, { public: true }>, asker: Asker, now: Date): AccessRefusal | null {
  if (asker.tokenId !== null && (!('permission' in rule) || rule.stepUp)) return 'session_needed';
  if (asker.pending !== null && !('whilePending' in rule)) return asker.pending;
  if ('permission' in rule && scopeOf(rule.permission, asker.held, asker.personId).kind === 'none') return 'forbidden';
  if (!rule.stepUp || isFresh(asker, now)) return null;
  return asker.secondFactor ? 'code_needed' : 'password_needed';
}

const isFresh = ({ steppedUpAt }: Asker, now: Date): boolean =>
  steppedUpAt !== null && now.getTime() - steppedUpAt.getTime() <= STEP_UP_MS;
