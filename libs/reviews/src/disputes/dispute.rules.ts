import { type DisputeAct, type DisputeStage, type DisputeState, type ItemResult, type Outcome } from '#contracts';

const DAY_MS = 86_400_000;

export const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** A dispute as far as its rules see it. */
export interface DisputeSeen {
  readonly filedByPersonId: string;
  readonly stage: DisputeStage;
  readonly outcome: 'granted' | 'kept' | 'withdrawn' | null;
  readonly finalAt: Date | null;
  /** Since when it sleeps: its call is another agent's now. */
  readonly sleptAt: Date | null;
  /** When a second person closed it as not this agent's call. */
  readonly closedAt: Date | null;
}

/** What a person is to a dispute. */
export interface DisputeParty {
  readonly personId: string;
  /** Decides for the agent's team, or for all. */
  readonly decides: boolean;
  /** Decides at the last stage: a quality manager. */
  readonly decidesLast: boolean;
  /** Took a leg of the call, reviewed this score, or decided about this item before. */
  readonly involved: boolean;
  /** May close it while it sleeps: neither proposed the correction by which it sleeps, nor has a part in it. */
  readonly closes: boolean;
}

/** A person who may decide, as far as their roles go. */
export type Decider = Omit<DisputeParty, 'involved' | 'closes'>;

/** A supervisor's "kept" can be taken further until its end; while the call is another agent's, nothing goes on. */
export function stateOf({ outcome, finalAt, sleptAt, closedAt }: DisputeSeen, now: Date): DisputeState {
  if (closedAt !== null) return 'not_theirs';
  if (sleptAt !== null) return 'asleep';
  if (outcome === null) return 'open';
  return outcome === 'kept' && finalAt !== null && finalAt > now ? 'answered' : outcome;
}

/**
 * A dispute of a call that was assigned back to its agent: it resumes with the time that was left when it was suspended.
 */
export function resumedDispute(
  { sleptAt, dueAt, finalAt }: { sleptAt: Date; dueAt: Date; finalAt: Date | null },
  now: Date,
) {
  const later = (at: Date): Date => new Date(at.getTime() + (now.getTime() - sleptAt.getTime()));
  return { dueAt: later(dueAt), finalAt: finalAt && later(finalAt), ...AWAKE };
}

export const AWAKE = { sleptAt: null, asleepByProposalId: null, closedAt: null, closedByPersonId: null } as const;

/**
 * What is left of a dispute that its agent gives up: where a person had decided already, the decision stands, so that the same result is not
 * contested again.
 */
export const givenUp = ({ outcome, stage }: Pick<DisputeSeen, 'outcome' | 'stage'>): 'withdrawn' | 'kept' =>
  outcome === null && stage === 'supervisor' ? 'withdrawn' : 'kept';

/** What a person may do with a dispute now. A person decides at the stage where it is, if their role reaches that far. */
export function actsOf(one: DisputeSeen, by: DisputeParty, now: Date): DisputeAct[] {
  const state = stateOf(one, now);
  const mine = one.filedByPersonId === by.personId;
  const reaches = one.stage === 'quality_manager' ? by.decidesLast : by.decides;
  const acts: DisputeAct[] = [];
  if (state === 'open' && reaches && !by.involved && !mine) acts.push('decide');
  if (state === 'answered' && mine) acts.push('escalate');
  if (state === 'asleep' && reaches && by.closes) acts.push('close');
  if (['open', 'answered', 'asleep'].includes(state) && mine) acts.push('withdraw');
  return acts;
}

export type ContestProblem = 'not_on_card' | 'not_judged_yet' | 'same_result' | 'contest_time_over';

/**
 * Why an item cannot be contested; null when it can. A result that is missing waits for a person anyway.
 * @param wanted null: no matter what the agent will ask for
 * @param until by when this result had to be contested
 */
export function contestProblem(
  item: Pick<ItemResult, 'outcome'> | undefined,
  wanted: Outcome | null,
  { until, now }: { until: Date; now: Date },
): ContestProblem | null {
  if (!item) return 'not_on_card';
  if (item.outcome === 'insufficient') return 'not_judged_yet';
  if (item.outcome === wanted) return 'same_result';
  return now > until ? 'contest_time_over' : null;
}

/** A dispute of the same score as far as it bars another one. */
export type EarlierDispute = DisputeSeen & {
  readonly itemId: string;
  readonly scorecardId: string;
  /** The cards that its decisions filed. */
  readonly decidedOn: readonly string[];
};

/**
 * Whether a result was contested before: while a dispute of its item is open or can go on, after one of the very result, unless it was
 * withdrawn, and where a quality manager gave it.
 * @param originId the card that gave the result
 */
export const contestedBefore = (
  before: readonly EarlierDispute[],
  itemId: string,
  originId: string,
  now: Date,
): boolean =>
  before.some((one) => {
    if (one.itemId !== itemId) return false;
    const state = stateOf(one, now);
    if (state === 'open' || state === 'answered') return true;
    // Another agent's, whose call it is not.
    if (state === 'asleep' || state === 'not_theirs') return false;
    const decided = one.decidedOn.includes(originId);
    // A quality manager's word is the last, also where it changed the result; what was kept is the same result under a person's name.
    if (decided && (one.stage === 'quality_manager' || state === 'kept')) return true;
    return one.scorecardId === originId && state !== 'withdrawn';
  });
