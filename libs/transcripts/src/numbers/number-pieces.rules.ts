import { ENGLISH_NUMERALS, numberWord } from './english-value.rules.js';
import { HAN_NUMERALS } from './han-value.rules.js';

/** A piece of a text that may be part of a number, with its place. */
export interface NumberPiece {
  readonly kind: 'figures' | 'han' | 'word' | 'soft';
  /** Figures without signs between thousands and in their plain form, numerals as they are, words in small letters. */
  readonly text: string;
  readonly fromChar: number;
  readonly toChar: number;
  /** What is between it and the piece before it; null where that is more than signs. */
  readonly between: string | null;
  /** 百分之 comes before it. */
  readonly ofHundred: boolean;
}

const FIGURES = '[0-9０-９]';
const LETTER = "A-Za-z\\u00C0-\\u024F'’";
const PIECES = new RegExp(
  [
    '(?<share>百分之)',
    `(?<figures>(?:${FIGURES}{1,3}(?:,${FIGURES}{3})+|${FIGURES}+)(?:\\.${FIGURES}+)?)(?:st|nd|rd|th|am|pm)?(?![0-9０-９${LETTER}])`,
    `(?<han>[${HAN_NUMERALS}]+(?:点[零〇一二三四五六七八九]+(?![${HAN_NUMERALS}]))?)`,
    `(?<sign>(?:[\\s\\-–,，、.:：/·呃嗯啊哦]|(?<![0-9${LETTER}])(?:uh|um|er|erm)(?![0-9${LETTER}]))+)`,
    `(?<word>[0-9${LETTER}]+)`,
    '(?<other>.)',
  ].join('|'),
  'gisu',
);

const NUMERAL = new RegExp(`[0-9０-９${HAN_NUMERALS}]|${ENGLISH_NUMERALS.join('|')}`, 'i');

/** May a text hold a number? A look at it takes a tenth of the time of reading its pieces, and most texts hold none. */
export const mayHoldNumber = (text: string): boolean => NUMERAL.test(text);

const plain = (figures: string): string =>
  figures.replaceAll(',', '').replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** The pieces of a text that may make numbers, each read once. */
export function numberPieces(text: string): NumberPiece[] {
  const pieces: NumberPiece[] = [];
  let between: string | null = null;
  let share: number | null = null;
  for (const match of text.matchAll(PIECES)) {
    const groups = match.groups!;
    if (groups['sign'] !== undefined) {
      if (between !== null) between += groups['sign'];
      share = null;
      continue;
    }
    const made = pieceOf(groups);
    if (made) {
      const toChar = match.index + match[0].length;
      pieces.push({ ...made, fromChar: share ?? match.index, toChar, between, ofHundred: share !== null });
    }
    share = groups['share'] === undefined ? null : match.index;
    between = made ? '' : null;
  }
  return pieces;
}

function pieceOf({ figures, han, word }: Record<string, string>): Pick<NumberPiece, 'kind' | 'text'> | null {
  if (figures !== undefined) return { kind: 'figures', text: plain(figures) };
  if (han !== undefined) return { kind: 'han', text: han };
  if (word === undefined) return null;
  const small = word.toLowerCase();
  const role = numberWord(small);
  return role && { kind: role === 'digit' ? 'word' : 'soft', text: small };
}
