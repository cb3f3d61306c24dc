import { type Bilingual, type LegalRequestState } from '#contracts';
import { peopleRefusals } from '#people/rules';
import { legalRefusals } from '../refusals.js';

const REFUSALS = {
  own_request: legalRefusals.own_request,
  own_call: legalRefusals.own_recording,
  own_team: legalRefusals.own_team,
  decided_already: legalRefusals.decided_already,
  deputy_for_both: peopleRefusals.deputy_for_both,
} as const;

/** Why a decision is not taken, as an error. */
export const mayNotDecide = (refusal: keyof typeof REFUSALS) => REFUSALS[refusal]();

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
