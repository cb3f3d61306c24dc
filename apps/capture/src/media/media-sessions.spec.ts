import { randomBytes, randomUUID } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { decodePackets, MediaPlaneFull, SessionPackets, Spool } from '#capture';
import { MediaSessions } from './media-sessions.js';
import { RtpSockets, type OnPacket } from './rtp-sockets.js';

const FROM = { address: '192.0.2.7', port: 20_000 };
const at = new Date(1000);

describe('the ports of a session', () => {
  let directory: string;
  let media: MediaSessions;
  /** Ports that are bound, and what takes their packets. */
  const bound = new Map<number, OnPacket>();
  const troubles: string[] = [];
  let now: number;
  /** What a port that is asked for comes to; at first each is free at once. */
  let free: (port: number) => Promise<boolean>;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'media-'));
    bound.clear();
    now = 1000;
    troubles.length = 0;
    free = async () => true;
    jest.spyOn(RtpSockets.prototype, 'bind').mockImplementation(async (port, onPacket) => {
      if (bound.has(port) || !(await free(port))) return null;
      bound.set(port, onPacket);
      return { close: () => bound.delete(port), address: () => ({ port }) } as unknown as Socket;
    });
    const keys = {
      take: () => ({ keyId: randomUUID(), key: randomBytes(32) }),
      open: async () => null,
      destroy: async () => undefined,
    };
    ({ media } = await MediaSessions.start({
      spool: { directory, keys, limitBytes: 1e8, segmentBytes: 1e6 },
      sockets: { host: '127.0.0.1', ports: [4000, 4007] },
      ...{ calls: 5, now: () => now, onTrouble: (_, doing) => void troubles.push(doing) },
    }));
  });
  afterEach(async () => {
    await media.stop();
    jest.restoreAllMocks();
    rmSync(directory, { recursive: true });
  });

  it('are all let go where it ends while a further one is bound', async () => {
    await media.open('call', 1);
    let go = (): void => undefined;
    free = () => new Promise((done) => (go = () => done(true)));
    const widening = media.open('call', 2);
    const closing = media.close('call', at, 'unknown');
    go();
    await expect(widening).rejects.toThrow(MediaPlaneFull);
    await closing;
    expect([...bound.keys()]).toEqual([]);
  });

  it('are read to their end where a session ends before what was sent earlier has come and was read', async () => {
    jest.restoreAllMocks();
    const [port] = await media.open('call', 1);
    const sender = createSocket('udp4');
    await new Promise<void>((done) => sender.bind(0, '127.0.0.1', done));
    const payloads = new Map([[8, { codec: 'PCMA', clockRate: 8000, channels: 1 }]]);
    const from = { address: '127.0.0.1', port: sender.address().port };
    const plan = {
      label: '0',
      mediaIndex: 0,
      localPort: port!,
      from,
      state: 'recording',
      payloads,
      srtp: null,
    } as const;
    media.plan('call', [plan], [], at);
    media.consent('call', 'given', at, 'rule');
    media.proved('call');
    const written: Buffer[] = [];
    jest.spyOn(Spool.prototype, 'append').mockImplementation((kind, _session, body) => {
      if (kind === 'sound') written.push(...decodePackets(body).map(({ payload }) => payload));
      return true;
    });
    const say = (n: number): void => {
      const head = Buffer.alloc(12);
      head.writeUInt16BE(0x80_08, 0);
      head.writeUInt16BE(n, 2);
      head.writeUInt32BE(n * 160, 4);
      head.writeUInt32BE(7, 8);
      sender.send(Buffer.concat([head, Buffer.alloc(160, n)]), port!, '127.0.0.1');
    };
    // They lie in the port's buffer: this process reads none of them before it is told of the end.
    for (let n = 0; n < 100; n++) say(n);
    let over = (): void => undefined;
    const timer = jest
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(((done: () => void) => void (over = done)) as never);
    const closing = media.close('call', at, 'unknown');
    timer.mockRestore();
    const turns = async (): Promise<void> => {
      for (let n = 0; n < 80; n++) await turnOfTheLoop();
    };
    await turns();
    // The last one was overtaken by the message that ends the session.
    say(100);
    await turns();
    over();
    await closing;
    sender.close();
    expect(written).toHaveLength(101);
  });

  it('are all let go where one cannot be bound, also by an error, and those it had before stay', async () => {
    await media.open('call', 1);
    free = async (port) => {
      if (port === 4004) throw new Error('EACCES');
      return true;
    };
    await expect(media.open('call', 3)).rejects.toThrow('EACCES');
    await expect(media.open('other', 2)).resolves.toEqual([4006, 4002]);
    await expect(media.open('third', 2)).rejects.toThrow('EACCES');
    free = async () => true;
    await expect(media.open('fourth', 2)).rejects.toThrow(MediaPlaneFull);
    expect([...bound.keys()].sort()).toEqual([4000, 4002, 4006]);
  });

  it('are let go where the process ends while the first are bound', async () => {
    let go = (): void => undefined;
    free = () => new Promise((done) => (go = () => done(true)));
    const opening = media.open('call', 1);
    const stopping = media.stop();
    go();
    await expect(opening).rejects.toThrow(MediaPlaneFull);
    await stopping;
    expect([...bound.keys()]).toEqual([]);
  });

  it.each([350, 2000])(
    'are read before anything is written after a stall of %s ms: a digit that came meanwhile masks what was said before it',
    async (stalled) => {
      const [port] = await media.open('call', 1);
      const payloads = new Map([
        [8, { codec: 'PCMA', clockRate: 8000, channels: 1 }],
        [101, { codec: 'telephone-event', clockRate: 8000, channels: 1 }],
      ]);
      const plan = {
        label: '0',
        mediaIndex: 0,
        localPort: port!,
        from: FROM,
        state: 'recording',
        payloads,
        srtp: null,
      } as const;
      media.plan('call', [plan], [], at);
      media.consent('call', 'given', at, 'rule');
      media.proved('call');
      const written: Buffer[] = [];
      jest.spyOn(Spool.prototype, 'append').mockImplementation((kind, _session, body) => {
        if (kind === 'sound') written.push(...decodePackets(body).map(({ payload }) => payload));
        return true;
      });
      const rtp = (type: number, sequence: number, timestamp: number, payload: Buffer) => {
        const header = Buffer.from([0x80, type, 0, sequence, 0, 0, 0, 0, 0, 0, 0, 9]);
        header.writeUInt32BE(timestamp, 4);
        return Buffer.concat([header, payload]);
      };
      const say = (bytes: Buffer) => bound.get(port!)?.(FROM, bytes);
      say(rtp(8, 1, 8000, Buffer.alloc(160, 'tone')));
      now += stalled;
      media.flush();
      say(rtp(101, 2, 8160, Buffer.from([5, 10, 0, 160])));
      for (let twice = 0; twice < 2; twice += 1) {
        now += 500;
        media.flush();
      }
      expect(written.map(({ length }) => length)).toEqual([0, 0]);
    },
  );

  it('take packets after one at which the intake throws, which is told of once', async () => {
    const [port] = await media.open('call', 1);
    const taking = jest.spyOn(SessionPackets.prototype, 'packet').mockImplementation(() => {
      throw new TypeError('codec.toLowerCase is not a function');
    });
    for (let n = 0; n < 3; n++) bound.get(port as number)?.(FROM, Buffer.alloc(12));
    expect(taking).toHaveBeenCalledTimes(3);
    expect(troubles).toEqual(['a packet']);
  });
});
