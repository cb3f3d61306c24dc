import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type MediaPlane } from '#capture';
import { createLogger } from '#platform';
import { openDatagrams } from './datagrams.js';
import { randomFresh } from './random-fresh.js';
import { SipServer } from './sip-server.js';

const options = (branch: string) =>
  `OPTIONS sip:srs SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:5060;rport;branch=z9hG4bK${branch}\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n`;

describe('the SIP server, whatever comes', () => {
  let client: Socket;
  let server: SipServer;
  /** Run each time the server asks for the time: in the middle of taking a message. */
  let meanwhile: () => void;
  let tick: () => void;

  beforeEach(async () => {
    meanwhile = () => undefined;
    jest.spyOn(globalThis, 'setInterval').mockImplementation((work) => {
      tick = work;
      return {} as NodeJS.Timeout;
    });
    client = createSocket('udp4');
    server = await SipServer.open(
      { host: '127.0.0.1', port: 0, peers: ['127.0.0.1'], calls: 5 },
      {
        ...{ media: {} as MediaPlane, fresh: randomFresh, logger: createLogger('capture', 'silent') },
        now: () => {
          meanwhile();
          return new Date();
        },
      },
    );
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    client.close();
    await server.close().catch(() => undefined);
  });

  it('answers the next message after one and a tick at which it threw', async () => {
    let met = 0;
    meanwhile = () => {
      met += 1;
      throw new TypeError('a fault of ours');
    };
    tick();
    client.send(options('1'), server.ports.udp, '127.0.0.1');
    while (met < 2) await new Promise((done) => setImmediate(done));
    expect(Object.fromEntries(server.faults.counts)).toEqual({ tick: 1, datagram: 1 });
    meanwhile = () => undefined;
    client.send(options('2'), server.ports.udp, '127.0.0.1');
    const [answer] = (await once(client, 'message')) as [Buffer];
    expect(String(answer)).toMatch(/^SIP\/2\.0 200 OK\r\n/);
  });

  it('tells a client that comes while it closes to go elsewhere, and closes', async () => {
    const closed = new Promise<void>((done) => {
      meanwhile = () => {
        meanwhile = () => undefined;
        done(server.close());
      };
    });
    client.send(options('3'), server.ports.udp, '127.0.0.1');
    await closed;
    expect(server.figures.refused.get('stopping')).toBe(1);
  });
});

it('a datagram that cannot be sent is lost, and nothing else with it', async () => {
  const datagrams = await openDatagrams('127.0.0.1', 0, () => undefined);
  datagrams.send(Buffer.from('to no port'), '127.0.0.1', 0);
  await datagrams.close();
  datagrams.send(Buffer.from('after the end'), '127.0.0.1', 5060);
  // What is rejected unhandled fails the test once the microtasks have run.
  await new Promise((done) => setImmediate(done));
});
