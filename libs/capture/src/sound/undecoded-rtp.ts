/*
 * Payload that nothing here decodes, behind the samples of a recording
 *   A WAVE file may hold chunks besides its samples, which its readers pass over. The chunk `rtpd` is a dump as rtptools and Wireshark read it,
 *   of the packets that are silent in the recording. So it lies sealed with the original, leaves under the same grants, and is destroyed with it.
 */
import { type ChannelReading } from './channel-sound.js';
import { type HeardSession, type HeardStream } from './heard-session.js';
import { piecesOf } from './session-frames.js';

const CHUNK_HEADER_BYTES = 8;
const MAGIC = Buffer.from('#!rtpplay1.0 0.0.0.0/0\n');
const DUMP_HEADER_BYTES = MAGIC.length + 16;
const PACKET_HEADER_BYTES = 8;
const RTP_HEADER_BYTES = 12;

/** Bytes of the chunk; 0: all of these streams is decoded, and there is none. */
export function undecodedBytes({ extent }: Pick<HeardSession, 'extent'>, streams: readonly HeardStream[]): number {
  const packets = streams.flatMap((stream) =>
    stream.undecodedBytes.filter((bytes, i) => bytes > 0 && isWithin(extent, stream, i)),
  );
  if (packets.length === 0) return 0;
  const bytes = packets.reduce((sum, one) => sum + PACKET_HEADER_BYTES + RTP_HEADER_BYTES + one, DUMP_HEADER_BYTES);
  return CHUNK_HEADER_BYTES + bytes + (bytes % 2);
}

/** The chunk, as long as `undecodedBytes` says. */
export async function* undecodedChunk(
  { extent, state: { beganAt } }: HeardSession,
  streams: readonly HeardStream[],
  { frames, openKey }: Pick<ChannelReading, 'frames' | 'openKey'>,
  chunkBytes: number,
): AsyncGenerator<Buffer> {
  const head = Buffer.alloc(CHUNK_HEADER_BYTES + DUMP_HEADER_BYTES);
  head.write('rtpd', 0, 'latin1');
  head.writeUInt32LE(chunkBytes - CHUNK_HEADER_BYTES, 4);
  MAGIC.copy(head, CHUNK_HEADER_BYTES);
  head.writeUInt32BE(Math.floor(beganAt / 1000), CHUNK_HEADER_BYTES + MAGIC.length);
  head.writeUInt32BE(Math.round((beganAt % 1000) * 1000), CHUNK_HEADER_BYTES + MAGIC.length + 4);
  yield head;
  let written = head.length;
  const next = new Map(streams.map((stream) => [stream.index, { stream, i: 0 }]));
  for await (const piece of piecesOf(frames, openKey)) {
    if (!('packets' in piece)) continue;
    for (const { stream: index, payloadType, sequence, timestamp, ssrc, arrivedMs, payload } of piece.packets) {
      const place = next.get(index);
      if (!place) continue;
      const i = place.i++;
      if (!place.stream.undecodedBytes[i] || !isWithin(extent, place.stream, i)) continue;
      const packet = Buffer.alloc(PACKET_HEADER_BYTES + RTP_HEADER_BYTES);
      packet.writeUInt16BE(packet.length + payload.length, 0);
      packet.writeUInt16BE(RTP_HEADER_BYTES + payload.length, 2);
      packet.writeUInt32BE(Math.max(0, Math.round(arrivedMs)), 4);
      packet.set([0x80, payloadType], PACKET_HEADER_BYTES);
      packet.writeUInt16BE(sequence, PACKET_HEADER_BYTES + 2);
      packet.writeUInt32BE(timestamp, PACKET_HEADER_BYTES + 4);
      packet.writeUInt32BE(ssrc, PACKET_HEADER_BYTES + 8);
      yield Buffer.concat([packet, payload]);
      written += packet.length + payload.length;
    }
  }
  // Chunks are padded to an even length; what was destroyed meanwhile is as long as it was.
  if (written < chunkBytes) yield Buffer.alloc(chunkBytes - written);
}

function isWithin(extent: HeardSession['extent'], { placed }: HeardStream, i: number): boolean {
  const at = placed.at[i];
  return extent !== null && at !== null && at !== undefined && at >= extent.from && at < extent.to;
}
