import { type LegalDecisionRefusal, type LegalRequestState } from '#contracts';
import { sameAgainFrom } from '#people/rules';
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
  /** In a small house: when the approver asked, or decided in this round, and the moment of the question. null in every other house. */
  small: { actedAt: readonly Date[]; now: Date } | null;
}

/** Why a holder of the right to approve may not decide this request; null when they may. */
export function decisionRefusal(question: ChainQuestion): LegalDecisionRefusal | null {
  const { state, requestedByPersonId, recorded, decidedBy, decidedFor, approver } = question;
  if (moved(state, 'approve') === null) return 'not_waiting';
  const again = approver.personId === requestedByPersonId ? 'own_request' : 'decided_already';
  if (again === 'own_request' && !question.small) return again;
  if (recorded.some(({ personId }) => personId === approver.personId)) return 'own_call';
  if (!question.small && isOfTheirTeam(recorded, approver)) return 'own_team';
  const once = again === 'own_request' || decidedBy.includes(approver.personId);
  if (once && !question.small) return again;
  if (once && question.small && againFrom(question.small.actedAt) > question.small.now) return 'needs_a_day';
  return decidedFor.includes(approver.personId) ? 'deputy_for_both' : null;
}

/** From when a person who acted at these moments may act again, in a small house. */
export const againFrom = (actedAt: readonly Date[]): Date =>
  sameAgainFrom(new Date(Math.max(...actedAt.map((at) => at.getTime()))));

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

/** Have enough different people agreed? In a small house one who agrees again a day later counts again: that a day passed was asked before. */
export const isApproved = (approvers: readonly string[], needed: number, small = false): boolean =>
  (small ? approvers.length : new Set(approvers).size) >= needed;
