import { parentPort, workerData } from 'node:worker_threads';
import { takeProvidedWords, type ProvidedWordsQuestion } from './take-provided-words.rules.js';

// A thread's whole life: one question in, one answer out.
parentPort?.postMessage(takeProvidedWords(workerData as ProvidedWordsQuestion));
