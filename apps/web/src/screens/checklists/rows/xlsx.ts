/*
 * The first sheet of an XLSX file as rows of text. An XLSX file is a ZIP of XML; the browser has what it takes to read both. It is read here
 * and not on the server, so that what a stranger packed into a file meets no more than the tab that opened it.
 */

/** Unpacked, no part may be larger: a checklist is a few kilobytes. */
const MOST_BYTES = 20_000_000;

export class NotASpreadsheet extends Error {}

/** @throws NotASpreadsheet */
export async function rowsOfXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const parts = partsOf(bytes);
  const sheet = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).sort(byNumber)[0];
  if (!sheet) throw new NotASpreadsheet();
  const shared = parts.has('xl/sharedStrings.xml') ? await xmlOf(parts, 'xl/sharedStrings.xml') : null;
  const texts = shared ? [...shared.getElementsByTagName('si')].map(textOf) : [];
  const rows: string[][] = [];
  for (const row of (await xmlOf(parts, sheet)).getElementsByTagName('row')) {
    const at = Number(row.getAttribute('r') ?? rows.length + 1) - 1;
    if (at > 5000) break;
    const cells: string[] = [];
    for (const cell of row.getElementsByTagName('c')) {
      const column = columnOf(cell.getAttribute('r') ?? '') ?? cells.length;
      if (column < 200) cells[column] = valueOf(cell, texts);
    }
    rows[at] = Array.from(cells, (text) => text ?? '');
  }
  return Array.from(rows, (row) => row ?? []);
}

const byNumber = (a: string, b: string): number => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b));

/** A text may be in runs of several looks; how it is pronounced, in `rPh`, is no part of it. */
const textOf = (of: Element): string =>
  [...of.getElementsByTagName('t')]
    .filter((one) => one.parentElement?.tagName !== 'rPh')
    .map((one) => one.textContent ?? '')
    .join('');

/** B7 is column 1. */
function columnOf(place: string): number | null {
  const letters = /^[A-Z]+/.exec(place)?.[0];
  return letters ? [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1 : null;
}

function valueOf(cell: Element, texts: readonly string[]): string {
  const type = cell.getAttribute('t');
  if (type === 'inlineStr') return textOf(cell);
  const value = cell.getElementsByTagName('v')[0]?.textContent ?? '';
  return type === 's' ? (texts[Number(value)] ?? '') : value;
}

type Parts = Map<string, { method: number; packed: Uint8Array<ArrayBuffer> }>;

/** What the directory at the end of a ZIP names. */
function partsOf(bytes: Uint8Array<ArrayBuffer>): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new NotASpreadsheet();
  const parts: Parts = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= bytes.length; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    parts.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
      method: view.getUint16(at + 10, true),
      packed: bytes.slice(from, from + view.getUint32(at + 20, true)),
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

async function xmlOf(parts: Parts, name: string): Promise<Document> {
  const { method, packed } = parts.get(name)!;
  const text = method === 0 ? new TextDecoder().decode(packed) : await unpacked(packed);
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  if (xml.getElementsByTagName('parsererror').length > 0) throw new NotASpreadsheet();
  return xml;
}

async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > MOST_BYTES) throw new NotASpreadsheet();
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}
