import { runInThread, ThreadFailed } from '#platform';
import { type EngineFailure } from '../engine-failure.js';
import {
  takeProvidedWords,
  type ProvidedWordsAnswer,
  type ProvidedWordsQuestion,
} from './take-provided-words.rules.js';

const WORK = {
  name: 'provided-words',
  beside: import.meta.url,
  inPlace: takeProvidedWords,
  wallMs: 60_000,
  memoryMb: 512,
};

const FAILURES: Record<ThreadFailed['why'], EngineFailure> = {
  aborted: {
    fault: 'ours',
    code: 'aborted',
    detail: 'the caller no longer wants it',
  },
  late: {
    fault: 'vendor',
    code: 'engine_timeout',
    detail: 'reading the words took too long',
  },
  failed: {
    fault: 'vendor',
    code: 'engine_crashed',
    detail: 'reading the words failed',
  },
};

/**
 * Reads provided words in a thread of their own: megabytes of JSON from strangers would hold the event loop, and with it every lease, for
 * a tenth of a second and more.
 */
export async function askThread(
  question: ProvidedWordsQuestion,
  signal?: AbortSignal,
): Promise<ProvidedWordsAnswer | EngineFailure> {
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

async function read(
  question: ProvidedWordsQuestion,
  signal?: AbortSignal,
): Promise<ProvidedWordsAnswer | EngineFailure> {
  try {
    return await runInThread(WORK, question, signal);
  } catch (error) {
    return FAILURES[error instanceof ThreadFailed ? error.why : 'failed'];
  }
}
