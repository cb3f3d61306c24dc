import { type LegalDecisionRefusal, type LegalRequestState } from '#contracts';
import { moved } from './request-states.js';

/** Longest time that a request waits for its decision, in days. */
export const DECIDE_WITHIN_DAYS = 14;

export interface ChainQuestion {
  state: LegalRequestState;
  requestedByPersonId: string;
  /** Who was recorded, and in which team they were then; beside it, of which team the approver was then. */
  recorded: readonly { personId: string; teamId: string; approverTeamId: string }[];
  /** Who has decided in this round. */
  decidedBy: readonly string[];
  /** For whom a deputy has decided in this round. */
  decidedFor: readonly string[];
  /** Persons, not accounts: a second account gives no second vote. */
  approver: { personId: string; teamId: string };
}

/** Why a holder of the right to approve may not decide this request; null when they may. */
export function decisionRefusal(question: ChainQuestion): LegalDecisionRefusal | null {
  const { state, requestedByPersonId, recorded, decidedBy, decidedFor, approver } = question;
  if (moved(state, 'approve') === null) return 'not_waiting';
  if (approver.personId === requestedByPersonId) return 'own_request';
  if (recorded.some(({ personId }) => personId === approver.personId)) return 'own_call';
  if (isOfTheirTeam(recorded, approver)) return 'own_team';
  if (decidedBy.includes(approver.personId)) return 'decided_already';
  return decidedFor.includes(approver.personId) ? 'deputy_for_both' : null;
}

/** The person for whom a deputy acts, in the place of the approver. */
export type Absent = Pick<ChainQuestion, 'approver' | 'recorded'>;

/** Why a deputy may not: what is kept from the person who is away is kept from them too. @param absent null: no one acts for another */
export function refusalOfBoth(
  rule: (question: ChainQuestion) => LegalDecisionRefusal | null,
  question: ChainQuestion,
  absent: Absent | null,
): LegalDecisionRefusal | null {
  const own = rule(question);
  if (own !== null || absent === null) return own;
  return rule({ ...question, ...absent }) === null ? null : 'deputy_for_both';
}

/** Is the approver of a recorded team, or were they then? A person who has moved to that team or from it since is no stranger to it. */
export const isOfTheirTeam = (
  recorded: ChainQuestion['recorded'],
  { teamId: now }: Pick<ChainQuestion['approver'], 'teamId'>,
): boolean => recorded.some(({ teamId, approverTeamId: then }) => teamId === now || teamId === then);

/** Have enough different people agreed? */
export const isApproved = (approvers: readonly string[], needed: number): boolean => new Set(approvers).size >= needed;
