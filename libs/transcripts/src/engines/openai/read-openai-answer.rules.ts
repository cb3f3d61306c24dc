import { z } from 'zod';
import { spreadWords } from '../../turns/spread-words.rules.js';
import type { SpokenWord } from '../../turns/spoken-word.js';
import type { JoinedChunk } from './joined-chunk.rules.js';

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
 * into them, vLLM and FunASR give segments without words, and `json` of any of them has the text alone.
 */
const answerSchema = z.object({
  text: z.string().max(100_000).nullish(),
  language: z.string().max(60).nullish(),
  segments: z.array(segment).max(5_000).nullish(),
  words: z.array(word).max(5_000).nullish(),
});
type Answer = z.infer<typeof answerSchema>;

/** Whisper's own rule for what it made up in silence (openai/whisper, `transcribe.py`: no_speech_threshold and logprob_threshold). */
const NO_SPEECH = 0.6;
const MADE_UP_LOGPROB = -1;
const LANGUAGES: Readonly<Record<string, string>> = { english: 'en', chinese: 'zh', mandarin: 'zh', cantonese: 'yue' };

export type ReadAnswer = { ok: true; words: SpokenWord[] } | { ok: false; at: string };

/** The words of one piece, at their places in the recording. What a server of the shape would not write is refused, by place. */
export function readOpenaiAnswer(json: unknown, piece: JoinedChunk): ReadAnswer {
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) return { ok: false, at: parsed.error.issues[0]?.path.join('.') || 'the top' };
  const answer = parsed.data;
  if (!answer.segments && !answer.words && typeof answer.text !== 'string') return { ok: false, at: 'text' };
  const language = languageOf(answer.language ?? '');
  const said = timedWords(answer, piece).filter(({ text }) => text !== '');
  return {
    ok: true,
    words: inOrder(said).map(({ fromMs, toMs, ...rest }) => {
      const from = piece.toRecording(fromMs);
      return { ...rest, fromMs: from, toMs: Math.max(from, piece.toRecording(toMs)), ...(language && { language }) };
    }),
  };
}

function languageOf(said: string): string {
  const name = said.toLowerCase();
  return LANGUAGES[name] ?? (/^[a-z]{2,3}$/.test(name) ? name : '');
}

/** In milliseconds of the piece. */
function timedWords({ text, segments, words }: Answer, piece: JoinedChunk): SpokenWord[] {
  const heard = (segments ?? []).filter(isSpeech);
  if (words && words.length > 0) {
    const confidence = (at: number) => confidenceOf(heard.find(({ start, end }) => start <= at && at < end));
    return words.map((one) => timed(one, confidence((one.start + one.end) / 2)));
  }
  if (segments && segments.length > 0) return heard.flatMap(wordsOfSegment);
  return spreadWords(text ?? '', 0, piece.lengthMs).map(({ text: said, fromMs, toMs }) =>
    spoken(said, fromMs, toMs, null),
  );
}

function wordsOfSegment(one: z.infer<typeof segment>): SpokenWord[] {
  const confidence = confidenceOf(one);
  if (one.words && one.words.length > 0) return one.words.map((said) => timed(said, confidence));
  return spreadWords(one.text, toMs(one.start), toMs(one.end)).map((said) =>
    spoken(said.text, said.fromMs, said.toMs, confidence),
  );
}

const timed = (one: z.infer<typeof word>, confidence: number | null): SpokenWord =>
  spoken(one.word.trim(), toMs(one.start), toMs(one.end), one.probability ?? confidence);

const spoken = (text: string, fromMs: number, until: number, confidence: number | null): SpokenWord => ({
  ...{ text, fromMs, toMs: Math.max(fromMs, until), confidence },
});

const isSpeech = ({ no_speech_prob: silence, avg_logprob: log }: z.infer<typeof segment>): boolean =>
  !((silence ?? 0) > NO_SPEECH && (log ?? 0) < MADE_UP_LOGPROB);

const confidenceOf = (one: z.infer<typeof segment> | undefined): number | null =>
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

const toMs = (value: number): number => Math.round(value * 1000);
