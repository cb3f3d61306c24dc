import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { decodeText, type Encoding, type LineProblem } from '#contracts';
import { DomainError } from '#platform';
import { readCell } from '#platform/rules';
import { peopleRefusals } from '../refusals.js';

export const MAX_TABLE_BYTES = 4 * 1024 ** 2;
export const MAX_TABLE_ROWS = 10_000;
/** A parser that gets a whole file holds the event loop for as long as that takes. */
const PIECE = 8 * 1024;

/** A column by its name in the code, with every heading under which people know it. */
export type Columns<C extends string> = Record<C, { headings: readonly string[]; required: boolean }>;

export interface TableRow<C extends string> {
  /** Line of the file, from 1. */
  line: number;
  cells: Record<C, string>;
}

export interface Table<C extends string> {
  encoding: Encoding;
  rows: TableRow<C>[];
  problems: LineProblem[];
}

/** Text of an uploaded file. @throws DomainError `file_too_large`, `file_empty`, `file_not_text` */
export function readText(bytes: Uint8Array, limit = MAX_TABLE_BYTES): { text: string; encoding: Encoding } {
  if (bytes.length > limit) throw peopleRefusals.file_too_large(limit);
  if (bytes.length === 0) throw peopleRefusals.file_empty();
  const decoded = decodeText(bytes);
  if (!decoded || decoded.text.trim() === '')
    throw decoded ? peopleRefusals.file_empty() : peopleRefusals.file_not_text();
  return decoded;
}

/**
 * Reads a CSV file with a heading line, comma, semicolon or tab between the cells, giving way to other requests on the way.
 * @throws DomainError as `readText`, `columns_missing`, `too_many_rows`
 */
export async function readTable<C extends string>(bytes: Uint8Array, columns: Columns<C>): Promise<Table<C>> {
  const { text, encoding } = readText(bytes);
  const problems: LineProblem[] = [];
  const rows: TableRow<C>[] = [];
  let heading: (C | null)[] | null = null;
  const parser = Readable.from(pieces(text)).pipe(parse(optionsFor(text)));
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.every((cell) => cell.trim() === '')) continue;
      if (!heading) {
        heading = headingOf(record, columns);
        continue;
      }
      if (rows.length + problems.length >= MAX_TABLE_ROWS) throw peopleRefusals.too_many_rows(MAX_TABLE_ROWS);
      if (record.length > heading.length) problems.push({ line: info.lines, words: TOO_MANY_CELLS });
      else rows.push({ line: info.lines, cells: cellsOf(record, heading, columns) });
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    problems.push({ line: (error as { lines?: number }).lines ?? 0, words: BROKEN_QUOTES });
  }
  if (!heading) throw peopleRefusals.file_empty();
  return { encoding, rows, problems };
}

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += PIECE) {
    yield text.slice(at, at + PIECE);
    await nextTurn();
  }
}

const optionsFor = (text: string) => {
  const first = text.slice(0, 4096).split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, d) => (first.split(d).length > first.split(best).length ? d : best));
  return {
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
    max_record_size: 16_384,
  };
};

function headingOf<C extends string>(record: string[], columns: Columns<C>): (C | null)[] {
  const plain = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, '');
  const names = Object.keys(columns) as C[];
  const heading = record.map((cell) => {
    const given = plain(cell);
    return names.find((name) => [name, ...columns[name].headings].some((known) => plain(known) === given)) ?? null;
  });
  const missing = names.filter((name) => columns[name].required && !heading.includes(name));
  const twice = names.filter((name) => heading.filter((found) => found === name).length > 1);
  if (missing.length > 0 || twice.length > 0)
    throw peopleRefusals.columns_missing([...missing, ...twice].map((name) => columns[name].headings));
  return heading;
}

function cellsOf<C extends string>(record: string[], heading: (C | null)[], columns: Columns<C>): Record<C, string> {
  const cells = Object.fromEntries(Object.keys(columns).map((name) => [name, ''])) as Record<C, string>;
  record.forEach((text, index) => {
    const name = heading[index];
    if (name) cells[name] = readCell(text);
  });
  return cells;
}

const TOO_MANY_CELLS = { zh: '这一行的单元格比标题行多。', en: 'This line has more cells than the heading line.' };
const BROKEN_QUOTES = {
  zh: '从这一行起无法读取：引号没有成对，或单行过长。',
  en: 'Not readable from this line on: a quotation mark has no partner, or the line is too long.',
};
