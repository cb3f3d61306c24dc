/** Takes what `rtp-sender` sends, with the media plane or with bare sockets that count: `node capture-receiver.js ours|bare FOLDER`. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { join } from 'node:path';
import { type StreamPlan } from '#capture';
import { FileKeyStore, LocalKeyring } from '#platform';
import { KeyStock } from '../../../apps/capture/src/media/key-stock.js';
import { MediaSessions } from '../../../apps/capture/src/media/media-sessions.js';
import { type Asked, type Taken } from './bench-capture.js';

const [kind, folder = ''] = process.argv.slice(2);
const began = Date.now() - performance.now();

interface Receiver {
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
    ...{ calls: 2000, now: () => began + performance.now(), onTrouble },
  });
  const names: string[] = [];
  return {
    open: async (calls, from) => {
      const all: number[] = [];
      for (let n = 0; n < calls; n++) {
        const [name, at] = [`call-${n}`, new Date()];
        names.push(name);
        const ports = await media.open(name, 2);
        const plans = ports.map((localPort, mediaIndex): StreamPlan => ({
          ...{ label: String(mediaIndex), mediaIndex, localPort, state: 'recording', srtp: null },
          from: { address: '127.0.0.1', port: from },
          payloads: new Map([[8, { codec: 'PCMA', clockRate: 8000, channels: 1 }]]),
        }));
        media.plan(name, plans, [], at);
        media.consent(name, 'given', at, 'announcement bench');
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

const receiver = kind === 'ours' ? await ours() : await bare();
let [cpu, clock] = [process.cpuUsage(), performance.now()];
process.on('message', (asked: Asked) => {
  if ('open' in asked)
    void receiver.open(asked.open, asked.from).then((ports) => {
      [cpu, clock] = [process.cpuUsage(), performance.now()];
      process.send?.({ ports });
    });
  else if ('stallMs' in asked) for (const until = performance.now() + asked.stallMs; performance.now() < until;);
  else {
    const { user, system } = process.cpuUsage(cpu);
    const taken: Taken = {
      ...{ taken: receiver.taken(), core: (user + system) / 1000 / (performance.now() - clock) },
      rssMb: Math.round(process.memoryUsage().rss / 2 ** 20),
    };
    process.send?.(taken, () => process.exit());
  }
});
process.send?.('ready');
