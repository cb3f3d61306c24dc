/** The head of an element of EBML (RFC 8794 §5, §6); `length` null: unknown, it goes on until something else begins. */
export interface ElementHead {
  id: number;
  headBytes: number;
  length: number | null;
}

export interface Element {
  id: number;
  body: Buffer;
}

/** No description of a track has more side by side; one full of empty ones is an attack. */
const MOST_ELEMENTS = 1_000;

/** @returns `none` where no element can begin with these bytes */
export function elementHeadAt(bytes: Buffer, at: number): ElementHead | 'none' | 'need_more' {
  const id = coded(bytes, at, 4, true);
  if (typeof id === 'string') return id;
  const length = coded(bytes, at + id.bytes, 8, false);
  if (typeof length === 'string') return length;
  // All bits of the length set: unknown.
  const open = length.value === 2 ** (7 * length.bytes) - 1;
  return { id: id.value, headBytes: id.bytes + length.bytes, length: open ? null : length.value };
}

/** A number whose first bit that is set tells how many bytes it has; with that bit, as names are written, or without. */
export function coded(
  bytes: Buffer,
  at: number,
  most: number,
  marked: boolean,
): { value: number; bytes: number } | 'none' | 'need_more' {
  const first = bytes[at];
  if (first === undefined) return 'need_more';
  const count = Math.clz32(first) - 23;
  if (count > most) return 'none';
  if (at + count > bytes.length) return 'need_more';
  let value = marked ? first : first & (0xff >> count);
  for (let index = 1; index < count; index += 1) value = value * 256 + (bytes[at + index] as number);
  return { value, bytes: count };
}

/** The elements side by side in `body`; what is none ends them. */
export function* elementsIn(body: Buffer): Generator<Element> {
  let at = 0;
  for (let count = 0; at < body.length && count < MOST_ELEMENTS; count += 1) {
    const head = elementHeadAt(body, at);
    if (typeof head === 'string' || head.length === null) return;
    const from = at + head.headBytes;
    if (from + head.length > body.length) return;
    yield { id: head.id, body: body.subarray(from, from + head.length) };
    at = from + head.length;
  }
}

/** An unsigned number as EBML stores it; 0 where it is empty or longer than any. */
export function unsignedOf(body: Buffer | undefined): number {
  if (!body || body.length === 0 || body.length > 8) return 0;
  return body.reduce((value, byte) => value * 256 + byte, 0);
}
