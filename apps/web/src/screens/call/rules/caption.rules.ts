import type { Turn } from '#contracts';

/** A stretch of a turn's text. */
export interface Stretch {
  fromChar: number;
  /** Exclusive. */
  toChar: number;
}

/** After the last word a caption stays, so that a slow reader ends it. */
const STAYS_MS = 1_500;
/** Two lines: a character of Chinese is as wide as two of English. */
const WIDEST = 84;
const HAN = /\p{Script=Han}|[，。？！、；：“”]/u;

/** Whether the words of a turn are to be read at a time. */
export const isCaptioned = (turn: Turn, ms: number): boolean => ms >= turn.fromMs && ms < turn.toMs + STAYS_MS;

/**
 * The part of a turn that is shown as its caption: whole words, as many as fit into two lines, among them the one that sounds.
 *
 * @param said characters that have sounded
 */
export function captionOf(turn: Turn, said: number): Stretch {
  let part: Stretch = { fromChar: 0, toChar: 0 };
  let width = 0;
  for (const { fromChar, toChar } of piecesOf(turn)) {
    const wide = widthOf(turn.text.slice(fromChar, toChar));
    if (width > 0 && width + wide > WIDEST) {
      if (said <= part.toChar) return part;
      part = { fromChar, toChar };
      width = 0;
    }
    part.toChar = toChar;
    width += wide;
  }
  return part;
}

/** Words with what stands behind them; single characters where no word is known. */
function piecesOf({ text, words }: Turn): Stretch[] {
  const starts = words.length > 0 ? words.map(({ fromChar }) => fromChar) : [...text].map((_, at) => at);
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((fromChar, at) => ({ fromChar, toChar: starts[at + 1] ?? text.length }));
}

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (HAN.test(letter) ? 2 : 1), 0);
