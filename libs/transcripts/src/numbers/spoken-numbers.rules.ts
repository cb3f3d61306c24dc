import { isPower, wordsInDigits } from './english-value.rules.js';
import { hanInDigits } from './han-value.rules.js';
import { mayHoldNumber, numberPieces, type NumberPiece } from './number-pieces.rules.js';
import { REPEATS } from './number-words.js';

/** A number of a text, however it is written: in figures, in words, or in both. */
export interface SpokenNumber {
  /** In figures: 3068, 12.5. */
  readonly value: string;
  /** Of those the digits. */
  readonly digits: string;
  /** 5%, 百分之五, "five percent". */
  readonly percent: boolean;
  /** UTF-16 offsets into the text; `toChar` is exclusive. */
  readonly fromChar: number;
  readonly toChar: number;
}

/** What may be within one number: spaces and hyphens, or also the signs and the hesitation between groups of digits. */
export type Within = 'spaces' | 'signs';

const PERCENT = /^\s*(?:[%％]|percent(?![a-z])|per cent(?![a-z]))/i;
const SPACES = /^[\s-]{0,3}$/;
const SIGNS = /^(?:[\s\-–,，、.:：/·呃嗯啊哦]|uh|um|er|erm){0,8}$/i;

/**
 * The numbers of a text in order. Recognisers write 3068 for 三零六八 and for "three zero six eight", and 5% for 百分之五: rules and search read
 * all of them as one. Time is linear in the text.
 */
export function spokenNumbers(text: string, within: Within = 'spaces'): SpokenNumber[] {
  if (!mayHoldNumber(text)) return [];
  const joins = within === 'signs' ? SIGNS : SPACES;
  return rowsOf(numberPieces(text), joins).flatMap((row) => numberOf(row, text) ?? []);
}

/** Pieces that belong together: Chinese numerals and English words never make one number. */
function rowsOf(pieces: readonly NumberPiece[], joins: RegExp): NumberPiece[][] {
  const rows: NumberPiece[][] = [];
  let language: 'han' | 'word' | null = null;
  for (const piece of pieces) {
    const own = piece.kind === 'han' ? 'han' : piece.kind === 'figures' ? null : 'word';
    const near = piece.between !== null && !piece.ofHundred && joins.test(piece.between);
    // Two groups of figures with a hyphen between them are a date or a range.
    const last = rows.at(-1)?.at(-1);
    const apart =
      joins === SPACES && last?.kind === 'figures' && piece.kind === 'figures' && /-/.test(piece.between ?? '');
    const parts = piece.text === 'and' && !isPower(last?.text ?? '');
    if (!near || apart || parts || (own && language && own !== language)) {
      rows.push([piece]);
      language = own;
    } else {
      rows.at(-1)!.push(piece);
      language ??= own;
    }
  }
  return rows;
}

function numberOf(row: readonly NumberPiece[], text: string): SpokenNumber[] | null {
  const pieces = withoutLooseEnds(row);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || !pieces.some(({ kind }) => kind !== 'soft')) return null;
  const value = valueOf(pieces);
  if (value === null) return pieces.length > 1 ? pieces.flatMap((piece) => numberOf([piece], text) ?? []) : null;
  const percent = first.ofHundred ? null : PERCENT.exec(text.slice(last.toChar, last.toChar + 10));
  const toChar = last.toChar + (percent?.[0].length ?? 0);
  const digits = value.replace(/\D/g, '');
  return [{ value, digits, percent: first.ofHundred || percent !== null, fromChar: first.fromChar, toChar }];
}

/** "Oh", "and", "point" and "double" say something only beside a digit. */
function withoutLooseEnds(row: readonly NumberPiece[]): readonly NumberPiece[] {
  let [from, to] = [0, row.length];
  while (from < to && row[from]!.kind === 'soft' && !(beginsNumber(row[from]!) && row[from + 1])) from += 1;
  while (to > from && row[to - 1]!.kind === 'soft' && !isNought(row[to - 1]!)) to -= 1;
  return row.slice(from, to);
}

const isNought = ({ text }: NumberPiece): boolean => text === 'oh' || text === 'o';
const beginsNumber = (piece: NumberPiece): boolean => REPEATS[piece.text] !== undefined || isNought(piece);

function valueOf(pieces: readonly NumberPiece[]): string | null {
  const isHan = pieces.some(({ kind }) => kind === 'han');
  if (!isHan) return wordsInDigits(pieces.map(({ text }) => text)).replace(/^\.|\.$/, '');
  return hanValue(pieces.map(({ text }) => text)) ?? inTurn(pieces);
}

function hanValue(texts: readonly string[]): string | null {
  const [whole = '', rest] = texts.join('').split('点');
  const value = hanInDigits(whole);
  return value === null || rest === undefined ? value : `${value}.${hanInDigits(rest) ?? ''}`;
}

/** 一百三十八，零零一三: what was said apart may be an amount and then digits. */
function inTurn(pieces: readonly NumberPiece[]): string | null {
  const groups: string[][] = [];
  for (const { text, between } of pieces) {
    if (between === '' && groups.length > 0) groups.at(-1)!.push(text);
    else groups.push([text]);
  }
  const values = groups.map(hanValue);
  return groups.length > 1 && values.every((value) => value !== null) ? values.join('') : null;
}
