/**
 * Layout of a sealed object, version 1 (docs/decisions/0003-sealed-object-format.md):
 *
 *   header (16 bytes) ‖ segment 0 ‖ … ‖ segment n-1        segment = ciphertext ‖ tag (16 bytes)
 *
 * Every segment but the last holds exactly 64 KiB of plaintext, so any byte is found by arithmetic. An empty object has
 * one empty segment: that it is empty is authenticated too.
 */
const MAGIC = Buffer.from('SHOUWEN\0', 'latin1');
const VERSION = 1;

/** Plaintext bytes in every segment but the last. */
export const SEGMENT_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const HEADER_BYTES = 16;
/** Segment numbers are 32 bits wide, far below what one AES-GCM key may encrypt: 256 TiB. */
export const MAX_SEGMENTS = 2 ** 32;

/** The sixteen bytes that open every sealed object and are bound into every segment. */
export const HEADER: Buffer = buildHeader();

function buildHeader(): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt16BE(VERSION, 8);
  header.writeUInt32BE(SEGMENT_BYTES, 10);
  return header;
}

/** How many segments hold this many bytes of plaintext. */
export function segmentsFor(plainBytes: number): number {
  return Math.max(1, Math.ceil(plainBytes / SEGMENT_BYTES));
}

/** Length of the sealed object that holds this many bytes of plaintext. */
export function sealedBytesFor(plainBytes: number): number {
  return HEADER_BYTES + plainBytes + segmentsFor(plainBytes) * TAG_BYTES;
}

/** Where a segment starts in the sealed object. */
export function segmentOffset(segment: number): number {
  return HEADER_BYTES + segment * (SEGMENT_BYTES + TAG_BYTES);
}

/** Plaintext bytes in one segment of an object of `plainBytes`. */
export function segmentPlainBytes(segment: number, plainBytes: number): number {
  return Math.min(SEGMENT_BYTES, plainBytes - segment * SEGMENT_BYTES);
}
