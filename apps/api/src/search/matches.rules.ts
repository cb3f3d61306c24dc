import { type Speaker, type Transcript, type Turn, type WordMatch } from '#contracts';
import { findTerm, type Found, type Term } from '#transcripts/rules';

/** Shown of one leg; the call page has the rest. */
const MOST_SHOWN = 3;
/** Characters around the first thing that was found. */
const BEFORE = 30;
const LONGEST = 160;

export interface Matches {
  shown: WordMatch[];
  /** Turns that hold something of it. */
  turns: number;
}

interface MatchedTurn {
  turn: Turn;
  terms: number;
  found: Found[];
}

/** What of the terms a transcript contains, or null where one of them is missing: then the leg is no result. */
export function matchesIn(transcript: Transcript, terms: readonly Term[], speaker?: Speaker): Matches | null {
  const met = new Set<number>();
  const matched: MatchedTurn[] = [];
  for (const turn of transcript.turns) {
    if (speaker && turn.speaker !== speaker) continue;
    const byTerm = terms.map((term) => findTerm(turn.text, term));
    byTerm.forEach((found, term) => found.length > 0 && met.add(term));
    const found = byTerm.flat().sort((a, b) => a.fromChar - b.fromChar);
    if (found.length > 0) matched.push({ turn, terms: byTerm.filter((one) => one.length > 0).length, found });
  }
  if (met.size < terms.length) return null;
  const best = matched.toSorted((a, b) => b.terms - a.terms || a.turn.index - b.turn.index).slice(0, MOST_SHOWN);
  return { shown: best.map(matchOf), turns: matched.length };
}

/** What is shown of a turn in which something was found. */
export function matchOf({ turn, found }: Pick<MatchedTurn, 'turn' | 'found'>): WordMatch {
  const first = found[0]!;
  const from = first.fromChar <= BEFORE ? 0 : startOf(turn.text, first.fromChar - BEFORE);
  const to = Math.min(turn.text.length, Math.max(from + LONGEST, first.toChar));
  const lead = from > 0 ? '…' : '';
  const marks = merged(found)
    .filter(({ toChar }) => toChar <= to)
    .map(({ fromChar, toChar }) => ({ from: fromChar - from + lead.length, to: toChar - from + lead.length }));
  const text = `${lead}${turn.text.slice(from, to)}${to < turn.text.length ? '…' : ''}`;
  return { turn: turn.index, speaker: turn.speaker, fromMs: spokenAt(turn, first), text, marks };
}

/** Not in the middle of a surrogate pair, and at a word's beginning where one is near. */
function startOf(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  if (space >= 0 && space - at < BEFORE / 2) return space + 1;
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}

function merged(found: readonly Found[]): Found[] {
  const stretches: { fromChar: number; toChar: number }[] = [];
  for (const { fromChar, toChar } of found) {
    const last = stretches.at(-1);
    if (last && fromChar <= last.toChar) last.toChar = Math.max(last.toChar, toChar);
    else stretches.push({ fromChar, toChar });
  }
  return stretches;
}

/** When it was said: by its first word, or in proportion where the engine gives no times of words. */
function spokenAt(turn: Turn, { fromChar, toChar }: Found): number {
  const word = turn.words.find((one) => one.toChar > fromChar && one.fromChar < toChar);
  if (word) return word.fromMs;
  return Math.round(turn.fromMs + ((turn.toMs - turn.fromMs) * fromChar) / Math.max(1, turn.text.length));
}
