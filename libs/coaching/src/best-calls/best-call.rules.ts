import { type BestCallAct, type BestCallState } from '#contracts';

/** A best call as far as its rules see it. */
export interface BestCallSeen {
  readonly agreedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly endedAt: Date | null;
}

/** What a person is to a best call. */
export interface BestCallParty {
  readonly isAgent: boolean;
  readonly isNominator: boolean;
  /** Their role to look after best calls reaches its team. */
  readonly manages: boolean;
}

export function bestCallState({ agreedAt, publishedAt, endedAt }: BestCallSeen): BestCallState {
  if (endedAt) return 'ended';
  if (publishedAt) return 'published';
  return agreedAt ? 'agreed' : 'asked';
}

/** What a person may do. Who nominated it never publishes it, and the agent can take the agreement back at any time. */
export function bestCallActs(one: BestCallSeen, { isAgent, isNominator, manages }: BestCallParty): BestCallAct[] {
  const state = bestCallState(one);
  if (state === 'ended') return [];
  if (isAgent) return state === 'asked' ? ['agree', 'decline'] : ['take_back'];
  if (!manages) return [];
  return [...(state === 'agreed' && !isNominator ? (['publish'] as const) : []), 'withdraw'];
}
