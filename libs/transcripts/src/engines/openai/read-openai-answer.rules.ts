import { type Span } from '#contracts';
import { z } from 'zod';
import { joinPieces } from '../../turns/join-pieces.rules.js';
import { type SpokenWord } from '../../turns/spoken-word.js';
import { touchesSpeech, withinSpeech, isEndingOfVideo } from '../../turns/within-speech.rules.js';
import { writtenTogether } from '../../turns/script.rules.js';
import { writtenWords } from '../../turns/written-words.rules.js';
import { isGuessAtNoise, unclear } from '../guesses.rules.js';
import { withMarksOf } from './marks-of-text.rules.js';

/** The fastest of speakers say eight words or syllables a second; a recogniser that repeats itself writes ten times as many. */
const MOST_A_SECOND = 12;
const ALWAYS = 6;
/** What was cut is relied on less than this. */
const CUT_CONFIDENCE = 0.2;

/** No more words than a person can say in so much speech: the rest is dropped, the last word shows it, and none is relied on. */
function withinReason(words: readonly SpokenWord[], speech: readonly Span[]): SpokenWord[] {
  if (speech.length === 0) return [...words];
  const speechMs = speech.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const most = ALWAYS + Math.ceil((speechMs / 1000) * MOST_A_SECOND);
  if (words.length <= most) return [...words];
  return words.slice(0, most).map((word, at) => ({
    ...word,
    ...(at === most - 1 && { marks: '…' }),
    confidence: Math.min(word.confidence ?? CUT_CONFIDENCE, CUT_CONFIDENCE),
  }));
}

const seconds = z.number().min(0).max(100_000);
const word = z.object({
  word: z.string().max(1_000),
  start: seconds,
  end: seconds,
  probability: z.number().min(0).max(1).nullish(),
});
const segment = z.object({
  start: seconds,
  end: seconds,
  text: z.string().max(50_000),
  avg_logprob: z.number().nullish(),
  no_speech_prob: z.number().nullish(),
  words: z.array(word).max(5_000).nullish(),
});

/**
 * `verbose_json` of `/v1/audio/transcriptions` and what is made after it: OpenAI puts words beside the segments, faster-whisper's servers
 * into them, others give segments without words, and `json` of any of them has the text alone.
 */
const answerSchema = z.object({
  text: z.string().max(100_000).nullish(),
  language: z.string().max(60).nullish(),
  segments: z.array(segment).max(5_000).nullish(),
  words: z.array(word).max(5_000).nullish(),
});
type Answer = z.infer<typeof answerSchema>;
type Segment = z.infer<typeof segment>;
type Word = z.infer<typeof word>;

/** Whisper's own rule for what it made up in silence (openai/whisper, `transcribe.py`: no_speech_threshold and logprob_threshold). */
const NO_SPEECH = 0.6;
const MADE_UP_LOGPROB = -1;
const LANGUAGES: Readonly<Record<string, string>> = { english: 'en', chinese: 'zh', mandarin: 'zh', cantonese: 'yue' };

/** The piece of sound that was sent: what one person said between two pauses. */
export interface SentPiece extends Span {
  /** Where in it there is speech, in order. */
  speech: readonly Span[];
  /** A detector of voices found that, and not loudness. */
  isVoice: boolean;
  /** Puts what was heard into the script in which the product writes. */
  write(text: string): string;
}

/** The finest that an answer has times for. */
export type Fineness = 'words' | 'segments' | 'text';
export type ReadAnswer = { ok: true; words: SpokenWord[]; fineness: Fineness } | { ok: false; at: string };

/**
 * The words of one piece, at their places in the recording. Where the server tells no time for each, they are spread over the speech of their
 * segment, or of the piece, and never over a pause. What a server of the shape would not write is refused, by place.
 */
export function readOpenaiAnswer(json: unknown, piece: SentPiece): ReadAnswer {
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) return { ok: false, at: parsed.error.issues[0]?.path.join('.') || 'the top' };
  const answer = parsed.data;
  if (!answer.segments && !answer.words && typeof answer.text !== 'string') return { ok: false, at: 'text' };
  const language = languageOf(answer.language ?? '');
  const { fineness, words } = heardIn(answer, piece);
  const said = withinReason(understood(inOrder(words), piece), piece.speech);
  return { ok: true, fineness, words: said.map((one) => ({ ...one, ...(language && { language }) })) };
}

