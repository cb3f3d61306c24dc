/** What a `Range` header asks for: `from` inclusive, `to` exclusive. */
export type ByteRange =
  | { kind: 'range'; from: number; to: number }
  /** No header, or one in another unit or form, which RFC 9110 §14.2 lets a server leave aside. */
  | { kind: 'none' }
  /** Nothing of the object lies in it: 416. */
  | { kind: 'unsatisfiable' };

/** Reads a single byte range (RFC 9110 §14.1.2) of an object of `size` bytes. Several ranges are answered like none. */
export function readRange(header: string | undefined, size: number): ByteRange {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return { kind: 'none' };
  if (first === '') {
    const from = Math.max(0, size - Number(last));
    return from < size ? { kind: 'range', from, to: size } : { kind: 'unsatisfiable' };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return { kind: 'none' };
  if (from >= size) return { kind: 'unsatisfiable' };
  return { kind: 'range', from, to: last === '' ? size : Math.min(size, Number(last) + 1) };
}
