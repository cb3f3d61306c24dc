export * from './rules.js';
export { CommitmentAnswers, colleaguesOf } from './commitment-answers.service.js';
export { Commitment, CommitmentEvent } from './commitment.entity.js';
export { CommitmentsModule } from './commitments.module.js';
export { DueSweep, SOON_MINUTES } from './due-sweep.js';
export { eraseCommitments, giveCommitments } from './erase-commitments.js';
export { FindCommitmentsService } from './find-commitments.service.js';
export { MatchCommitmentsService } from './match-commitments.service.js';
export { ReviewedCommitments, type CommitmentsToSettle } from './reviewed-commitments.service.js';
