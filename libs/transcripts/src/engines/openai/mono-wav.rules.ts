/** A WAVE file, 16-bit PCM, one channel. */
export function monoWav(samples: Int16Array, sampleRate: number): Buffer<ArrayBuffer> {
  const wav = Buffer.alloc(44 + samples.byteLength);
  wav.write('RIFF');
  wav.writeUInt32LE(36 + samples.byteLength, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples.byteLength, 40);
  wav.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), 44);
  return wav;
}
