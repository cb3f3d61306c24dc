import { parentPort, workerData } from 'node:worker_threads';
import { correctWords, type CorrectionQuestion } from '../words/correct-words.rules.js';

// A thread's whole life: one correction in, the next version out.
parentPort?.postMessage(correctWords(workerData as CorrectionQuestion));
