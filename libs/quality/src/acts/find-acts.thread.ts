import { parentPort } from 'node:worker_threads';
import { actsOfJson } from './acts-of-json.js';

/** Finds acts, one transcript after the other; weights stay read. */
parentPort?.on('message', ({ id, question }: { id: number; question: Uint8Array }) => {
  try {
    parentPort!.postMessage({ id, answer: actsOfJson(question) });
  } catch {
    // What it says may quote the words.
    parentPort!.postMessage({ id, failed: true });
  }
});
