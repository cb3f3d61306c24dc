import { parentPort } from 'node:worker_threads';
import { postingsOf, type IndexQuestion } from './index-words.rules.js';

/** Makes tokens of words, one transcript after the other. */
parentPort?.on('message', ({ id, question }: { id: number; question: IndexQuestion }) => {
  try {
    parentPort!.postMessage({ id, answer: postingsOf(question) });
  } catch {
    // What it says may quote the words.
    parentPort!.postMessage({ id, failed: true });
  }
});
