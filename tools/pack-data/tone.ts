import { waveHeader } from '#platform/rules';

const RATE = 8000;

/** A steady tone on two channels, as a telephone carries it: small, and everything about it is known. */
export function tone(hertz: number, seconds: number): Buffer {
  const frames = RATE * seconds;
  const data = Buffer.alloc(frames * 2);
  for (let frame = 0; frame < frames; frame++)
    data.fill(muLaw(Math.sin((2 * Math.PI * hertz * frame) / RATE) * 12_000), frame * 2, frame * 2 + 2);
  const head = waveHeader({ channels: 2, sampleRate: RATE, dataBytes: data.length, muLaw: true });
  return Buffer.concat([head, data]);
}

/** G.711: sign, three bits of exponent and four of mantissa, all inverted. */
function muLaw(sample: number): number {
  const biased = Math.min(Math.abs(Math.round(sample)), 32_635) + 132;
  const exponent = Math.floor(Math.log2(biased)) - 7;
  const mantissa = (biased >> (exponent + 3)) & 15;
  return ~((sample < 0 ? 128 : 0) | (exponent << 4) | mantissa) & 255;
}
