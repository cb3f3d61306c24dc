import { readMessage } from '../sip/read-message.rules.js';
import { ServerTransactions } from './server-transactions.rules.js';
import { deserialize, serialize } from 'node:v8';
import { type RecordingSession } from './recording-session.js';
import { headerOf, ScriptedServer, TLS, UDP, type Said } from './scripted-server.fixture.js';
import { invite, request, sdpPart } from './siprec-client.fixture.js';

const tagIn = (said: Said): string => /;tag=(\w+)/.exec(headerOf(said, 'to') ?? '')?.[1] ?? '';
const bytesOf = (said: Said): string[] =>
  said.effects.flatMap((effect) => (effect.do === 'send' ? [effect.bytes.toString()] : []));

function running(headers: string[] = []) {
  const server = new ScriptedServer();
  const to = tagIn(server.send(invite({ headers })));
  server.send(request({ method: 'ACK', to }));
  return { server, to };
}

describe('transactions', () => {
  it('answers a request that comes again with the same bytes, and does nothing twice', () => {
    const server = new ScriptedServer();
    const first = invite({ branch: 'z9hG4bK-a' });
    const answered = bytesOf(server.send(first)).at(-1);
    const again = server.send(first);
    expect([bytesOf(again), again.plan]).toEqual([[answered], undefined]);
    const to = /;tag=(tag\d+)/.exec(answered ?? '')?.[1] ?? '';
    const bye = request({ method: 'BYE', sequence: 2, to });
    expect(server.send(bye).closed).toBe('bye');
    const byeAgain = server.send(bye);
    expect([byeAgain.status, byeAgain.closed]).toEqual([200, undefined]);
  });

  it('answers where a client asks to be answered: at the port of its Via, or of its packet', () => {
    const flowOf = (via: string) =>
      new ScriptedServer()
        .send(invite({ via }), { ...UDP, port: 33_000 })
        .effects.flatMap((one) => (one.do === 'send' ? [one.flow.port] : []))[0];
    expect(flowOf('Via: SIP/2.0/UDP sbc.example:5062;branch=z9hG4bK1')).toBe(5062);
    expect(flowOf('v: SIP/2.0/UDP sbc.example;branch=z9hG4bK1')).toBe(5060);
    expect(flowOf('Via: SIP / 2.0 / UDP sbc.example:5062;rport;branch=z9hG4bK1')).toBe(33_000);
    const told = new ScriptedServer().send(invite({ via: 'Via: SIP/2.0/UDP 10.0.0.1:5062;rport;branch=z9hG4bK1' }));
    expect(headerOf(told, 'via')).toBe('SIP/2.0/UDP 10.0.0.1:5062;rport=5060;branch=z9hG4bK1;received=192.0.2.7');
  });

  it('repeats a 200 until it is acknowledged, and without an end gives up', () => {
    const server = new ScriptedServer();
    const to = tagIn(server.send(invite()));
    expect([500, 1000, 999, 1].map((ms) => server.after(ms).responses.length)).toEqual([1, 1, 0, 0]);
    server.send(request({ method: 'ACK', to }));
    expect(server.after(10_000).responses).toEqual([]);
    const deaf = new ScriptedServer();
    deaf.send(invite());
    const given = deaf.after(32_000);
    expect([given.closed, given.requests]).toEqual(['unacknowledged', ['BYE']]);
  });

  it('does not end a recording whose sound comes, though its ACK never did', () => {
    const server = new ScriptedServer();
    server.heard = () => server.at;
    server.send(invite());
    expect(server.after(10_000).requests).toEqual(['OPTIONS']);
    const answer = bytesOf(server.after(600))
      .at(-1)!
      .replace(/^OPTIONS .*/, 'SIP/2.0 200 OK');
    expect(server.send(answer).effects).toMatchObject([{ do: 'proved' }, { do: 'keep' }]);
    expect([server.after(32_000).closed, server.after(60_000).requests]).toEqual([undefined, []]);
  });

  it('repeats a refusal until it is acknowledged', () => {
    const server = new ScriptedServer();
    const branch = 'z9hG4bK-no';
    expect(server.send(invite({ branch, require: 'siprec, unheard-of' })).status).toBe(420);
    expect(server.after(500).status).toBe(420);
    server.send(request({ method: 'ACK', branch }));
    expect(server.after(4000).responses).toEqual([]);
  });

  it('keeps answers no longer than clients repeat', () => {
    const { server, to } = running();
    const options = request({ method: 'OPTIONS', sequence: 2, to });
    server.send(options);
    server.after(32_000);
    expect(server.send(options).responses).toHaveLength(1);
  });
});

