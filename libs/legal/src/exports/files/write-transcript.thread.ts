import { parentPort, workerData } from 'node:worker_threads';
import { type TranscriptQuestion } from './transcript-files.rules.js';
import { writeTranscript } from './write-transcript.js';

// A thread's whole life: one transcript in, its files out.
parentPort?.postMessage(await writeTranscript(workerData as TranscriptQuestion));
