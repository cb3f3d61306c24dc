import { z } from 'zod';
import { spreadWords } from '../../turns/spread-words.rules.js';
import type { SpokenWord } from '../../turns/spoken-word.js';
import type { SpeechSpan } from '../transcription-engine.js';

const seconds = z.number().min(0).max(1_000);
const share = z.number().min(0).max(1);

const segments = z
  .array(
    z.object({
      text: z.string().max(10_000),
      start: seconds,
      end: seconds,
      logProbability: z.number(),
      noSpeech: share,
      words: z
        .array(z.object({ word: z.string().max(500), start: seconds, end: seconds, probability: share }))
        .max(2_000),
    }),
  )
  .max(200);

/** What the child heard in one piece: seconds from the start of the piece. */
export const whisperHeardSchema = z.object({
  segments,
  /** The same piece, heard with words to expect. */
  primed: segments.optional(),
  /** It was stopped before it had written all that it wanted: it repeated itself. */
  cut: z.boolean(),
  language: z.string().max(10).optional(),
  languageProbability: share.optional(),
});
export type WhisperHeard = z.infer<typeof whisperHeardSchema>;
type Segment = WhisperHeard['segments'][number];

/** Whisper's own rule for what it made up in silence (openai/whisper, `transcribe.py`: no_speech_threshold and logprob_threshold). */
const NO_SPEECH = 0.6;
const LOW_LOG_PROBABILITY = -1;
/** A word that touches no speech within this was not said: Whisper fills pauses. */
const NEAR_MS = 250;
/** Words to expect mend a name; where they change more than this, or end so much earlier or later, they made something up or left it out. */
const MOST_CHANGED = 0.2;
const ENDS_WITHIN_S = 0.7;
/** Below this mean probability a piece is a guess. */
const GUESS = 0.5;
/** Below this it was noise, whatever was written … */
const NOISE = 0.25;
/** … and a guess of so little speech is noise, too: music and laughter sound like a syllable at times. */
const A_SYLLABLE_MS = 400;
/** The engine's own words are relied on less than this where it was stopped. */
const CUT_CONFIDENCE = 0.2;
/** A language is told apart from another where the model is this sure. */
const SURE_OF_LANGUAGE = 0.8;

/**
 * What Whisper learnt from subtitles and writes where there is no speech: the endings of videos. Whole pieces only; a caller may say "thank you".
 */
const SUBTITLES =
  /^(?:thanks? (?:you )?for watching|subtitles? by .*|.*amara\.org.*|(?:请)?(?:不吝)?点赞.*(?:订阅|转发|打赏).*|字幕(?:志愿者|by|由|制作).*|(?:谢谢|感谢)(?:大家)?(?:的)?(?:观看|收看|收听).*|明镜与点点.*)[.!。！]*$/iu;

const GOES_ON = /(?:(?!\p{Script=Han})[\p{L}\p{N}])$/u;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
const CURRENCY = /[$¥€£]$/u;
const BEGINS = /^(?:(?!\p{Script=Han})[\p{L}\p{N}])/u;

export interface Piece {
  fromMs: number;
  toMs: number;
  /** Where somebody speaks in it; empty where only loudness was looked at. */
  speech: readonly SpeechSpan[];
}

/** Words of one piece at their places in the recording. `write` puts what was heard into the script in which the product writes. */
export function wordsOf(heard: WhisperHeard, piece: Piece, write: (text: string) => string): SpokenWord[] {
  const language = (heard.languageProbability ?? 0) >= SURE_OF_LANGUAGE ? heard.language : undefined;
  if (isNoise(heard, piece.speech)) return [];
  const words = mended(heard)
    .filter((segment) => !isMadeUp(segment))
    .flatMap((segment) => joined(segment.words).flatMap((word) => split(word, piece, write)))
    .filter((word) => touchesSpeech(word, piece.speech))
    .map((word) => ({ ...word, ...(language && { language }) }));
  return heard.cut ? words.map(doubted) : words;
}

/** Of a piece that was cut no word is relied on, and a reader sees where it ends. */
function doubted(word: SpokenWord, at: number, all: readonly SpokenWord[]): SpokenWord {
  const marks = at === all.length - 1 ? { marks: '…' } : {};
  return { ...word, ...marks, confidence: Math.min(word.confidence ?? 0, CUT_CONFIDENCE) };
}