describe('requests that cannot be taken', () => {
  it.each([
    ['an extension that is not known', invite({ require: 'siprec, unheard-of' }), 420],
    [
      'no sign of a recording client',
      request({ parts: [sdpPart([{}])], require: null, contact: '<sip:a@192.0.2.7>' }),
      421,
    ],
    ['no offer', request({}), 488],
    ['an offer without streams', invite({ parts: [sdpPart([])] }), 488],
    ['an offer of DTLS alone', invite({ parts: [sdpPart([{ protocol: 'UDP/TLS/RTP/SAVP' }])] }), 488],
    ['SDP that is none', invite({ parts: ['Content-Type: application/sdp\r\n\r\nhello'] }), 400],
    ['no tag of the client', invite().replace(';tag=client', ''), 400],
    ['another method in CSeq', invite().replace('CSeq: 1 INVITE', 'CSeq: 1 BYE'), 400],
    ['a dialog that is none', request({ method: 'BYE', to: 'none' }), 481],
    ['a CANCEL of nothing', request({ method: 'CANCEL' }), 481],
    ['a registration', request({ method: 'REGISTER' }), 405],
    ['a method that is none', request({ method: 'FETCH' }), 501],
  ])('%s', (_, message, status) => {
    const { server } = running();
    const said = server.send(message.replace('Call-ID: call-1', 'Call-ID: another'));
    expect([said.status, said.plan]).toEqual([status, undefined]);
    expect(said.effects.at(-1)).toMatchObject({ do: 'refuse', status });
  });

  it('the same INVITE by another way is no second session', () => {
    const server = new ScriptedServer();
    server.send(invite());
    expect(server.send(invite()).status).toBe(482);
    expect(server.send(invite({ sequence: 2 })).status).toBe(200);
  });
});

describe('session timers', () => {
  const TIMED = ['Supported: timer', 'Session-Expires: 90;refresher=uac'];

  it('ends a session that is neither refreshed nor heard, and none that is', () => {
    const { server, to } = running(TIMED);
    server.after(89_000);
    const refreshed = server.send(request({ method: 'UPDATE', sequence: 2, to, headers: TIMED }));
    expect([refreshed.status, headerOf(refreshed, 'session-expires'), refreshed.sdp]).toEqual([
      200,
      '90;refresher=uac',
      '',
    ]);
    expect(server.after(121_000).closed).toBeUndefined();
    const over = server.after(1000);
    expect([over.closed, over.requests.at(-1)]).toEqual(['expired', 'BYE']);
    const sounding = running(TIMED).server;
    sounding.heard = () => sounding.at;
    expect(sounding.after(500_000).closed).toBeUndefined();
  });

  it('refreshes itself where the client asks for it', () => {
    const asked = ['Supported: timer', 'Allow: INVITE, UPDATE', 'Session-Expires: 120;refresher=uas'];
    const { server } = running(asked);
    expect(server.after(59_000).requests).toEqual([]);
    expect(server.after(1000).requests).toEqual(['UPDATE']);
    const unable = new ScriptedServer().send(invite({ headers: asked.filter((line) => !line.startsWith('Allow')) }));
    expect(headerOf(unable, 'session-expires')).toBeUndefined();
  });

  it('gives a session up that was without any sign for a quarter of an hour', () => {
    const { server } = running();
    for (let minute = 1; minute < 15; minute++) expect(server.after(60_000).closed).toBeUndefined();
    expect(server.after(60_000)).toMatchObject({ closed: 'lost' });
  });
});

