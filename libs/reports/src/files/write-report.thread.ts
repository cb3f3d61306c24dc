import { parentPort, workerData } from 'node:worker_threads';
import { type ReportQuestion, writeReport } from './write-report.js';

// A thread's whole life: one report in, its file out.
parentPort?.postMessage(await writeReport(workerData as ReportQuestion));
