import { parentPort, workerData } from 'node:worker_threads';
import { spansOfJson } from './spans-of-json.rules.js';

// A thread's whole life: one transcript in, its sensitive places out.
parentPort?.postMessage(spansOfJson(workerData as Uint8Array));
