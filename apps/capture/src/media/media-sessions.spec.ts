import { randomBytes, randomUUID } from 'node:crypto';
import { type Socket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MediaPlaneFull, SessionIntake } from '#capture';
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
  /** What a port that is asked for comes to; at first each is free at once. */
  let free: (port: number) => Promise<boolean>;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'media-'));
    bound.clear();
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
      ...{ calls: 5, now: () => 1000, onTrouble: (_, doing) => void troubles.push(doing) },
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

  it('take packets after one at which the intake throws, which is told of once', async () => {
    const [port] = await media.open('call', 1);
    const taking = jest.spyOn(SessionIntake.prototype, 'packet').mockImplementation(() => {
      throw new TypeError('codec.toLowerCase is not a function');
    });
    for (let n = 0; n < 3; n++) bound.get(port as number)?.(FROM, Buffer.alloc(12));
    expect(taking).toHaveBeenCalledTimes(3);
    expect(troubles).toEqual(['a packet']);
  });
});
