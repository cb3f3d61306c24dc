/** ITU-T G.711: what each of the 256 codes sounds like, 16 bits. */

function aLaw(code: number): number {
  const bits = code ^ 0x55;
  const segment = (bits & 0x70) >> 4;
  const step = ((bits & 15) << 4) + (segment === 0 ? 8 : 0x108);
  const value = segment > 1 ? step << (segment - 1) : step;
  return (bits & 0x80) !== 0 ? value : -value;
}

function muLaw(code: number): number {
  const bits = ~code & 255;
  const value = (((bits & 15) << 3) + 0x84) << ((bits & 0x70) >> 4);
  return (bits & 0x80) !== 0 ? 0x84 - value : value - 0x84;
}

const table = (law: (code: number) => number): Int16Array => Int16Array.from({ length: 256 }, (_, code) => law(code));

export const A_LAW = table(aLaw);
export const MU_LAW = table(muLaw);

export function decodeG711(payload: Buffer, law: Int16Array): Int16Array {
  const samples = new Int16Array(payload.length);
  for (let i = 0; i < payload.length; i++) samples[i] = law[payload[i] as number] as number;
  return samples;
}
