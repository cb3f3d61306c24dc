/** Takes what `rtp-sender` sends, with the media plane or with bare sockets that count: `node capture-receiver.js ours|bare FOLDER [KEY]`. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type StreamPlan } from '#capture';
import { createLogger, FileKeyStore, LocalKeyring } from '#platform';
import { KeyStock } from '../../../apps/capture/src/media/key-stock.js';
import { MediaSessions } from '../../../apps/capture/src/media/media-sessions.js';
import { goFirst } from '../../../apps/capture/src/priority.js';
import { randomFresh } from '../../../apps/capture/src/sip-server/random-fresh.js';
import { SipServer } from '../../../apps/capture/src/sip-server/sip-server.js';
import { type Asked, type Taken } from './bench-capture.js';

const [kind, folder = '', key] = process.argv.slice(2);
const began = Date.now() - performance.now();
const now = () => began + performance.now();

interface Receiver {
  /** Where it takes SIP, if it does. */
  readonly sip?: number;
  open(calls: number, from: number): Promise<number[]>;
  taken(): number;
}

async function ours(): Promise<Receiver> {
  const keyProvider = await LocalKeyring.open(join(folder, 'keyring.json'));
  const keys = new FileKeyStore({ first: join(folder, 'first'), second: join(folder, 'second'), keyProvider });
  const onTrouble = (error: unknown) => void process.stderr.write(`${String(error)}\n`);
  const stock = await KeyStock.open({ keys, directory: folder, size: 4, onTrouble });
  await stock.fill();
  const { media } = await MediaSessions.start({
    spool: { directory: join(folder, 'spool'), keys: stock, limitBytes: 8e9, segmentBytes: 256 * 1024 ** 2 },
    sockets: { host: '127.0.0.1', ports: [30_000, 39_999] },
    ...{ calls: 2000, now, onTrouble },
  });
  const given = (id: string) => media.consent(id, 'given', new Date(now()), 'announcement bench');
  const sip = await SipServer.open(
    { host: '127.0.0.1', port: 0, peers: ['127.0.0.1'], calls: 2000 },
    {
      ...{ media, fresh: randomFresh, logger: createLogger('capture', 'fatal'), now: () => new Date(now()) },
      begun: ({ id }) => given(id),
    },
  );
  const srtp = key ? { suite: 'AES_CM_128_HMAC_SHA1_80' as const, key: Buffer.from(key, 'hex') } : null;
  const names: string[] = [];
  return {
    sip: sip.ports.udp,
    open: async (calls, from) => {
      const all: number[] = [];
      for (let n = 0; n < calls; n++) {
        const [name, at] = [`call-${n}`, new Date()];
        names.push(name);
        const ports = await media.open(name, 2);
        const plans = ports.map((localPort, mediaIndex): StreamPlan => ({
          ...{ label: String(mediaIndex), mediaIndex, localPort, state: 'recording', srtp },
          from: { address: '127.0.0.1', port: from },
          payloads: new Map([[8, { codec: 'PCMA', clockRate: 8000, channels: 1 }]]),
        }));
        media.plan(name, plans, [], at);
        given(name);
        media.proved(name);
        all.push(...ports);
      }
      return all;
    },
    taken: () =>
      names
        .flatMap((name) => [...(media.counts(name)?.values() ?? [])])
        .reduce((sum, { taken, unkept }) => sum + taken - unkept, 0),
  };
}

async function bare(): Promise<Receiver> {
  let taken = 0;
  const sockets: Socket[] = [];
  return {
    open: async (calls) => {
      for (let n = 0; n < calls * 2; n++) {
        const socket = createSocket('udp4', () => (taken += 1));
        socket.bind(0, '127.0.0.1');
        await once(socket, 'listening');
        socket.setRecvBufferSize(1024 * 1024);
        sockets.push(socket);
      }
      return sockets.map((socket) => socket.address().port);
    },
    taken: () => taken,
  };
}

/** Packets that the kernel had no room for, of the sockets on these ports (proc(5), net/udp). */
async function droppedOf(ports: ReadonlySet<number>): Promise<number> {
  const [, ...lines] = (await readFile('/proc/net/udp', 'latin1')).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '']) => ports.has(Number.parseInt(local.split(':')[1] ?? '', 16)))
    .reduce((sum, columns) => sum + Number(columns.at(-1)), 0);
}

goFirst();
const receiver = kind === 'ours' ? await ours() : await bare();
let cpu = process.cpuUsage();
let mine: ReadonlySet<number> = new Set();
process.on('message', (asked: Asked) => {
  if ('open' in asked)
    void receiver.open(asked.open, asked.from).then((ports) => {
      mine = new Set(ports);
      cpu = process.cpuUsage();
      process.send?.({ ports });
    });
  else if ('stallMs' in asked) for (const until = performance.now() + asked.stallMs; performance.now() < until;);
  else void report();
});
process.send?.({ sip: receiver.sip });

/** Once nothing has come for a while: what lies in the sockets is not lost. */
async function report(): Promise<void> {
  for (let before = -1; before !== receiver.taken(); await delay(500)) before = receiver.taken();
  const { user, system } = process.cpuUsage(cpu);
  const taken: Taken = {
    ...{ taken: receiver.taken(), dropped: await droppedOf(mine), cpuSeconds: (user + system) / 1e6 },
    rssMb: Math.round(process.memoryUsage().rss / 2 ** 20),
  };
  process.send?.(taken, () => process.exit());
}
