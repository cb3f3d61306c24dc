import type { Language } from '#contracts';
import type { EngineFailure } from '../engines/engine-failure.js';
import type { SpokenWord } from '../turns/spoken-word.js';

/** What is heard on a call's channel while it goes on; times are milliseconds from its first sample. */
export type LiveEvent =
  /** A speaker paused: what they said. No words where it was noise. `language` is the other one where it surely was. */
  | { kind: 'utterance'; fromMs: number; toMs: number; language: Language; words: SpokenWord[] }
  /** It could not be heard, also not by a child started again; what comes after it is. */
  | { kind: 'unheard'; fromMs: number; toMs: number; failure: EngineFailure }
  /** The child ended and was started again; nothing that was said is lost by it. */
  | { kind: 'interrupted'; atMs: number; failure: EngineFailure }
  /** Nothing more is heard: the child could not be started again. */
  | { kind: 'failed'; atMs: number; failure: EngineFailure };

export interface LiveOptions {
  /** The call's. */
  language: Language;
  /** Of the samples that will be written. */
  sampleRate: 8_000 | 16_000;
  /** Words to expect, from `hotwordsOf`. */
  hotwords?: readonly string[];
  /** The same in the other language. */
  otherHotwords?: readonly string[];
  /** The words are no longer wanted: what waits is forgotten, by the child too. */
  signal?: AbortSignal;
}
