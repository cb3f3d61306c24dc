import { type LegalDecisionRefusal, type LegalRequestState } from '#contracts';
import { DomainError } from '#platform';
import { type OpeningRefusal } from './break-glass.rules.js';
import { legalRefusals } from '../refusals.js';
import { requestNotThere, mayNotDecide } from '../requests/request-not-there.js';

const OPENING = {
  listens_only: legalRefusals.break_glass_listens_only,
  too_many: legalRefusals.break_glass_too_many,
  review_waits: legalRefusals.review_waits,
  review_overdue: legalRefusals.review_overdue,
} as const;

/** Why an emergency does not open it, as an error. */
export const mayNotOpen = (refusal: OpeningRefusal): DomainError => OPENING[refusal]();

/** Why a review is not taken, as an error. */
export function mayNotReview(refusal: LegalDecisionRefusal, state: LegalRequestState): DomainError {
  if (refusal === 'own_request') return legalRefusals.own_opening();
  if (refusal === 'own_call' || refusal === 'own_team' || refusal === 'deputy_for_both') return mayNotDecide(refusal);
  return requestNotThere(state);
}
