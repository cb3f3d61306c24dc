import { readCsv, type CsvLine } from '#contracts';

/** A file of columns, read: each row by the names that its reader uses. */
export interface NamedRow {
  line: number;
  /** Null where the row has fewer columns than its layout. */
  cells: Record<string, string> | null;
}

/** What gives columns their names: in the order in which they are written, or by the names of a first line. */
export interface Layout {
  columns: readonly string[];
  /** Whether a row can be one of this layout; it decides between layouts of as many columns. */
  fits: (row: Record<string, string>) => boolean;
}

const named = (columns: readonly string[], { cells }: CsvLine): Record<string, string> =>
  Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']));

/**
 * Reads rows of the first layout that most of the first lines fit, or of the file's own first line where that names columns, or objects of
 * JSON. `renamed` says what a column is called here, for systems with names of their own; a number in place of a name is the column's place,
 * from 1, in files without names. Null: no layout fits.
 */
export function readLayout(
  text: string,
  layouts: readonly Layout[],
  renamed: Readonly<Record<string, string>> = {},
): NamedRow[] | null {
  if (/^\s*[[{]/.test(text)) return readJson(text, renamed);
  const lines = readCsv(text);
  const [first] = lines;
  if (!first) return [];
  const header = first.cells.map((cell) => renamed[cell.toLowerCase()] ?? cell.toLowerCase());
  const known = new Set(layouts.flatMap(({ columns }) => columns));
  if (header.filter((name) => known.has(name)).length * 2 > header.length)
    return lines.slice(1).map((line) => rowOf(header, line));
  const sample = lines.slice(0, 20);
  const most = (fitting: readonly CsvLine[]) => fitting.length * 2 > sample.length;
  const layout =
    placed(renamed, known, layouts).find(({ columns, fits }) =>
      most(sample.filter((line) => fits(named(columns, line)))),
    ) ??
    layouts.find(({ columns, fits }) =>
      most(sample.filter((line) => line.cells.length === columns.length && fits(named(columns, line)))),
    );
  return layout ? lines.map((line) => rowOf(layout.columns, line)) : null;
}

const rowOf = (columns: readonly string[], line: CsvLine): NamedRow => ({
  line: line.line,
  cells: line.cells.length < columns.length ? null : named(columns, line),
});

/** The layout that numbers give; a column that has none is read by no name. */
function placed(renamed: Readonly<Record<string, string>>, known: ReadonlySet<string>, layouts: readonly Layout[]) {
  const places = Object.entries(renamed).filter(([place, name]) => /^[1-9]\d?$/.test(place) && known.has(name));
  if (places.length === 0) return [];
  const columns = Array.from(
    { length: Math.max(...places.map(([place]) => Number(place))) },
    (_, at) => `column ${at}`,
  );
  for (const [place, name] of places) columns[Number(place) - 1] = name;
  return [{ columns, fits: (row: Record<string, string>) => layouts.some(({ fits }) => fits(row)) }];
}

/** A list of objects, or an object a line. */
function readJson(text: string, renamed: Readonly<Record<string, string>>): NamedRow[] {
  const list = text.trimStart().startsWith('[') ? parsed(text) : text.split('\n').map(parsed);
  return (Array.isArray(list) ? (list as unknown[]) : []).flatMap((value, at): NamedRow[] => {
    if (value === undefined) return [];
    if (typeof value !== 'object' || value === null) return [{ line: at + 1, cells: null }];
    const cells = Object.entries(value).map(([name, one]) => [
      renamed[name.toLowerCase()] ?? name.toLowerCase(),
      cellOf(one),
    ]);
    return [{ line: at + 1, cells: Object.fromEntries(cells) as Record<string, string> }];
  });
}

const cellOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);

function parsed(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
