/** A media plane in a process of its own, for tests that kill it. What is asked of it comes as `{ id, call, args }`; its clock is told, too. */
import { join } from 'node:path';
import { FileKeyStore, LocalKeyring } from '#platform';
import { KeyStock } from './key-stock.js';
import { MediaSessions } from './media-sessions.js';
import { smallBuffer } from './rtp-sockets.js';

const [folder = '', range = '', begins = '0'] = process.argv.slice(2);
const ports = range.split('-').map(Number) as [number, number];
let now = Number(begins);

const keyProvider = await LocalKeyring.open(join(folder, 'keyring.json'));
const keys = new FileKeyStore({ first: join(folder, 'first'), second: join(folder, 'second'), keyProvider });
const onTrouble = (error: unknown) => void process.stderr.write(`${String(error)}\n`);
const stock = await KeyStock.open({ keys, directory: join(folder, 'spool'), size: 2, onTrouble });
await stock.fill();
const spool = { directory: join(folder, 'spool'), keys: stock, limitBytes: 1e8, segmentBytes: 20_000 };
const sockets = { host: '127.0.0.1', ports };
const { media, goingOn, ended } = await MediaSessions.start({ spool, sockets, calls: 10, now: () => now, onTrouble });
const calls: Record<string, (...args: never[]) => unknown> = {
  now: (ms: number) => void (now = ms),
  found: () => ({ goingOn: goingOn.map(({ session, dialog }) => ({ session, dialog })), ended: ended.length }),
  open: async (session: string, streams: number) => media.open(session, streams),
  plan: (...args: Parameters<MediaSessions['plan']>) => media.plan(...args),
  consent: (...args: Parameters<MediaSessions['consent']>) => media.consent(...args),
  proved: (...args: Parameters<MediaSessions['proved']>) => media.proved(...args),
  pause: (...args: Parameters<MediaSessions['pause']>) => media.pause(...args),
  resume: (...args: Parameters<MediaSessions['resume']>) => media.resume(...args),
  keepDialog: (session: string, text: string) => media.keepDialog(session, text),
  counts: (session: string) => media.counts(session),
  flush: async () => {
    media.flush();
    await media.durable();
  },
  close: (...args: Parameters<MediaSessions['close']>) => media.close(...args),
  buffer: () => smallBuffer(media.bufferBytes),
};

async function answer({ id, call, args }: { id: number; call: string; args: never[] }): Promise<void> {
  const said = await Promise.resolve(calls[call]?.(...args)).then(
    (result) => ({ result }),
    (error: Error) => ({ error: error.constructor.name }),
  );
  process.send?.({ id, ...said });
}

process.on('message', (asked: Parameters<typeof answer>[0]) => void answer(asked));
media.handOverTo((session) => process.send?.({ handedOver: session }));
process.send?.('ready');
