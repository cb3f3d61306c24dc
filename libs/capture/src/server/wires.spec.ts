import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerOf, ScriptedServer, TLS, UDP, type Said } from './scripted-server.fixture.js';

const FOLDER = 'test/fixtures/siprec';
const namesIn = (folder: string): string[] =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => /^\d/.test(name))
    .sort();
const wire = (folder: string, name: string): string => readFileSync(join(FOLDER, folder, name), 'utf8');

/** Sends what a client once sent, in its order; in place of the tag of the server that it talked to, ours. */
function replay(folder: string): { said: Said[]; server: ScriptedServer } {
  const server = new ScriptedServer();
  let tag = '';
  const said = namesIn(folder).map((name) => {
    const now = server.send(wire(folder, name).replace(/^(To:.*);tag=srs1/m, `$1;tag=${tag}`));
    tag ||= /;tag=(\w+)/.exec(headerOf(now, 'to') ?? '')?.[1] ?? '';
    server.at += 5;
    return now;
  });
  return { said, server };
}

const states = ({ plan }: Said) => plan?.streams.map(({ state }) => state).join(' ');
const directions = ({ sdp }: Said) => [...sdp.matchAll(/^a=(recvonly|inactive)\r$/gm)].map(([, one]) => one).join(' ');
const BOTH = 'recording recording';
const HELD = 'paused paused';

describe('what real clients sent', () => {
  it.each(['opensips-hold-resume', 'opensips-hold-lost', 'pjsip-inactive-first', 'rtpengine'])(
    '%s is answered with 200 to its end, and leaves nothing behind',
    (folder) => {
      const { said, server } = replay(folder);
      expect(said.map(({ status }) => status)).toEqual(namesIn(folder).map(() => 200));
      expect(said.at(-1)?.closed).toBe('bye');
      expect(server.server.size).toBe(0);
    },
  );

  it('OpenSIPS holds and resumes in pairs, the version of its description unchanged', () => {
    const { said } = replay('opensips-hold-resume');
    expect(said.map(states)).toEqual([BOTH, HELD, HELD, 'paused recording', BOTH, undefined]);
    expect(said.slice(0, 5).map(directions)).toEqual([
      'recvonly recvonly',
      'inactive inactive',
      'inactive inactive',
      'inactive recvonly',
      'recvonly recvonly',
    ]);
    expect(said[0]?.plan?.parties.map(({ label, extension }) => [label, extension])).toEqual([
      ['0', '1002'],
      ['1', '1001'],
    ]);
  });

  it('the ports stay the same through hold and resume', () => {
    for (const folder of ['opensips-hold-resume', 'pjsip-inactive-first', 'rtpengine']) {
      const ports = replay(folder).said.flatMap(({ plan }) =>
        plan ? [plan.streams.map(({ localPort }) => localPort).join()] : [],
      );
      expect([folder, new Set(ports).size]).toEqual([folder, 1]);
    }
  });

  it('PJSIP offers inactive first, metadata before the SDP, and 120 for telephone events', () => {
    const { said } = replay('pjsip-inactive-first');
    expect(said.map(states)).toEqual([HELD, BOTH, HELD, BOTH, undefined]);
    expect(said[0]?.plan?.streams[0]?.payloads.get(120)).toEqual({
      codec: 'telephone-event',
      clockRate: 8000,
      channels: 1,
    });
    expect(said[0]?.plan?.parties.map(({ name, extension }) => [name, extension])).toEqual([
      ['陈美玲', null],
      ['Wang Min', '101'],
    ]);
    expect(headerOf(said[0]!, 'session-expires')).toBe('1800;refresher=uac');
  });

  it('rtpengine names the telephones as sources, which agree with the metadata', () => {
    const { said } = replay('rtpengine');
    expect(said[0]?.plan?.parties).toMatchObject([
      { label: '0', aor: 'sip:1002@127.0.0.1:21004', extension: '1002' },
      { label: '1', aor: 'sip:1001@127.0.0.1:21004', extension: '1001' },
    ]);
    expect(said[0]?.plan?.streams.map(({ from }) => from)).toEqual([
      { address: '127.0.0.1', port: 21_148 },
      { address: '127.0.0.1', port: 21_162 },
    ]);
  });

  it.each([
    ['invite-g722.sip', 9, { codec: 'G722', clockRate: 8000, channels: 1 }],
    ['invite-opus.sip', undefined, { codec: 'opus', clockRate: 48_000, channels: 2 }],
  ])('%s is taken with its codec', (name, number, format) => {
    const { plan, status } = new ScriptedServer().send(wire('rtpengine', name));
    const payloads = plan?.streams[0]?.payloads ?? new Map();
    expect(status).toBe(200);
    expect(number === undefined ? [...payloads.values()] : [payloads.get(number)]).toContainEqual(format);
  });

  it('SDES keys of rtpengine are taken over TLS and refused over UDP', () => {
    const invite = wire('rtpengine', 'invite-srtp.sip');
    expect(new ScriptedServer().send(invite, UDP).status).toBe(488);
    const secret = new ScriptedServer().send(invite.replace('SIP/2.0/UDP', 'SIP/2.0/TLS'), TLS);
    expect(secret.plan?.streams.map(({ srtp }) => srtp?.key.toString('base64'))).toEqual([
      'Hj8kt++TlKfAL6l1m3exgxJ1pAltL4Kbt60Puki2',
      'mAqMa1BDGRu01e4feNY5vL0lrT5ctFHSkU3tLCjL',
    ]);
  });
});
