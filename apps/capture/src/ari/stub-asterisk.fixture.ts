import { createHash } from 'node:crypto';
import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';
import { type AriBridge, type AriChannel, type AriEvent } from './ari-calls.rules.js';

const [USER, PASSWORD] = ['shouwen', 'local-only'];
const FRAMES = 10;

/** The REST interface of an Asterisk as its documentation has it, and its events; what it is bridged with, it sends as RTP. */
export class StubAsterisk {
  channels: AriChannel[] = [];
  bridges: AriBridge[] = [];
  /** What was asked, `POST /channels/1/snoop`. */
  readonly asked: string[] = [];
  /** What is asked and matches gets 500. */
  refuses: RegExp | null = null;
  /** Answers wait for it. */
  gate: Promise<void> = Promise.resolve();
  readonly #http = createServer((request, answer) => {
    void this.#answer(request).then(
      (body) => answer.end(body === null ? '' : JSON.stringify(body)),
      (error: Error) => ((answer.statusCode = Number(error.message)), answer.end()),
    );
  });
  readonly #senders = new Map<string, { socket: UdpSocket; to: { host: string; port: number } }>();
  #events: Socket | null = null;
  /** Every connection of events there was: the server forgets what it has handed over. */
  readonly #upgraded = new Set<Socket>();

  static async start(): Promise<StubAsterisk> {
    const stub = new StubAsterisk();
    stub.#http.on('upgrade', (request: IncomingMessage, socket: Socket) => {
      const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
      const accept = createHash('sha1').update(key).digest('base64');
      const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
      socket.write([...head, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n'));
      socket.on('error', () => undefined);
      stub.asked.push(`EVENTS ${request.url}`);
      stub.#events = socket;
      stub.#upgraded.add(socket);
    });
    stub.#http.listen(0, '127.0.0.1');
    await once(stub.#http, 'listening');
    return stub;
  }

  get access() {
    const { port } = this.#http.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/ari`, user: USER, password: PASSWORD };
  }

  tell(event: AriEvent | string): void {
    const text = Buffer.from(typeof event === 'string' ? event : JSON.stringify(event));
    const head = Buffer.from([0x81, 126, 0, 0]);
    head.writeUInt16BE(text.length, 2);
    this.#events?.write(text.length < 126 ? Buffer.from([0x81, text.length]) : head);
    this.#events?.write(text);
  }

  /** The connection that events go through is lost. */
  lose(): void {
    this.#events?.destroy();
  }

  close(): void {
    for (const socket of this.#upgraded) socket.destroy();
    this.#http.closeAllConnections();
    this.#http.close();
    for (const { socket } of this.#senders.values()) socket.close();
  }

  async #answer({ method, url, headers }: IncomingMessage): Promise<unknown> {
    const { pathname, searchParams: query } = new URL(url ?? '', 'http://stub');
    const path = pathname.replace('/ari', '');
    this.asked.push(`${method} ${path}`);
    await this.gate;
    if (headers.authorization !== `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`)
      throw new Error('401');
    if (path === '/channels') return this.channels;
    if (path === '/bridges' && method === 'GET') return this.bridges;
    if (this.refuses?.test(path)) throw new Error('500');
    const id = query.get('snoopId') ?? query.get('channelId');
    if (id) {
      if (query.has('external_host')) await this.#sender(id, new URL(`rtp://${query.get('external_host')}`));
      this.tell({ type: 'StasisStart', channel: { id, name: `Snoop/${id}` } });
      return { id };
    }
    const end = this.#senders.get(path.split('/')[2] ?? '')?.socket.address();
    if (end) return { value: query.get('variable')?.endsWith('PORT') ? String(end.port) : end.address };
    for (const one of query.get('channel')?.split(',') ?? []) this.#send(one);
    return null;
  }

  async #sender(id: string, { hostname: host, port }: URL): Promise<void> {
    const socket = createSocket('udp4');
    this.#senders.set(id, { socket, to: { host, port: Number(port) } });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
  }

  #send(id: string): void {
    const sender = this.#senders.get(id);
    for (let n = 0; sender && n < FRAMES; n++) {
      const head = Buffer.alloc(12);
      head.writeUInt16BE(0x80_08, 0);
      head.writeUInt16BE(n, 2);
      head.writeUInt32BE(n * 160, 4);
      sender.socket.send(Buffer.concat([head, Buffer.alloc(160, n + 1)]), sender.to.port, sender.to.host);
    }
  }
}
