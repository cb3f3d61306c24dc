import writeXlsx, { type Row } from 'write-excel-file/node';
import { type ReportFormat } from '#contracts';
import { chineseType } from '#legal';
import { BYTE_ORDER_MARK, csvLine } from '#platform/rules';
import { type Cell, type ColumnKind, type ReportSheet } from './report-sheet.rules.js';

export interface ReportQuestion {
  sheet: ReportSheet;
  format: ReportFormat;
}

/** The file, ready to be sent. Type and compression take tens of milliseconds and more: never in the event loop. */
export function writeReport({ sheet, format }: ReportQuestion): Promise<Uint8Array> {
  if (format === 'pdf') return pdfOf(sheet);
  return format === 'xlsx' ? xlsxOf(sheet) : Promise.resolve(Buffer.from(csvOf(sheet), 'utf8'));
}

/** Shares as per cent with one digit, without a sign: a spreadsheet reads them as numbers. The notes come last, each a line of its own. */
export function csvOf({ title, facts, columns, rows, notes }: ReportSheet): string {
  const shown = (cell: Cell, at: number) =>
    columns[at]?.kind === 'share' && typeof cell === 'number' ? Math.round(cell * 1000) / 10 : cell;
  return [
    BYTE_ORDER_MARK + csvLine([title]),
    ...facts.map((fact) => csvLine(fact)),
    csvLine(columns.map(({ name, kind }) => (kind === 'share' ? `${name} (%)` : name))),
    ...rows.map((row) => csvLine(row.map(shown))),
    ...notes.map((note) => csvLine([note])),
  ].join('');
}

const FORMATS: Partial<Record<ColumnKind, string>> = { count: '#,##0', share: '0.0%', day: 'yyyy-mm-dd' };
const WIDTHS: Record<ColumnKind, number> = { text: 26, day: 14, count: 12, share: 12 };

/** Numbers and days as such, and everything else as text: nothing in the file is a formula. */
async function xlsxOf({ title, facts, columns, rows, notes }: ReportSheet): Promise<Uint8Array> {
  const text = (value: string, more: object = {}) => ({ value, type: String, ...more });
  const data: Row[] = [
    [text(title, { fontWeight: 'bold' })],
    ...facts.map((fact) => fact.map((part) => text(part))),
    columns.map(({ name, kind }) =>
      text(name, { fontWeight: 'bold', wrap: true, align: kind === 'text' ? 'left' : 'right' }),
    ),
    ...rows.map((row) =>
      row.map((cell, at) => {
        const kind = columns[at]!.kind;
        const format = FORMATS[kind];
        if (cell === null) return null;
        if (typeof cell === 'number') return { value: cell, type: Number, ...(format && { format }) };
        if (kind === 'day' && DAY.test(cell))
          return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: format! };
        return text(cell);
      }),
    ),
    ...notes.map((note) => [text(note)]),
  ];
  const options = { columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })), stickyRowsCount: facts.length + 2 };
  return writeXlsx(data, options).toBuffer();
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A4 across, points. */
const PAGE = { size: 'A4', layout: 'landscape', margin: 40, bufferPages: true } as const;
const INK = '#1B2126';
const QUIET = '#4B555E';
const LINE = '#DDE0DC';
const SMALL = 8;

async function pdfOf(sheet: ReportSheet): Promise<Uint8Array> {
  // A worker starts without it.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({ ...PAGE, info: { Title: sheet.title, Producer: 'Shouwen' } });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((done) => doc.once('end', done));
  doc.registerFont('words', await chineseType());
  doc.font('words').fontSize(16).fillColor(INK).text(sheet.title).moveDown(0.3);
  doc.fontSize(SMALL).fillColor(QUIET);
  for (const [name, value] of sheet.facts) doc.text(`${name}  ${value}`);
  doc.moveDown(0.6);
  const aligned = (text: string, at: number) => ({
    text,
    align: { x: sheet.columns[at]!.kind === 'text' ? ('left' as const) : ('right' as const) },
  });
  doc.fillColor(INK).table({
    columnStyles: sheet.columns.map((_, at) => (at === 0 ? { width: '*', minWidth: 120 } : '*')),
    defaultStyle: { border: [0, 0, 0.5, 0], borderColor: LINE, padding: 3, textColor: INK },
    rowStyles: (row) => (row === 0 ? { textColor: QUIET } : undefined),
    data: [
      sheet.columns.map(({ name }, at) => aligned(name, at)),
      ...sheet.rows.map((row) => row.map((cell, at) => aligned(printed(cell, sheet.columns[at]!.kind), at))),
    ],
  });
  doc.x = PAGE.margin;
  doc.moveDown(0.6).fontSize(SMALL).fillColor(QUIET);
  for (const note of sheet.notes) doc.text(note);
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    // Below the margin text would begin another page.
    doc.page.margins.bottom = 0;
    doc.text(`首问 Shouwen  ${page - start + 1} / ${count}`, PAGE.margin, doc.page.height - 28, { lineBreak: false });
  }
  doc.end();
  await ended;
  return Buffer.concat(parts);
}

function printed(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return kind === 'share' ? `${(cell * 100).toFixed(1)}%` : cell.toLocaleString('en-GB');
}
