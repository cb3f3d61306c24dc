import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { QualityModule } from '#quality';
import { CommitmentsModule } from '#commitments';
import { AcknowledgeReview } from './acknowledgements/acknowledge-review.service.js';
import { WithheldResults } from './blind/withheld-results.service.js';
import { Calibrations } from './calibration/calibrations.service.js';
import { LegComments } from './comments/comments.service.js';
import { ContestableItems } from './disputes/contestable.service.js';
import { DecisionLedger } from './disputes/decision-ledger.service.js';
import { DisputeDecisions } from './disputes/dispute-decisions.service.js';
import { DisputesService } from './disputes/disputes.service.js';
import { KeptBefore } from './disputes/kept-before.service.js';
import { CountedDays } from './figures/counted-days.service.js';
import { FigureAlerts } from './figures/figure-alerts.service.js';
import { FigureTelling } from './figures/figure-telling.service.js';
import { ReportsQuery } from './figures/reports.query.js';
import { RowNamesQuery } from './figures/row-names.query.js';
import { ReviewDrafts } from './review-work/review-drafts.service.js';
import { ClaimService } from './review/claim.service.js';
import { RetractReview } from './review/retract-review.service.js';
import { ReviewLedger } from './review/review-ledger.service.js';
import { ReviewService } from './review/review.service.js';
import { SetAside } from './review/set-aside.service.js';
import { Assigning } from './sampling/assigning.js';
import { Assignments } from './sampling/assignments.service.js';
import { DrawnAgain } from './sampling/drawn-again.service.js';
import { GivenReviews } from './sampling/given-reviews.service.js';
import { OpenAssignments } from './sampling/open-assignments.service.js';
import { SamplingDraws } from './sampling/sampling-draws.service.js';
import { SamplingPlans } from './sampling/sampling-plans.service.js';

const REVIEWS = [
  ClaimService,
  SetAside,
  ReviewService,
  ReviewDrafts,
  RetractReview,
  AcknowledgeReview,
  LegComments,
  WithheldResults,
];
const DISPUTES = [DisputesService, ContestableItems, DisputeDecisions, KeptBefore];
const SAMPLING = [Assignments, GivenReviews, OpenAssignments, SamplingPlans, SamplingDraws, DrawnAgain];
const FIGURES = [ReportsQuery, RowNamesQuery, FigureAlerts, FigureTelling, CountedDays];

/** What people do with what was judged: they review, contest, decide, come to judge alike, and count. */
@Module({
  imports: [JournalModule, PeopleModule, CallsModule, RecordingsModule, QualityModule, CommitmentsModule],
  providers: [...REVIEWS, ...DISPUTES, ...SAMPLING, ...FIGURES, Calibrations, Assigning, ReviewLedger, DecisionLedger],
  exports: [...REVIEWS, ...DISPUTES, ...SAMPLING, ...FIGURES, Calibrations],
})
export class ReviewsModule {}
