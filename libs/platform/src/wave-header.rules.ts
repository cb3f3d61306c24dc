export const WAVE_HEADER_BYTES = 44;
/** A length that is not known, or does not fit, is left open: a reader takes all that comes. */
export const OPEN_LENGTH = 0xffffffff;

export interface WaveSound {
  channels: number;
  sampleRate: number;
  /** Of the samples; left open where it is not known. */
  dataBytes?: number;
  /** Bytes of chunks behind the samples. */
  behind?: number;
  /** 16-bit samples unless they are G.711 μ-law. */
  muLaw?: boolean;
}

/** The beginning of a RIFF/WAVE file, up to its samples. */
export function waveHeader(sound: WaveSound): Buffer {
  const { channels, sampleRate, dataBytes = OPEN_LENGTH, behind = 0, muLaw = false } = sound;
  const frameBytes = muLaw ? channels : channels * 2;
  const fits = dataBytes + behind + WAVE_HEADER_BYTES < OPEN_LENGTH;
  const bytes = Buffer.alloc(WAVE_HEADER_BYTES);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(fits ? dataBytes + behind + WAVE_HEADER_BYTES - 8 : OPEN_LENGTH, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(muLaw ? 7 : 1, 20);
  bytes.writeUInt16LE(channels, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * frameBytes, 28);
  bytes.writeUInt16LE(frameBytes, 32);
  bytes.writeUInt16LE(muLaw ? 8 : 16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(fits ? dataBytes : OPEN_LENGTH, 40);
  return bytes;
}
