import { type DisputeAct, type DisputeStage, type DisputeState, type ItemResult, type Outcome } from '#contracts';

const DAY_MS = 86_400_000;

export const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** A dispute as far as its rules see it. */
export interface DisputeSeen {
  readonly filedByPersonId: string;
  readonly stage: DisputeStage;
  readonly outcome: 'granted' | 'kept' | 'withdrawn' | null;
  readonly finalAt: Date | null;
}

/** What a person is to a dispute. */
export interface DisputeParty {
  readonly personId: string;
  /** Decides for the agent's team, or for all. */
  readonly decides: boolean;
  /** Decides at the last stage: a quality manager. */
  readonly decidesLast: boolean;
  /** Judged this score before, decided this dispute before, or took a leg of the call. */
  readonly involved: boolean;
}

/** A person who may decide, as far as their roles go. */
export type Decider = Omit<DisputeParty, 'involved'>;

/** A supervisor's "kept" can be taken further until its end. */
export function stateOf({ outcome, finalAt }: DisputeSeen, now: Date): DisputeState {
  if (outcome === null) return 'open';
  return outcome === 'kept' && finalAt !== null && finalAt > now ? 'answered' : outcome;
}

/**
 * What is left of a dispute that its agent gives up: where a person had decided already, the decision stands, so that the same result is not
 * contested again.
 */
export const givenUp = ({ outcome, stage }: DisputeSeen): 'withdrawn' | 'kept' =>
  outcome === null && stage === 'supervisor' ? 'withdrawn' : 'kept';

/** What a person may do with a dispute now. A person decides at the stage where it is, if their role reaches that far. */
export function actsOf(one: DisputeSeen, by: DisputeParty, now: Date): DisputeAct[] {
  const state = stateOf(one, now);
  const mine = one.filedByPersonId === by.personId;
  const reaches = one.stage === 'quality_manager' ? by.decidesLast : by.decides;
  const acts: DisputeAct[] = [];
  if (state === 'open' && reaches && !by.involved && !mine) acts.push('decide');
  if (state === 'answered' && mine) acts.push('escalate');
  if ((state === 'open' || state === 'answered') && mine) acts.push('withdraw');
  return acts;
}

export type ContestProblem = 'not_on_card' | 'not_judged_yet' | 'same_result' | 'contest_time_over';

/** Why an item cannot be contested; null when it can. A result that is missing waits for a person anyway. */
export function contestProblem(
  item: Pick<ItemResult, 'outcome'> | undefined,
  wanted: Outcome,
  { until, now }: { until: Date; now: Date },
): ContestProblem | null {
  if (!item) return 'not_on_card';
  if (item.outcome === 'insufficient') return 'not_judged_yet';
  if (item.outcome === wanted) return 'same_result';
  return now > until ? 'contest_time_over' : null;
}
