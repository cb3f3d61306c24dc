/** What Excel needs to read a file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that begins so is run as a formula by spreadsheets; the full-width forms too, which some of them fold. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * One line of a CSV file (RFC 4180), every cell quoted. What a spreadsheet would run gets an apostrophe in front, so that a matter called
 * `=HYPERLINK(…)` stays words (OWASP, CSV injection). Numbers are ours and are left alone.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** A cell of a file that people give back, without the apostrophe that `csvLine` put before it. */
export const readCell = (text: string): string => text.trim().replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '');
