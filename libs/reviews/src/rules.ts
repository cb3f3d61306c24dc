/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { median } from './review-work/spent.rules.js';
export { withoutResults } from './blind/blind.rules.js';
export { actsOf, daysAfter, stateOf, type Decider, type DisputeParty } from './disputes/dispute.rules.js';
export { humanEvidence } from './review/human-evidence.rules.js';
export {
  commitmentOf,
  draw,
  drawOrder,
  frameHash,
  nextAfter,
  picksHash,
  ticketOf,
  type FrameLeg,
} from './sampling/draw.rules.js';
export { agentMeans, type AgentMean } from './sampling/means.rules.js';
export { firstDay } from './sampling/period.rules.js';
export {
  differing,
  differingFirst,
  driftOf,
  judgedItems,
  kappaOfAnswers,
  type DecidedAnswer,
} from './calibration/calibration.rules.js';
export { reviewsRefusals } from './refusals.js';
export { originOf } from './contested/result-origin.rules.js';
export * from './screens.js';
