/** What of this lib is pure, however far one follows its imports: rules of later libs import it from here. */
export { retentionRefusals } from './refusals.js';
export { retentionFor, lastDay, type CallFacts } from './schedule/keep.rules.js';
