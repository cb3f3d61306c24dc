/** Unpacked, no part may be larger: a checklist is a few kilobytes. */
const MOST_BYTES = 20_000_000;

export class NotASpreadsheet extends Error {}

/** More rows than a checklist takes: told, and not cut off. */
export class TooManyRows extends Error {}

export type Parts = Map<string, { method: number; packed: Uint8Array<ArrayBuffer> }>;

/** What the directory at the end of a ZIP names. Parts are views of the file: any number of them takes no more room than it. */
export function partsOf(bytes: Uint8Array<ArrayBuffer>): Parts {
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
      packed: bytes.subarray(from, from + view.getUint32(at + 20, true)),
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** @throws NotASpreadsheet where it is not there, too large, or no XML */
export async function xmlOf(parts: Parts, name: string): Promise<Document> {
  const part = parts.get(name);
  if (!part) throw new NotASpreadsheet();
  const text = part.method === 0 ? new TextDecoder().decode(part.packed) : await unpacked(part.packed);
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
