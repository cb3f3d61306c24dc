/** A record of a CSV file with the number of the line that an editor shows for its beginning. */
export interface CsvLine {
  line: number;
  cells: string[];
}

/** The records that hold anything, their cells trimmed. */
export const readCsv = (text: string): CsvLine[] =>
  csvRecords(text).flatMap(({ line, cells }) => {
    const trimmed = cells.map((cell) => cell.trim());
    return trimmed.some((cell) => cell !== '') ? [{ line, cells: trimmed }] : [];
  });

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: a byte order mark, either line end, quoted cells that hold separators and line ends; comma,
 * semicolon or tab, the one that the first line has most. An unclosed quotation mark takes the rest as its cell.
 */
export function csvRecords(text: string): CsvLine[] {
  const source = text.replace(/^\uFEFF/, '');
  const [first = ''] = source.split(/\r?\n/, 1);
  const separator = mostIn(first);
  const records: CsvLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let [line, begun] = [1, 1];
  const end = () => {
    records.push({ line: begun, cells: [...cells, cell] });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < source.length; at++) {
    const char = source[at] as string;
    if (char === '\n') line++;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') cell += source[++at];
      else quoted = false;
    } else if (char === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (char === separator) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') {
      end();
      begun = line;
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) end();
  return records;
}

const mostIn = (line: string): string =>
  [',', ';', '\t'].reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best));
