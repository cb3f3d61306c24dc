/** Sends streams of G.711 from one socket, each packet in its time, as many telephones do: `node rtp-sender.js SECONDS`, then `{ ports }`. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const FRAME_MS = 20;
const BYTES = 160;

const seconds = Number(process.argv[2]);
const socket = createSocket({ type: 'udp4', sendBufferSize: 8 * 1024 * 1024 });
socket.bind(0, '127.0.0.1');
await once(socket, 'listening');
process.send?.({ from: socket.address().port });

process.once('message', ({ ports }: { ports: number[] }) => {
  const packets = ports.map((_, stream) => {
    const packet = Buffer.alloc(12 + BYTES, stream & 0x7f);
    packet.set([0x80, 8], 0);
    packet.writeUInt32BE(stream, 8);
    return packet;
  });
  const [began, frames] = [performance.now(), (seconds * 1000) / FRAME_MS];
  let frame = 0;
  let sent = 0;
  const send = (): void => {
    for (const due = Math.floor((performance.now() - began) / FRAME_MS); frame <= due && frame < frames; frame++)
      for (const [stream, packet] of packets.entries()) {
        // Each has its own bytes: what is handed to the socket is read later.
        const bytes = Buffer.from(packet);
        bytes.writeUInt16BE(frame & 0xffff, 2);
        bytes.writeUInt32BE(frame * BYTES, 4);
        socket.send(bytes, ports[stream]!, '127.0.0.1', (error) => (sent += error ? 0 : 1));
      }
    if (frame < frames) setTimeout(send, 5);
    else setTimeout(() => process.send?.({ sent }, () => process.exit()), 2000);
  };
  send();
});
