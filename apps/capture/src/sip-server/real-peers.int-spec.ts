import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hearSession, opusDecoder, sessionWave } from '#capture';
import { createLogger } from '#platform';
import { KeyStoreFixture } from '../../../../libs/platform/src/key-store/key-store.fixture.js';
import { RECEIVER_CERTIFICATE, RECEIVER_KEY } from '../../../../test/fixtures/receiver-test-certificate.js';
import { type EndedSession } from '../media/waiting-sessions.js';
import { KeyStock } from '../media/key-stock.js';
import { MediaSessions } from '../media/media-sessions.js';
import { MemoryPlane } from './memory-plane.fixture.js';
import { randomFresh } from './random-fresh.js';
import { SipServer } from './sip-server.js';

/** Telephones, a proxy and recording clients that others wrote, and what starts them: not part of the project. */
const BESIDE = join(import.meta.dirname, '../../../../../shared/telephony/kit');
/** Its scripts know themselves by their real place alone. */
const KIT = existsSync(BESIDE) ? realpathSync(BESIDE) : BESIDE;
const PEERS = ['kamailio', 'rtpengine', 'baresip', 'sipp'];
const PATH = `${process.env['PATH']}:/usr/sbin`;
const PJSIP = join(process.env['SIP_KIT_VENV'] ?? join(homedir(), '.cache/sip-kit/venv'), 'bin/python');

const onPath = (programme: string) => PATH.split(':').some((folder) => existsSync(join(folder, programme)));
const installed = PEERS.filter(onPath);
const whole = existsSync(KIT) && installed.length === PEERS.length;
const pjsip = existsSync(KIT) && existsSync(PJSIP);
if (!whole)
  console.warn(
    'SKIPPED: kit or peers (Kamailio, rtpengine, baresip, SIPp) are not here, so no call of theirs was recorded.',
  );
if (whole && !onPath('stunnel4'))
  console.warn('SKIPPED: stunnel4 is not here, so the telephones did not come over TLS.');
if (!pjsip) console.warn('SKIPPED: PJSIP is not here, so neither its client nor TLS with SDES was tried.');

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siprec-'));
  folders.push(folder);
  return folder;
}

/** Has a script of the kit offer a call. What was heard has to be each side's sound, to the bit unless its codec leaves none, in a channel of its own. */
async function offered(
  script: string,
  folder: string,
  options: readonly string[],
  wav: () => Buffer | Promise<Buffer>,
) {
  // It ends with 1 where the server did not answer as it must; result.json says how. PJSIP tells of every step.
  const given = [join(KIT, script), '--work', folder, ...options];
  await promisify(execFile)('sh', given, { maxBuffer: 256 * 1024 ** 2 }).catch(() => undefined);
  const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as { framesSent: object };
  // PJSIP tells no problems.
  expect({ problems: [], ...result }).toMatchObject({ signalling: 'ok', problems: [] });
  const heard = join(folder, 'heard.wav');
  writeFileSync(heard, await wav());
  const files = [heard, join(folder, 'A.wav'), join(folder, 'B.wav'), '--result', join(folder, 'result.json')];
  const compared = spawnSync(process.execPath, [join(KIT, 'compare.mjs'), ...files], { encoding: 'utf8' });
  expect([compared.status, compared.stdout]).toEqual([0, expect.any(String)]);
}

