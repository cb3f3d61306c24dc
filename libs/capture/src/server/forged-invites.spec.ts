import { deserialize, serialize } from 'node:v8';
import { type RecordingSession } from './recording-session.js';
import { headerOf, ScriptedServer, TLS, UDP, type Said } from './scripted-server.fixture.js';
import { invite, request } from './siprec-client.fixture.js';

const proofs = ({ effects }: Said) => effects.filter((one) => one.do === 'proved').length;
const TCP = { ...UDP, transport: 'tcp', connection: 1 } as const;
const tagOf = (said: Said) => /;tag=(\w+)/.exec(headerOf(said, 'to') ?? '')?.[1] ?? '';

describe('an INVITE whose sender may have forged its address', () => {
  it('is no recording before a request with our tag has come, whatever is heard', () => {
    const server = new ScriptedServer();
    server.heard = () => server.at;
    expect(proofs(server.send(invite()))).toBe(0);
    expect(server.after(10_000).requests).toEqual(['OPTIONS']);
    expect(server.after(21_999).closed).toBeUndefined();
    expect(server.after(1)).toMatchObject({ closed: 'unacknowledged' });
  });

  it.each(['ACK', 'BYE', 'OPTIONS', 'UPDATE'])('is its client by a %s with our tag, once', (method) => {
    const server = new ScriptedServer();
    const to = tagOf(server.send(invite()));
    expect(proofs(server.send(request({ method, to: 'guessed', sequence: 2 })))).toBe(0);
    const said = server.send(request({ method, to, sequence: 2 }));
    expect([proofs(said), said.effects[0]?.do]).toEqual([1, 'proved']);
    expect(proofs(server.send(request({ method: 'OPTIONS', to, sequence: 3 })))).toBe(0);
  });

  it('is its client at once over a connection', () => {
    expect([TCP, TLS].map((flow) => proofs(new ScriptedServer().send(invite(), flow)))).toEqual([1, 1]);
  });

  it('takes no more places than a few, and leaves them again', () => {
    const server = new ScriptedServer(20);
    const calls = Array.from({ length: 9 }, (_, n) => invite({ callId: `call-${n}` }));
    const said = calls.map((one) => server.send(one));
    expect(said.map(({ status }) => status)).toEqual([...Array(8).fill(200), 503]);
    expect(said.at(-1)?.effects.at(-1)).toMatchObject({ do: 'refuse', why: 'unproved' });
    server.send(request({ method: 'ACK', to: tagOf(said[0]!), callId: 'call-0' }));
    expect(server.send(invite({ callId: 'next' })).status).toBe(200);
  });
});

it('one client gets no more sessions than one may have, and another its own', () => {
  const server = new ScriptedServer(100, { callsPerPeer: 2 });
  const calls = ['a', 'b', 'c'].map((callId) => server.send(invite({ callId }), TCP));
  expect(calls.map(({ status }) => status)).toEqual([200, 200, 503]);
  expect(calls.at(-1)?.effects.at(-1)).toMatchObject({ why: 'peer_full' });
  expect(server.send(invite({ callId: 'd' }), { ...TCP, address: '192.0.2.8' }).status).toBe(200);
});

it('sound from an address that is not listed is not taken', () => {
  const server = new ScriptedServer(100, { soundFrom: (address) => address === '192.0.2.99' });
  const said = server.send(invite());
  expect([said.status, headerOf(said, 'warning')]).toEqual([488, expect.stringContaining('address')]);
  expect(said.effects.at(-1)).toMatchObject({ why: 'sound_from_elsewhere' });
});

it('the next process does not repeat an answer that was acknowledged', () => {
  const server = new ScriptedServer();
  const to = tagOf(server.send(invite()));
  const { effects } = server.send(request({ method: 'ACK', to }));
  const next = new ScriptedServer();
  const kept = effects.findLast((one) => one.do === 'keep');
  next.at = server.at;
  if (kept?.do === 'keep') next.server.restore(deserialize(serialize(kept.session)) as RecordingSession);
  expect([next.server.size, next.after(1000).responses]).toEqual([1, []]);
});
