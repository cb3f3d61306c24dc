import { CONSENT_GROUNDS, type ConsentState } from '#contracts';
import { type ConsentDecision } from './consent-decision.entity.js';
import { decideConsent, type CallToJudge, type GateRules } from './decide-consent.rules.js';

/** What is kept of a call that the gate once decided about. */
export type KeptCall = Omit<CallToJudge, 'consent'> & { state: ConsentState; ground: ConsentDecision['ground'] };

/** What other rules would do to a call, compared with those in force; `unknown`: that depends on a ground that is not kept. */
export type TrialOutcome = 'recorded' | 'not_recorded' | 'same' | 'unknown';

const EVERY_GROUND = [...CONSENT_GROUNDS, 'other' as const];

export function tryCall(call: KeptCall, inForce: GateRules, tried: GateRules): TrialOutcome {
  const grounds = call.state === 'not_required' && call.ground === null ? EVERY_GROUND : [call.ground];
  const outcomes = new Set(
    grounds.map((ground) => outcomeOf(mayRecord(call, ground, inForce), mayRecord(call, ground, tried))),
  );
  const [only] = outcomes;
  return outcomes.size === 1 && only ? only : 'unknown';
}

function mayRecord({ state, ...call }: KeptCall, ground: KeptCall['ground'], rules: GateRules): boolean {
  const { direction, classification, region } = call;
  const consent = { state, ...(ground !== null && { reason: ground }) };
  return decideConsent({ direction, classification, region, consent }, rules).mayRecord;
}

const outcomeOf = (before: boolean, after: boolean): TrialOutcome =>
  before === after ? 'same' : after ? 'recorded' : 'not_recorded';
