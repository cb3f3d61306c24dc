/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { retentionRefusals } from './refusals.js';
export { retentionFor, lastDay, type CallFacts } from './schedule/keep.rules.js';
