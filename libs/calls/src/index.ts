export * from './rules.js';
export { agentLeg, directionOf, type AgentLeg } from './agent-leg.js';
export { CallCorrection } from './call-correction.entity.js';
export { CorrectionProposal } from './correction-proposal.entity.js';
export { CallGiveUp } from './call-give-up.entity.js';
export { Call, Matter } from './call.entity.js';
export { CallFact } from './known/call-fact.entity.js';
export { CallJoined, CallName } from './known/call-name.entity.js';
export { callNamed, nameCall } from './known/call-named.js';
export { callsNamed, joinCall, joinedTo, rowsOfCall, type NamedCall } from './known/joined-calls.js';
export { CallEntered, enterGate, type OfUpload } from './known/enter-gate.js';
export { forgetCustomers, forgetNumbers, forgetTold } from './known/forget-told.js';
export { enterTold, isTold, retell, type Told } from './known/told-call.js';
export {
  legsOfCalls,
  legsOfUploads,
  noteUpload,
  linkTransfers,
  orderLegs,
  removeLegs,
  writeLeg,
} from './known/legs-of-records.js';
export { CallsModule } from './calls.module.js';
export { CallAttentionService, type SubjectsOf } from './call-attention.service.js';
export { enterCall, type NewCall } from './enter-call.js';
export { matterOf, type NamedMatter } from './matter.js';
export { endDestroyed } from './end-destroyed.js';
export { reopenGivenUp, takenBy } from './given-leg.js';
export { backToSealed, recordingCame } from './move-call.js';
export { CallStageService } from './call-stage.service.js';
export { lockCalls } from './lock-calls.js';
export { teamHasCalls } from './team-has-calls.js';
export { JOURNEY, mayMove } from './journey.js';
export { asPeopleSay } from './people-say.js';
export { Leg } from './leg.entity.js';
export { StageCompletion } from './stage-completion.service.js';
export { endOfDay, filterConditions, ringLimit, startOfDay } from './listed/call-filters.sql.js';
export { ListedLegs, type ListedConditions, type Question } from './listed/listed-legs.service.js';
export { Parameters, resultShown, visibleLegs } from './listed/visible-legs.js';
export { showScore, WITHHELD_SCORES, withheldLegs, withholdScore, type WithheldScore } from './withheld-score.js';
