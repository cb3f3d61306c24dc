import { Worker } from 'node:worker_threads';
import { type EngineFailure } from '../engine-failure.js';
import {
  takeProvidedWords,
  type ProvidedWordsAnswer,
  type ProvidedWordsQuestion,
} from './take-provided-words.rules.js';

const WALL_MS = 60_000;
const MEMORY_MB = 512;

/** A compiled program has its thread beside it; sources under test have not, and read in place. */
const COMPILED = import.meta.url.endsWith('.js');

/**
 * Reads provided words in a thread of their own: megabytes of JSON from strangers would hold the event loop, and with it every lease, for
 * a tenth of a second and more.
 */
export async function askThread(
  question: ProvidedWordsQuestion,
  signal?: AbortSignal,
): Promise<ProvidedWordsAnswer | EngineFailure> {
  if (!COMPILED) return takeProvidedWords(question);
  await place();
  return read(question, signal).finally(free);
}

/** Threads at once: each may take half a gigabyte, and uploads come as they like. */
const AT_ONCE = 3;
const waiting: (() => void)[] = [];
let running = 0;

async function place(): Promise<void> {
  if (running >= AT_ONCE) return new Promise((go) => waiting.push(go));
  running += 1;
}

function free(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

function read(question: ProvidedWordsQuestion, signal?: AbortSignal): Promise<ProvidedWordsAnswer | EngineFailure> {
  return new Promise((done) => {
    const thread = new Worker(new URL('./provided-words.thread.js', import.meta.url), {
      workerData: question,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = (answer: ProvidedWordsAnswer | EngineFailure) => {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', stop);
      void thread.terminate();
      done(answer);
    };
    const stop = () => end({ fault: 'ours', code: 'aborted', detail: 'the caller no longer wants it' });
    const late = () => end({ fault: 'vendor', code: 'engine_timeout', detail: 'reading the words took too long' });
    const deadline = setTimeout(late, WALL_MS);
    signal?.addEventListener('abort', stop);
    thread.once('message', end);
    // What it says may quote the words.
    thread.once('error', () => end({ fault: 'vendor', code: 'engine_crashed', detail: 'reading the words failed' }));
  });
}
