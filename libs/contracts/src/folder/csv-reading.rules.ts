/** A line of a CSV file with the number that an editor shows for it. */
export interface CsvLine {
  line: number;
  cells: string[];
}

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: a byte order mark, either line end, quoted cells that hold separators and line ends; comma,
 * semicolon or tab, the one that the first line has. Empty lines are left out. An unclosed quotation mark takes the rest as its cell.
 */
export function readCsv(text: string): CsvLine[] {
  const source = text.replace(/^\uFEFF/, '');
  const [first = ''] = source.split(/\r?\n/, 1);
  const separator = separatorOf(first);
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let [line, begun] = [1, 1];
  const endLine = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) lines.push({ line: begun, cells: cells.map((one) => one.trim()) });
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
    else if (char === separator) [cells, cell] = [[...cells, cell], ''];
    else if (char === '\n') {
      endLine();
      begun = line;
    } else if (char !== '\r') cell += char;
  }
  endLine();
  return lines;
}

function separatorOf(first: string): string {
  const [tabs, commas] = [first.split('\t').length, first.split(',').length];
  if (tabs > commas) return '\t';
  return first.includes(';') && commas === 1 ? ';' : ',';
}
