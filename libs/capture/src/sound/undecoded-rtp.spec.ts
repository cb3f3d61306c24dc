import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soundOf } from '#recordings';
import { storedPlan } from '../session/session-records.rules.js';
import { encodePackets, type SpooledPacket } from '../spool/packet-batch.rules.js';
import { Spool } from '../spool/spool.js';
import { hearSession } from './heard-session.js';
import { partOf } from './part-of-session.rules.js';
import { sessionWave, waveBytes } from './session-wave.js';

const key = randomBytes(32);
const keys = {
  take: () => ({ keyId: randomUUID(), key: Buffer.from(key) }),
  open: async () => Buffer.from(key),
  destroy: async () => undefined,
};
const [A_LAW, G729] = [8, 18];
const plan = (mediaIndex: number) =>
  storedPlan({
    ...{ label: String(mediaIndex), mediaIndex, localPort: 4000 + 2 * mediaIndex, from: null, state: 'recording' },
    srtp: null,
    payloads: new Map([
      [A_LAW, { codec: 'PCMA', clockRate: 8000, channels: 1 }],
      [G729, { codec: 'G729', clockRate: 8000, channels: 1 }],
    ]),
  });

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'undecoded-'))));
afterEach(() => rmSync(directory, { recursive: true }));

/** Two seconds: the customer in A-law, the agent in a codec that nothing here decodes from `fromFrame` on; masked packets are empty. */
async function waveOf({ fromFrame = 0, part = { fromMs: 0, toMs: Infinity } } = {}) {
  const onTrouble = () => undefined;
  const { spool } = await Spool.open({ directory, keys, limitBytes: 1e9, segmentBytes: 1e8, onTrouble });
  const session = spool.newSession();
  spool.record(session, { kind: 'opened', session: 's', at: 1_796_000_000_250, ports: [4000, 4002] });
  spool.record(session, { kind: 'plan', at: 0, streams: [plan(0), plan(1)], parties: [] });
  const packets = Array.from({ length: 100 }, (_, i) => i).flatMap((i): SpooledPacket[] =>
    [0, 1].map((stream) => {
      const g729 = stream === 1 && i >= fromFrame;
      return {
        ...{ stream, plan: 0, payloadType: g729 ? G729 : A_LAW, sequence: i, timestamp: i * 160, ssrc: 7 + stream },
        ...{ arrivedMs: i * 20, afterPause: false },
        payload: i === 60 ? Buffer.alloc(0) : Buffer.alloc(g729 ? 20 : 160, 1 + i),
      };
    }),
  );
  spool.append('sound', session, encodePackets(packets));
  await spool.durable();
  const frames = spool.framesOf(session);
  const heard = partOf((await hearSession(frames, keys.open))!, { ...part, streams: [0, 1] });
  const reading = { frames, openKey: keys.open, decodeOpus: async function* () {} };
  const pieces: Buffer[] = [];
  for await (const piece of sessionWave(heard, heard.streams, reading)) pieces.push(piece);
  await spool.close();
  const wave = Buffer.concat(pieces);
  expect(wave.length).toBe(waveBytes(heard, heard.streams));
  expect(wave.readUInt32LE(4)).toBe(wave.length - 8);
  return { wave, behind: wave.subarray(44 + wave.readUInt32LE(40)) };
}

/** Packets of an rtpdump file: when they came, and their bytes. */
function packetsIn(chunk: Buffer): { atMs: number; rtp: Buffer }[] {
  const dump = chunk.subarray(8);
  const packets: { atMs: number; rtp: Buffer }[] = [];
  for (let at = dump.indexOf('\n') + 1 + 16; at + 8 <= dump.length && dump.readUInt16BE(at) > 0;) {
    const [length, rtpBytes] = [dump.readUInt16BE(at), dump.readUInt16BE(at + 2)];
    packets.push({ atMs: dump.readUInt32BE(at + 4), rtp: dump.subarray(at + 8, at + 8 + rtpBytes) });
    at += length;
  }
  return packets;
}

describe('payload that nothing here decodes', () => {
  it('lies behind the samples, as its sender sent it, but for what is masked', async () => {
    const { behind } = await waveOf();
    expect(behind.toString('latin1', 0, 4)).toBe('rtpd');
    expect(behind.readUInt32LE(4)).toBe(behind.length - 8);
    const packets = packetsIn(behind);
    expect(packets).toHaveLength(99);
    expect(packets[10]).toEqual({ atMs: 200, rtp: expect.any(Buffer) });
    const { rtp } = packets[10]!;
    expect([rtp[0], rtp[1], rtp.readUInt16BE(2), rtp.readUInt32BE(4), rtp.readUInt32BE(8)]).toEqual([
      ...[0x80, G729, 10, 1600, 8],
    ]);
    expect(rtp.subarray(12)).toEqual(Buffer.alloc(20, 11));
  });

  it('is passed over by who reads the sound', async () => {
    const { wave } = await waveOf();
    expect(soundOf(wave)).toMatchObject({ durationMs: 2000, channels: 2, state: 'complete' });
  });

  it('is of the part alone that a recording is, and there is none where all is decoded', async () => {
    expect(packetsIn((await waveOf({ part: { fromMs: 1000, toMs: 1500 } })).behind)).toHaveLength(24);
    expect(packetsIn((await waveOf({ fromFrame: 90 })).behind)).toHaveLength(10);
    expect((await waveOf({ fromFrame: 100 })).behind).toHaveLength(0);
  });
});
