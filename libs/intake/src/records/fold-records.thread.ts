import { parentPort, workerData } from 'node:worker_threads';
import { foldQuestion, type FoldQuestion } from './fold-question.rules.js';

// A thread's whole life: records that hang together in, their calls out.
parentPort?.postMessage(foldQuestion(workerData as FoldQuestion));
