import { runInThread } from '#platform';
import { renameWords, type RenameQuestion } from './rename-words.rules.js';
import { type HeardWords } from './transcription-ledger.js';

/** Names speakers in a thread of its own. @throws ThreadFailed */
export const askRenameThread = (question: RenameQuestion, signal: AbortSignal): Promise<HeardWords | null> =>
  runInThread(
    { name: 'rename-words', beside: import.meta.url, inPlace: renameWords, wallMs: 60_000, memoryMb: 512 },
    question,
    signal,
  );
