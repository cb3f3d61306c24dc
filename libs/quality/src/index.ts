export * from './rules.js';
export { ACTS_FOLDER, loadFindActs } from './acts/load-act-reader.js';
export { FoundActsRow } from './acts/found-acts.entity.js';
export { callFiles, lessonsHash, readCorpus, type CorpusSentence } from './acts/read-corpus.js';
export { eraseEvidence, eraseReadings } from './erase-evidence.js';
export { loadChecklist, readChecklist, type LoadedChecklist } from './checklists/load-checklist.js';
export { judgementOf, loadWorth, WORTH_FILE, worthOfItem, type WorthFile } from './checklists/item-worth.js';
export { restsOn, worthOfItems } from './trust/worth-of-checklist.js';
export { ChecklistDraft, ChecklistRetirement, ChecklistVersion } from './checklists/checklist.entity.js';
export { BenchThread } from './bench/bench-thread.service.js';
export { ChecklistDraftService } from './checklists/checklist-draft.service.js';
export { ChecklistPublishing } from './checklists/checklist-publishing.service.js';

export { ChecklistValidation } from './checklists/checklist-validation.service.js';
export { fromRows } from './checklists/checklist-rows.rules.js';
export { libraryEntries, libraryEntry, type LibraryEntry } from './checklists/checklist-library.js';
export { libraryDraft } from './checklists/draft-definition.rules.js';
export { SHIPPED } from './checklists/publish-shipped.js';
export { ChecklistRegister, type OpenDraft } from './checklists/checklist-register.service.js';
export * from './commitments/index.js';
export { candidate } from './counting/counting-pointer.js';
export { DisputeDecisions, involvedIn } from './disputes/dispute-decisions.service.js';
export { KeptBefore } from './disputes/kept-before.service.js';
export { DisputeDecisionRow, DisputeRow } from './contested/dispute.entity.js';
export { closableBy } from './disputes/closable-disputes.js';
export { isDisputed } from './disputes/is-disputed.js';
export { DisputesService } from './disputes/disputes.service.js';
export { takenItems, takenOn } from './contested/taken-items.js';
export { ContestableItems } from './disputes/contestable.service.js';
export { loadLexicons } from './lexicons/load-lexicons.js';
export { OWNED, OWNERSHIP_ZONES, type OwnershipZones } from './conversation/fitted.js';
export { OUTCOME_SIGNS, type OutcomeSign } from './conversation/signs.js';
export { CountedDays } from './reports/counted-days.service.js';
export { FigureAlerts } from './reports/figure-alerts.service.js';
export { FigureTelling } from './reports/figure-telling.service.js';
export { RowNamesQuery } from './reports/row-names.query.js';
export { ReportsQuery, type ReportAsker } from './reports/reports.query.js';
export { BackTestService } from './replay/back-test.service.js';
export { LexiconSet } from './replay/lexicon-sets.js';
export { QualityRun } from './replay/quality-run.entity.js';
export { QualityRuns, type NewRun } from './replay/quality-runs.service.js';
export { ReplayService } from './replay/replay.service.js';
export { RehearCallsService } from './replay/rehear-calls.service.js';
export { RescoreCallsService } from './replay/rescore-calls.service.js';
export { RescoreService } from './replay/rescore.service.js';
export { ClaimService, CLAIM_MINUTES } from './reviews/claim.service.js';
export { ReviewService, type NewReview as ReviewToPublish } from './reviews/review.service.js';
export { LegCommentMentionRow, LegCommentRow, LegCommentTextRow } from './comments/comment.entity.js';
export { LegComments, type OwnComment } from './comments/comments.service.js';
export { AcknowledgeReview } from './acknowledgements/acknowledge-review.service.js';
export { ReviewAcknowledgementRow } from './acknowledgements/review-acknowledgement.entity.js';
export { ReviewRetractionRow } from './counting/review-retraction.entity.js';
export { isTheirs } from './reviews/whose-review.rules.js';
export { RetractReview, type Retracts } from './reviews/retract-review.service.js';
export { ReviewDrafts } from './review-work/review-drafts.service.js';
export { ReviewDraftRow, ReviewTimeRow, ReviewWorkRow } from './review-work/review-work.entity.js';
export { refuseOwnCall } from './own-call.js';
export { BlindModule } from './blind/blind.module.js';
export { noteLooks } from './blind/looks.js';
export { WITHHELD, WithheldResults } from './blind/withheld-results.service.js';
export { BlindJudgementRow, ResultLookRow } from './blind/blind.entity.js';
export { AwaitingPersonRow } from './counting/awaiting-person.entity.js';
export { SetAsideRow } from './counting/set-aside.entity.js';
export { SetAside } from './reviews/set-aside.service.js';
export { ReviewAnswerRow } from './reviews/review-answer.entity.js';
export { ModelAnswerRow } from './model-scorer/model-answer.entity.js';
export { askQuestion, prepareQuestion, type AskedModel, type Prepared } from './model-scorer/ask-question.js';
export { ModelAgreementRow, ProposalLookRow } from './model-scorer/model-agreement.entity.js';
export { ModelAgreement, type ProposedItem } from './model-scorer/model-agreement.service.js';
export { tryModel, type Tried } from './model-scorer/try-model.js';
export { standardQuestions, switchedOn } from './model-scorer/standard-questions.js';
export { scorerStatus, type ScorerStatus } from './model-scorer/scorer-status.js';
export { Assignments, type ActsOnAssignment } from './sampling/assignments.service.js';
export { DrawnAgain } from './sampling/drawn-again.service.js';
export { GivenReviews, type LegToGive } from './sampling/given-reviews.service.js';
export { OpenAssignments } from './sampling/open-assignments.service.js';
export { SamplingDraws, WAIT_HOURS } from './sampling/sampling-draws.service.js';
export { SamplingPlans } from './sampling/sampling-plans.service.js';
export { CalibrationModule } from './calibration/calibration.module.js';
export { Calibrations } from './calibration/calibrations.service.js';
export {
  CalibrationAnswerRow,
  CalibrationDecisionRow,
  CalibrationReviewerRow,
  CalibrationRow,
} from './calibration/calibration.entity.js';
export { SamplingModule } from './sampling/sampling.module.js';
export {
  ReviewAssignmentRow,
  SamplingDrawRow,
  SamplingFrameRow,
  SamplingPlanRow,
  SamplingPlanVersionRow,
} from './sampling/sampling.entity.js';
export { QualityModule } from './quality.module.js';
export { FactsOfLeg } from './scoring/facts-of-leg.service.js';
export { LegToScoreService } from './scoring/leg-to-score.service.js';
export { ScoreLegService } from './scoring/score-leg.service.js';
export { type Scored } from './scoring/scored.js';
export { CountingScorecard, Scorecard } from './scorecard.entity.js';
export { BLIND_RANDOM, ItemTrust } from './trust/item-trust.service.js';
export { TrustQuery } from './trust/trust.query.js';
export { QualitySettingsService, type SettingsInForce } from './settings/quality-settings.service.js';
