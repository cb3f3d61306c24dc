import { diffArrays } from 'diff';
import { type Turn } from '#contracts';
import { spreadWords } from '../turns/spread-words.rules.js';

interface Span {
  fromMs: number;
  toMs: number;
}

/** Of the turn's length; a text that has nothing to do with the old one is not compared to the end. */
const MOST_EDITS = 2_000;

/**
 * A turn as a person says that it was spoken. Characters that stay keep their times; those in between share the time that lies between them.
 * The person vouches for the whole turn, so every word is certain.
 */
export function correctTurn(turn: Turn, text: string): Turn {
  const times = timesOf(turn, text);
  const words = spreadWords(text, turn.fromMs, turn.toMs).map((word) => ({
    ...word,
    fromMs: times[word.fromChar]?.fromMs ?? word.fromMs,
    toMs: times[word.toChar - 1]?.toMs ?? word.toMs,
    confidence: 1,
  }));
  return { ...turn, text, words };
}

/** When each UTF-16 unit of the new text sounds. */
function timesOf(turn: Turn, text: string): Span[] {
  const old = charTimes(turn);
  const parts = diffArrays(turn.text.split(''), text.split(''), { maxEditLength: MOST_EDITS });
  if (!parts) return [];
  const times: (Span | undefined)[] = [];
  let at = 0;
  for (const { added, removed, value } of parts) {
    if (added) times.push(...value.map(() => undefined));
    else if (removed) at += value.length;
    else for (const _ of value) times.push(old[at++]);
  }
  return shared(times, turn);
}

/** When each unit of the old text sounds: within a word by its length, and undefined for marks between words. */
function charTimes({ text, words }: Turn): (Span | undefined)[] {
  const times = new Array<Span | undefined>(text.length);
  for (const { fromChar, toChar, fromMs, toMs } of words) {
    const each = (toMs - fromMs) / Math.max(1, toChar - fromChar);
    for (let i = fromChar; i < toChar; i += 1)
      times[i] = {
        fromMs: Math.round(fromMs + (i - fromChar) * each),
        toMs: Math.round(fromMs + (i + 1 - fromChar) * each),
      };
  }
  return times;
}

/** Units without a time share what lies between those that have one. */
function shared(times: readonly (Span | undefined)[], { fromMs, toMs }: Span): Span[] {
  const all: Span[] = [];
  for (let from = 0; from < times.length;) {
    const known = times[from];
    if (known) {
      all.push(known);
      from += 1;
      continue;
    }
    let to = from;
    while (to < times.length && !times[to]) to += 1;
    const begin = all.at(-1)?.toMs ?? fromMs;
    const end = Math.max(begin, times[to]?.fromMs ?? toMs);
    const each = (end - begin) / (to - from);
    for (let i = 0; i < to - from; i += 1)
      all.push({ fromMs: Math.round(begin + i * each), toMs: Math.round(begin + (i + 1) * each) });
    from = to;
  }
  return all;
}
