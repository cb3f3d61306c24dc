import { createSocket, type Socket } from 'node:dgram';
import { isIP } from 'node:net';

export interface Datagrams {
  readonly port: number;
  send(bytes: Buffer, address: string, port: number): void;
  /** After what is to be sent is sent. */
  close(): Promise<void>;
}

/** A kernel buffer that outlasts a stall of the process. */
const RECEIVE_BUFFER = 1024 * 1024;

/** SIP over UDP. */
export async function openDatagrams(
  host: string,
  port: number,
  receive: (bytes: Buffer, address: string, port: number) => void,
): Promise<Datagrams> {
  const socket = createSocket({ type: isIP(host) === 6 ? 'udp6' : 'udp4', recvBufferSize: RECEIVE_BUFFER });
  await bound(socket, host, port);
  socket.on('message', (bytes, from) => receive(bytes, from.address, from.port));
  // Of a client that is gone the kernel tells by an error at some later call: nothing follows from it.
  socket.on('error', () => undefined);
  const unsent = new Set<Promise<void>>();
  return {
    port: socket.address().port,
    send: (bytes, address, to) => {
      // What cannot be sent, to port 0 or after the end, is lost as any datagram may be: its client asks again.
      const sent = new Promise<void>((resolve) => socket.send(bytes, to, address, () => resolve())).catch(
        () => undefined,
      );
      unsent.add(sent);
      void sent.then(() => unsent.delete(sent));
    },
    close: async () => {
      await Promise.all(unsent);
      await new Promise<void>((resolve) => socket.close(() => resolve()));
    },
  };
}

const bound = (socket: Socket, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, host, () => {
      socket.removeListener('error', reject);
      resolve();
    });
  });
