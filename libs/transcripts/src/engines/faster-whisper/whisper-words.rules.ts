import { z } from 'zod';
import { languageSchema, type Language } from '#contracts';
import { joinPieces } from '../../turns/join-pieces.rules.js';
import type { SpokenWord } from '../../turns/spoken-word.js';
import { touchesSpeech, withinSpeech, isEndingOfVideo } from '../../turns/within-speech.rules.js';
import { writtenTogether } from '../../turns/script.rules.js';
import { writtenWords } from '../../turns/written-words.rules.js';
import { isGuessAtNoise, unclear } from '../guesses.rules.js';
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
  /** The language in which it was heard: the call's, or the other one where the piece is surely in that. */
  heardIn: languageSchema.optional(),
  /** What Whisper takes for the likeliest of all that it knows. */
  language: z.string().max(10).optional(),
  languageProbability: share.optional(),
});
export type WhisperHeard = z.infer<typeof whisperHeardSchema>;
type Segment = WhisperHeard['segments'][number];

/** Whisper's own rule for what it made up in silence (openai/whisper, `transcribe.py`: no_speech_threshold and logprob_threshold). */
const NO_SPEECH = 0.6;
const LOW_LOG_PROBABILITY = -1;
/** Words to expect mend a name; where they change more than this, or end so much earlier or later, they made something up or left it out. */
const MOST_CHANGED = 0.2;
const ENDS_WITHIN_S = 0.7;
/** Words to expect are taken where they make a piece as sure as this. */
const SURE_ENOUGH = 0.5;
/** The engine's own words are relied on less than this where it was stopped. */
const CUT_CONFIDENCE = 0.2;
/** A language is told apart from others where the model is this sure. */
const SURE_OF_LANGUAGE = 0.8;
/** Of two languages a piece is heard in the one that is not the call's from this share on. */
export const OTHER_LANGUAGE_FROM = 0.9;

export interface Piece {
  fromMs: number;
  toMs: number;
  /** Where there is speech in it; empty where only loudness was looked at. */
  speech: readonly SpeechSpan[];
  /** The call's. */
  language?: Language;
}

/** Words of one piece at their places in the recording. `write` puts what was heard into the script in which the product writes. */
export function wordsOf(heard: WhisperHeard, piece: Piece, write: (text: string) => string): SpokenWord[] {
  const language = languageOf(heard, piece.language);
  const sureness = meanProbability(heard.segments);
  if (isGuessAtNoise(sureness, piece.speech)) return unclear(piece.speech, sureness);
  const words = mended(heard)
    .filter((segment) => !isMadeUp(segment))
    .flatMap(({ words }) => joinPieces(writtenTogether(words, write)).flatMap((word) => split(word, piece)))
    .filter((word) => touchesSpeech(word, piece.speech))
    .map((word) => ({ ...word, ...(language && { language }) }));
  return heard.cut ? words.map(doubted) : words;
}

/** The language that a piece surely is in. */
function languageOf({ heardIn, language, languageProbability = 0 }: WhisperHeard, ofCall: Language | undefined) {
  if (heardIn !== undefined && ofCall !== undefined && heardIn !== ofCall) return heardIn;
  return languageProbability >= SURE_OF_LANGUAGE ? language : undefined;
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
  return isAsLong && endsThere && meanProbability(primed) >= Math.max(SURE_ENOUGH, meanProbability(segments))
    ? primed
    : segments;
}

const lettersOf = (words: Segment['words']): number =>
  words.reduce((sum, { word }) => sum + (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

/** 1 where there are no words: nothing is doubted then. */
function meanProbability(segments: readonly Segment[]): number {
  const words = segments.flatMap((segment) => segment.words);
  return words.length === 0 ? 1 : words.reduce((sum, { probability }) => sum + probability, 0) / words.length;
}

function isMadeUp({ noSpeech, logProbability, text }: Segment): boolean {
  return (noSpeech > NO_SPEECH && logProbability < LOW_LOG_PROBABILITY) || isEndingOfVideo(text);
}

/** One word of Whisper's may be several of ours. */
function split(word: Segment['words'][number], piece: Piece): SpokenWord[] {
  const at = (second: number): number => Math.min(piece.toMs, piece.fromMs + Math.round(second * 1000));
  const place = withinSpeech({ fromMs: at(word.start), toMs: at(word.end) }, piece.speech);
  return writtenWords(word.word.trim(), place, [], word.probability);
}
