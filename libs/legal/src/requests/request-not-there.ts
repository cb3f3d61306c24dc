import { type Bilingual, type LegalRequestState } from '#contracts';
import { legalRefusals } from '../refusals.js';

const STATE_WORDS: Record<LegalRequestState, Bilingual> = {
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

/** It moved on meanwhile, or never could. */
export const requestNotThere = (state: LegalRequestState) => legalRefusals.request_not_there(STATE_WORDS[state]);
