export { askCorrectionThread } from './ask-correction-thread.js';
export { type CorrectedTranscript } from '../words/correct-words.rules.js';
export { CorrectedWords } from './corrected-words.service.js';
export { HearAgain } from './hear-again.service.js';
export { MendingModule } from './mending.module.js';
