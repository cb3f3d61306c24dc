import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { createLogger } from '#platform';
import { RECEIVER_CERTIFICATE, RECEIVER_KEY } from '../../../../test/fixtures/receiver-test-certificate.js';
import { MemoryPlane } from './memory-plane.fixture.js';
import { randomFresh } from './random-fresh.js';
import { SipServer, type SipServerSettings } from './sip-server.js';

const OPTIONS =
  'OPTIONS sip:srs SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:5060;rport;branch=z9hG4bK1\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n';

describe('the SIP server on its sockets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sip-server-'));
  const [certificateFile, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const opened: { close(): unknown }[] = [];
  beforeAll(() => {
    writeFileSync(certificateFile, RECEIVER_CERTIFICATE);
    writeFileSync(keyFile, RECEIVER_KEY);
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function open(settings: Partial<SipServerSettings> = {}): Promise<SipServer> {
    const server = await SipServer.open(
      { host: '127.0.0.1', port: 0, peers: ['127.0.0.1'], calls: 5, ...settings },
      {
        media: new MemoryPlane(),
        fresh: randomFresh,
        logger: createLogger('capture', 'silent'),
        now: () => new Date(),
      },
    );
    opened.push(server);
    return server;
  }
  const followed = (socket: Socket): Socket => {
    opened.push({ close: () => socket.destroy() });
    return socket.on('error', () => undefined);
  };
  const said = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);

  it('answers over UDP whom it lists, and counts strangers without an answer', async () => {
    const server = await open();
    const [listed, stranger] = [createSocket('udp4'), createSocket('udp4')];
    opened.push(listed, stranger);
    stranger.bind(0, '127.0.0.2');
    await once(stranger, 'listening');
    const answers: string[] = [];
    stranger.on('message', (bytes) => answers.push(String(bytes)));
    stranger.send(OPTIONS, server.ports.udp, '127.0.0.1');
    listed.send(OPTIONS.replace('TCP', 'UDP'), server.ports.udp, '127.0.0.1');
    const [answer] = (await once(listed, 'message')) as [Buffer];
    expect(String(answer)).toMatch(/^SIP\/2\.0 200 OK\r\n/);
    expect([server.figures.dropped.get('stranger'), answers]).toEqual([1, []]);
  });

  it('follows a TCP stream through pieces and keep-alives, and drops one that it cannot follow', async () => {
    const server = await open();
    const client = followed(connect(server.ports.tcp, '127.0.0.1'));
    client.write('\r\n\r\n');
    expect(await said(client)).toBe('\r\n');
    client.write(OPTIONS.slice(0, 60));
    client.write(OPTIONS.slice(60));
    expect(await said(client)).toMatch(/^SIP\/2\.0 200 OK\r\n/);
    client.write('OPTIONS sip:srs SIP/2.0\r\nVia: x\r\n\r\n');
    await once(client, 'close');
    expect(server.figures.dropped.get('broken_stream')).toBe(1);
  });

  it('cuts a TCP stranger off, and with TLS before a handshake', async () => {
    const server = await open({ peers: ['127.0.0.2'], tls: { port: 0, certificateFile, keyFile } });
    for (const port of [server.ports.tcp, server.ports.tls])
      await once(followed(connect(port, '127.0.0.1')).resume(), 'close');
    expect(server.figures.dropped.get('stranger')).toBe(2);
  });

  it('takes an unlisted client with a certificate of a known authority, and none without', async () => {
    const tls = { port: 0, certificateFile, keyFile, clientCaFile: certificateFile };
    const server = await open({ peers: ['127.0.0.2'], tls });
    const given = { port: server.ports.tls, host: '127.0.0.1', rejectUnauthorized: false };
    const known = followed(connectTls({ ...given, cert: RECEIVER_CERTIFICATE, key: RECEIVER_KEY }));
    known.write(OPTIONS.replace('TCP', 'TLS'));
    expect(await said(known)).toMatch(/^SIP\/2\.0 200 OK\r\n/);
    await once(followed(connectTls(given)).resume(), 'close');
    expect(server.figures.dropped.get('stranger')).toBe(1);
  });

  it('says what it refuses to whom, and that it stops', async () => {
    const server = await open();
    const client = followed(connect(server.ports.tcp, '127.0.0.1'));
    client.write(OPTIONS.replaceAll('OPTIONS', 'INVITE'));
    expect(await said(client)).toMatch(/^SIP\/2\.0 421 /);
    expect(server.figures.peer('127.0.0.1')).toMatchObject({
      lastInviteAt: expect.any(Date),
      lastRefusal: { why: 'not_siprec' },
    });
    server.stop();
    client.write(OPTIONS.replace('z9hG4bK1', 'z9hG4bK2'));
    expect(await said(client)).toMatch(/^SIP\/2\.0 503 /);
  });
});
