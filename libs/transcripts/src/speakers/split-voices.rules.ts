import type { Turn } from '#contracts';
import { numberTurns } from '../turns/turns.rules.js';
import type { Breath } from './breaths.rules.js';

/** What the two are called until it is known who they are. */
export const VOICES = ['SPEAKER_00', 'SPEAKER_01'] as const;

/** Cuts turns where the voice changes. @param who of the two says each breath */
export function splitVoices(turns: readonly Turn[], breaths: readonly Breath[], who: readonly number[]): Turn[] {
  const voices = turns.map(({ words }) => words.map(() => 0));
  for (const [at, { words }] of breaths.entries())
    for (const { turn, word } of words) voices[turn]![word] = who[at] ?? 0;
  return numberTurns(turns.flatMap((turn, at) => cut(turn, voices[at]!)));
}

function cut(turn: Turn, voices: readonly number[]): Omit<Turn, 'index'>[] {
  const { text, words } = turn;
  const starts = words.flatMap((_, at) => (at === 0 || voices[at] !== voices[at - 1] ? [at] : []));
  return starts.map((first, piece) => {
    const next = starts[piece + 1] ?? words.length;
    const said = words.slice(first, next);
    const from = first === 0 ? 0 : said[0]!.fromChar;
    const to = next === words.length ? text.length : words[next]!.fromChar;
    return {
      speaker: 'unknown' as const,
      label: VOICES[voices[first] === 1 ? 1 : 0],
      fromMs: said[0]!.fromMs,
      toMs: said.at(-1)!.toMs,
      ...(turn.language && { language: turn.language }),
      text: text.slice(from, to).trim(),
      words: said.map((word) => ({ ...word, fromChar: word.fromChar - from, toChar: word.toChar - from })),
    };
  });
}
