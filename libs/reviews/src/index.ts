export * from './rules.js';
export { eraseReviews } from './erase-reviews.js';
export { DisputeDecisions, involvedIn } from './disputes/dispute-decisions.service.js';
export { KeptBefore } from './disputes/kept-before.service.js';
export { DisputeDecisionRow, DisputeRow } from './contested/dispute.entity.js';
export { disputesClosableBy, isDisputed } from './disputes/closable-disputes.js';
export { DisputesService } from './disputes/disputes.service.js';
export { takenItems, takenOn } from './contested/taken-items.js';
export { ContestableItems } from './disputes/contestable.service.js';
export { CountedDays } from './figures/counted-days.service.js';
export { FigureAlerts } from './figures/figure-alerts.service.js';
export { FigureTelling } from './figures/figure-telling.service.js';
export { RowNamesQuery } from './figures/row-names.query.js';
export { ReportsQuery, type ReportAsker } from './figures/reports.query.js';
export { ClaimService, CLAIM_MINUTES } from './review/claim.service.js';
export { ReviewService, type NewReview as ReviewToPublish } from './review/review.service.js';
export { LegCommentMentionRow, LegCommentRow, LegCommentTextRow } from './comments/comment.entity.js';
export { LegComments, type OwnComment } from './comments/comments.service.js';
export { AcknowledgeReview } from './acknowledgements/acknowledge-review.service.js';
export { ReviewAcknowledgementRow } from './acknowledgements/review-acknowledgement.entity.js';
export { RetractReview, isTheirs, type Retracts } from './review/retract-review.service.js';
export { ReviewDrafts } from './review-work/review-drafts.service.js';
export { ReviewDraftRow, ReviewTimeRow, ReviewWorkRow } from './review-work/review-work.entity.js';
export { refuseOwnCall } from './own-call.js';
export { noteLooks, ResultLookRow } from './blind/looks.js';
export { WITHHELD, WithheldResults } from './blind/withheld-results.service.js';
export { SetAside } from './review/set-aside.service.js';
export { ReviewAnswerRow } from './review/review-answer.entity.js';
export { Assignments, type ActsOnAssignment } from './sampling/assignments.service.js';
export { DrawnAgain } from './sampling/drawn-again.service.js';
export { GivenReviews, type LegToGive } from './sampling/given-reviews.service.js';
export { OpenAssignments } from './sampling/open-assignments.service.js';
export { SamplingDraws, WAIT_HOURS } from './sampling/sampling-draws.service.js';
export { SamplingPlans } from './sampling/sampling-plans.service.js';
export { Calibrations } from './calibration/calibrations.service.js';
export {
  CalibrationAnswerRow,
  CalibrationDecisionRow,
  CalibrationReviewerRow,
  CalibrationRow,
} from './calibration/calibration.entity.js';
export {
  ReviewAssignmentRow,
  SamplingDrawRow,
  SamplingFrameRow,
  SamplingPlanRow,
  SamplingPlanVersionRow,
} from './sampling/sampling.entity.js';
export { ReviewsModule } from './reviews.module.js';
