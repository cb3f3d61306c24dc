/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { bestCallActs, bestCallState, type BestCallParty } from './best-calls/best-call.rules.js';
export { coachingRefusals } from './refusals.js';
export { coachingActs, coachingState, type CoachingParty, type CoachingTimes } from './session/coaching.rules.js';
export { DAYS_BEFORE_AT_LEAST, goalChange, goalReached } from './goals/follow-up.rules.js';
export { evaluationEnd, countSame } from './evaluations/evaluation.rules.js';
