import { parentPort } from 'node:worker_threads';
import { actsOfJson } from './call-acts.service.js';

/** Finds acts, one transcript after the other; weights stay read. */
parentPort?.on('message', ({ id, question }: { id: number; question: Uint8Array }) => {
  try {
    parentPort!.postMessage({ id, answer: actsOfJson(question) });
  } catch {
    // Its message may quote words of the call.
    parentPort!.postMessage({ id, failed: true });
  }
});
