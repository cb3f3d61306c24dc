/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export {
  isQuietHour,
  isWorkingDay,
  nextWorkingTime,
  type NextWorkingTime,
  type WorkCalendar,
} from './calendar/working-time.rules.js';
export { inForce, stateOf } from './absences/absence-days.rules.js';
export { delegated, needsConfirmation, toldOf, worksOf, type AbsentRole } from './acting/delegated.rules.js';
export { codeMatches } from './invitations/code.rules.js';
export { profileHash } from './profile.rules.js';
export {
  gives,
  PERMISSIONS,
  permissionsOf,
  reaches,
  reachOf,
  scopeOf,
  type HeldRole,
  type RightReach,
  type Scope,
} from './permissions.rules.js';
export { countedAddress, type Origin } from './sign-in/device.rules.js';
export { covers, within } from './scopes.rules.js';
export { isFresh, proofNeeded, type ProofNeeded } from './sign-in/fresh-proof.rules.js';
export { peopleRefusals } from './refusals.js';
export {
  BETWEEN_DECISIONS_MS,
  twoPeopleSuffice,
  markOf,
  sameAgainFrom,
  type TwoPeople,
  type Side,
} from './small-house/eyes.rules.js';
export { rightsEndAt, smallHouseState } from './small-house/small-house.rules.js';
export { isBeyond } from './roles/reach.rules.js';
