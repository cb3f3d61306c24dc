import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { endSlowBodies } from './body-deadline.js';

describe('the deadline of bodies', () => {
  let fastify: FastifyInstance;

  beforeAll(async () => {
    fastify = Fastify();
    endSlowBodies(fastify, { withinMs: 100, exempt: ({ routeOptions }) => routeOptions.url === '/long' });
    for (const path of ['/short', '/long']) fastify.post(path, async ({ body }) => body);
    await fastify.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => fastify.close());

  const begin = async (path: string): Promise<Socket> => {
    const socket = connect((fastify.server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(`POST ${path} HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n[`);
    return socket;
  };

  it('answers a body that stops half way with 408 and ends its connection, and leaves the exempt one to itself', async () => {
    const long = await begin('/long');
    const short = await begin('/short');
    let said = '';
    short.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(short, 'close');
    expect(said).toMatch(/^HTTP\/1\.1 408 .*"code":"request_timeout"/s);
    long.end(']');
    const [answer] = (await once(long, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /);
  });
});
