import { type SensitiveSpan } from '#contracts';
import { runInThread } from '#platform';
import { spansOfJson } from './spans-of-json.rules.js';

/** Looks through sealed words in a thread of its own. @throws ThreadFailed */
export const askSpansThread = (words: Uint8Array): Promise<SensitiveSpan[]> =>
  runInThread<Uint8Array, SensitiveSpan[]>(
    { name: 'find-spans', beside: import.meta.url, inPlace: spansOfJson, wallMs: 120_000, memoryMb: 1024 },
    words,
  );
