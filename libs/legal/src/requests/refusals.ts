import { MOST_REQUESTED, type LegalRequestState } from '#contracts';
import { DomainError } from '#platform';
import { LONGEST_GRANT_DAYS } from './chain.rules.js';

export const noSuchRequest = () =>
  new DomainError('no_such_request', 'not_found', {
    zh: '没有这份申请，或您无权查看。',
    en: 'There is no such request, or you may not see it.',
  });

/** It moved on meanwhile, or never could. */
export const requestNotThere = (state: LegalRequestState) =>
  new DomainError('request_not_there', 'conflict', {
    zh: `申请当前的状态不允许此操作（${STATE_WORDS[state].zh}）。请刷新后再看。`,
    en: `The request is ${STATE_WORDS[state].en}, which does not allow this. Reload to see where it stands.`,
  });

const STATE_WORDS: Record<LegalRequestState, { zh: string; en: string }> = {
  draft: { zh: '草稿', en: 'a draft' },
  submitted: { zh: '待审批', en: 'waiting for approval' },
  asked_back: { zh: '待申请人答复', en: 'waiting for its requester’s answer' },
  answered: { zh: '已答复，待审批', en: 'answered and waiting for approval' },
  approved: { zh: '已批准', en: 'approved' },
  rejected: { zh: '已驳回', en: 'refused' },
  expired: { zh: '已过期', en: 'expired' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  opened: { zh: '已紧急打开，待复核', en: 'opened in an emergency and waiting for review' },
  reviewed: { zh: '已复核', en: 'reviewed' },
};

export const requestChanged = () =>
  new DomainError('request_changed', 'conflict', {
    zh: '在您查看期间，申请已有新的答复。请刷新，看过答复再决定。',
    en: 'The request was answered while you were looking. Reload and read the answer before deciding.',
  });

export const scopeEmpty = () =>
  new DomainError('scope_empty', 'bad_input', {
    zh: '这些条件下没有可申请的录音。请放宽条件后再提交。',
    en: 'No recording fits these filters. Widen them and submit again.',
  });

export const scopeTooLarge = () =>
  new DomainError('scope_too_large', 'bad_input', {
    zh: `一份申请最多 ${MOST_REQUESTED} 个录音。请缩小范围，或分几份申请。`,
    en: `One request holds at most ${MOST_REQUESTED} recordings. Narrow it, or make several requests.`,
  });

export const badExpiry = () =>
  new DomainError('bad_expiry', 'bad_input', {
    zh: `到期时间须在现在之后，且不超过 ${LONGEST_GRANT_DAYS} 天。`,
    en: `The expiry has to lie ahead, by at most ${LONGEST_GRANT_DAYS} days.`,
  });

export const grantOver = () =>
  new DomainError('request_grant_over', 'conflict', {
    zh: '这项授权已失效：已用完、到期、被撤销，或批准人不再持有审批权。如仍需要，请重新申请。',
    en: 'This grant no longer holds: used up, expired, revoked, or its approver no longer holds the right. Ask anew if you still need it.',
  });

const ownRequest = () =>
  new DomainError('own_request', 'forbidden', {
    zh: '申请须由他人审批；换用另一个账号仍是同一个人。',
    en: 'Somebody else decides a request; another account is still the same person.',
  });

const ownRecording = () =>
  new DomainError('own_recording', 'forbidden', {
    zh: '申请中有您本人的通话，须由他人审批。',
    en: 'A call of your own is in this request; somebody else decides it.',
  });

const ownTeam = () =>
  new DomainError('own_team', 'forbidden', {
    zh: '申请中有您所在团队的通话，须由其他团队的人审批。',
    en: 'Calls of your own team are in this request; somebody of another team decides it.',
  });

const decidedAlready = () =>
  new DomainError('decided_already', 'conflict', {
    zh: '您已对这一轮表过态，还需另一人。',
    en: 'You have decided this round already; it takes another person.',
  });

const REFUSALS = {
  own_request: ownRequest,
  own_call: ownRecording,
  own_team: ownTeam,
  decided_already: decidedAlready,
} as const;

/** Why a decision is not taken, as an error. */
export const mayNotDecide = (refusal: keyof typeof REFUSALS): DomainError => REFUSALS[refusal]();