describe('an UPDATE', () => {
  it('brings an offer or metadata alone', () => {
    const { server, to } = running();
    const held = server.send(
      request({ method: 'UPDATE', sequence: 2, to, parts: [sdpPart([{ direction: 'inactive' }, {}])] }),
    );
    expect(held.plan?.streams.map(({ state }) => state)).toEqual(['paused', 'recording']);
    const partial = `<recording><datamode>partial</datamode><participant participant_id="a"><nameID aor="sip:102@pbx.example"/></participant></recording>`;
    const told = server.send(
      request({
        method: 'UPDATE',
        sequence: 3,
        to,
        parts: [`Content-Type: application/rs-metadata\r\n\r\n${partial}`],
      }),
    );
    expect([told.status, told.sdp, told.plan?.parties.map(({ extension }) => extension)]).toEqual([
      200,
      '',
      [null, '102'],
    ]);
  });

  it('may be one that is no SDP: then the session goes on as it was', () => {
    const { server, to } = running();
    expect(
      server.send(request({ method: 'UPDATE', sequence: 2, to, parts: ['Content-Type: application/sdp\r\n\r\nx'] }))
        .status,
    ).toBe(400);
    expect(server.send(request({ method: 'BYE', sequence: 3, to }))).toMatchObject({ status: 200, closed: 'bye' });
  });
});

it('ends a session with a BYE along the way that it came', () => {
  const server = new ScriptedServer();
  const headers = ['Record-Route: <sip:proxy.example;lr>', 'Session-Expires: 90'];
  const to = tagIn(server.send(invite({ headers })));
  server.send(request({ method: 'ACK', to }));
  const bye = bytesOf(server.after(122_000)).at(-1);
  expect(bye).toMatch(/^BYE sip:src@192\.0\.2\.7:5060 SIP\/2\.0\r\n/);
  expect(bye).toContain('Route: <sip:proxy.example;lr>\r\n');
  expect(bye).toContain('To: <sip:src@192.0.2.7>;tag=client\r\n');
  expect(bye).toContain(`From: <sip:srs@192.0.2.1>;tag=${to}\r\n`);
});

it('is gone on with by the next process, from what was kept', () => {
  const server = new ScriptedServer();
  const key = Buffer.alloc(30, 9).toString('base64');
  const stream = { protocol: 'RTP/SAVP', lines: [`a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:${key}`] };
  const said = server.send(invite({ parts: [sdpPart([stream, stream])] }), TLS);
  const to = tagIn(said);
  const kept = said.effects.flatMap((effect) => (effect.do === 'keep' ? [serialize(effect.session)] : []));
  const next = new ScriptedServer();
  for (const session of kept) next.server.restore(deserialize(session) as RecordingSession);
  const held = next.send(
    request({ to, sequence: 2, parts: [sdpPart([{ ...stream, direction: 'inactive' }, stream])] }),
    TLS,
  );
  const cryptos = ({ sdp }: Said) => sdp.match(/^a=crypto.*$/gm);
  expect([cryptos(held), cryptos(held)?.length]).toEqual([cryptos(said), 2]);
  expect(held.plan?.streams.map(({ localPort, state }) => [localPort, state])).toEqual(
    said.plan?.streams.map(({ localPort }, n) => [localPort, n === 0 ? 'paused' : 'recording']),
  );
  expect(next.send(request({ method: 'BYE', to, sequence: 3 }))).toMatchObject({ status: 200, closed: 'bye' });
});

it('keeps answers by their bytes: long ones do not fill the memory', () => {
  const transactions = new ServerTransactions();
  for (let n = 0; n < 200; n++) {
    const read = readMessage(Buffer.from(request({ method: 'OPTIONS', callId: `ping-${n}` })));
    if (!('message' in read) || read.message.kind !== 'request') throw new Error('no request');
    transactions.begin(read.message, UDP, 0);
    transactions.answered(read.message, 200, Buffer.alloc(1024 * 1024), 0);
  }
  expect(transactions.bytes).toBeLessThan(34 * 1024 * 1024);
  expect(transactions.size).toBeGreaterThan(20);
  transactions.tick(32_000);
  expect([transactions.size, transactions.bytes]).toEqual([0, 0]);
});

it('until it has read what a former process kept, refuses new sessions at once, and leaves those that run alone', () => {
  const before = new ScriptedServer();
  const said = before.send(invite());
  const to = tagIn(said);
  before.send(request({ method: 'ACK', to }));
  const next = new ScriptedServer(100, { starting: true });
  expect(next.send(invite({ callId: 'other' }))).toMatchObject({ status: 503 });
  expect(next.send(request({ method: 'OPTIONS', callId: 'ping' })).status).toBe(503);
  const bye = request({ method: 'BYE', to, sequence: 2 });
  expect(next.send(bye).effects).toEqual([]);
  for (const effect of said.effects) if (effect.do === 'keep') next.server.restore(effect.session);
  next.server.ready();
  expect(next.send(bye)).toMatchObject({ status: 200, closed: 'bye' });
});
