import { type Mp3Frame } from './mp3-frame.rules.js';

/** What an encoder says in a first frame without sound. */
export interface Xing {
  /** Frames of sound that follow; null when it does not say. */
  frames: number | null;
  /** Samples at both ends that were not in what was encoded, and that a decoder leaves out. */
  paddingSamples: number;
}

/**
 * Reads the "Xing" or "Info" header and LAME's extension (gabriel.mp3-tech.org/mp3infotag.html), or Fraunhofer's "VBRI". Undefined when the
 * frame is an ordinary one.
 */
export function readXing(bytes: Buffer, { sideBytes }: Mp3Frame): Xing | undefined {
  const at = 4 + sideBytes;
  const name = bytes.toString('latin1', at, at + 4);
  if (name === 'Xing' || name === 'Info') return afterName(bytes, at + 4);
  const vbri = bytes.toString('latin1', 36, 40) === 'VBRI' && bytes.length >= 54;
  return vbri ? { frames: bytes.readUInt32BE(50), paddingSamples: 0 } : undefined;
}

function afterName(bytes: Buffer, at: number): Xing {
  if (bytes.length < at + 8) return { frames: null, paddingSamples: 0 };
  const flags = bytes.readUInt32BE(at);
  const frames = (flags & 1) === 0 ? null : bytes.readUInt32BE(at + 4);
  // Flags for the number of frames, of bytes, a table of contents, a quality: what follows them is the encoder's own.
  const fields = [4, 4, 100, 4].reduce((sum, length, bit) => sum + ((flags >> bit) & 1) * length, 0);
  const delayAt = at + 4 + fields + 21;
  if (bytes.length < delayAt + 3) return { frames, paddingSamples: 0 };
  const both = bytes.readUIntBE(delayAt, 3);
  return { frames, paddingSamples: (both >> 12) + (both & 0xfff) };
}
