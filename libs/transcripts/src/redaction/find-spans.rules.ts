import {
  type Language,
  type SensitiveKind,
  type SensitiveSpan,
  type Transcript,
  type Turn,
  type Word,
} from '#contracts';
import { findAddresses } from './kinds/address.rules.js';
import { findEmails } from './kinds/email.rules.js';
import { findNumbers, type TextSpan } from './numbers/find-numbers.rules.js';

/** Raised whenever these rules find something else in the same words: older transcripts are then looked through again. */
export const REDACTION_RULES_VERSION = 4;

/** Added on both sides where the words' own times are known: recognisers place a word's edge within a few hundredths. */
const WORD_MARGIN_MS = 120;
/** Without word times a stretch is placed in proportion to what is written, and people do not speak in proportion. */
const TURN_MARGIN_MS = 1_500;
const TURN_MARGIN_SHARE = 0.25;

/** Where two finders meet, the one that is worse to hear names the whole. */
const GRAVITY: Record<SensitiveKind, number> = {
  card_code: 8,
  identity_card: 7,
  bank_card: 6,
  passport: 5,
  email: 4,
  telephone: 3,
  other_number: 2,
  address: 1,
};

/** Every sensitive stretch of a transcript, in order, none over another. Time is linear in the words. */
export function findSpans({ turns, language }: Pick<Transcript, 'turns'> & { language?: Language }): SensitiveSpan[] {
  const found = [...findNumbers(turns, language), ...turns.flatMap(findEmails), ...findAddresses(turns)];
  const byIndex = new Map(turns.map((turn) => [turn.index, turn]));
  return merged(found).flatMap((span) => {
    const turn = byIndex.get(span.turn);
    return turn ? [{ ...span, ...timesOf(turn, span) }] : [];
  });
}

function merged(spans: TextSpan[]): TextSpan[] {
  const kept: TextSpan[] = [];
  for (const span of spans.sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar || b.toChar - a.toChar)) {
    const last = kept.at(-1);
    if (!last || last.turn !== span.turn || last.toChar <= span.fromChar) {
      kept.push({ ...span });
      continue;
    }
    last.toChar = Math.max(last.toChar, span.toChar);
    Object.assign(last, together(last, span));
  }
  return kept;
}

/** Digits inside an e-mail address are part of it. A code that another finder explains as something longer is doubtful. */
function together(one: TextSpan, other: TextSpan): Pick<TextSpan, 'kind' | 'certainty'> {
  const graver = GRAVITY[other.kind] > GRAVITY[one.kind] ? other : one;
  const { kind, certainty } = graver;
  if (kind !== 'card_code' || one.kind === other.kind) return { kind, certainty };
  const rest = graver === one ? other : one;
  return rest.kind === 'email' ? { kind: 'email', certainty: rest.certainty } : { kind, certainty: 'possible' };
}

/** By halving, for a turn may hold thousands of both. Words are in the order of their characters. */
function wordsWithin(words: readonly Word[], fromChar: number, toChar: number): readonly Word[] {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).toChar > fromChar) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while (end < words.length && (words[end] as Word).fromChar < toChar) end += 1;
  return words.slice(low, end);
}

function timesOf(turn: Turn, { fromChar, toChar }: TextSpan): Pick<SensitiveSpan, 'fromMs' | 'toMs'> {
  const words = wordsWithin(turn.words, fromChar, toChar);
  const covered = words.length > 0 && Math.min(...words.map((word) => word.fromChar)) <= fromChar + 1;
  if (covered && Math.max(...words.map((word) => word.toChar)) >= toChar - 1) {
    const fromMs = words.reduce((least, word) => Math.min(least, word.fromMs), Infinity);
    const toMs = words.reduce((most, word) => Math.max(most, word.toMs), 0);
    if (words.some(({ estimated }) => estimated)) return aboutThere(turn, fromMs, toMs);
    return { fromMs: Math.max(0, fromMs - WORD_MARGIN_MS), toMs: toMs + WORD_MARGIN_MS };
  }
  const length = turn.toMs - turn.fromMs;
  const at = (char: number) => turn.fromMs + (length * char) / Math.max(1, turn.text.length);
  return aboutThere(turn, at(fromChar), at(toChar));
}

/** A stretch whose times are a guess: within its turn, it may be a good deal earlier or later. */
function aboutThere(turn: Turn, fromMs: number, toMs: number): Pick<SensitiveSpan, 'fromMs' | 'toMs'> {
  const margin = Math.max(TURN_MARGIN_MS, TURN_MARGIN_SHARE * (turn.toMs - turn.fromMs));
  return {
    fromMs: Math.floor(Math.max(turn.fromMs, fromMs - margin)),
    toMs: Math.ceil(Math.min(turn.toMs, toMs + margin)),
  };
}
