import { z } from 'zod';
import type { Language } from '#contracts';
import { refuse, type ProvidedContent, type ProvidedTurn, type ProvidedWord, type Read } from './provided-words.js';
import { speakerCalled } from './speaker-names.rules.js';
import { splitTurn } from './split-turn.rules.js';

/** Whisper names languages by code, OpenAI by English name. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  en: 'en',
  english: 'en',
  zh: 'zh',
  chinese: 'zh',
  mandarin: 'zh',
};

/** The language of another tool's words; undefined where it says none, or one that we do not know. */
export function languageNamed(name: string | null | undefined): Language | undefined {
  return LANGUAGES[(name ?? '').toLowerCase()];
}

const seconds = z.number().nonnegative().max(1_000_000);
/** WhisperX writes words that it could not align, such as numbers, without times; its doubts are called `score`, and may be NaN. */
const word = z.object({
  word: z.string(),
  start: seconds.nullish(),
  end: seconds.nullish(),
  probability: z.number().min(0).max(1).nullish(),
  score: z.number().min(0).max(1).nullish(),
  speaker: z.string().nullish(),
});
/** faster-whisper writes `words: null` unless it was asked for them. */
const segment = z.object({
  start: seconds,
  end: seconds,
  text: z.string(),
  speaker: z.string().nullish(),
  words: z.array(word).nullish(),
});

/**
 * The JSON of Whisper and its kin: OpenAI's `verbose_json` and `diarized_json`, openai-whisper, faster-whisper and whisper-ctranslate2, WhisperX.
 * Times in seconds, words in segments or beside them.
 */
const whisperSchema = z.object({
  language: z.string().nullish(),
  segments: z.array(segment),
  words: z.array(word).nullish(),
});

type WhisperWord = z.infer<typeof word>;
type WhisperSegment = z.infer<typeof segment>;

/** @param json the whole answer, or its segments alone, as a program writes that loops over them */
export function readWhisperJson(json: object): Read<ProvidedContent> {
  const alone = Array.isArray(json);
  const parsed = whisperSchema.safeParse(alone ? { segments: json } : json);
  if (!parsed.success) return refuse('invalid_shape', { path: placeOf(parsed.error, alone) });
  const { language: named, segments, words } = parsed.data;
  const language = languageNamed(named);
  if (named && language === undefined) return refuse('language_mismatch', { path: 'language' });
  const turns = segments
    .flatMap((spoken) => turnsOf(spoken, spoken.words ?? wordsWithin(spoken, words ?? [])))
    .filter(({ text }) => text !== '');
  return { ok: true, value: { format: 'whisper-json', turns, ...(language && { language }) } };
}

function placeOf(error: z.ZodError, alone: boolean): string {
  const path = error.issues[0]?.path ?? [];
  return (alone ? path.slice(1) : path).join('.');
}

function turnsOf(spoken: WhisperSegment, words: readonly WhisperWord[]): ProvidedTurn[] {
  const turn: ProvidedTurn = {
    ...speakerCalled(spoken.speaker),
    fromMs: milliseconds(spoken.start),
    toMs: milliseconds(spoken.end),
    text: spoken.text.trim(),
  };
  const said = words.filter((one) => one.word.trim() !== '');
  if (said.length === 0) return [turn];
  const timed = { ...turn, words: timesFilled(said, turn) };
  const voices = said.map(({ speaker }) => (speaker ? speakerCalled(speaker) : null));
  return splitTurn(timed, voices) ?? [timed];
}

/** A word without times lies between its neighbours. */
function timesFilled(words: readonly WhisperWord[], { fromMs, toMs }: ProvidedTurn): ProvidedWord[] {
  const filled: ProvidedWord[] = [];
  let until = fromMs;
  for (const [at, said] of words.entries()) {
    const from = said.start == null ? until : milliseconds(said.start);
    const next = words.slice(at + 1, at + 20).find(({ start }) => start != null)?.start;
    const to = said.end == null ? Math.max(from, next == null ? toMs : milliseconds(next)) : milliseconds(said.end);
    const sure = said.start == null ? null : (said.probability ?? said.score ?? null);
    filled.push({ text: said.word.trim(), fromMs: from, toMs: to, confidence: sure });
    until = to;
  }
  return filled;
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
  return said?.start == null || said.end == null ? Infinity : (said.start + said.end) / 2;
}

function milliseconds(value: number): number {
  return Math.round(value * 1000);
}
