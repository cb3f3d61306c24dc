import { judgeReliability } from '../reliability.rules.js';
import { numberTurns } from '../turns/turns.rules.js';
import type { EngineFailure } from './engine-failure.js';
import { findImpossibleTurn } from './provided/check-turns.rules.js';
import { placeWords } from './provided/place-words.rules.js';
import { type ProvidedRefusal, refuse } from './provided/provided-words.js';
import { readProvidedWords } from './provided/read-provided-words.rules.js';
import type {
  EngineCapabilities,
  TranscriptionEngine,
  TranscriptionOutcome,
  TranscriptionTask,
} from './transcription-engine.js';

/** Takes the words that came with the call: our own JSON, Whisper's, WebVTT or SubRip, told apart by content. */
export class ProvidedWordsEngine implements TranscriptionEngine {
  readonly capabilities: EngineCapabilities = {
    name: 'provided',
    version: '1',
    languages: ['zh', 'en'],
    sampleRates: [],
    input: 'words',
    streaming: false,
    wordTimes: false,
  };

  isAvailable(): Promise<boolean> {
    return Promise.resolve(true);
  }

  transcribe(task: TranscriptionTask): Promise<TranscriptionOutcome> {
    return Promise.resolve(this.take(task));
  }

  private take({
    providedWords,
    language,
    durationMs,
    channels,
    recordedSampleRate,
    signal,
  }: TranscriptionTask): TranscriptionOutcome {
    if (signal?.aborted)
      return { ok: false, failure: { fault: 'ours', code: 'aborted', detail: 'nobody wants it any more' } };
    if (!providedWords) return refused(refuse('empty').refusal);
    const read = readProvidedWords(providedWords);
    if (!read.ok) return refused(read.refusal);
    const { value: content } = read;
    if (content.language && content.language !== language)
      return refused(refuse('language_mismatch', { path: 'language' }).refusal);
    const impossible = findImpossibleTurn(content.turns, durationMs);
    if (impossible) return refused(impossible);
    const turns = numberTurns(content.turns.map((turn) => placeWords(turn, durationMs)));
    const words = turns.flatMap((turn) => turn.words);
    const judged = judgeReliability({ recordedSampleRate, engineSampleRate: 0, speechMs: 0, words });
    return {
      ok: true,
      transcript: {
        format: 'shouwen.transcript/1',
        language,
        engine: { name: this.capabilities.name, version: this.capabilities.version, model: content.format },
        durationMs,
        channels: Math.max(1, channels.length),
        turns,
        unreliable: [...new Set([...(content.unreliable ?? []), ...judged])],
      },
    };
  }
}

function refused(refusal: ProvidedRefusal): TranscriptionOutcome {
  const failure: EngineFailure = { fault: 'caller', code: 'words_refused', detail: refusal.code, refusal };
  return { ok: false, failure };
}
