/*
 * The two telephones of a recording client, in a process of their own: the test's does other things beside, and a telephone whose clock stands
 * still meanwhile is another fault than the one that is tested.
 *   Told: to, the ports that their sound goes to; speak, up to which frame (null: until hush); sound, what they say instead of made-up frames, from
 *   which frame on; packet, one to send as it is. Tells: ports, theirs; sent, how many frames each has sent so far; spoken, the same when it stops.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { FRAME, FRAME_MS, frameOf } from './telephone-frames.mjs';

const sockets = [createSocket('udp4'), createSocket('udp4')];
for (const socket of sockets) {
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
}
let [to, until, sent, began] = [[0, 0], 0, 0, NaN];
let sound = null;

const due = () => began + sent * FRAME_MS - performance.now();

function sendFrame() {
  for (const stream of [0, 1]) {
    const head = Buffer.alloc(12);
    head.writeUInt16BE(0x80_08, 0);
    head.writeUInt16BE(sent & 0xffff, 2);
    head.writeUInt32BE(1000 + sent * FRAME, 4);
    head.writeUInt32BE(0x5150 + stream, 8);
    sockets[stream].send(Buffer.concat([head, frameOf(sound, stream, sent)]), to[stream], '127.0.0.1');
  }
  sent++;
}

function speak() {
  if (Number.isNaN(began)) began = performance.now();
  // What is due by now is sent at once.
  while (sent < until && due() <= 0) sendFrame();
  process.send({ sent });
  const left = Math.max(0, due());
  if (sent < until) setTimeout(speak, left);
  // A telephone hangs up no sooner than its last frame was said to its end.
  else setTimeout(() => process.send({ spoken: sent }), left);
}

process.on('message', (told) => {
  if (told.to) to = told.to;
  if (told.sound) sound = { from: told.sound.from, sides: told.sound.sides.map((one) => Buffer.from(one, 'base64')) };
  if (told.packet) sockets[0].send(Buffer.from(told.packet, 'base64'), to[0], '127.0.0.1');
  if (told.hush) until = sent;
  if ('speak' in told) {
    until = told.speak ?? Infinity;
    speak();
  }
});
process.once('disconnect', () => process.exit(0));
process.send({ ports: sockets.map((socket) => socket.address().port) });
