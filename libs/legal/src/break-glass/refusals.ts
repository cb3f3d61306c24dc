import { BREAK_GLASS_MOST, type LegalDecisionRefusal, type LegalRequestState } from '#contracts';
import { DomainError } from '#platform';
import { mayNotDecide, requestNotThere } from '../requests/refusals.js';
import { type OpeningRefusal } from './break-glass.rules.js';

const listensOnly = () =>
  new DomainError('break_glass_listens_only', 'bad_input', {
    zh: '紧急打开只能收听脱敏副本。阅读转写、原始录音和导出须走审批。',
    en: 'An emergency opens the masked copy for listening and nothing else. Transcripts, originals and exports need approval.',
  });

const tooMany = () =>
  new DomainError('break_glass_too_many', 'bad_input', {
    zh: `一次紧急打开最多 ${BREAK_GLASS_MOST.recordings} 个录音。请缩小范围，其余走审批。`,
    en: `An emergency opens at most ${BREAK_GLASS_MOST.recordings} recordings. Narrow it, and have the rest approved.`,
  });

const reviewOverdue = () =>
  new DomainError('review_overdue', 'conflict', {
    zh: '您有一次紧急打开逾期未复核，复核之前不能再次紧急打开。请联系审批人复核，或提交申请走审批。',
    en: 'An earlier emergency opening of yours is overdue for review. Until it is reviewed you cannot open another: ask an approver to review it, or submit the request for approval.',
  });

const reviewWaits = () =>
  new DomainError('review_waits', 'conflict', {
    zh: '您上一次紧急打开还没有复核，复核之前不能再次紧急打开。请联系审批人复核，或提交申请走审批。',
    en: 'Your last emergency opening has not been reviewed yet, and until it is you cannot open another. Ask an approver to review it, or submit the request for approval.',
  });

const OPENING = {
  listens_only: listensOnly,
  too_many: tooMany,
  review_waits: reviewWaits,
  review_overdue: reviewOverdue,
} as const;

/** Why an emergency does not open it, as an error. */
export const mayNotOpen = (refusal: OpeningRefusal): DomainError => OPENING[refusal]();

const ownOpening = () =>
  new DomainError('own_opening', 'forbidden', {
    zh: '紧急打开须由他人复核；换用另一个账号仍是同一个人。',
    en: 'Somebody else reviews an emergency opening; another account is still the same person.',
  });

/** Why a review is not taken, as an error. */
export function mayNotReview(refusal: LegalDecisionRefusal, state: LegalRequestState): DomainError {
  if (refusal === 'own_request') return ownOpening();
  return refusal === 'own_call' || refusal === 'own_team' ? mayNotDecide(refusal) : requestNotThere(state);
}
