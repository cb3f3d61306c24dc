/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export * from './acts/index.js';
export { type BenchResult, type SealedLeg } from './bench/bench.rules.js';
export { type ItemTried } from './bench/item-task.rules.js';
export { type Varied } from './examples/variants.rules.js';
export { type TriedCall, type WordsToTry } from './bench/phrase-task.rules.js';
export { toYaml } from './checklists/checklist-yaml.rules.js';
export { fileOver, type ChecklistFile, type FileProblem } from './checklists/file-over.rules.js';
export { draftOf } from './checklists/draft-definition.rules.js';
export { SHAPES } from './conversation/shapes.rules.js';
export { contentHash } from './content-hash.rules.js';
export { countingScorecard, standings, type CountingCandidate, type Standing } from './counting/counting.rules.js';
export { compileLexicon, type CompiledLexicon, type Lexicon, type Lexicons } from './lexicons/lexicon.rules.js';
export { measuredConfidence, type ConfidenceStep, type ConfidenceTables } from './lexicons/confidence.rules.js';
export { confidenceOfPoints, pointsOf, type Points as SignPoints } from './conversation/log-odds.rules.js';
export { outcomeSigns } from './conversation/outcome-signs.rules.js';
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
export { kappaOf, toldKappa, type AgreementCell, type Kappa } from './agreement/kappa.rules.js';
export { shareInterval, wilson, type Interval } from './agreement/share-interval.rules.js';
export { filedResult, type Replay } from './replay/replay.rules.js';
export { addressesJudge } from './call/addresses-judge.rules.js';
export { PROMPT_VERSION } from './model-scorer/prompt.rules.js';
export { questionKey, switchedOnKey } from './model-scorer/questions.rules.js';
export {
  LEAST_ANSWERS,
  proofsOf,
  proofsOfAll,
  type ProofInLanguage,
  type Reviewed,
  type ReviewedInLanguage,
} from './model-scorer/proofs.rules.js';
export {
  asksForTrust,
  notTrustedBy,
  peopleAgreement,
  trustOf,
  type PeopleAgreement,
  type Trust,
  type TrustSettings,
} from './trust/trust.rules.js';
export { wantedQuestions } from './scoring/wanted-questions.rules.js';
export { firstMoment } from './call/first-moment.rules.js';
export { countOutcomes, worstItem } from './scoring/summary.rules.js';
export { addPoints, type Points, type SectionPoints } from './scoring/points.rules.js';
export { type CallView } from './call-view/call-view.rules.js';
export { type ModelAnswers } from './call-view/call-input.js';
export {
  markNotTrusted,
  prepareChecklist,
  SCORING_ENGINE,
  type PreparedChecklist,
} from './scoring/judge-checklist.rules.js';
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
export { NEUTRAL_PROFILE, NO_FACTS, writtenTranscript } from './call/written-dialogue.rules.js';
export { qualityRefusals } from './refusals.js';
export * from './screens.js';
