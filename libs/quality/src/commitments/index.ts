export { refusalInReview, refusalOf, type Answerable, type Answerer } from './answer.rules.js';
export { CommitmentAnswers, colleaguesOf } from './commitment-answers.service.js';
export { Commitment, CommitmentEvent } from './commitment.entity.js';

export { CommitmentsModule } from './commitments.module.js';
export { DueSweep, SOON_MINUTES } from './due-sweep.js';
export { FindCommitmentsService } from './find-commitments.service.js';
export { findPromises, PROMISE_FINDER, type FoundPromise } from './find-promises.rules.js';
export { giveCommitments } from './given-with-leg.js';
export { MatchCommitmentsService } from './match-commitments.service.js';
