/** What of this lib is pure, however far one follows its imports: rules of later libs import it from here. */
export { findGaps } from './gaps.rules.js';
export { type KnownCall } from './known-call.rules.js';
export { type PlannedPart } from './split.rules.js';
export { completenessRefusals } from './refusals.js';
