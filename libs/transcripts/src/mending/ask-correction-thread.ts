import { runInThread } from '#platform';
import { correctWords, type CorrectedTranscript, type CorrectionQuestion } from '../words/correct-words.rules.js';

/** Makes the next version in a thread of its own: an hour's words take longer than the event loop may be held. @throws ThreadFailed */
export const askCorrectionThread = (question: CorrectionQuestion): Promise<CorrectedTranscript | null> =>
  runInThread(
    { name: 'correct-words', beside: import.meta.url, inPlace: correctWords, wallMs: 30_000, memoryMb: 512 },
    question,
  );
