import type { Language, Speaker, UnreliableReason } from '#contracts';

/** A turn as somebody else's recogniser wrote it. */
export interface ProvidedTurn {
  speaker: Speaker;
  fromMs: number;
  toMs: number;
  text: string;
  /** Where the other side knew when each word was said. */
  words?: readonly { text: string; fromMs: number; toMs: number; confidence: number | null }[];
}

export type ProvidedFormat = 'shouwen-json' | 'whisper-json' | 'contact-lens' | 'webvtt' | 'srt';

export interface ProvidedContent {
  format: ProvidedFormat;
  /** Undefined where the format does not say. */
  language?: Language;
  turns: ProvidedTurn[];
  unreliable?: UnreliableReason[];
}

/** Where in the sent words something is wrong: a byte, a line (1-based), a turn (0-based), or a path into JSON. */
export type Position =
  { byte: number } | { line: number } | { turn: number } | { path: string } | Record<string, never>;

export type RefusalCode =
  | 'too_large'
  | 'empty'
  | 'not_utf8'
  | 'unknown_format'
  | 'invalid_json'
  | 'invalid_shape'
  | 'invalid_time'
  | 'time_runs_backwards'
  | 'time_beyond_recording'
  | 'overlapping_turns'
  | 'too_many_turns'
  | 'language_mismatch';

/** Why provided words cannot be used, and where. Carries no words. */
export interface ProvidedRefusal {
  code: RefusalCode;
  at: Position;
}

export type Read<T> = { ok: true; value: T } | { ok: false; refusal: ProvidedRefusal };

export function refuse(code: RefusalCode, at: Position = {}): { ok: false; refusal: ProvidedRefusal } {
  return { ok: false, refusal: { code, at } };
}
