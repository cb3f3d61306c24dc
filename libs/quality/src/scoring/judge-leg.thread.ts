import { parentPort } from 'node:worker_threads';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareJudge, type JudgeQuestion } from './prepare-judge.js';

// Kept warm: one leg after another, until the process or a limit ends it.
const judge = prepareJudge(loadLexicons());
parentPort?.on('message', ({ id, question }: { id: number; question: JudgeQuestion }) => {
  try {
    parentPort!.postMessage({ id, answer: judge(question) });
  } catch {
    // Its message may quote words of the call.
    parentPort!.postMessage({ id, failed: true });
  }
});
