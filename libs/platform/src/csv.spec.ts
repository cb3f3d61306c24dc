import { csvLine } from './csv.rules.js';

describe('a line of a CSV file', () => {
  it('quotes what divides cells and lines', () => {
    expect(csvLine(['a "b", c\nd', 7.5, null, ''])).toBe('"a ""b"", c\nd",7.5,,""\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'])(
    'lets no spreadsheet run %j',
    (text) => {
      expect(csvLine([text])).toBe(`"'${text}"\r\n`);
    },
  );

  it('leaves ordinary words as they are', () => {
    expect(csvLine(['138****2046', '陈**', 'a=b'])).toBe('"138****2046","陈**","a=b"\r\n');
  });
});
