import { parentPort } from 'node:worker_threads';
import { promisesOfJson, type PromisesQuestion } from './promises-of-json.rules.js';

/** Finds promises, one transcript after the other. */
parentPort?.on('message', ({ id, question }: { id: number; question: PromisesQuestion }) => {
  try {
    parentPort!.postMessage({ id, answer: promisesOfJson(question) });
  } catch {
    // What it says may quote the words.
    parentPort!.postMessage({ id, failed: true });
  }
});
