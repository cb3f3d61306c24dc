export { eraseEvidence } from './erase-evidence.js';
export { loadChecklist, readChecklist, type LoadedChecklist } from './checklists/load-checklist.js';
export { judgementOf, loadWorth, WORTH_FILE, worthOfItem, type WorthFile } from './checklists/item-worth.js';
export { ChecklistDraft, ChecklistRetirement, ChecklistVersion } from './checklists/checklist.entity.js';
export { BenchThread } from './bench/bench-thread.service.js';
export { type BenchResult, type SealedLeg } from './bench/bench.rules.js';
export { ChecklistDraftService } from './checklists/checklist-draft.service.js';
export { ChecklistPublishing } from './checklists/checklist-publishing.service.js';

export { ChecklistValidation } from './checklists/checklist-validation.service.js';
export { toYaml, type YamlProblem } from './checklists/checklist-yaml.rules.js';
export { draftOf } from './checklists/draft-definition.rules.js';
export { SHIPPED } from './checklists/publish-shipped.js';
export { ChecklistRegister, type OpenDraft } from './checklists/checklist-register.service.js';
export * from './commitments/index.js';
export { SHAPES } from './conversation/shapes.rules.js';
export { contentHash } from './content-hash.rules.js';
export { candidate } from './counting-pointer.js';
export { countingScorecard, standings, type CountingCandidate, type Standing } from './counting.rules.js';
export { compileLexicon, type CompiledLexicon, type Lexicon, type Lexicons } from './lexicons/lexicon.rules.js';
export { calibrated, type ConfidenceStep, type ConfidenceTables } from './lexicons/confidence.rules.js';
export { loadLexicons } from './lexicons/load-lexicons.js';
export { OWNED, OWNERSHIP_ZONES, type OwnershipZones } from './conversation/fitted.js';
export { confidenceOfPoints, pointsOf, type Points as SignPoints } from './conversation/log-odds.rules.js';
export { outcomeSigns } from './conversation/outcome-signs.rules.js';
export { OUTCOME_SIGNS, type OutcomeSign } from './conversation/signs.js';
export {
  RESOLUTIONS,
  resolutionOf,
  verdictOf,
  type OwnershipVerdict,
  type Resolution,
  type ResolutionState,
} from './conversation/resolution.rules.js';
export { waysOf } from './conversation/ways.rules.js';
export { SITUATIONS, situationOf, type Situation, type SituationKind } from './conversation/situation.rules.js';
export { buildAutomaton, type Automaton } from './matching/aho-corasick.rules.js';
export { BackTestService } from './replay/back-test.service.js';
export { kappaOf, type AgreementCell, type Kappa } from './agreement/kappa.rules.js';
export { shareInterval, type Interval } from './agreement/share-interval.rules.js';
export { LexiconSet } from './replay/lexicon-sets.js';
export { QualityRun } from './replay/quality-run.entity.js';
export { QualityRuns, type NewRun } from './replay/quality-runs.service.js';
export { type Replay } from './replay/replay.rules.js';
export { ReplayService } from './replay/replay.service.js';
export { RehearCallsService } from './replay/rehear-calls.service.js';
export { RescoreCallsService } from './replay/rescore-calls.service.js';
export { RescoreService } from './replay/rescore.service.js';
export { ClaimService, CLAIM_MINUTES } from './reviews/claim.service.js';
export { humanEvidence } from './reviews/human-evidence.rules.js';
export { ReviewService, type NewReview as ReviewToPublish } from './reviews/review.service.js';
export { AwaitingPersonRow, ReviewAnswerRow } from './reviews/awaiting-person.entity.js';
export { ModelAnswerRow } from './model-scorer/model-answer.entity.js';
export { askQuestion, prepareQuestion, type AskedModel, type Prepared } from './model-scorer/ask-question.js';
export { addressesJudge } from './call/addresses-judge.rules.js';
export { ModelAgreementRow, ProposalLookRow } from './model-scorer/model-agreement.entity.js';
export { ModelAgreement, type ProposedItem } from './model-scorer/model-agreement.service.js';
export { PROMPT_VERSION } from './model-scorer/prompt.rules.js';
export { questionKey, switchedOnKey } from './model-scorer/questions.rules.js';
export { tryModel, type Tried } from './model-scorer/try-model.js';
export { standardQuestions, switchedOn } from './model-scorer/standard-questions.js';
export {
  LEAST_ANSWERS,
  proofsOf,
  proofsOfAll,
  type ProofInLanguage,
  type Reviewed,
  type ReviewedInLanguage,
} from './model-scorer/trust.rules.js';
export { wantedQuestions } from './scoring/wanted-questions.rules.js';
export { scorerStatus, type ScorerStatus } from './model-scorer/scorer-status.js';
export { QualityModule } from './quality.module.js';
export { LegToScoreService } from './scoring/leg-to-score.service.js';
export { ScoreLegService } from './scoring/score-leg.service.js';
export { countOutcomes, firstMoment, worstItem } from './scoring/summary.rules.js';
export { addPoints, type Points, type SectionPoints } from './scoring/points.rules.js';
export { type CallView, type ModelAnswers } from './call-view/call-view.rules.js';
export { prepareChecklist, SCORING_ENGINE, type PreparedChecklist } from './scoring/judge-checklist.rules.js';
export {
  prepareReader,
  prepareScorer,
  score,
  type LegToScore,
  type Readers,
  type Rulebook,
  type ScoreInput,
  type Scorer,
} from './scoring/score.rules.js';
export { type Scored } from './scoring/scored.js';
export { CountingScorecard, Scorecard } from './scorecard.entity.js';
export { NEUTRAL_PROFILE, NO_FACTS, writtenTranscript } from './call/written-dialogue.rules.js';
export { qualityRefusals } from './refusals.js';
