/** Pure functions of this library, whose imports are pure too. Rules of apps import them from here. */
export { agentState, type AgentLeg, type StateNow } from './agent-state.rules.js';
export {
  standingAlarms,
  TIMES_THE_TARGET,
  type AlarmFacts,
  type PausedCall,
  type StandingAlarm,
} from './floor-alarms.rules.js';
export { floorRefusals } from './refusals.js';
export { changeOnWall, onWall, rowsOnWall } from './walls/wall-rows.rules.js';
export {
  consentNow,
  effectOf,
  hearingOf,
  isPaused,
  MOST_PAUSED_MS,
  MOST_PAUSES,
  pausesOf,
  pausesTooMuch,
  recordingNow,
  recordingSince,
  LIVE_CALL_TIMEOUT_MS,
} from './live-calls/live-call.rules.js';
export { withCapture, floorDelta, type CapturedNow } from './live-calls/captured-state.rules.js';
export { waitingNow, type QueueStay } from './waiting.rules.js';
