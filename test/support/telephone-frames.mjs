/** What the telephones of a recording client say, frame by frame, in a-law. */
export const FRAME = 160;
export const FRAME_MS = 20;
const SILENCE = 0xd5;

/**
 * @param {{ from: number, sides: Buffer[] } | null} sound what they say from a frame on; null: made up
 * @param {number} stream 0: the customer's
 * @param {number} number
 * @returns {Buffer}
 */
export function frameOf(sound, stream, number) {
  if (!sound || number < sound.from) return madeUp(stream, number);
  const at = (number - sound.from) * FRAME;
  const frame = Buffer.alloc(FRAME, SILENCE);
  frame.set(sound.sides[stream].subarray(at, at + FRAME));
  return frame;
}

/** A frame says which it is and whose: no two are alike, and none sounds like silence. */
function madeUp(stream, number) {
  const sample = (_, i) => ((number * 7919 + stream * 104_729 + i * 31 + ((i * number) % 251)) % 96) | 0x80;
  return Buffer.from(Array.from({ length: FRAME }, sample));
}
