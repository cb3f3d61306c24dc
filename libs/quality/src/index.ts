export { loadChecklist, readChecklist, type LoadedChecklist } from './checklists/load-checklist.js';
export { ChecklistDraft, ChecklistRetirement, ChecklistVersion } from './checklists/checklist.entity.js';
export { ChecklistRegister, type OpenDraft } from './checklists/checklist-register.service.js';
export { contentHash } from './content-hash.rules.js';
export { countingScorecard, type CountingCandidate } from './counting.rules.js';
export { compileLexicon, type CompiledLexicon, type Lexicon, type Lexicons } from './lexicons/lexicon.rules.js';
export { loadLexicons } from './lexicons/load-lexicons.js';
export { buildAutomaton, type Automaton } from './matching/aho-corasick.rules.js';
export { LexiconSet } from './replay/lexicon-sets.js';
export { AwaitingPersonRow, ReviewAnswerRow } from './reviews/awaiting-person.entity.js';
export { QualityModule } from './quality.module.js';
export { ScoreLegService } from './scoring/score-leg.service.js';
export { countOutcomes, firstMoment, worstItem } from './scoring/summary.rules.js';
export { addPoints, type Points, type SectionPoints } from './scoring/points.rules.js';
export { type CallView, type ModelAnswers } from './scoring/call-view.rules.js';
export { prepareChecklist, SCORING_ENGINE, type PreparedChecklist } from './scoring/judge-checklist.rules.js';
export {
  prepareReader,
  prepareScorer,
  score,
  type LegToScore,
  type Readers,
  type Rulebook,
  type Scored,
  type ScoreInput,
  type Scorer,
} from './scoring/score.rules.js';
export { CountingScorecard, Scorecard } from './scorecard.entity.js';
