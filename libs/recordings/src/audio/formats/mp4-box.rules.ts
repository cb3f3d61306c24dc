/** A box of ISO 14496-12 §4.2: its type and what is in it. */
export interface Box {
  type: string;
  body: Buffer;
}

/** Type and whole length of the box that begins at `at`; a length of null goes on to the end of the file. */
export function boxHeadAt(
  bytes: Buffer,
  at: number,
): { type: string; length: number | null; headBytes: number } | 'need_more' {
  if (bytes.length - at < 16) return 'need_more';
  const short = bytes.readUInt32BE(at);
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (short === 0) return { type, length: null, headBytes: 8 };
  if (short !== 1) return { type, length: short, headBytes: 8 };
  return { type, length: Number(bytes.readBigUInt64BE(at + 8)), headBytes: 16 };
}

/** No index has more side by side; a file full of empty ones is an attack. */
const MOST_BOXES = 1_000;

/** The boxes side by side in `body`; what is no box ends them. */
export function* boxesIn(body: Buffer): Generator<Box> {
  let at = 0;
  for (let count = 0; at + 8 <= body.length && count < MOST_BOXES; count += 1) {
    const length = body.readUInt32BE(at);
    if (length < 8 || at + length > body.length) return;
    yield { type: body.toString('latin1', at + 4, at + 8), body: body.subarray(at + 8, at + length) };
    at += length;
  }
}

/** The first box down a path, or undefined. */
export function boxAt(body: Buffer, ...path: readonly string[]): Buffer | undefined {
  let here: Buffer | undefined = body;
  for (const type of path) here = here && [...boxesIn(here)].find((box) => box.type === type)?.body;
  return here;
}
