import type { Readable } from 'node:stream';
import type { Language, Speaker, Transcript } from '#contracts';
import type { SpokenWord } from '../turns/spoken-word.js';
import type { EngineFailure } from './engine-failure.js';

export interface EngineCapabilities {
  name: string;
  version: string;
  languages: readonly Language[];
  /** Rates in Hz at which it wants samples; the first is preferred. Empty when it takes no audio. */
  sampleRates: readonly number[];
  /** What it works from: the sound, or words that came with the call. */
  input: 'audio' | 'words';
  /** Gives words while the call goes on. */
  streaming: boolean;
  /** Knows when each word was said; otherwise word times are spread over the turn. */
  wordTimes: boolean;
}

/** One channel's sound as mono s16le samples at the engine's rate. */
export interface ChannelAudio {
  channel: number;
  speaker: Speaker;
  /** Starts at the beginning each time. Ends short where the sound could not be had: the engine compares lengths. */
  open(): Readable;
}

export interface FinishedChunk {
  channel: number;
  /** 0-based within the channel; the same sound is always cut into the same chunks. */
  chunk: number;
  fromMs: number;
  toMs: number;
  words: SpokenWord[];
}

export interface TranscriptionTask {
  language: Language;
  durationMs: number;
  /** Hz, before any conversion: an engine cannot hear what was never recorded. */
  recordedSampleRate: number;
  channels: readonly ChannelAudio[];
  /** Words that came with the call, as received. */
  providedWords?: Buffer;
  /** Words of a chunk that an earlier attempt finished, so that it need not be done again. */
  recall?(channel: number, chunk: number): Promise<SpokenWord[] | undefined>;
  /** Called after each newly finished chunk and awaited: what it has stored, a restarted worker can recall. */
  onChunk?(finished: FinishedChunk): Promise<void>;
  signal?: AbortSignal;
}

export type TranscriptionOutcome = { ok: true; transcript: Transcript } | { ok: false; failure: EngineFailure };

/** Turns a call into words with times. Everything that can be expected to go wrong is an outcome; it throws only what `onChunk` or `recall` throw. */
export interface TranscriptionEngine {
  readonly capabilities: EngineCapabilities;
  /** Whether it is installed and could start now. */
  isAvailable(): Promise<boolean>;
  transcribe(task: TranscriptionTask): Promise<TranscriptionOutcome>;
}
