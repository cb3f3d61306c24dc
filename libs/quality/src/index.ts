/*
 * The engine, a folder each
 *   lexicons, matching   phrase lists, and where their phrases are in a transcript
 *   acts                 what each sentence does, learnt from examples
 *   call, call-view      one call as checks see it: quotes, places, explanations; and how that view is made
 *   conversation         the parts of a conversation: beginning, trouble, resolution, ending
 *   courses              findings that rest on acts in their order
 *   checks, examples     kinds of check, one file a kind; checks by example sentences
 *   checklists, sentences, settings   what is judged, in rows and in words
 *   scoring              a leg is judged: prepare-judge, judge-leg.thread (in a thread), judge-thread (asks it), score-leg.service (the job)
 *   counting, trust, agreement        which scorecard counts, and how far results may be relied on
 *   model-acts, model-scorer          a language model, where one is set
 *   bench, replay, packed             a draft on one dialogue, past calls again, results as they are stored
 */
export * from './rules.js';
export { ACTS_FOLDER, loadFindActs } from './acts/load-act-reader.js';
export { FoundActsRow } from './acts/found-acts.entity.js';
export { callFiles, lessonsHash, readCorpus, type CorpusSentence } from './acts/read-corpus.js';
export { eraseEvidence, eraseReadings, withdrawJudgements } from './erase-evidence.js';
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
export { candidate, CountingPointer, type Judged } from './counting/counting-pointer.js';
export { loadLexicons } from './lexicons/load-lexicons.js';
export { OWNED, OWNERSHIP_ZONES, type OwnershipZones } from './conversation/fitted.js';
export { OUTCOME_SIGNS, type OutcomeSign } from './conversation/signs.js';
export { BackTestService } from './replay/back-test.service.js';
export { LexiconSet } from './replay/lexicon-sets.js';
export { QualityRun } from './replay/quality-run.entity.js';
export { QualityRuns, type NewRun } from './replay/quality-runs.service.js';
export { ReplayService } from './replay/replay.service.js';
export { RehearCallsService } from './replay/rehear-calls.service.js';
export { RescoreCallsService } from './replay/rescore-calls.service.js';
export { RescoreService } from './replay/rescore.service.js';
export { ReviewRetractionRow } from './counting/review-retraction.entity.js';
export { BlindJudgementRow } from './trust/blind-judgement.entity.js';
export { AwaitingPersonRow } from './counting/awaiting-person.entity.js';
export { SetAsideRow } from './counting/set-aside.entity.js';
export { ModelAnswerRow } from './model-scorer/model-answer.entity.js';
export { askQuestion, prepareQuestion, type AskedModel, type Prepared } from './model-scorer/ask-question.js';
export { ModelAgreementRow, ProposalLookRow } from './model-scorer/model-agreement.entity.js';
export { ModelAgreement, type ProposedItem } from './model-scorer/model-agreement.service.js';
export { tryModel, type Tried } from './model-scorer/try-model.js';
export { standardQuestions, switchedOn } from './model-scorer/standard-questions.js';
export { scorerStatus, type ScorerStatus } from './model-scorer/scorer-status.js';
export { FactsOfLeg } from './scoring/facts-of-leg.service.js';
export { LegToScoreService } from './scoring/leg-to-score.service.js';
export { ScoreLegService } from './scoring/score-leg.service.js';
export { type Scored } from './scoring/scored.js';
export { CountingScorecard, Scorecard } from './scorecard.entity.js';
export { BLIND_RANDOM, ItemTrust } from './trust/item-trust.service.js';
export { TrustQuery } from './trust/trust.query.js';
export { QualitySettingsService, type SettingsInForce } from './settings/quality-settings.service.js';
export { QualityModule } from './quality.module.js';
export { isChanged } from './replay/rescored-legs.js';
export { resultHash } from './scoring/automatic-card.js';
