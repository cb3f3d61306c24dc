type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Reads a text file as the programs of an office write them: with a byte order mark what it says, else UTF-8 where every byte fits, else
 * GB18030, which contains GBK and GB2312.
 * @returns null when it is no text in any of them
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const marked = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  for (const encoding of marked ? [marked] : (['utf-8', 'gb18030'] as const)) {
    const text = decode(bytes, encoding);
    // A file of another kind often decodes by chance, but text has no control characters.
    if (text !== null && !/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/.test(text)) return { text, encoding };
  }
  return null;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
