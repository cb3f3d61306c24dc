import { z } from 'zod';
import type { Language } from '#contracts';
import { type ProvidedContent, type ProvidedTurn, type Read, refuse } from './provided-words.js';
import { speakerNamed } from './speaker-names.rules.js';

const seconds = z.number().nonnegative().max(1_000_000);
const word = z.object({
  word: z.string(),
  start: seconds,
  end: seconds,
  probability: z.number().min(0).max(1).optional(),
});
const segment = z.object({
  start: seconds,
  end: seconds,
  text: z.string(),
  speaker: z.string().optional(),
  words: z.array(word).optional(),
});

/** `verbose_json` of OpenAI's /v1/audio/transcriptions and the JSON of Whisper itself and its kin: times in seconds, words in segments or beside them. */
const whisperSchema = z.object({
  language: z.string().optional(),
  segments: z.array(segment),
  words: z.array(word).optional(),
});

type WhisperWord = z.infer<typeof word>;

/** Whisper names languages by code, OpenAI by English name. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  en: 'en',
  english: 'en',
  zh: 'zh',
  chinese: 'zh',
  mandarin: 'zh',
};

export function readWhisperJson(json: object): Read<ProvidedContent> {
  const parsed = whisperSchema.safeParse(json);
  if (!parsed.success) return refuse('invalid_shape', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { language: named, segments, words = [] } = parsed.data;
  const language = named === undefined ? undefined : LANGUAGES[named.toLowerCase()];
  if (named !== undefined && language === undefined) return refuse('language_mismatch', { path: 'language' });
  const turns = segments
    .map((spoken) => turnOf(spoken, spoken.words ?? wordsWithin(spoken, words)))
    .filter(({ text }) => text !== '');
  return { ok: true, value: { format: 'whisper-json', turns, ...(language && { language }) } };
}

function turnOf({ start, end, text, speaker }: z.infer<typeof segment>, words: readonly WhisperWord[]): ProvidedTurn {
  const turn: ProvidedTurn = {
    speaker: speakerNamed(speaker),
    fromMs: milliseconds(start),
    toMs: milliseconds(end),
    text: text.trim(),
  };
  if (words.length === 0) return turn;
  return {
    ...turn,
    words: words.map((said) => ({
      text: said.word.trim(),
      fromMs: milliseconds(said.start),
      toMs: milliseconds(said.end),
      confidence: said.probability ?? null,
    })),
  };
}

/** Words listed beside the segments belong to the one in which their middle falls. `words` is in order of time. */
function wordsWithin({ start, end }: { start: number; end: number }, words: readonly WhisperWord[]): WhisperWord[] {
  let low = 0;
  for (let high = words.length; low < high;) {
    const middle = (low + high) >> 1;
    if (middleOf(words[middle]) < start) low = middle + 1;
    else high = middle;
  }
  const within: WhisperWord[] = [];
  for (let at = low; at < words.length && middleOf(words[at]) < end; at += 1) within.push(words[at] as WhisperWord);
  return within;
}

function middleOf(said: WhisperWord | undefined): number {
  return said === undefined ? Infinity : (said.start + said.end) / 2;
}

function milliseconds(value: number): number {
  return Math.round(value * 1000);
}
