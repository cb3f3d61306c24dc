import { Readable } from 'node:stream';
import { decodePcm, oggChecksum, wholeFrames, type AudioToolOptions } from '#recordings';
import { opusPacketSamples } from '#recordings/rules';
import { type OpusDecode, type PlacedPayload } from './channel-sound.js';

/** Hz of the decoder, whatever was coded. */
const CLOCK = 48_000;

/** Decodes Opus in the sandbox of all foreign sound: packets are put into Ogg, back to back. */
export const opusDecoder = (options: AudioToolOptions): OpusDecode =>
  async function* (packets, rate) {
    const ticks = packets.map(({ payload }) => opusPacketSamples(payload));
    const durationMs = (ticks.reduce((sum, one) => sum + one, 0) * 1000) / CLOCK;
    const bytes = Readable.from(ogg(packets, ticks), { objectMode: false });
    const format = { codec: 'opus', channels: 2, sampleRate: CLOCK } as const;
    const { output, done } = decodePcm({ bytes, format, durationMs }, { channel: 0, sampleRate: rate }, options);
    const samples = wholeFrames(output, 1);
    let rest: Int16Array = new Int16Array(0);
    let [played, given] = [0, 0];
    for (const one of ticks) {
      played += one;
      const piece = new Int16Array(Math.round((played * rate) / CLOCK) - given);
      given += piece.length;
      for (let filled = 0; filled < piece.length;) {
        if (rest.length === 0) {
          const next = await samples.next();
          // The decoder ended early: what it did not give is silent.
          if (next.done === true) break;
          rest = next.value as Int16Array;
        }
        const some = rest.subarray(0, piece.length - filled);
        piece.set(some, filled);
        filled += some.length;
        rest = rest.subarray(some.length);
      }
      yield piece;
    }
    output.resume();
    await done;
  };

function* ogg(packets: readonly PlacedPayload[], ticks: readonly number[]): Generator<Buffer> {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head[8] = 1;
  head[9] = 2;
  head.writeUInt32LE(CLOCK, 12);
  yield page(head, { number: 0, flags: 2, granule: 0 });
  const tags = Buffer.alloc(16);
  tags.write('OpusTags', 'latin1');
  yield page(tags, { number: 1, flags: 0, granule: 0 });
  let granule = 0;
  for (const [i, { payload }] of packets.entries()) {
    granule += ticks[i] as number;
    yield page(payload, { number: i + 2, flags: i === packets.length - 1 ? 4 : 0, granule });
  }
}

/** A page with one packet (RFC 3533 §6). */
function page(packet: Buffer, { number, flags, granule }: { number: number; flags: number; granule: number }): Buffer {
  const laces = Math.floor(packet.length / 255) + 1;
  const head = Buffer.alloc(27 + laces, 255);
  head.fill(0, 0, 27);
  head.write('OggS', 'latin1');
  head[5] = flags;
  head.writeBigUInt64LE(BigInt(granule), 6);
  head.writeUInt32LE(1, 14);
  head.writeUInt32LE(number, 18);
  head[26] = laces;
  head[26 + laces] = packet.length % 255;
  const bytes = Buffer.concat([head, packet]);
  bytes.writeUInt32LE(oggChecksum(bytes), 22);
  return bytes;
}