/** What was heard with words to expect, where it is the same but for a name; otherwise what was heard without them. */
function mended({ segments, primed }: WhisperHeard): Segment[] {
  const [plain, other] = [segments, primed ?? []].map((each) => each.flatMap(({ words }) => words));
  const [last, otherLast] = [plain?.at(-1), other?.at(-1)];
  if (!primed || !plain || !other || !last || !otherLast) return segments;
  const isAsLong = Math.abs(lettersOf(other) - lettersOf(plain)) <= MOST_CHANGED * lettersOf(plain);
  const endsThere = Math.abs(last.end - otherLast.end) <= ENDS_WITHIN_S;
  return isAsLong && endsThere && meanProbability(primed) >= Math.max(GUESS, meanProbability(segments))
    ? primed
    : segments;
}

const lettersOf = (words: Segment['words']): number =>
  words.reduce((sum, { word }) => sum + (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

function isNoise({ segments }: WhisperHeard, speech: readonly SpeechSpan[]): boolean {
  const speechMs = speech.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  return meanProbability(segments) < (speech.length > 0 && speechMs < A_SYLLABLE_MS ? GUESS : NOISE);
}

/** 1 where there are no words: nothing is doubted then. */
function meanProbability(segments: readonly Segment[]): number {
  const words = segments.flatMap((segment) => segment.words);
  return words.length === 0 ? 1 : words.reduce((sum, { probability }) => sum + probability, 0) / words.length;
}

function isMadeUp({ noSpeech, logProbability, text }: Segment): boolean {
  return (noSpeech > NO_SPEECH && logProbability < LOW_LOG_PROBABILITY) || SUBTITLES.test(text.trim());
}

/** Whisper writes a number, or a word that it seldom saw, in several pieces: one without a space before it goes on with the last. */
function joined(words: Segment['words']): Segment['words'] {
  const found: Segment['words'] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last && GOES_ON.test(last.word) && BEGINS.test(word.word)) {
      const probability = Math.min(last.probability, word.probability);
      found[found.length - 1] = { word: last.word + word.word, start: last.start, end: word.end, probability };
    } else if (last && !SAYS_SOMETHING.test(word.word))
      found[found.length - 1] = { ...last, word: last.word + word.word.trim() };
    else found.push(word);
  }
  return found;
}

/** One word of Whisper's may be several of ours: each Han character is one. */
function split(word: Segment['words'][number], piece: Piece, write: (text: string) => string): SpokenWord[] {
  const text = write(word.word.trim());
  const place = placeOf(word, piece);
  const parts = spreadWords(text, place.fromMs, place.toMs);
  return parts.map(({ text: said, fromMs, toMs, fromChar, toChar }, index) => {
    const sign = index === 0 ? (CURRENCY.exec(text.slice(0, fromChar))?.[0] ?? '') : '';
    const marks = text.slice(toChar, parts[index + 1]?.fromChar ?? text.length).trim();
    return { text: sign + said, ...(marks !== '' && { marks }), fromMs, toMs, confidence: word.probability };
  });
}

/** Whisper stretches words over the pauses around them: a word is within the speech that it overlaps. */
function placeOf({ start, end }: Segment['words'][number], { fromMs: begin, toMs: most, speech }: Piece): SpeechSpan {
  const at = (second: number): number => Math.min(most, begin + Math.round(second * 1000));
  const [fromMs, toMs] = [at(start), at(end)];
  const over = speech.filter((span) => span.fromMs < toMs && span.toMs > fromMs);
  const [first, last] = [over[0], over.at(-1)];
  return first && last ? { fromMs: Math.max(fromMs, first.fromMs), toMs: Math.min(toMs, last.toMs) } : { fromMs, toMs };
}

function touchesSpeech({ fromMs, toMs }: SpokenWord, speech: readonly SpeechSpan[]): boolean {
  return speech.length === 0 || speech.some((span) => fromMs < span.toMs + NEAR_MS && toMs > span.fromMs - NEAR_MS);
}
