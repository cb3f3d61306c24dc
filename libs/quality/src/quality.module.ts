import { Module } from '@nestjs/common';
import { CallsModule } from '#calls';
import { JournalModule } from '#journal';
import { RecordingsModule } from '#recordings';
import { PeopleModule } from '#people';
import { MendingModule } from '#transcripts';
import { ActsInForce } from './model-acts/acts-in-force.service.js';
import { CallActsService } from './acts/call-acts.service.js';
import { BenchThread } from './bench/bench-thread.service.js';
import { BlindModule } from './blind/blind.module.js';
import { CommitmentsModule } from './commitments/commitments.module.js';
import { ChecklistDraftService } from './checklists/checklist-draft.service.js';
import { ChecklistPublishing } from './checklists/checklist-publishing.service.js';
import { ChecklistRegister } from './checklists/checklist-register.service.js';
import { ChecklistValidation } from './checklists/checklist-validation.service.js';
import { CountingPointer } from './counting/counting-pointer.js';
import { ContestableItems } from './disputes/contestable.service.js';
import { DecisionLedger } from './disputes/decision-ledger.service.js';
import { DisputeDecisions } from './disputes/dispute-decisions.service.js';
import { KeptBefore } from './disputes/kept-before.service.js';
import { DisputesService } from './disputes/disputes.service.js';
import { ModelAgreement } from './model-scorer/model-agreement.service.js';
import { ModelScorer } from './model-scorer/model-scorer.service.js';
import { BackTestService } from './replay/back-test.service.js';
import { LexiconSets } from './replay/lexicon-sets.js';
import { QualityRuns } from './replay/quality-runs.service.js';
import { ReplayService } from './replay/replay.service.js';
import { RehearCallsService } from './replay/rehear-calls.service.js';
import { RescoreCallsService } from './replay/rescore-calls.service.js';
import { RescoreService } from './replay/rescore.service.js';
import { CountedDays } from './reports/counted-days.service.js';
import { FigureAlerts } from './reports/figure-alerts.service.js';
import { FigureTelling } from './reports/figure-telling.service.js';
import { ReportsQuery } from './reports/reports.query.js';
import { RowNamesQuery } from './reports/row-names.query.js';
import { LegComments } from './comments/comments.service.js';
import { AcknowledgeReview } from './acknowledgements/acknowledge-review.service.js';
import { RetractReview } from './reviews/retract-review.service.js';
import { ReviewDrafts } from './review-work/review-drafts.service.js';
import { ClaimService } from './reviews/claim.service.js';
import { SetAside } from './reviews/set-aside.service.js';
import { ReviewLedger } from './reviews/review-ledger.service.js';
import { ReviewService } from './reviews/review.service.js';
import { FactsOfLeg } from './scoring/facts-of-leg.service.js';
import { JudgeThread } from './scoring/judge-thread.js';
import { LegToScoreService } from './scoring/leg-to-score.service.js';
import { ScoreLegService } from './scoring/score-leg.service.js';
import { ScorecardLedger } from './scoring/scorecard-ledger.js';
import { ItemTrust } from './trust/item-trust.service.js';
import { TrustQuery } from './trust/trust.query.js';
import { QualitySettingsService } from './settings/quality-settings.service.js';

/** Passes over past calls, and what people judge. */
const REPLAY = [
  ...[LexiconSets, QualityRuns, BackTestService, RehearCallsService],
  ...[RescoreCallsService, RescoreService, ReplayService],
];
const REVIEWS = [
  ClaimService,
  SetAside,
  ReviewService,
  ReviewDrafts,
  LegComments,
  RetractReview,
  AcknowledgeReview,
  ModelAgreement,
  DisputesService,
  ContestableItems,
  DisputeDecisions,
  KeptBefore,
  QualitySettingsService,
  ItemTrust,
  TrustQuery,
  ReportsQuery,
  FigureAlerts,
  FigureTelling,
  CountedDays,
];

@Module({
  imports: [JournalModule, PeopleModule, CallsModule, RecordingsModule, MendingModule, BlindModule, CommitmentsModule],
  providers: [
    ChecklistRegister,
    ChecklistValidation,
    ChecklistDraftService,
    ChecklistPublishing,
    BenchThread,
    CountingPointer,
    ...REPLAY,
    ...REVIEWS,
    RowNamesQuery,
    ReviewLedger,
    DecisionLedger,
    ModelScorer,
    ActsInForce,
    CallActsService,
    JudgeThread,
    FactsOfLeg,
    LegToScoreService,
    ScorecardLedger,
    ScoreLegService,
  ],
  exports: [
    BlindModule,
    ...REPLAY,
    ...REVIEWS,
    ChecklistRegister,
    ChecklistValidation,
    ChecklistDraftService,
    ChecklistPublishing,
    BenchThread,
    FactsOfLeg,
    RowNamesQuery,
    LegToScoreService,
    ScoreLegService,
  ],
})
export class QualityModule {}
