import { type Turn } from '#contracts';
import type { ProvidedContent, ProvidedFormat, ProvidedRefusal, ProvidedTurn } from './provided-words.js';

/**
 * How long a whole transcript may be, in characters; a Han character, which is a word, counts as three. Twelve hours without a pause are some
 * 650,000 in quick English (180 words a minute) and some 220,000 Han characters in Mandarin (300 a minute): no call has more, and all that is
 * made of words is made of all of them.
 */
export const MAX_TRANSCRIPT_LENGTH = 750_000;

const HAN = /\p{Script=Han}/gu;

export const lengthOf = (text: string): number => text.length + 2 * (text.match(HAN)?.length ?? 0);

/** The turns from the start that together are no longer than that. */
export function withinLength(turns: readonly Turn[]): Turn[] {
  let length = 0;
  const beyond = turns.findIndex(({ text }) => (length += lengthOf(text)) > MAX_TRANSCRIPT_LENGTH);
  return beyond < 0 ? [...turns] : turns.slice(0, beyond);
}

/** A transcript for longer than this many turns in one call is no transcript. */
export const MAX_PROVIDED_TURNS = 50_000;
/** No speaker says more without a pause; words that are looked through for numbers and phrases are looked through turn by turn. */
export const MAX_TURN_LENGTH = 10_000;
/** Other recognisers round, and pad the last turn. */
const BEYOND_TOLERANCE_MS = 1_500;
/** Whisper hears half a minute at a time, and may say of its last segment that it lasts as long. */
const WHISPER_WINDOW_MS = 30_000;
/** Turns of one speaker may touch and brush. */
const OVERLAP_TOLERANCE_MS = 300;

type Checked = Pick<ProvidedContent, 'turns' | 'format'>;
/** Subtitles are written by Whisper as often as by people. */
const WHISPER: readonly ProvidedFormat[] = ['whisper-json', 'whisper.cpp-json', 'webvtt', 'srt', 'two-channels'];

/**
 * Looks for what cannot be true: time running backwards, speech after the end, a speaker talking over themself. Turns of different speakers
 * may overlap, and so may turns of unknown speakers, who may be two people. Null when all is well.
 */
export function findImpossibleTurn({ turns, format }: Checked, durationMs: number): ProvidedRefusal | null {
  if (turns.length > MAX_PROVIDED_TURNS) return { code: 'too_many_turns', at: { turn: MAX_PROVIDED_TURNS } };
  const length = turns.reduce((sum, { text }) => sum + lengthOf(text), 0);
  if (length > MAX_TRANSCRIPT_LENGTH) return { code: 'too_many_characters', at: {} };
  const beyond = WHISPER.includes(format) ? WHISPER_WINDOW_MS : BEYOND_TOLERANCE_MS;
  const spokenUntil = { agent: 0, customer: 0 };
  const inOrder = turns.map((turn, position) => ({ turn, position })).sort((a, b) => a.turn.fromMs - b.turn.fromMs);
  for (const { turn, position } of inOrder) {
    if (turn.toMs < turn.fromMs || wordsRunBackwards(turn))
      return { code: 'time_runs_backwards', at: { turn: position } };
    if (turn.text.length > MAX_TURN_LENGTH) return { code: 'turn_too_long', at: { turn: position } };
    const begunBeyond = turn.fromMs > durationMs + BEYOND_TOLERANCE_MS;
    if (begunBeyond || turn.toMs > durationMs + beyond)
      return { code: 'time_beyond_recording', at: { turn: position } };
    if (turn.speaker === 'unknown') continue;
    const overlapMs = spokenUntil[turn.speaker] - turn.fromMs;
    if (overlapMs > OVERLAP_TOLERANCE_MS) return { code: 'overlapping_turns', at: { turn: position } };
    spokenUntil[turn.speaker] = Math.max(spokenUntil[turn.speaker], turn.toMs);
  }
  return null;
}

function wordsRunBackwards({ words = [] }: ProvidedTurn): boolean {
  return words.some((word, at) => word.toMs < word.fromMs || word.fromMs < (words[at - 1]?.fromMs ?? 0));
}
