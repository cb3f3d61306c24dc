export * from './rules.js';
export { agentLeg, directionOf, teamHasCalls, reopenGivenUp, takenBy, type AgentLeg } from './agent-leg.js';
export { CallCorrection } from './call-correction.entity.js';
export { CorrectionProposal } from './correction-proposal.entity.js';
export { CallGiveUp } from './stage/call-give-up.entity.js';
export { Call, Matter } from './call.entity.js';
export { CallFact } from './from-records/call-fact.entity.js';
export { CallJoined, CallName } from './from-records/call-name.entity.js';
export { callNamed, nameCall } from './from-records/call-named.js';
export { callsNamed, joinCall, joinedTo, rowsOfCall, type NamedCall } from './from-records/joined-calls.js';
export { CallEntered, enterGate, lockCalls, type OfUpload } from './stage/enter-gate.js';
export { forgetCustomers, forgetNumbers, forgetRecords } from './from-records/forget-records.js';
export {
  createFromRecords,
  isKnownFromRecordsOnly,
  updateFromRecords,
  type RecordedFacts,
} from './from-records/call-from-records.js';
export {
  legsOfCalls,
  legsOfUploads,
  noteUpload,
  linkTransfers,
  orderLegs,
  removeLegs,
  writeLeg,
} from './from-records/legs-of-records.js';
export { CallsModule } from './calls.module.js';
export { CallAttentionService, type SubjectsOf } from './stage/call-attention.service.js';
export { enterCall, type NewCall } from './stage/enter-call.js';
export { matterOf, type NamedMatter } from './matter.js';
export { backToSealed, recordingCame, endDestroyed } from './stage/move-call.js';
export { CallStageService } from './stage/call-stage.service.js';
export { JOURNEY, mayMove } from './stage/journey.js';
export { withCorrections } from './corrected-legs.js';
export { Leg } from './leg.entity.js';
export { StageCompletion } from './stage/stage-completion.service.js';
export { endOfDay, filterConditions, ringLimit, startOfDay } from './listed/call-filters.sql.js';
export { ListedLegs, type ListedConditions, type Question } from './listed/listed-legs.service.js';
export { Parameters, resultShown, visibleLegs } from './listed/visible-legs.js';
export { showScore, WITHHELD_SCORES, withheldLegs, withholdScore, type WithheldScore } from './withheld-score.js';
