import { parentPort } from 'node:worker_threads';
import { maskingWork, type MaskingQuestion } from './masking-work.rules.js';

/** Answers what masking asks of words, one question after the other. */
parentPort?.on('message', ({ id, question }: { id: number; question: MaskingQuestion }) => {
  try {
    parentPort!.postMessage({ id, answer: maskingWork(question) });
  } catch {
    // What it says may quote the words.
    parentPort!.postMessage({ id, failed: true });
  }
});
