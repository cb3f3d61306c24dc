import { spawn, spawnSync } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { spreadOf } from '../spread.rules.js';

const CALLS = 200;
/** What was lost, also because SIPp has not started yet, is sent again. */
const AGAIN_MS = 500;
const SDP = [
  ...['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0'],
  ...[40_000, 40_002].flatMap((port, n) => [`m=audio ${port} RTP/AVP 8`, `a=label:${n + 1}`, 'a=sendonly']),
  '',
].join('\r\n');

export const sippIsHere = (): boolean => spawnSync('sipp', ['-v']).error === undefined;

/** Milliseconds from INVITE to 200 OK, median: of a recording server, and of the one that SIPp has itself, call by call in turn. */
export async function answersOf(port: number): Promise<{ ours: number; echo: number }> {
  const client = createSocket('udp4').bind(0, '127.0.0.1');
  await once(client, 'listening');
  const own = client.address().port + 1;
  const sipp = spawn('sipp', ['-sn', 'uas', '-i', '127.0.0.1', '-p', String(own), '-nostdin'], {
    ...{ cwd: tmpdir(), stdio: 'ignore' },
  });
  try {
    const [ours, echo]: [number[], number[]] = [[], []];
    await call(client, own, 'first');
    for (let n = 0; n < CALLS; n++) {
      echo.push(await call(client, own, `echo-${n}`));
      ours.push(await call(client, port, `ours-${n}`));
    }
    return { ours: spreadOf(ours).median, echo: spreadOf(echo).median };
  } finally {
    sipp.kill('SIGKILL');
    client.close();
  }
}

async function call(client: Socket, port: number, id: string): Promise<number> {
  const said = (method: string, cseq: number, to: string, body = ''): string =>
    [
      `${method} sip:srs@127.0.0.1:${port} SIP/2.0`,
      `Via: SIP/2.0/UDP 127.0.0.1:${client.address().port};branch=z9hG4bK-${id}-${cseq}-${method}`,
      ...['From: <sip:src@127.0.0.1>;tag=src', `To: <sip:srs@127.0.0.1>${to}`, `Call-ID: ${id}`],
      ...[`CSeq: ${cseq} ${method}`, `Contact: <sip:src@127.0.0.1:${client.address().port}>;+sip.src`],
      ...['Max-Forwards: 70', ...(body ? ['Require: siprec', 'Content-Type: application/sdp'] : [])],
      ...[`Content-Length: ${Buffer.byteLength(body)}`, '', body],
    ].join('\r\n');
  const began = performance.now();
  const answer = await ask(client, port, said('INVITE', 1, '', SDP), [`Call-ID: ${id}`, 'CSeq: 1 INVITE']);
  const took = performance.now() - began;
  const to = /^To:[^\r]*(;tag=[^\r;]+)/m.exec(answer)?.[1] ?? '';
  client.send(said('ACK', 1, to), port, '127.0.0.1');
  await ask(client, port, said('BYE', 2, to), [`Call-ID: ${id}`, 'CSeq: 2 BYE']);
  return took;
}

/** @throws for an answer that refuses */
async function ask(client: Socket, port: number, request: string, of: readonly string[]): Promise<string> {
  const send = () => client.send(request, port, '127.0.0.1');
  const again = setInterval(send, AGAIN_MS);
  try {
    for (send(); ;) {
      const text = String((await once(client, 'message'))[0]);
      if (!of.every((line) => text.includes(line)) || /^SIP\/2\.0 1/.test(text)) continue;
      if (text.startsWith('SIP/2.0 200')) return text;
      throw new Error(`refused: ${text}`);
    }
  } finally {
    clearInterval(again);
  }
}
