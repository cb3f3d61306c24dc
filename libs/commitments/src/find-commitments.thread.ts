import { parentPort } from 'node:worker_threads';
import { commitmentsOfJson, type CommitmentsQuestion } from './commitments-thread.js';

/** Finds promises, one transcript after the other. */
parentPort?.on('message', ({ id, question }: { id: number; question: CommitmentsQuestion }) => {
  try {
    parentPort!.postMessage({ id, answer: commitmentsOfJson(question) });
  } catch {
    // Its message may quote words of the call.
    parentPort!.postMessage({ id, failed: true });
  }
});
