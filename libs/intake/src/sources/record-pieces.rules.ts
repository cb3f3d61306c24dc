import { jsonPieces } from '../folders/json-pieces.rules.js';

/** A part of a file of records that is read at once, in characters: parsing more would hold the process up. */
const PIECE = 128 * 1024;

export interface RecordsPiece {
  text: string;
  /** How many of its first lines were read with an earlier piece, and are there to tell what the file is. */
  known: number;
  /** Lines of the file before those that are new. */
  before: number;
}

/** A file in pieces of whole lines, each with the first line, which may name the columns, and the last before it. */
export function* recordPieces(text: string): Generator<RecordsPiece> {
  if (/^\uFEFF?\s*\[/.test(text)) {
    for (const piece of jsonPieces(text)) yield { text: piece, known: 0, before: 0 };
    return;
  }
  const head = text.slice(0, lineEnd(text, 0));
  let [last, lines] = ['', 0];
  for (let from = 0; from < text.length;) {
    const to = lineEnd(text, Math.min(from + PIECE, text.length) - 1);
    const piece = text.slice(from, to);
    const context = from === 0 ? [] : last === head ? [head] : [head, last];
    yield { text: context.join('') + piece, known: context.length, before: lines };
    const own = piece.split('\n');
    lines += own.length - 1;
    last = `${own.at(-2) ?? ''}\n`;
    from = to;
  }
}

/** Where the line of a place ends, with its end. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', Math.max(0, at));
  return end < 0 ? text.length : end + 1;
}
