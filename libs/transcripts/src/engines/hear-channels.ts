import type { Language } from '#contracts';
import { isWholeLength } from '#recordings';
import { cutChunks, type SpeechChunk } from '../chunking/cut-chunks.js';
import { KnownSpeech, SpeechDetector, type SpeechJudge } from '../chunking/speech-detector.rules.js';
import type { Cutting } from '../chunking/utterances.rules.js';
import { withinLength } from './provided/check-turns.rules.js';
import { judgeReliability } from '../reliability.rules.js';
import type { SpokenWord } from '../turns/spoken-word.js';
import { withoutLeaks } from '../turns/leaked-words.rules.js';
import { mergeTurns, type ChannelWords } from '../turns/turns.rules.js';
import { withLevels } from '../turns/word-levels.rules.js';
import type { EngineFailure } from './engine-failure.js';
import type {
  ChannelAudio,
  EngineCapabilities,
  TranscriptionOutcome,
  TranscriptionTask,
} from './transcription-engine.js';

/** Less than this proves no language: a greeting, a name, a number. */
export const ENOUGH_HEARD_MS = 10_000;

/** People mix languages; a call is in the one that most of it is in. */
export const CLEAR_SHARE = 0.8;

/**
 * The language that an engine heard in a call, by milliseconds of words, or null where none tells or it is not clear. Cantonese counts as
 * itself: it has not been shown that our Mandarin checklists fit it.
 */
export function heardLanguage(words: readonly SpokenWord[]): string | null {
  const byLanguage = new Map<string, number>();
  for (const { language, fromMs, toMs } of words)
    if (language) byLanguage.set(language, (byLanguage.get(language) ?? 0) + toMs - fromMs);
  const total = [...byLanguage.values()].reduce((sum, ms) => sum + ms, 0);
  const [most] = [...byLanguage].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return most && total >= ENOUGH_HEARD_MS && most[1] / total >= CLEAR_SHARE ? most[0] : null;
}

interface HeardChannel extends ChannelWords {
  speechMs: number;
}

/** How an engine recognises one chunk. */
export interface ChunkRecogniser {
  capabilities: EngineCapabilities;
  /** Hz at which it wants samples. */
  sampleRate: number;
  /** As the transcript names it. */
  model: string;
  /** Where it wants channels to be cut; in breaths where it does not say. */
  cutting?: Cutting;
  recognise(chunk: SpeechChunk): Promise<SpokenWord[] | EngineFailure>;
}

/** What every engine that works from sound does alike: a channel at a time, chunk by chunk, each chunk kept. */
export async function hearChannels(
  recogniser: ChunkRecogniser,
  task: TranscriptionTask,
): Promise<TranscriptionOutcome> {
  const heard: HeardChannel[] = [];
  for (const audio of task.channels) {
    const channel = await hear(recogniser, audio, task);
    if ('code' in channel) return { ok: false, failure: channel };
    heard.push(channel);
  }
  const { durationMs, language, recordedSampleRate } = task;
  const { name, version, reliableFromHz } = recogniser.capabilities;
  const words = heard.flatMap((channel) => channel.words);
  const speechMs = heard.reduce((sum, channel) => sum + channel.speechMs, 0);
  const detected = heardLanguage(words);
  const turns = mergeTurns(withoutLeaks(heard), language);
  const kept = withinLength(turns);
  return {
    ok: true,
    transcript: {
      format: 'shouwen.transcript/1',
      language,
      engine: { name, version, model: recogniser.model, detector: task.detector?.name ?? 'energy' },
      durationMs,
      channels: task.channels.length,
      turns: kept,
      unreliable: [
        ...judgeReliability({ recordedSampleRate, engineSampleRate: reliableFromHz, speechMs, words }),
        ...(kept.length < turns.length ? (['cut_off'] as const) : []),
        ...(isOther(detected, language) ? (['other_language_heard'] as const) : []),
      ],
      ...(detected && { heardLanguage: detected }),
    },
  };
}

const isOther = (detected: string | null, language: Language): boolean => detected !== null && detected !== language;

async function hear(
  recogniser: ChunkRecogniser,
  audio: ChannelAudio,
  task: TranscriptionTask,
): Promise<HeardChannel | EngineFailure> {
  const judge = await judgeOf(audio, task);
  if ('code' in judge) return judge;
  const words: SpokenWord[] = [];
  let speechMs = 0;
  const pcm = audio.open();
  const chunks = cutChunks(pcm, recogniser.sampleRate, judge, recogniser.cutting);
  try {
    for (;;) {
      const next = await chunks.next();
      if (next.done) {
        if (!isWholeLength(next.value, task.durationMs)) return cutShort(next.value, task.durationMs);
        return { speaker: audio.speaker, words, speechMs };
      }
      const recalled = await task.recall?.(audio.channel, next.value.chunk);
      const { utterances, ...place } = next.value;
      const recognised = recalled ?? (await recogniser.recognise(next.value));
      if ('code' in recognised) return recognised;
      const result = recalled ?? withLevels(recognised, utterances, recogniser.sampleRate);
      if (!recalled) await task.onChunk?.({ channel: audio.channel, ...place, words: result });
      words.push(...result);
      speechMs += utterances.reduce((sum, utterance) => sum + utterance.speechMs, 0);
    }
  } finally {
    pcm.destroy();
  }
}

async function judgeOf(audio: ChannelAudio, task: TranscriptionTask): Promise<SpeechJudge | EngineFailure> {
  if (!task.detector) return new SpeechDetector();
  const spans = await task.detector.find(audio, task.durationMs, task.signal);
  return 'code' in spans ? spans : new KnownSpeech(spans);
}

function cutShort(heardMs: number, expectedMs: number): EngineFailure {
  return { fault: 'ours', code: 'audio_cut_short', detail: `${heardMs} of ${expectedMs} ms could be decoded` };
}
