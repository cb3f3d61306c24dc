import { parentPort, workerData } from 'node:worker_threads';
import { takeProvidedWords, type ProvidedWordsQuestion } from './take-provided-words.rules.js';

// A thread's whole life: one question in, one answer out.
const answer = takeProvidedWords(workerData as ProvidedWordsQuestion);
parentPort?.postMessage(answer, answer.ok && answer.turns ? [answer.turns.buffer as ArrayBuffer] : []);
