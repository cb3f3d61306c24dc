import { parentPort } from 'node:worker_threads';
import { keptWords, type KeptWordsQuestion } from './kept-words.rules.js';

/** Looks at words before they are stored, one transcript after the other. */
parentPort?.on('message', ({ id, question }: { id: number; question: KeptWordsQuestion }) => {
  try {
    parentPort!.postMessage({ id, answer: keptWords(question) });
  } catch {
    // Its messages may contain words of the call. (7 files)
    parentPort!.postMessage({ id, failed: true });
  }
});
