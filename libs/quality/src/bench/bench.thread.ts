import { parentPort } from 'node:worker_threads';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareBench, type BenchTask } from './bench.rules.js';

// Kept warm: one question after another, until the process or a limit ends it.
const answer = prepareBench(loadLexicons());
parentPort?.on('message', ({ id, question }: { id: number; question: BenchTask }) => {
  try {
    parentPort!.postMessage({ id, answer: answer(question) });
  } catch {
    // Its message may quote words of the call.
    parentPort!.postMessage({ id, failed: true });
  }
});
