import { Worker } from 'node:worker_threads';
import { type TranscriptFiles, type TranscriptQuestion } from './transcript-files.rules.js';
import { writeTranscript } from './write-transcript.js';

const WALL_MS = 120_000;
const MEMORY_MB = 512;

/** A compiled program has its thread beside it; sources under test have not, and write in place. */
const COMPILED = import.meta.url.endsWith('.js');

/** Writes a transcript's files in a thread of their own: setting an hour of words takes up to seconds. @throws when it dies over it */
export function askTranscriptThread(question: TranscriptQuestion, signal: AbortSignal): Promise<TranscriptFiles> {
  if (!COMPILED) return writeTranscript(question);
  return new Promise((done, fail) => {
    const thread = new Worker(new URL('./write-transcript.thread.js', import.meta.url), {
      workerData: question,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = (settle: () => void) => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', stop);
      void thread.terminate();
      settle();
    };
    // What it says of its failure may quote the words.
    const failed = () => end(() => fail(new Error('writing a transcript for a package failed')));
    const stop = () => failed();
    const deadline = setTimeout(failed, WALL_MS);
    signal.addEventListener('abort', stop);
    thread.once('message', (files: TranscriptFiles) => end(() => done(files)));
    thread.once('error', failed);
  });
}
