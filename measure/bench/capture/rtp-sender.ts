/**
 * Sends streams of G.711 from one socket, each packet in its time, as many telephones do: `node rtp-sender.js SECONDS [KEY]`, then `{ ports }`.
 * All streams say the same under one key, so that sealing costs the sender nothing.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createCipheriv, createHmac } from 'node:crypto';
import { deriveSrtpKey } from '#capture';
import { goFirst } from '../../../apps/capture/src/priority.js';

const FRAME_MS = 20;
const BYTES = 160;

const [seconds, key] = [Number(process.argv[2]), process.argv[3]];
const seal = key ? sealerOf(Buffer.from(key, 'hex')) : (packet: Buffer) => packet;
// It is the machines of others, which wait for none of this one's work.
goFirst();
const socket = createSocket({ type: 'udp4', sendBufferSize: 8 * 1024 * 1024 });
socket.bind(0, '127.0.0.1');
await once(socket, 'listening');
process.send?.({ from: socket.address().port });

process.once('message', ({ ports }: { ports: number[] }) => {
  const [began, frames] = [performance.now(), (seconds * 1000) / FRAME_MS];
  let frame = 0;
  let sent = 0;
  let lastMs = 0;
  const send = (): void => {
    for (const due = Math.floor((performance.now() - began) / FRAME_MS); frame <= due && frame < frames; frame++) {
      lastMs = Math.max(lastMs, performance.now() - began - frame * FRAME_MS);
      const packet = Buffer.alloc(12 + BYTES, (frame & 0x3f) | 0x80);
      packet.set([0x80, 8], 0);
      packet.writeUInt16BE(frame, 2);
      packet.writeUInt32BE(frame * BYTES, 4);
      const bytes = seal(packet);
      for (const port of ports) socket.send(bytes, port, '127.0.0.1', (error) => (sent += error ? 0 : 1));
    }
    if (frame < frames) setTimeout(send, 5);
    else setTimeout(() => process.send?.({ sent, lateMs: lastMs }, () => process.exit()), 1000);
  };
  send();
});

/** What a sender makes of a packet with AES_CM_128_HMAC_SHA1_80 (RFC 3711), before its sequence numbers roll over; a header is 12 bytes. */
export function sealerOf(key: Buffer): (packet: Buffer) => Buffer {
  const [master, salt] = [key.subarray(0, 16), key.subarray(16, 30)];
  const [cipherKey, authKey, cipherSalt] = [0, 1, 2].map((label) =>
    deriveSrtpKey(master, salt, label, [16, 20, 14][label]!),
  ) as [Buffer, Buffer, Buffer];
  return (packet) => {
    const iv = Buffer.alloc(16);
    cipherSalt.copy(iv);
    for (const [at, from] of [...[4, 5, 6, 7].map((n) => [n, n + 4]), [12, 2], [13, 3]] as [number, number][])
      iv[at] = iv[at]! ^ packet[from]!;
    const payload = createCipheriv('aes-128-ctr', cipherKey, iv).update(packet.subarray(12));
    const sealed = Buffer.concat([packet.subarray(0, 12), payload]);
    const tag = createHmac('sha1', authKey).update(sealed).update(Buffer.alloc(4)).digest();
    return Buffer.concat([sealed, tag.subarray(0, 10)]);
  };
}
