/** A converter that lost more than this has failed, even if its exit code says otherwise: ffmpeg exits 0 on a file that it understood in part. */
export const LOST_TOLERANCE_MS = 250;

/** True when what came out is as long as what is known to be there, both in milliseconds. */
export function isWholeLength(convertedMs: number, expectedMs: number): boolean {
  return Math.abs(convertedMs - expectedMs) <= LOST_TOLERANCE_MS;
}

/** Encoders put up to this much before the first sound, and decoders take it away again (2,112 samples of AAC at 8 kHz are 264 ms). */
export const PADDING_MS = 500;

export type DecodedLength = { state: 'undecodable' } | { state: 'decoded'; durationMs: number; incomplete: boolean };

/**
 * Judges what came out of a decoder that ended on its own, all in milliseconds. Nothing: it was no sound, even if it looked like it. Clearly
 * less than was counted: that much is kept, and is not the whole. What came out is how long the recording is.
 */
export function judgeDecoded(decodedMs: number, countedMs: number): DecodedLength {
  if (decodedMs === 0) return { state: 'undecodable' };
  return { state: 'decoded', durationMs: decodedMs, incomplete: decodedMs < countedMs - PADDING_MS };
}

const OPUS_CLOCK_HZ = 48_000;

/**
 * Length in milliseconds of an Ogg Opus stream from its last bytes (RFC 7845 §4: the last page's granule position counts 48 kHz samples,
 * `preSkip` of which are not played). Null when no page starts in them: a page is at most 65,307 bytes.
 */
export function oggOpusLengthMs(tail: Buffer, preSkip: number): number | null {
  const page = tail.lastIndexOf('OggS');
  if (page < 0 || page + 14 > tail.length) return null;
  const granule = Number(tail.readBigInt64LE(page + 6));
  return Math.round(((granule - preSkip) * 1000) / OPUS_CLOCK_HZ);
}

/** Pre-skip from the first page of an Ogg Opus stream (RFC 7845 §5.1), or null when it is none. */
export function oggOpusPreSkip(start: Buffer): number | null {
  const head = start.indexOf('OpusHead');
  return head < 0 || head + 12 > start.length ? null : start.readUInt16LE(head + 10);
}
