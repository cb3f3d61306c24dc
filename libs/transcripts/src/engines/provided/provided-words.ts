import type { Language, Speaker, UnreliableReason, WordsPosition, WordsRefusal, WordsRefusalCode } from '#contracts';

/** A word that another recogniser timed. */
export interface ProvidedWord {
  text: string;
  fromMs: number;
  toMs: number;
  confidence: number | null;
  /** In words that we exported: its times are a guess. */
  estimated?: true | undefined;
}

/** A turn as another recogniser wrote it. */
export interface ProvidedTurn {
  speaker: Speaker;
  /** A speaker that its writer told apart without saying who it is. */
  label?: string;
  /** Of words that came in a file for each channel: whose file it was in. */
  channel?: 'left' | 'right';
  fromMs: number;
  toMs: number;
  text: string;
  /** Where the other side knew when each word was said. */
  words?: readonly ProvidedWord[];
}

export type ProvidedFormat =
  | 'shouwen-json'
  | 'whisper-json'
  | 'whisper.cpp-json'
  | 'contact-lens'
  | 'webvtt'
  | 'srt'
  | 'two-channels';

export interface ProvidedContent {
  format: ProvidedFormat;
  /** Undefined where the format does not say. */
  language?: Language;
  turns: ProvidedTurn[];
  unreliable?: UnreliableReason[];
}

export type ProvidedRefusal = WordsRefusal;
export type RefusalCode = WordsRefusalCode;

export type Read<T> = { ok: true; value: T } | { ok: false; refusal: ProvidedRefusal };

export function refuse(code: RefusalCode, at: WordsPosition = {}): { ok: false; refusal: ProvidedRefusal } {
  return { ok: false, refusal: { code, at } };
}
