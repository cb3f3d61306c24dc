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
 * Reads rows of the first layout that most of the first lines fit, or of the file's own first line where that names columns.
 * `renamed` says what a column of that first line is called here, for systems with names of their own. Null: no layout fits.
 */
export function readLayout(
  text: string,
  layouts: readonly Layout[],
  renamed: Readonly<Record<string, string>> = {},
): NamedRow[] | null {
  const lines = readCsv(text);
  const [first] = lines;
  if (!first) return [];
  const header = first.cells.map((cell) => renamed[cell.toLowerCase()] ?? cell.toLowerCase());
  const known = new Set(layouts.flatMap(({ columns }) => columns));
  if (header.filter((name) => known.has(name)).length * 2 > header.length)
    return lines.slice(1).map((line) => rowOf(header, line));
  const sample = lines.slice(0, 20);
  const layout = layouts.find(({ columns, fits }) => {
    const fitting = sample.filter((line) => line.cells.length === columns.length && fits(named(columns, line)));
    return fitting.length * 2 > sample.length;
  });
  return layout ? lines.map((line) => rowOf(layout.columns, line)) : null;
}

const rowOf = (columns: readonly string[], line: CsvLine): NamedRow => ({
  line: line.line,
  cells: line.cells.length < columns.length ? null : named(columns, line),
});
