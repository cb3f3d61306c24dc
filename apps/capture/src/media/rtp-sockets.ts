import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { type TransportAddress } from '#capture';

/** Holds a stream's packets through a stall of many seconds; a socket's own buffer is what loses none. */
export const WANTED_BUFFER_BYTES = 1024 * 1024;

/** Why packets could be lost in a stall: what the kernel gave, where it is less than sockets want, bytes; null: it is not. */
export const smallBuffer = (given: number | null): number | null =>
  given !== null && given < WANTED_BUFFER_BYTES ? given : null;

export type OnPacket = (from: TransportAddress, bytes: Buffer) => void;

export interface RtpSocketsOptions {
  readonly host: string;
  /** First and last port. */
  readonly ports: readonly [number, number];
  readonly onTrouble: (error: unknown) => void;
}

/** UDP sockets on even ports, one for each stream. A port that was just left is taken again last: what is still sent to it is no one's. */
export class RtpSockets {
  #next: number;
  /** What the kernel gave the last socket, bytes; null before the first. */
  bufferBytes: number | null = null;

  constructor(private readonly options: RtpSocketsOptions) {
    this.#next = evenFrom(options.ports[0]);
  }

  /**
   * A socket for each stream, or none at all: what was bound is let go where another cannot be.
   *
   * @param wanted port null: any
   * @returns null where a port is not free
   */
  async bindAll(wanted: readonly { port: number | null; onPacket: OnPacket }[]): Promise<Socket[] | null> {
    const bound: Socket[] = [];
    try {
      for (const { port, onPacket } of wanted) {
        const socket = await (port === null ? this.bindAny(onPacket) : this.bind(port, onPacket));
        if (!socket) break;
        bound.push(socket);
      }
      return bound.length === wanted.length ? bound.splice(0) : null;
    } finally {
      for (const one of bound) one.close();
    }
  }

  /** @returns null where no port of the range is free */
  async bindAny(onPacket: OnPacket): Promise<Socket | null> {
    const [first, last] = this.options.ports;
    for (let tries = 0; tries <= (last - first) / 2; tries++) {
      const port = this.#next;
      this.#next = port + 2 > last ? evenFrom(first) : port + 2;
      const socket = await this.bind(port, onPacket);
      if (socket) return socket;
    }
    return null;
  }

  /** @returns null where another has the port */
  bind(port: number, onPacket: OnPacket): Promise<Socket | null> {
    const socket = createSocket({ type: isIPv6(this.options.host) ? 'udp6' : 'udp4' });
    return new Promise((resolve, reject) => {
      socket.once('error', (error: NodeJS.ErrnoException) => {
        socket.close();
        if (error.code === 'EADDRINUSE') resolve(null);
        else reject(error);
      });
      socket.bind({ address: this.options.host, port, exclusive: true }, () => {
        socket.removeAllListeners('error');
        socket.on('error', this.options.onTrouble);
        socket.on('message', (bytes, from) => onPacket(from, bytes));
        this.#widen(socket);
        resolve(socket);
      });
    });
  }

  /** Linux counts what it adds for itself: it says twice what was asked for, where it gave that. */
  #widen(socket: Socket): void {
    try {
      socket.setRecvBufferSize(WANTED_BUFFER_BYTES);
      this.bufferBytes = Math.floor(socket.getRecvBufferSize() / 2);
    } catch (error) {
      this.options.onTrouble(error);
    }
  }
}

const evenFrom = (port: number): number => port + (port % 2);
