/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { impossibleTimes, type CallTimes, type TimeProblem } from './call-times.rules.js';
export { summaryOf } from './listed/filter-summary.rules.js';
export { columnsOf, plainFacts } from './fact-columns.rules.js';
export { holdSpansIn, type StoredHolds } from './hold-spans.rules.js';
export { maskCustomer } from './customer-mask.rules.js';
export { answeredOnRing, ringSeconds, rangFor, type Rang } from './ringing.rules.js';
export { callsRefusals } from './refusals.js';
