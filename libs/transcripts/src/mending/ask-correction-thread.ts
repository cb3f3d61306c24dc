import { Worker } from 'node:worker_threads';
import { correctWords, type CorrectedTranscript, type CorrectionQuestion } from './correct-words.rules.js';

const WALL_MS = 30_000;
const MEMORY_MB = 512;

/** A compiled program has its thread beside it; sources under test have not, and correct in place. */
const COMPILED = import.meta.url.endsWith('.js');

/** Makes the next version in a thread of its own: an hour's words take longer than the event loop may be held. @throws when it dies over it */
export function askCorrectionThread(question: CorrectionQuestion): Promise<CorrectedTranscript | null> {
  if (!COMPILED) return Promise.resolve(correctWords(question));
  return new Promise((done, fail) => {
    const thread = new Worker(new URL('./correct-words.thread.js', import.meta.url), {
      workerData: question,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = (settle: () => void) => {
      clearTimeout(deadline);
      void thread.terminate();
      settle();
    };
    // What it says of its failure may quote the words.
    const failed = () => end(() => fail(new Error('correcting the words failed')));
    const deadline = setTimeout(failed, WALL_MS);
    thread.once('message', (answer: CorrectedTranscript | null) => end(() => done(answer)));
    thread.once('error', failed);
  });
}
