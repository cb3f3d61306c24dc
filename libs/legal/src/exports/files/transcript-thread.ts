import { runInThread } from '#platform';
import { type TranscriptFiles, type TranscriptQuestion } from './transcript-files.rules.js';
import { writeTranscript } from './write-transcript.js';

/** Writes a transcript's files in a thread of their own: setting an hour of words takes up to seconds. @throws ThreadFailed */
export const askTranscriptThread = (question: TranscriptQuestion, signal: AbortSignal): Promise<TranscriptFiles> =>
  runInThread(
    { name: 'write-transcript', beside: import.meta.url, inPlace: writeTranscript, wallMs: 120_000, memoryMb: 512 },
    question,
    signal,
  );
