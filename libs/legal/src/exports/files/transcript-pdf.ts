import { type Transcript } from '#contracts';
import { chineseType } from './chinese-type.js';
import { clockOf, printable, speakerOf, type TranscriptAbout } from './transcript-files.rules.js';

const PAGE = { size: 'A4', margins: { top: 56, bottom: 64, left: 56, right: 56 }, bufferPages: true } as const;
const INK = '#1B2126';
const QUIET = '#4B555E';

/** A transcript for people, on A4 with Chinese type. Takes tens of milliseconds and more: never in the event loop. */
export async function transcriptPdf(transcript: Transcript, about: TranscriptAbout): Promise<Buffer> {
  // A worker starts without it.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    ...PAGE,
    info: { Title: `${about.requestCode} ${about.recordingId}`, Producer: 'Shouwen' },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((done) => doc.once('end', done));
  doc.registerFont('words', await chineseType());
  doc.font('words');
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } })._font;
  const shown = (text: string) => printable(text, (codePoint) => font.hasGlyphForCodePoint(codePoint));
  writeHead(doc, transcript, about, shown);
  for (const turn of transcript.turns) writeTurn(doc, turn, shown);
  writeFeet(doc, about);
  doc.end();
  await ended;
  return Buffer.concat(parts);
}

type Doc = PDFKit.PDFDocument;
type Shown = (text: string) => string;

function writeHead(
  doc: Doc,
  { engine, language, durationMs, unreliable }: Transcript,
  about: TranscriptAbout,
  shown: Shown,
) {
  doc.fontSize(18).fillColor(INK).text('通话转写  Transcript').moveDown(0.6);
  const rows: [string, string][] = [
    ['申请 Request', about.requestCode],
    ['通话 Call', about.callId],
    ['通话段 Leg', about.legId],
    ['录音 Recording', about.recordingId],
    ['开始 Began', about.startedAt],
    ['时长 Length', clockOf(durationMs)],
    ['语言 Language', language],
    ['转写引擎 Engine', [engine.name, engine.version, engine.model].filter(Boolean).join(' ')],
    ['原件 SHA-256 of original', about.keptSha256],
  ];
  if (unreliable.length > 0)
    rows.push(['可靠性 Reliability', `文字可能不可靠 words may be wrong: ${unreliable.join(', ')}`]);
  for (const [name, value] of rows) {
    const y = doc.y;
    doc.fontSize(9).fillColor(QUIET).text(name, 56, y, { width: 130 });
    doc.fillColor(INK).text(shown(value), 190, y, { width: 349 });
  }
  doc.moveDown(0.4).fontSize(8).fillColor(QUIET);
  doc.text('＊ 按规定隐藏 hidden by rule。机器转写，以录音为准。Made by machine; the recording decides.', 56, doc.y, {
    width: 483,
  });
  doc.moveDown(1);
}

function writeTurn(doc: Doc, turn: Transcript['turns'][number], shown: Shown): void {
  const text = shown(turn.text);
  doc.fontSize(10.5);
  const needed = Math.max(18, doc.heightOfString(text, { width: 349 }));
  // A turn that fits on a page is not broken over two.
  if (doc.y + needed > doc.page.height - 64 && needed < 600) doc.addPage();
  const y = doc.y;
  doc.fontSize(9).fillColor(QUIET).text(clockOf(turn.fromMs), 56, y, { width: 48 });
  doc.text(speakerOf(turn), 104, y, { width: 84 });
  doc.fontSize(10.5).fillColor(INK).text(text, 190, y, { width: 349 });
  doc.moveDown(0.45);
}

function writeFeet(doc: Doc, { exportId }: TranscriptAbout): void {
  const { start, count } = doc.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i);
    // Below the margin text would begin another page.
    doc.page.margins.bottom = 0;
    doc.fontSize(8).fillColor(QUIET);
    doc.text(`首问 Shouwen  ${exportId}`, 56, doc.page.height - 44, { lineBreak: false });
    doc.text(`${i - start + 1} / ${count}`, 56, doc.page.height - 44, { width: 483, align: 'right', lineBreak: false });
  }
}
