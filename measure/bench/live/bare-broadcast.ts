/** A socket.io server that does nothing but pass on what it is told to all who are there: what the floor is measured beside. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { SOCKET_PATH } from '#contracts';

const http = createServer();
const io = new Server(http, { path: SOCKET_PATH, serveClient: false });
io.on('connection', (socket) => void socket.emit('floor', { set: {} }));
process.on('message', (frame) => void io.emit('floor', frame));
process.once('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1');
await once(http, 'listening');
process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
