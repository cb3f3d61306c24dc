import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** PostgreSQL's message of an end: length, then fields, each with its letter. */
const STARTING_UP = message({ S: 'FATAL', V: 'FATAL', C: '57P03', M: 'the database system is starting up' });

/** Sits in front of a database and passes everything on, until told that it is starting up: as a server says while it recovers. */
export class MoodyPostgres {
  private readonly open = new Set<Socket>();
  private away = false;
  private turnedAway = 0;
  private onTurnedAway: () => void = () => undefined;

  private constructor(
    readonly url: string,
    private readonly end: () => Promise<void>,
  ) {}

  static async before(databaseUrl: string): Promise<MoodyPostgres> {
    const target = new URL(databaseUrl);
    const server = createServer((client) => moody.take(client, target));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = new URL(databaseUrl);
    url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const moody = new MoodyPostgres(url.href, () => new Promise((closed) => void server.close(() => closed())));
    return moody;
  }

  /** Ends what is connected, and resolves when so many have been turned away since. */
  turnAway(times: number): Promise<void> {
    this.away = true;
    this.turnedAway = 0;
    for (const socket of this.open) socket.destroy();
    return new Promise((enough) => {
      this.onTurnedAway = () => this.turnedAway >= times && enough();
    });
  }

  recover(): void {
    this.away = false;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await this.end();
  }

  private take(client: Socket, { hostname, port }: URL): void {
    client.on('error', () => undefined);
    if (this.away) {
      client.once('data', () => client.end(STARTING_UP));
      this.turnedAway += 1;
      return this.onTurnedAway();
    }
    const behind = connect(Number(port), hostname);
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      this.open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => (this.open.delete(one), other.destroy()));
      one.pipe(other);
    }
  }
}

function message(fields: Record<string, string>): Buffer {
  const body = `${Object.entries(fields)
    .map(([letter, value]) => `${letter}${value}\0`)
    .join('')}\0`;
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(4 + Buffer.byteLength(body), 1);
  return Buffer.concat([head, Buffer.from(body)]);
}
