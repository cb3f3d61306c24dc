import type { Language, SpeakerRole, Transcript } from '#contracts';
import { judgeReliability } from '../../reliability.rules.js';
import { numberTurns } from '../../turns/turns.rules.js';
import { findImpossibleTurn } from './check-turns.rules.js';
import { type KnownSpeakers, nameSpeakers, tooManySpeakers } from './name-speakers.rules.js';
import { placeWords } from './place-words.rules.js';
import { type ProvidedRefusal, refuse } from './provided-words.js';
import { readProvidedWords } from './read-provided-words.rules.js';

/** Plain values, so that the question can be put to another thread. */
export interface ProvidedWordsQuestion {
  bytes: Uint8Array;
  language: Language;
  durationMs: number;
  channels: number;
  recordedSampleRate: number;
  speakers: KnownSpeakers;
  engine: { name: string; version: string };
}

export type ProvidedWordsAnswer =
  | { ok: true; transcript: Transcript; roles: (SpeakerRole | null)[] }
  | { ok: false; refusal: ProvidedRefusal };

/** Reads words that came with a call and fits them to its recording. */
export function takeProvidedWords(question: ProvidedWordsQuestion): ProvidedWordsAnswer {
  const { language, durationMs, channels, recordedSampleRate, engine, speakers } = question;
  const read = readProvidedWords(Buffer.from(question.bytes));
  if (!read.ok) return read;
  const { value: content } = read;
  if (content.language && content.language !== language) return refuse('language_mismatch', { path: 'language' });
  const impossible = findImpossibleTurn(content, durationMs);
  if (impossible) return { ok: false, refusal: impossible };
  if (tooManySpeakers(content.turns)) return refuse('too_many_speakers');
  const named = nameSpeakers(content.turns, speakers);
  const turns = numberTurns(named.turns.map((turn) => placeWords(turn, durationMs)));
  const words = turns.flatMap((turn) => turn.words);
  const judged = judgeReliability({ recordedSampleRate, engineSampleRate: 0, speechMs: 0, words });
  return {
    ok: true,
    roles: named.roles,
    transcript: {
      format: 'shouwen.transcript/1',
      language,
      engine: { ...engine, model: content.format },
      durationMs,
      channels: Math.max(1, channels),
      turns,
      unreliable: [...new Set([...(content.unreliable ?? []), ...judged])],
    },
  };
}
