import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { EMPTY_FRAMING, takeBytes } from '#capture';
import { plainAddress } from '#platform';
import { type SipPeers } from './sip-peers.js';

export interface TlsFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
  /** Authorities of clients: with a certificate of theirs a client need not be listed. */
  readonly clientCaFile?: string | undefined;
}

export interface ConnectionHandlers {
  receive(bytes: Buffer, from: { address: string; port: number; connection: number }): void;
  /** Does it, whatever it throws. */
  survive(work: () => void): void;
  dropped(why: 'stranger' | 'too_many_connections' | 'broken_stream'): void;
}

const MOST_CONNECTIONS = 1000;
/** A client that takes nothing any more is cut off, bytes. */
const MOST_UNSENT = 1024 * 1024;
/** Half of a message is waited for so long, and a silent connection kept, milliseconds: sessions outlive their connection. */
const IDLE_MS = 4 * 60 * 60_000;

/** Not from 1: a session that a former process kept names a connection of that process. */
let lastConnection = Date.now();

/** SIP over TCP or TLS: connections by number, cut into messages. */
export class Connections {
  private readonly open = new Map<number, Socket>();
  private server: Server | undefined;

  constructor(
    private readonly peers: SipPeers,
    private readonly handlers: ConnectionHandlers,
  ) {}

  async listen(host: string, port: number, tls?: TlsFiles): Promise<number> {
    const server = tls ? this.tlsServer(tls) : createServer((socket) => this.accept(socket, true));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.removeListener('error', reject);
        resolve();
      });
    });
    server.on('error', () => undefined);
    return (server.address() as AddressInfo).port;
  }

  private tlsServer({ certificateFile, keyFile, clientCaFile }: TlsFiles): Server {
    const server = createTlsServer(
      {
        cert: readFileSync(certificateFile),
        key: readFileSync(keyFile),
        ...(clientCaFile && { ca: readFileSync(clientCaFile), requestCert: true }),
        rejectUnauthorized: false,
        minVersion: 'TLSv1.2',
        handshakeTimeout: 10_000,
      },
      (socket: TLSSocket) => this.accept(socket, !socket.authorized),
    );
    // Without an authority of clients no certificate would help a stranger: not even a handshake is spent on one.
    if (!clientCaFile) server.on('connection', (socket: Socket) => this.turnAway(socket));
    server.on('tlsClientError', () => undefined);
    return server;
  }

  private turnAway(socket: Socket): boolean {
    if (this.peers.has(socket.remoteAddress ?? '')) return false;
    this.handlers.dropped('stranger');
    socket.on('error', () => undefined).destroy();
    return true;
  }

  private accept(socket: Socket, mustBeListed: boolean): void {
    socket.on('error', () => socket.destroy());
    if (mustBeListed && this.turnAway(socket)) return;
    if (this.open.size >= MOST_CONNECTIONS) {
      this.handlers.dropped('too_many_connections');
      socket.destroy();
      return;
    }
    const connection = ++lastConnection;
    this.open.set(connection, socket);
    socket.on('close', () => this.open.delete(connection));
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    socket.setNoDelay(true);
    this.follow(socket, connection);
  }

  private follow(socket: Socket, connection: number): void {
    const from = { address: plainAddress(socket.remoteAddress ?? ''), port: socket.remotePort ?? 0, connection };
    let framing = EMPTY_FRAMING;
    const take = (chunk: Buffer): void => {
      const framed = takeBytes(framing, chunk);
      framing = framed.rest;
      if (framed.pings > 0) this.send(connection, Buffer.from('\r\n'));
      for (const bytes of framed.messages) this.handlers.receive(bytes, from);
      if (!framed.broken) return;
      this.handlers.dropped('broken_stream');
      socket.destroy();
    };
    socket.on('data', (chunk) => this.handlers.survive(() => take(chunk)));
  }

  /** What is sent to a connection that is gone is lost: its client asks again over another. */
  send(connection: number, bytes: Buffer): void {
    const socket = this.open.get(connection);
    if (!socket) return;
    if (socket.writableLength > MOST_UNSENT) socket.destroy();
    else socket.write(bytes);
  }

  async close(): Promise<void> {
    for (const socket of this.open.values()) socket.destroySoon();
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}
