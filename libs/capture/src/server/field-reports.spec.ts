import { headerOf, ScriptedServer, TLS, UDP, type Said } from './scripted-server.fixture.js';
import { invite, metadataPart, METADATA, request, sdpPart, TWO_STREAMS } from './siprec-client.fixture.js';

/** Our tag in an answer. */
const tagIn = (said: Said): string => /;tag=(\w+)/.exec(headerOf(said, 'to') ?? '')?.[1] ?? '';
const directions = (said: Said): string[] =>
  [...said.sdp.matchAll(/^a=(\w+only|inactive|sendrecv)\r$/gm)].map((m) => m[1]!);

function running(parts = [sdpPart(TWO_STREAMS), metadataPart()]) {
  const server = new ScriptedServer();
  const answered = server.send(invite({ parts }));
  const to = tagIn(answered);
  server.send(request({ method: 'ACK', to }));
  return { server, to, answered };
}

describe('what broke other recording servers in the field', () => {
  it('a recorder without an answer costs the customer the call (Oracle): it is answered before anything but ports is waited for', () => {
    const server = new ScriptedServer();
    server.holdPorts = true;
    expect(server.send(invite()).responses.map(({ status }) => status)).toEqual([100]);
    expect(server.bind()).toMatchObject({ status: 200 });
    const stuck = new ScriptedServer();
    stuck.holdPorts = true;
    stuck.send(invite());
    const late = stuck.after(2000);
    expect([late.status, late.closed, headerOf(late, 'retry-after')]).toEqual([503, 'late', '10']);
  });

  it('OPTIONS is answered in a dialog and out of one (Oracle), and not of a dialog that is none', () => {
    const { server, to } = running();
    const outside = server.send(request({ method: 'OPTIONS', callId: 'ping' }));
    expect([outside.status, headerOf(outside, 'allow'), headerOf(outside, 'accept')]).toEqual([
      200,
      expect.stringContaining('UPDATE'),
      expect.stringContaining('application/rs-metadata+xml'),
    ]);
    expect(server.send(request({ method: 'OPTIONS', to, sequence: 2 })).status).toBe(200);
    expect(server.send(request({ method: 'OPTIONS', to: 'other', sequence: 2 })).status).toBe(481);
  });

  it('ports are even (Oracle)', () => {
    const ports = [...running().answered.sdp.matchAll(/^m=audio (\d+)/gm)].map(([, port]) => Number(port) % 2);
    expect(ports).toEqual([0, 0]);
  });

  it('a standby goes on in the dialog from an address of its own (Oracle)', () => {
    const { server, to } = running();
    const standby = { ...UDP, address: '192.0.2.8' };
    const parts = [sdpPart([{ direction: 'inactive' }, {}])];
    const held = server.send(request({ to, sequence: 2, parts, contact: '<sip:src@192.0.2.8>;+sip.src' }), standby);
    expect([held.status, directions(held)]).toEqual([200, ['inactive', 'recvonly']]);
    const probe = server.after(61_000).effects.find((one) => one.do === 'send');
    expect(probe).toMatchObject({ flow: { address: '192.0.2.8' } });
  });

  it('an answer without an offered codec or event number has the session ended (rtpengine, OpenSIPS): all are answered', () => {
    const lines = [
      'a=rtpmap:120 telephone-event/8000',
      'a=fmtp:120 0-16',
      'a=rtpmap:97 iLBC/8000',
      'a=fmtp:97 mode=30',
    ];
    const stream = { formats: '18 97 0 8 120', lines };
    const { answered } = running([sdpPart([stream, stream])]);
    expect(answered.sdp.match(/^m=.*/gm)).toEqual([
      expect.stringMatching(/ RTP\/AVP 18 97 0 8 120\r?$/),
      expect.stringMatching(/ RTP\/AVP 18 97 0 8 120\r?$/),
    ]);
    for (const line of lines) expect(answered.sdp.split(`${line}\r\n`)).toHaveLength(3);
  });

  it('two re-INVITEs within 5 ms change one stream each under an unchanged version (OpenSIPS): both count, in their order', () => {
    const { server, to } = running();
    const both = [
      [{ direction: 'inactive' }, {}],
      [{ direction: 'inactive' }, { direction: 'inactive' }],
    ];
    const said = both.map((streams, n) => {
      server.at += n * 5;
      return server.send(request({ to, sequence: 2 + n, parts: [sdpPart(streams, 1)] }));
    });
    expect(said.map(directions)).toEqual([
      ['inactive', 'recvonly'],
      ['inactive', 'inactive'],
    ]);
    expect(said.map(({ plan }) => plan?.streams.map(({ state }) => state))).toEqual([
      ['paused', 'recording'],
      ['paused', 'paused'],
    ]);
    const late = server.send(request({ to, sequence: 2, parts: [sdpPart(TWO_STREAMS, 1)] }));
    expect([late.status, late.plan]).toEqual([500, undefined]);
  });

  it('a re-INVITE that comes while ports are bound for the one before waits its turn', () => {
    const { server, to } = running([sdpPart([{}])]);
    server.holdPorts = true;
    expect(server.send(request({ to, sequence: 2, parts: [sdpPart([{}, {}])] })).responses).toEqual([]);
    const next = request({ to, sequence: 3, parts: [sdpPart([{ direction: 'inactive' }, {}])] });
    expect(server.send(next).responses).toEqual([]);
    const { responses, plan } = server.bind();
    expect(new Set(plan?.streams.map(({ localPort }) => localPort)).size).toBe(2);
    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(plan?.streams.map(({ state, label }) => [label, state])).toEqual([
      ['1', 'paused'],
      ['2', 'recording'],
    ]);
  });

  it('silence instead of a 503 costs seconds of failover (OpenSIPS): full or stopping, it is said at once', () => {
    const one = new ScriptedServer(1);
    one.send(invite());
    const full = one.send(invite({ callId: 'second' }));
    expect([full.status, headerOf(full, 'retry-after')]).toEqual([503, '10']);
    expect(one.send(request({ method: 'OPTIONS', callId: 'ping' })).status).toBe(200);
    const stopping = new ScriptedServer();
    stopping.stop();
    expect(stopping.send(invite()).status).toBe(503);
    expect(stopping.send(request({ method: 'OPTIONS', callId: 'ping' })).status).toBe(503);
    const noPorts = new ScriptedServer();
    noPorts.full = true;
    expect(noPorts.send(invite())).toMatchObject({ status: 503, closed: undefined, plan: undefined });
  });

  it('metadata before the SDP, 100rel and timer demanded, an INVITE beyond one packet (PJSIP, BroadWorks, Cisco)', () => {
    const server = new ScriptedServer();
    const padded = metadataPart(METADATA.replace('<session ', `<!-- ${'x'.repeat(3000)} --><session `));
    const require = '100rel,siprec, timer';
    const headers = ['Supported: timer', 'Session-Expires: 1800', 'Min-SE: 90'];
    const said = server.send(invite({ parts: [padded, sdpPart(TWO_STREAMS)], require, headers }));
    expect(said.responses.map(({ status }) => status)).toEqual([100, 200]);
    expect([headerOf(said, 'session-expires'), headerOf(said, 'require')]).toEqual(['1800;refresher=uac', 'timer']);
    expect(said.plan?.parties.map(({ extension }) => extension)).toEqual([null, '101']);
  });

  it('recvonly as the answer to inactive (AudioCodes), a first offer that is inactive (Cisco): each is mirrored, and remembered', () => {
    const { server, to, answered } = running([sdpPart([{ direction: 'inactive' }, { direction: 'inactive' }])]);
    expect([answered.status, directions(answered)]).toEqual([200, ['inactive', 'inactive']]);
    const resumed = server.send(request({ to, sequence: 2, parts: [sdpPart([{}, { direction: 'sendrecv' }])] }));
    expect(directions(resumed)).toEqual(['recvonly', 'recvonly']);
    expect(resumed.plan?.streams.map(({ state, localPort }) => [state, localPort])).toEqual(
      answered.plan?.streams.map(({ localPort }) => ['recording', localPort]),
    );
    const pausedAgain = server.send(request({ to, sequence: 3, parts: [sdpPart([{ direction: 'inactive' }, {}])] }));
    const refreshed = server.send(request({ to, sequence: 4 }));
    expect([refreshed.status, directions(refreshed)]).toEqual([200, directions(pausedAgain)]);
  });

  it('parties swapped in metadata that is valid (VoiceBlender): the source of the stream says so, and the parties stay unknown', () => {
    const cname = (user: string) => ({ lines: [`a=ssrc:7 cname:sip:${user}@192.0.2.50:5062`] });
    const swapped = running([sdpPart([cname('101'), cname('+8613800002046')]), metadataPart()]);
    expect(swapped.answered.plan?.parties.map(({ doubt, aor }) => [doubt, aor])).toEqual([
      ['source_says_another', null],
      ['source_says_another', null],
    ]);
    const agreeing = running([sdpPart([cname('+8613800002046'), cname('101')]), metadataPart()]);
    expect(agreeing.answered.plan?.parties.map(({ doubt, name }) => [doubt, name])).toEqual([
      [undefined, '陈美玲'],
      [undefined, 'Wang Min'],
    ]);
  });

  it('strictness on metadata and labels broke users (PJSIP): none, unreadable, without labels, all are recorded', () => {
    for (const parts of [
      [sdpPart([{ label: null }, { label: null }])],
      [sdpPart(TWO_STREAMS), metadataPart('<recording')],
      [sdpPart([{ label: 'x' }, { label: 'x' }]), metadataPart()],
    ]) {
      const { answered } = running(parts);
      expect(answered.status).toBe(200);
      expect(answered.plan?.streams.map(({ state }) => state)).toEqual(['recording', 'recording']);
      expect(answered.plan?.parties.every(({ role, aor }) => role === 'unknown' && aor === null)).toBe(true);
    }
  });

  it('one mixed stream (BroadWorks), and a third beside two (Oracle)', () => {
    const both = METADATA.replace('<send>2</send>', '<send>1</send>');
    const mixed = running([sdpPart([{}]), metadataPart(both)]);
    expect(mixed.answered.plan).toMatchObject({ streams: [{ label: '1' }], parties: [{ doubt: 'several_senders' }] });
    expect(running([sdpPart([{}, {}, { label: '16777227' }]), metadataPart()]).answered.plan).toMatchObject({
      streams: [{}, {}, { label: '16777227', mediaIndex: 2 }],
      parties: [{ name: '陈美玲' }, { name: 'Wang Min' }, { aor: null, doubt: 'no_sender' }],
    });
  });

  it('a re-INVITE to G.729 that got one m= for two (jambonz): every line is answered with the new codec', () => {
    const { server, to } = running();
    const g729 = { formats: '18 101', lines: ['a=rtpmap:18 G729/8000', 'a=fmtp:18 annexb=no'] };
    const said = server.send(request({ to, sequence: 2, parts: [sdpPart([g729, g729], 2)] }));
    expect(said.sdp.match(/^m=.*$/gm)?.map((line) => line.trim().split(' ').slice(3))).toEqual([
      ['18', '101'],
      ['18', '101'],
    ]);
    expect(said.plan?.streams.map(({ payloads }) => payloads.get(18)?.codec)).toEqual(['G729', 'G729']);
  });

  it('CANCEL after early media and never a BYE (OpenSIPS): a session that nothing is heard of is asked, and ended', () => {
    const early = new ScriptedServer();
    const branch = 'z9hG4bK-early';
    const to = tagIn(early.send(invite({ branch })));
    const cancelled = early.send(request({ method: 'CANCEL', branch, require: null }));
    expect([cancelled.status, cancelled.closed]).toEqual([200, undefined]);
    early.send(request({ method: 'ACK', to }));
    expect(early.after(61_000).requests).toEqual(['OPTIONS']);
    const probe = early.server.session('session-2');
    expect(probe).toBeDefined();
    const gone = early.send(
      `SIP/2.0 481 No\r\nVia: SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bKtag${lastTag(early)}\r\nFrom: <a>;tag=b\r\nTo: <c>;tag=d\r\nCall-ID: call-1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n`,
    );
    expect(gone.closed).toBe('gone');
  });

  it('a CANCEL that comes before the answer ends what was never recorded', () => {
    const server = new ScriptedServer();
    server.holdPorts = true;
    const branch = 'z9hG4bK-never';
    server.send(invite({ branch }));
    const said = server.send(request({ method: 'CANCEL', branch, require: null }));
    expect([said.responses.map(({ status }) => status), said.closed]).toEqual([[200, 487], 'cancelled']);
    expect(server.bind().effects).toEqual([]);
  });

  it('keys that crossed the network in clear seal nothing: SDES is taken over TLS alone', () => {
    const key = Buffer.alloc(30, 9).toString('base64');
    const stream = { protocol: 'RTP/SAVP', lines: [`a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:${key}`] };
    const parts = [sdpPart([stream, stream])];
    const clear = new ScriptedServer().send(invite({ parts }));
    expect([clear.status, headerOf(clear, 'warning')]).toEqual([488, expect.stringContaining('TLS')]);
    const via = 'Via: SIP/2.0/TLS 192.0.2.7:41000;branch=z9hG4bK-tls';
    const secret = new ScriptedServer().send(invite({ parts, via }), TLS);
    expect(secret.plan?.streams.map(({ srtp }) => srtp?.key)).toEqual([Buffer.alloc(30, 9), Buffer.alloc(30, 9)]);
    const ours = [...secret.sdp.matchAll(/^a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:(\S+)/gm)].map(([, own]) => own);
    expect([ours.length, ours.includes(key), new Set(ours).size]).toEqual([2, false, 2]);
  });
});

/** The branch of the probe counts on from the session's tags. */
const lastTag = (server: ScriptedServer): string => {
  const again = server.after(600).effects.find((one) => one.do === 'send');
  return /branch=z9hG4bKtag(\d+)/.exec(again?.do === 'send' ? again.bytes.toString() : '')?.[1] ?? '';
};
