import { RECORDS_PIECE } from '#contracts';

/** What is looked at before a file is sent. */
const SAMPLE = 60_000;

/** The beginning of a file, in whole lines or whole objects. */
export const sampleOf = (text: string): string => piecesOf(text, SAMPLE)[0] ?? '';

/** A file of records in pieces of whole lines, each with the first line, which may name the columns; a list of objects in shorter lists. */
export function piecesOf(text: string, most = RECORDS_PIECE): string[] {
  const list = listIn(text);
  if (list) return joined(list, most - 2, ',').map((objects) => `[${objects}]`);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [head = '', ...rest] = lines;
  if (lines.length === 1) return [head];
  return joined(rest, most - head.length - 1, '\n').map((some) => `${head}\n${some}`);
}

function joined(parts: readonly string[], most: number, between: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const part of parts) {
    if (piece !== '' && piece.length + part.length + 1 > most) {
      pieces.push(piece);
      piece = '';
    }
    piece = piece === '' ? part : `${piece}${between}${part}`;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function listIn(text: string): string[] | null {
  if (!/^\uFEFF?\s*\[/.test(text)) return null;
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(read) ? read.map((one) => JSON.stringify(one)) : null;
  } catch {
    return null;
  }
}
