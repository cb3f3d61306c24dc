/** No packet may hold more (RFC 6716 §3.2.5). */
const MOST_SAMPLES = 5_760;

/** Samples at 48 kHz in an Opus packet, from its first two bytes (RFC 6716 §3.1, §3.2); 0 when it is invalid. */
export function opusPacketSamples(packet: Buffer): number {
  const [toc, second = 0] = packet;
  if (toc === undefined) return 0;
  const code = toc & 3;
  const frames = code === 0 ? 1 : code === 3 ? second & 63 : 2;
  const samples = frames * frameSamples(toc >> 3);
  return samples > MOST_SAMPLES ? 0 : samples;
}

function frameSamples(config: number): number {
  // SILK: 10, 20, 40, 60 ms; hybrid: 10, 20; CELT: 2.5, 5, 10, 20.
  if (config < 12) return [480, 960, 1_920, 2_880][config & 3] as number;
  if (config < 16) return [480, 960][config & 1] as number;
  return [120, 240, 480, 960][config & 3] as number;
}
