import { parentPort } from 'node:worker_threads';
import { postingsOf, type IndexQuestion } from './index-words.rules.js';

/** Makes tokens of words, one transcript after the other. */
parentPort?.on('message', ({ id, question }: { id: number; question: IndexQuestion }) => {
  try {
    parentPort!.postMessage({ id, answer: postingsOf(question) });
  } catch {
    // Its message may quote words of the call.
    parentPort!.postMessage({ id, failed: true });
  }
});
