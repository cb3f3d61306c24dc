import type { Readable } from 'node:stream';
import type { Language, Speaker, SpeakerRole, Transcript } from '#contracts';
import type { ToldStretch } from './tell-language.rules.js';
import type { SpokenWord } from '../turns/spoken-word.js';
import type { EngineFailure } from './engine-failure.js';
import type { KnownSpeakers } from './provided/name-speakers.rules.js';

export interface EngineCapabilities {
  name: string;
  version: string;
  /** Which of its models it is; null for an engine that has one. `name/model` is what settings call it. */
  model: string | null;
  languages: readonly Language[];
  /** Rates in Hz at which it wants samples; the first is preferred. Empty when it takes no audio. */
  sampleRates: readonly number[];
  /** What it works from: the sound, or words that came with the call. */
  input: 'audio' | 'words';
  /** Gives words while the call goes on. */
  streaming: boolean;
  /** Knows when each word was said; otherwise word times are spread over the turn. */
  wordTimes: boolean;
  /** Hz from which on a recording is what it was trained on; below, its words are marked unreliable. */
  reliableFromHz: number;
  /** Can be told words to expect. */
  hotwords: boolean;
  /** Says which language it heard. */
  detectsLanguage: boolean;
  /** Where it sends the sound; null for one on this machine. */
  egressHost: string | null;
  /** false for one that only shows the path. */
  production: boolean;
}

/** Why an engine cannot start now. Each has words for an administrator in `unavailable.rules.ts`. */
export type UnavailableReason =
  | 'not_installed'
  | 'no_sandbox'
  | 'no_model'
  | 'model_damaged'
  | 'not_configured'
  | 'egress_not_allowed';

/** One channel's sound as mono s16le samples at the engine's rate. */
export interface ChannelAudio {
  channel: number;
  speaker: Speaker;
  /** Starts at the beginning each time, at the engine's rate if none is given. Ends short where the sound could not be had: the engine compares lengths. */
  open(sampleRate?: number): Readable;
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
  /** Who speaks in those words, as far as it is known. */
  speakers?: KnownSpeakers;
  /** Names and terms to expect, for engines that can be told. Data of the company's, bounded by `hotwords.rules.ts`. */
  hotwords?: readonly string[];
  /** The same in the other language, for stretches that are in it. */
  otherHotwords?: readonly string[];
  /** Finds the speech; without one, loudness does. */
  detector?: SpeechDetectorChoice;
  /** Called and awaited before sound first leaves this machine. What it throws stops the engine. */
  onEgress?(host: string): Promise<void>;
  /** Words of a chunk that an earlier attempt finished, so that it need not be done again. */
  recall?(channel: number, chunk: number): Promise<SpokenWord[] | undefined>;
  /** Called after each newly finished chunk and awaited: what it has stored, a restarted worker can recall. */
  onChunk?(finished: FinishedChunk): Promise<void>;
  /** Turns may come as JSON, as a thread wrote them: a million words take seconds to hand from one thread to another. */
  packed?: true;
  signal?: AbortSignal;
}

/** Where the speech of a channel is, found beforehand. */
export interface SpeechDetectorChoice {
  name: 'silero-vad';
  /** Spans in milliseconds, in order, or why there are none. The same sound gives the same spans. */
  find(audio: ChannelAudio, durationMs: number, signal?: AbortSignal): Promise<SpeechSpan[] | EngineFailure>;
}

/** Listens for the language of a call that came without one. */
export interface LanguageListener {
  /** What several stretches of a channel's speech sound like, or why that cannot be told. */
  listen(audio: ChannelAudio, durationMs: number, signal?: AbortSignal): Promise<ToldStretch[] | EngineFailure>;
}

export interface SpeechSpan {
  fromMs: number;
  toMs: number;
}

export type TranscriptionOutcome =
  | {
      ok: true;
      transcript: Transcript;
      /** The turns as JSON, where `packed` asked for it: `transcript` has none then. */
      turns?: Uint8Array;
      /** Of words that came with the call: who each of their labels is, in the order in which they first speak. */
      roles?: (SpeakerRole | null)[];
    }
  | { ok: false; failure: EngineFailure };

/** Turns a call into words with times. Everything that can be expected to go wrong is an outcome; it throws only what `onChunk` or `recall` throw. */
export interface TranscriptionEngine {
  readonly capabilities: EngineCapabilities;
  /** Names what its words depend on, besides the sound: a chunk of another key is not taken for its own. */
  readonly checkpointKey: string;
  /** Why it could not start now; null when it could. Cheap: it looks at files. */
  unavailable(): Promise<UnavailableReason | null>;
  transcribe(task: TranscriptionTask): Promise<TranscriptionOutcome>;
}
