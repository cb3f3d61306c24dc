/** What of this lib is pure, however far one follows its imports: rules of later libs import it from here. */
export { impossibleTimes, type CallTimes, type TimeProblem } from './call-times.rules.js';
export { summaryOf } from './listed/filter-summary.rules.js';
export { maskCustomer } from './customer-mask.rules.js';
export { answeredOnRing, ringSeconds } from './ringing.rules.js';
export { callsRefusals } from './refusals.js';
