import { parentPort, workerData } from 'node:worker_threads';
import { renameWords, type RenameQuestion } from './rename-words.rules.js';

// A thread's whole life: one transcript in, the next version out.
parentPort?.postMessage(renameWords(workerData as RenameQuestion));