async function call(script: string, transport: 'udp' | 'tcp' | 'tls' | 'relayed', ...options: string[]) {
  const folder = newFolder();
  const [certificateFile, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  writeFileSync(certificateFile, RECEIVER_CERTIFICATE);
  writeFileSync(keyFile, RECEIVER_KEY);
  const plane = new MemoryPlane();
  const server = await SipServer.open(
    { host: '127.0.0.1', port: 0, peers: ['127.0.0.1'], calls: 10, tls: { port: 0, certificateFile, keyFile } },
    { media: plane, fresh: randomFresh, logger: createLogger('capture', 'silent'), now: () => new Date() },
  );
  try {
    await using relay = transport === 'relayed' ? await TlsRelay.to(server.ports.tls, folder) : null;
    const [port, over] = relay ? [relay.port, 'tcp'] : [server.ports[transport as 'udp'], transport];
    const to = ['--to', `127.0.0.1:${port}`, '--transport', over];
    await offered(script, folder, [...to, ...options], () => plane.wav());
    expect([plane.closed.length, server.figures.ended.get('bye'), plane.refused]).toEqual([1, 1, 0]);
    return plane;
  } finally {
    await server.close();
    plane.closeAll();
  }
}

/** SIPp of Debian speaks no TLS: stunnel takes its TCP, and speaks TLS for it. */
class TlsRelay implements AsyncDisposable {
  private constructor(
    readonly port: number,
    private readonly end: () => Promise<unknown>,
  ) {}

  static async to(tlsPort: number, folder: string): Promise<TlsRelay> {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    await new Promise((closed) => free.close(closed));
    const configuration = join(folder, 'stunnel.conf');
    const service = ['[siprec]', 'client = yes', `accept = 127.0.0.1:${port}`, `connect = 127.0.0.1:${tlsPort}`];
    writeFileSync(configuration, ['foreground = yes', 'syslog = no', 'pid =', ...service, ''].join('\n'));
    const stunnel = spawn('stunnel4', [configuration], { stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = once(stunnel, 'exit');
    let said = '';
    for await (const words of stunnel.stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      said += words;
      // Its ports are open then.
      if (said.includes('Configuration successful')) break;
    }
    stunnel.stderr.resume();
    if (stunnel.exitCode !== null) throw new Error(`stunnel ended: ${said}`);
    return new TlsRelay(port, () => (stunnel.kill(), ended));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end();
  }
}

/** How the streams stood, change by change: PJSIP confirms each with an UPDATE that changes nothing. */
const states = ({ plans }: MemoryPlane) =>
  plans
    .map(({ streams }) => streams.map(({ state }) => state).join(' '))
    .filter((state, n, all) => state !== all[n - 1]);
const BOTH = 'recording recording';
const HELD = 'paused paused';

(whole ? describe : describe.skip)('telephones through Kamailio and rtpengine, offered by SIPp', () => {
  it.each(['udp', 'tcp'] as const)('are recorded over %s, to the bit', async (transport) => {
    expect(states(await call('siprec-call.sh', transport, '--seconds', '4'))).toEqual([BOTH]);
  });

  it('are held and resumed, and nothing else is missing', async () => {
    expect(states(await call('siprec-call.sh', 'udp', '--hold', '--seconds', '6'))).toEqual([BOTH, HELD, BOTH]);
  });
});

(whole ? it : it.skip)(
  'telephones that speak Opus are captured into the spool and decoded, each side by itself',
  async () => {
    const place = await KeyStoreFixture.make();
    const onTrouble = (error: unknown) => {
      throw error;
    };
    const directory = join(place.directory, 'spool');
    const stock = await KeyStock.open({ keys: place.store, directory, size: 2, onTrouble });
    await stock.fill();
    const { media } = await MediaSessions.start({
      spool: { directory, keys: stock, limitBytes: 1e8, segmentBytes: 1e6 },
      sockets: { host: '127.0.0.1', ports: [24_100, 24_140] },
      ...{ calls: 2, now: Date.now, onTrouble },
    });
    const ended = new Promise<EndedSession>((resolve) => media.handOverTo(resolve));
    const parts = { media, fresh: randomFresh, logger: createLogger('capture', 'silent'), now: () => new Date() };
    const begun = ({ id }: { id: string }) => media.consent(id, 'given', new Date(), 'rule');
    const server = await SipServer.open(
      { host: '127.0.0.1', port: 0, peers: ['127.0.0.1'], calls: 2 },
      { ...parts, begun },
    );
    try {
      const options = ['--to', `127.0.0.1:${server.ports.udp}`, '--codec', 'opus', '--seconds', '4'];
      await offered('siprec-call.sh', newFolder(), options, async () => {
        const { frames } = await ended;
        const openKey = (keyId: string) => place.store.unwrap(keyId);
        const heard = (await hearSession(frames, openKey))!;
        expect(heard.streams.map(({ codecs, undecoded }) => [codecs, undecoded])).toEqual([
          [['opus'], 0],
          [['opus'], 0],
        ]);
        const reading = { frames, openKey, decodeOpus: opusDecoder({ allowUnsandboxed: true }) };
        const pieces: Buffer[] = [];
        for await (const piece of sessionWave(heard, heard.streams, reading)) pieces.push(piece);
        return Buffer.concat(pieces);
      });
    } finally {
      await server.close();
      await media.stop();
      await stock.close();
      await place.remove();
    }
  },
);

(whole && onPath('stunnel4') ? it : it.skip)(
  'telephones whose client comes through a TLS relay of Debian are recorded with keys for their sound, to the bit',
  async () => {
    const plane = await call('siprec-call.sh', 'relayed', '--srtp', '--seconds', '4');
    expect(plane.plans.at(-1)?.streams.map(({ srtp }) => srtp?.key.length)).toEqual([30, 30]);
  },
);

(pjsip ? describe : describe.skip)('PJSIP as the recording client', () => {
  it('offers inactive first, pauses and resumes', async () => {
    const plane = await call('pjsip-call.sh', 'udp', '--first-inactive', '--pause');
    expect(states(plane)).toEqual([HELD, BOTH, HELD, BOTH]);
    expect(plane.plans.at(-1)?.parties.map(({ extension }) => extension)).toEqual([null, '101']);
  });

  it('comes over TLS, with keys for its sound', async () => {
    const plane = await call('pjsip-call.sh', 'tls', '--srtp');
    expect(plane.plans.at(-1)?.streams.every(({ srtp }) => srtp !== null)).toBe(true);
  });
});
