const RATE = 8000;
const MU_LAW = 7;

/** A steady tone on two channels, as a telephone carries it: small, and everything about it is known. */
export function tone(hertz: number, seconds: number): Buffer {
  const frames = RATE * seconds;
  const data = Buffer.alloc(frames * 2);
  for (let frame = 0; frame < frames; frame++)
    data.fill(muLaw(Math.sin((2 * Math.PI * hertz * frame) / RATE) * 12_000), frame * 2, frame * 2 + 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(MU_LAW, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** G.711: sign, three bits of exponent and four of mantissa, all inverted. */
function muLaw(sample: number): number {
  const biased = Math.min(Math.abs(Math.round(sample)), 32_635) + 132;
  const exponent = Math.floor(Math.log2(biased)) - 7;
  const mantissa = (biased >> (exponent + 3)) & 15;
  return ~((sample < 0 ? 128 : 0) | (exponent << 4) | mantissa) & 255;
}
