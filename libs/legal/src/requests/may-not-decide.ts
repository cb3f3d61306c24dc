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
