import { peopleRefusals } from '#people/rules';
import { DomainError } from '#platform';
import { type AccessRefusal } from './access.rules.js';
import { apiRefusals } from '../refusals.js';

const REFUSALS: Record<AccessRefusal, () => DomainError> = {
  idle: apiRefusals.session_idle,
  forbidden: apiRefusals.forbidden,
  suspended: apiRefusals.rights_suspended,
  acting_over: peopleRefusals.acting_over,
  not_as_deputy: peopleRefusals.not_as_deputy,
  whole_company: apiRefusals.whole_company_needed,
  session_needed: peopleRefusals.session_needed,
  second_factor: apiRefusals.second_factor_pending,
  second_factor_setup: apiRefusals.second_factor_setup_pending,
  password_change: apiRefusals.password_change_pending,
  recording_notice: apiRefusals.recording_notice_pending,
  code_needed: peopleRefusals.step_up_by_code,
  password_needed: peopleRefusals.step_up_by_password,
  proof_needed: peopleRefusals.step_up_again,
};

export const refusalOf = (refused: AccessRefusal): DomainError => REFUSALS[refused]();
