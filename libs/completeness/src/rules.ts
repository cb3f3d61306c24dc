/** What of this lib is pure, however far one follows its imports: rules of later libs import it from here. */
export { findGaps, type KnownCall } from './gaps.rules.js';
export { completenessRefusals } from './refusals.js';
