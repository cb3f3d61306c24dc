/**
 * One cell of a CSV file. A spreadsheet runs a cell that begins like a formula (CSV injection), so such a text gets an apostrophe in front;
 * `readCell` takes it away again.
 */
export function writeCell(text: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const readCell = (text: string): string => text.trim().replace(/^'(?='*[=+\-@\t\r])/, '');

export const writeRow = (cells: readonly string[]): string => `${cells.map(writeCell).join(',')}\r\n`;
