import { ABORTED, type EngineFailure } from './engine-failure.js';
import { askThread } from './provided/ask-thread.js';
import { type ProvidedRefusal, refuse } from './provided/provided-words.js';
import type {
  EngineCapabilities,
  TranscriptionEngine,
  TranscriptionOutcome,
  TranscriptionTask,
} from './transcription-engine.js';

/** Takes the words that came with the call: our own JSON, that of Whisper and its kin, Contact Lens's, WebVTT or SubRip, told apart by content. */
export class ProvidedWordsEngine implements TranscriptionEngine {
  readonly capabilities: EngineCapabilities = {
    name: 'provided',
    version: '3',
    model: null,
    languages: ['zh', 'en'],
    sampleRates: [],
    input: 'words',
    streaming: false,
    wordTimes: false,
    reliableFromHz: 0,
    hotwords: false,
    detectsLanguage: false,
    egressHost: null,
    production: true,
  };
  readonly checkpointKey = 'provided';

  unavailable(): Promise<null> {
    return Promise.resolve(null);
  }

  async transcribe({
    providedWords,
    signal,
    channels,
    speakers,
    ...task
  }: TranscriptionTask): Promise<TranscriptionOutcome> {
    if (signal?.aborted) return { ok: false, failure: ABORTED };
    if (!providedWords) return refused(refuse('empty').refusal);
    const { name, version } = this.capabilities;
    const { language, durationMs, recordedSampleRate, packed } = task;
    const engine = { name, version };
    const question = {
      bytes: providedWords,
      language,
      durationMs,
      channels: channels.length,
      recordedSampleRate,
      speakers: speakers ?? { roles: [], speech: null },
      engine,
      ...(packed && { packed }),
    };
    const answer = await askThread(question, signal);
    if ('code' in answer) return { ok: false, failure: answer };
    if (!answer.ok) return refused(answer.refusal);
    const { transcript, roles, turns } = answer;
    return { ok: true, transcript, roles, ...(turns && { turns }) };
  }
}

function refused(refusal: ProvidedRefusal): TranscriptionOutcome {
  const failure: EngineFailure = { fault: 'caller', code: 'words_refused', detail: refusal.code, refusal };
  return { ok: false, failure };
}
