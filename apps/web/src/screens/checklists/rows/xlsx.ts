import { NotASpreadsheet, TooManyRows, partsOf, xmlOf, type Parts } from './zip-parts.js';

/*
 * The first sheet of an XLSX file that is shown, as rows of text. An XLSX file is a ZIP of XML; the browser has what it takes to read both. It
 * is read here and not on the server, so that what a stranger packed into a file meets no more than the tab that opened it.
 */

/** Beyond these nothing is read: a checklist has 500 rows and 40 columns at most. Empty rows may be formatted to the end of the sheet. */
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 200;

/** @throws NotASpreadsheet, TooManyRows */
export async function rowsOfXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const parts = partsOf(bytes);
  const sheet = await firstSheet(parts);
  const shared = parts.has('xl/sharedStrings.xml') ? await xmlOf(parts, 'xl/sharedStrings.xml') : null;
  const texts = shared ? named(shared, 'si').map(textOf) : [];
  const rows: string[][] = [];
  for (const row of named(await xmlOf(parts, sheet), 'row')) {
    const at = Number(row.getAttribute('r') ?? rows.length + 1) - 1;
    if (at > MOST_ROWS) {
      if (named(row, 'c').some((cell) => valueOf(cell, texts).trim() !== '')) throw new TooManyRows();
      continue;
    }
    const cells: string[] = [];
    for (const cell of named(row, 'c')) {
      const column = columnOf(cell.getAttribute('r') ?? '') ?? cells.length;
      if (column < MOST_COLUMNS) cells[column] = valueOf(cell, texts);
    }
    rows[at] = Array.from(cells, (text) => text ?? '');
  }
  return Array.from(rows, (row) => row ?? []);
}

/** Some programs write `x:row` in the place of `row`. */
const named = (of: Document | Element, name: string): Element[] => [...of.getElementsByTagNameNS('*', name)];

/** The workbook says in which order its sheets stand and which are hidden; the numbers of their files say neither. A chart is no sheet. */
async function firstSheet(parts: Parts): Promise<string> {
  const relations = named(await xmlOf(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship');
  const placeOf = (sheet: Element): string => {
    const id = [...sheet.attributes].find(({ localName, prefix }) => localName === 'id' && prefix)?.value;
    const target = relations.find((one) => one.getAttribute('Id') === id)?.getAttribute('Target') ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
  };
  const sheets = named(await xmlOf(parts, 'xl/workbook.xml'), 'sheet');
  const shown = sheets.filter((sheet) => (sheet.getAttribute('state') ?? 'visible') === 'visible').map(placeOf);
  const first = shown.find((place) => place.startsWith('xl/worksheets/') && parts.has(place));
  if (!first) throw new NotASpreadsheet();
  return first;
}

/** A text may be in runs of several looks; how it is pronounced, in `rPh`, is no part of it. */
const textOf = (of: Element): string =>
  named(of, 't')
    .filter((one) => one.parentElement?.localName !== 'rPh')
    .map((one) => withoutEscapes(one.textContent ?? ''))
    .join('');

/** Characters that XML does not take are written as `_x000D_`, the end of a line that was pasted from Windows among them. */
const withoutEscapes = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** B7 is column 1. */
function columnOf(place: string): number | null {
  const letters = /^[A-Z]+/.exec(place)?.[0];
  return letters ? [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1 : null;
}

function valueOf(cell: Element, texts: readonly string[]): string {
  const type = cell.getAttribute('t');
  if (type === 'inlineStr') return textOf(cell);
  const value = named(cell, 'v')[0]?.textContent ?? '';
  return type === 's' ? (texts[Number(value)] ?? '') : withoutEscapes(value);
}
