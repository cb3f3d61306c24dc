import type { Language } from '#contracts';
import type { Utterance } from '../../chunking/utterances.rules.js';
import { writerFor } from '../../turns/script.rules.js';
import type { SpokenWord } from '../../turns/spoken-word.js';
import type { EngineFailure } from '../engine-failure.js';
import { promptOf } from '../hotwords.rules.js';
import type { WhisperChild } from './whisper-child.js';
import { OTHER_LANGUAGE_FROM, type WhisperHeard, whisperHeardSchema, wordsOf } from './whisper-words.rules.js';

/** How an utterance is to be heard, whether it is of a recording or of a call that goes on now. */
export interface HearingOf {
  /** The call's. */
  language: Language;
  /** A piece that is surely in this one is heard in it. Absent where the model knows one language only. */
  other?: Language;
  hotwords?: readonly string[];
  /** Words to expect in the other language. */
  otherHotwords?: readonly string[];
  /** Before everything else that waits: a person is on the line. */
  now?: true;
  /** A child that takes longer is ended. */
  wallMs: number;
  signal?: AbortSignal | undefined;
}

/** Whisper reads about 224 tokens of words to expect; a Han character may be two. */
const HOTWORDS_LIMIT = 100;
/** Shorter pieces do not show their language. */
const SHOWS_LANGUAGE_MS = 1_600;
/** With less speech than that, however much quiet is around it, words in the other language must be as sure as this: 没问题 sounds like English. */
const SURE_OF_OTHER = 0.85;

/** The words of an utterance at their places in the call, in the script in which the product writes. */
export async function hearUtterance(
  whisper: Pick<WhisperChild, 'put'>,
  utterance: Utterance,
  hearing: HearingOf,
): Promise<SpokenWord[] | EngineFailure> {
  const heard = await ask(whisper, utterance, hearing);
  if ('code' in heard) return heard;
  const { language } = hearing;
  return wordsOf(heard, { ...utterance, language }, writerFor(heard.heardIn ?? language));
}

async function ask(
  whisper: Pick<WhisperChild, 'put'>,
  { samples, fromMs, toMs, speechMs }: Utterance,
  { language, other, now, wallMs, signal, ...hearing }: HearingOf,
): Promise<WhisperHeard | EngineFailure> {
  const check = toMs - fromMs >= SHOWS_LANGUAGE_MS;
  const hotwords = promptOf(hearing.hotwords ?? [], language, HOTWORDS_LIMIT);
  const otherHotwords = other ? promptOf(hearing.otherHotwords ?? [], other, HOTWORDS_LIMIT) : '';
  const question = {
    ...{ do: 'hear', language, check },
    ...(other && { other, otherFrom: OTHER_LANGUAGE_FROM }),
    ...(speechMs < SHOWS_LANGUAGE_MS && { otherSureness: SURE_OF_OTHER }),
    ...(hotwords !== '' && { hotwords }),
    ...(otherHotwords !== '' && { otherHotwords }),
    ...(now && { now }),
  };
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  const reply = await whisper.put(question, bytes, wallMs, signal);
  if ('failure' in reply) return reply.failure;
  const heard = whisperHeardSchema.safeParse(reply.answer['heard']);
  if (heard.success) return heard.data;
  const at = reply.answer['problem'] ?? heard.error.issues[0]?.path.join('.') ?? '';
  return { fault: 'vendor', code: 'engine_rubbish', detail: `at ${String(at)} of its answer` };
}
