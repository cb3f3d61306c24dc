import type { Language, SpeakerRole, Transcript, Turn } from '#contracts';
import { judgeReliability } from '../../reliability.rules.js';
import { numberTurns } from '../../turns/turns.rules.js';
import { findImpossibleTurn } from './check-turns.rules.js';
import { type KnownSpeakers, labelsOf, nameSpeakers, tooManySpeakers } from './name-speakers.rules.js';
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
  /** The turns are wanted as JSON. */
  packed?: true;
}

export type ProvidedWordsAnswer =
  | {
      ok: true;
      transcript: Transcript;
      /** As JSON, where they were wanted so: `transcript` has none then. */
      turns?: Uint8Array;
      roles: (SpeakerRole | null)[];
      voices: ProvidedVoice[];
      turnCount: number;
    }
  | { ok: false; refusal: ProvidedRefusal };

/** How much a speaker says whom the words tell apart, in the order in which they first speak. */
export interface ProvidedVoice {
  label: string;
  turns: number;
  seconds: number;
}

function voicesOf(turns: readonly Turn[]): ProvidedVoice[] {
  const byLabel = new Map<string, { turns: number; ms: number }>();
  for (const { label, fromMs, toMs } of turns) {
    if (label === undefined) continue;
    const voice = byLabel.get(label) ?? { turns: 0, ms: 0 };
    byLabel.set(label, { turns: voice.turns + 1, ms: voice.ms + toMs - fromMs });
  }
  return labelsOf(turns).map((label) => {
    const { turns: own, ms } = byLabel.get(label) ?? { turns: 0, ms: 0 };
    return { label, turns: own, seconds: Math.round(ms / 1000) };
  });
}

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
    voices: voicesOf(turns),
    turnCount: turns.length,
    ...(question.packed && { turns: new TextEncoder().encode(JSON.stringify(turns)) }),
    transcript: {
      format: 'shouwen.transcript/1',
      language,
      engine: { ...engine, model: content.format },
      durationMs,
      channels: Math.max(1, channels),
      turns: question.packed ? [] : turns,
      unreliable: [...new Set([...(content.unreliable ?? []), ...judged])],
    },
  };
}
