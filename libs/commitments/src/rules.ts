/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { commitmentsRefusals } from './refusals.js';
export { refusalInReview, refusalOf, type Answerable, type Answerer } from './answer.rules.js';
export { findCommitments, type FoundCommitment } from './find-commitments.rules.js';
export { namesTime, timeTakenOut } from './time/taken-out.rules.js';
