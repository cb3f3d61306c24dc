/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { findGaps } from './gaps.rules.js';
export { type KnownCall } from './known-call.rules.js';
export { type PlannedPart } from './split.rules.js';
export { completenessRefusals } from './refusals.js';
