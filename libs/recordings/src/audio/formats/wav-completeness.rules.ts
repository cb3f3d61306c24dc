/** How samples lie in a file, behind its header. */
export interface Laid {
  /** Hz. */
  sampleRate: number;
  /** Bytes of the smallest piece that can be decoded: one sample of every channel, or a whole block of GSM. */
  blockBytes: number;
  /** Samples of each channel in it. */
  blockSamples: number;
  /** Where the samples start in the file. */
  dataOffset: number;
  /** Bytes of samples that the header promises; null where a streaming writer left it open. */
  declaredDataBytes: number | null;
}

export interface WavCompleteness {
  /**
   * `complete`: all promised samples came, or none were promised. `incomplete`: fewer came, but those are good. `damaged`: no whole
   * sample came at all.
   */
  state: 'complete' | 'incomplete' | 'damaged';
  /** Milliseconds of sound that is really there. */
  durationMs: number;
  /** Milliseconds that the header promises; null where it was left open. */
  declaredMs: number | null;
}

/** Judges a file when its last byte has come. `fileBytes` counts from the first byte of the header. */
export function judgeCompleteness(format: Laid, fileBytes: number): WavCompleteness {
  const after = Math.max(0, fileBytes - format.dataOffset);
  // What follows the samples (LIST chunks) is not sound.
  const dataBytes = Math.min(after, format.declaredDataBytes ?? after);
  const framesIn = (bytes: number) => Math.floor(bytes / format.blockBytes) * format.blockSamples;
  const frames = framesIn(dataBytes);
  const declaredFrames = format.declaredDataBytes === null ? null : framesIn(format.declaredDataBytes);
  return {
    state: frames === 0 ? 'damaged' : declaredFrames !== null && frames < declaredFrames ? 'incomplete' : 'complete',
    durationMs: framesToMs(frames, format.sampleRate),
    declaredMs: declaredFrames === null ? null : framesToMs(declaredFrames, format.sampleRate),
  };
}

function framesToMs(frames: number, sampleRate: number): number {
  return Math.round((frames * 1000) / sampleRate);
}
