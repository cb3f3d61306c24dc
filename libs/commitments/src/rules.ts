/** What of this lib is pure, however far one follows its imports: rules of later libs import it from here. */
export { commitmentsRefusals } from './refusals.js';
export { refusalInReview, refusalOf, type Answerable, type Answerer } from './answer.rules.js';
export { findCommitments, type FoundCommitment } from './find-commitments.rules.js';
export { namesTime, timeTakenOut } from './time/taken-out.rules.js';
