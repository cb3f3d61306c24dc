import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { cutOffWhenOver } from './liveness-watch.js';

describe('cutting a response off', () => {
  let server: Server;
  let response: ServerResponse;
  let isLive: () => Promise<boolean>;

  beforeAll(async () => {
    server = createServer((_, answer) => {
      response = answer;
      cutOffWhenOver(answer, () => isLive());
      Readable.from(endless()).pipe(answer);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) yield Buffer.alloc(64 * 1024);
  }

  /** A client that has asked, got the first bytes, and then reads nothing: the system's buffers fill with sound. */
  const slowClient = async (): Promise<Socket> => {
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
    await once(client, 'readable');
    return client;
  };

  it.each<[string, () => Promise<boolean>]>([
    ['is over', () => Promise.resolve(false)],
    ['cannot be asked about', () => Promise.reject(new Error('the database is away'))],
    ['is asked about and there is no answer', () => new Promise<boolean>(() => undefined)],
  ])('resets the connection when the play %s, so that what lies in buffers is not sent', async (_, over) => {
    isLive = () => Promise.resolve(true);
    const client = await slowClient();
    isLive = over;
    await once(response, 'close');
    const before = client.bytesRead;
    client.on('error', () => undefined).resume();
    // Node 24 tells of a reset as an error, too.
    await new Promise((closed) => client.once('close', closed));
    // What the client’s own process had taken in already; closing instead of resetting would deliver megabytes here.
    expect(client.bytesRead - before).toBeLessThan(256 * 1024);
  });

  it('asks nothing about a client that had gone away before', async () => {
    isLive = () => Promise.resolve(false);
    (await slowClient()).on('error', () => undefined);
    await once(response, 'close');
    const timers = [jest.spyOn(globalThis, 'setInterval'), jest.spyOn(globalThis, 'setTimeout')];
    cutOffWhenOver(response, isLive);
    expect(timers.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    timers.forEach((timer) => timer.mockRestore());
  });
});
