/** One line of the results as CSV; what a spreadsheet would run gets an apostrophe in front: file names come from outside. */
export const resultLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${(/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
