import { parentPort } from 'node:worker_threads';
import { maskingWork, type MaskingQuestion } from './masking-work.rules.js';

/** Answers what masking asks of words, one question after the other. */
parentPort?.on('message', ({ id, question }: { id: number; question: MaskingQuestion }) => {
  try {
    parentPort!.postMessage({ id, answer: maskingWork(question) });
  } catch {
    // Its message may quote words of the call.
    parentPort!.postMessage({ id, failed: true });
  }
});
