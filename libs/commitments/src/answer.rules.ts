import { type CommitmentAnswerName, type CommitmentState, type CommitmentInReviewName } from '#contracts';
import { isWaiting } from './journey.js';

/** What decides who may do what with a commitment. */
export interface Answerable {
  state: CommitmentState;
  ownerPersonId: string;
  offeredToPersonId: string | null;
  candidateCallId: string | null;
  questionedByPersonId: string | null;
  upheldAt: Date | null;
}

export interface Answerer {
  personId: string;
  /** In whose place a deputy answers: both count as one. */
  forPersonId: string | null;
  /** Reaches the commitment with `commitments.answer`. */
  answers: boolean;
  /** Reaches it with `commitments.oversee`. */
  oversees: boolean;
}

export type AnswerRefusal =
  | 'commitment_closed'
  | 'not_closed'
  | 'nothing_offered'
  | 'already_offered'
  | 'not_offered_to_you'
  | 'not_yours'
  | 'already_questioned'
  | 'nothing_questioned'
  | 'question_settled'
  | 'owner_questions'
  | 'supervisor_decides'
  | 'not_about_oneself';

const CLOSED: readonly CommitmentState[] = ['kept', 'broken', 'released', 'struck'];

/** @returns null when it is allowed */
export function refusalOf(name: CommitmentAnswerName, one: Answerable, by: Answerer): AnswerRefusal | null {
  if (name === 'reopen') return reopening(one, by);
  if (!isWaiting(one.state)) return 'commitment_closed';
  const offered = one.offeredToPersonId;
  if (name === 'accept' || name === 'decline') {
    if (offered === null) return 'nothing_offered';
    return offered === by.personId ? null : 'not_offered_to_you';
  }
  const isOwner = by.answers && one.ownerPersonId === by.personId;
  if (!isOwner && !by.oversees) return 'not_yours';
  if (name === 'question' || name === 'withdraw_question') return questioning(name, one, by);
  if (name === 'withdraw') return offered === null ? 'nothing_offered' : null;
  if (name === 'hand_over') return offered === null ? null : 'already_offered';
  if (name === 'strike' || name === 'release' || name === 'uphold') {
    if (!by.oversees) return 'supervisor_decides';
    if (name === 'uphold' && one.questionedByPersonId === null) return 'nothing_questioned';
    // People cannot release themselves, nor has a deputy the person released who is away.
    const theirs = [one.ownerPersonId, one.questionedByPersonId];
    return isOwner || theirs.some((id) => id === by.personId || (id !== null && id === by.forPersonId))
      ? 'not_about_oneself'
      : null;
  }
  return null;
}

/** Whether it is a promise at all is asked by its owner, once, or with a review, and taken back by the person who asked. */
function questioning(name: 'question' | 'withdraw_question', one: Answerable, by: Answerer): AnswerRefusal | null {
  const asked = one.questionedByPersonId;
  if (name === 'withdraw_question') {
    if (asked === null) return 'nothing_questioned';
    return asked === by.personId ? null : 'owner_questions';
  }
  if (one.ownerPersonId !== by.personId || !by.answers) return 'owner_questions';
  return asking(one);
}

function asking({ questionedByPersonId, upheldAt }: Answerable): AnswerRefusal | null {
  if (questionedByPersonId !== null) return 'already_questioned';
  return upheldAt === null ? null : 'question_settled';
}

/** With a review of its leg: who may settle a promise does, and its reviewer who may not asks whether it is one. @returns null when it is allowed */
export function refusalInReview(name: CommitmentInReviewName, one: Answerable, by: Answerer): AnswerRefusal | null {
  if (name !== 'question') return by.answers ? refusalOf(name, one, by) : 'supervisor_decides';
  if (!isWaiting(one.state)) return 'commitment_closed';
  if (by.answers && refusalOf('strike', one, by) === null) return 'owner_questions';
  return asking(one);
}

function reopening({ state, ownerPersonId }: Answerable, by: Answerer): AnswerRefusal | null {
  if (!CLOSED.includes(state)) return 'not_closed';
  if (by.oversees) return null;
  if (!by.answers || ownerPersonId !== by.personId) return 'not_yours';
  // What a supervisor decided, a supervisor takes back.
  return state === 'kept' || state === 'broken' ? null : 'supervisor_decides';
}