/** Where the server tells how sure it was, what is no better than a guess at a noise gives way. */
function understood(words: SpokenWord[], { speech, isVoice }: SentPiece): SpokenWord[] {
  const told = words.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  if (told.length === 0) return words;
  const sureness = told.reduce((sum, one) => sum + one, 0) / told.length;
  if (!isGuessAtNoise(sureness, speech)) return words;
  return isVoice ? unclear(speech, sureness) : [];
}

function languageOf(said: string): string {
  const name = said.toLowerCase();
  return LANGUAGES[name] ?? (/^[a-z]{2,3}$/.test(name) ? name : '');
}

function heardIn({ text, segments, words }: Answer, piece: SentPiece): { fineness: Fineness; words: SpokenWord[] } {
  const heard = (segments ?? []).filter(isSpeech);
  const inside = heard.flatMap((one) => (one.words ?? []).map((said) => ({ ...said, confidence: confidenceOf(one) })));
  const beside = (words ?? []).map((said) => ({ ...said, confidence: confidenceOf(segmentAt(heard, said)) }));
  const timed = beside.length > 0 ? beside : inside;
  if (timed.length > 0) {
    const whole = piece.write(text ?? heard.map((one) => one.text).join(' '));
    const said = asPieces(writtenTogether(timed, piece.write)).flatMap((one) => placed(one, piece));
    const spoken = said.filter((one) => touchesSpeech(one, piece.speech));
    return { fineness: 'words', words: withMarksOf(whole, spoken) };
  }
  if (segments && segments.length > 0)
    return {
      fineness: 'segments',
      words: heard.flatMap((one, at) =>
        spread(
          one.text,
          stretched(placeOf(one, piece), piece, [at === 0, at === heard.length - 1]),
          piece,
          confidenceOf(one),
        ),
      ),
    };
  return { fineness: 'text', words: isEndingOfVideo(text ?? '') ? [] : spread(text ?? '', piece, piece, null) };
}

/** Words with the spaces of Whisper's decoder before them are its pieces; OpenAI gives whole words without spaces. */
const asPieces = <Said extends Word>(words: readonly Said[]): Said[] =>
  words.some(({ word: said }, at) => at > 0 && said.startsWith(' ')) ? joinPieces(words) : [...words];

function placed(one: Word & { confidence: number | null }, piece: SentPiece): SpokenWord[] {
  const place = withinSpeech(spanOf(one, piece), piece.speech);
  return writtenWords(one.word.trim(), place, [], one.probability ?? one.confidence);
}

function spread(text: string, place: Span, { speech, write }: SentPiece, confidence: number | null): SpokenWord[] {
  return writtenWords(write(text.trim()), place, speech, confidence).map((one) => ({ ...one, estimated: true }));
}

/** A segment that begins where it ends, or after the piece, may be anywhere in it. */
function placeOf(one: Segment, piece: SentPiece): Span {
  const place = spanOf(one, piece);
  return place.fromMs < place.toMs ? place : piece;
}

/** Segments are coarse, and the piece is one person's: the first begins with its speech, and the last ends with it. */
function stretched({ fromMs, toMs }: Span, piece: Span, [isFirst, isLast]: [boolean, boolean]): Span {
  return { fromMs: isFirst ? piece.fromMs : fromMs, toMs: isLast ? piece.toMs : toMs };
}

function spanOf({ start, end }: { start: number; end: number }, { fromMs, toMs }: Span): Span {
  const at = (second: number): number => Math.min(toMs, fromMs + Math.round(second * 1000));
  const [from, to] = [at(start), at(end)];
  return { fromMs: from, toMs: Math.max(from, to) };
}

const segmentAt = (segments: readonly Segment[], { start, end }: Word): Segment | undefined => {
  const middle = (start + end) / 2;
  return segments.find((one) => one.start <= middle && middle < one.end);
};

const isSpeech = ({ no_speech_prob: silence, avg_logprob: log, text }: Segment): boolean =>
  !((silence ?? 0) > NO_SPEECH && (log ?? 0) < MADE_UP_LOGPROB) && !isEndingOfVideo(text);

const confidenceOf = (one: Segment | undefined): number | null =>
  typeof one?.avg_logprob === 'number' ? Math.min(1, Math.exp(one.avg_logprob)) : null;

/** Recognisers round; a word that begins before its predecessor is taken to begin with it. */
function inOrder(words: readonly SpokenWord[]): SpokenWord[] {
  let reached = 0;
  return [...words]
    .sort((a, b) => a.fromMs - b.fromMs)
    .map((one) => {
      reached = Math.max(reached, one.fromMs);
      return { ...one, fromMs: reached, toMs: Math.max(reached, one.toMs) };
    });
}
