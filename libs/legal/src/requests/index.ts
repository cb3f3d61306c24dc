export {
  againFrom,
  decisionRefusal,
  DECIDE_WITHIN_DAYS,
  refusalOfBoth,
  type Absent,
  type ChainQuestion,
} from './chain.rules.js';
export { grantState } from './grant-state.rules.js';
export { LegalDecisions, type Approver } from './legal-decisions.service.js';
export { LegalRequests, type Found } from './legal-requests.service.js';

export { RequestGrants, RIGHTS_HOLD, type GrantUse, type UsableGrant } from './request-grants.service.js';
export { RequestSweep } from './request-sweep.js';
export {
  LegalDecision,
  LegalRequest,
  LegalRequestEvent,
  LegalRequestRecording,
  RequestGrant,
} from './legal-request.entity.js';
