/*
 * What broke the sound of other recording servers in the field, a test for each; what broke their signalling: ../server/field-reports.spec.ts.
 * Elsewhere: recordings that are not linked across a transfer (Oreka, MikoPBX) in talks.spec.ts of apps/capture and in the folds of libs/telephony,
 * recordings that are missing (rtpengine, Verba) in libs/completeness. Not built, so not tested: streams of Twilio, AudioSocket.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { A_LAW, decodeG711 } from '../codecs/g711.rules.js';
import { storedPlan } from '../session/session-records.rules.js';
import { encodePackets, type SpooledPacket } from '../spool/packet-batch.rules.js';
import { Spool } from '../spool/spool.js';
import { channelSamples } from './channel-sound.js';
import { hearSession } from './heard-session.js';

const key = randomBytes(32);
const keys = {
  take: () => ({ keyId: randomUUID(), key: Buffer.from(key) }),
  open: async () => Buffer.from(key),
  destroy: async () => undefined,
};
const FRAME = 160;
const PLAN = {
  ...({ label: '1', mediaIndex: 0, localPort: 4000, from: null, state: 'recording', srtp: null } as const),
  payloads: new Map([
    [8, { codec: 'PCMA', clockRate: 8000, channels: 1 }],
    [18, { codec: 'G729', clockRate: 8000, channels: 1 }],
  ]),
};

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'field-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const openSpool = () => Spool.open({ directory, keys, limitBytes: 1e9, segmentBytes: 1e8, onTrouble: () => undefined });

/** Frames of A-law that follow each other, from a time of the session on. */
const frames = (
  count: number,
  more: { fromMs?: number; sequence?: number; timestamp?: number } & Partial<SpooledPacket> = {},
) =>
  Array.from({ length: count }, (_, i): SpooledPacket => {
    const { fromMs = 0, sequence = 0, timestamp = 0, ...rest } = more;
    return {
      ...{
        stream: 0,
        plan: 0,
        payloadType: 8,
        ssrc: 1,
        afterPause: false,
        payload: Buffer.alloc(FRAME, 0x31 + (i % 7)),
      },
      ...{ arrivedMs: fromMs + i * 20, sequence: sequence + i, timestamp: timestamp + i * FRAME, ...rest },
    };
  });

/** Of each frame of the recording, whether it sounds, and the stream's quality. */
async function recorded(packets: readonly SpooledPacket[]) {
  const { spool } = await openSpool();
  const session = spool.newSession();
  spool.record(session, { kind: 'opened', session: 's', at: 0, ports: [4000] });
  spool.record(session, { kind: 'plan', at: 0, streams: [storedPlan(PLAN)], parties: [] });
  spool.append('sound', session, encodePackets(packets));
  await spool.durable();
  const of = spool.framesOf(session);
  const heard = (await hearSession(of, keys.open))!;
  const pieces: Int16Array[] = [];
  const reading = { frames: of, openKey: keys.open, decodeOpus: async function* () {} };
  for await (const piece of channelSamples(heard, heard.streams[0]!, reading)) pieces.push(piece);
  await spool.close();
  const samples = Int16Array.from(pieces.flatMap((piece) => [...piece]));
  const frame = (at: number) => samples.subarray(at * FRAME, (at + 1) * FRAME);
  return { length: samples.length / FRAME, frame, quality: heard.streams[0]!.placed.quality };
}
const sounds = (frame: Int16Array) => frame.some((sample) => sample !== 0);

describe('what broke the sound of other recording servers in the field', () => {
  it('a new SSRC at a re-INVITE or a transfer, and the rest was dropped (Janus, Asterisk): it goes on behind what was there', async () => {
    const after = frames(50, { fromMs: 1000, ssrc: 2, sequence: 40_000, timestamp: 9_000_000 });
    const { length, frame, quality } = await recorded([...frames(50), ...after]);
    expect([length, quality.ssrcs, quality.lost]).toEqual([100, [1, 2], 0]);
    expect(Array.from({ length }, (_, at) => sounds(frame(at))).every(Boolean)).toBe(true);
  });

  it('silence after a hold of fifteen seconds (Oreka): what comes then is heard, in its place', async () => {
    const [resumed, ...rest] = frames(50, { fromMs: 16_000, sequence: 50, timestamp: 50 * FRAME });
    const { length, frame, quality } = await recorded([...frames(50), { ...resumed!, afterPause: true }, ...rest]);
    expect([length, quality.lost]).toEqual([850, 0]);
    expect([49, 50, 799, 800, 849].map((at) => sounds(frame(at)))).toEqual([true, false, false, true, true]);
  });

  it('gaps pulled together (rtpengine): what was lost is as long as it was, and silent', async () => {
    const all = frames(200);
    const { length, frame, quality } = await recorded([...all.slice(0, 50), ...all.slice(150)]);
    expect([length, quality.lost, quality.longestGapMs]).toEqual([200, 100, 2000]);
    expect([49, 50, 149, 150].map((at) => sounds(frame(at)))).toEqual([true, false, false, true]);
    expect(frame(150)).toEqual(decodeG711(all[150]!.payload, A_LAW));
  });

  it('noise after a re-INVITE to G.729 (jambonz): what is not decoded is silent, and counted as sent', async () => {
    const g729 = frames(50, { fromMs: 1000, sequence: 50, timestamp: 50 * FRAME, payloadType: 18 });
    const { frame, quality } = await recorded([
      ...frames(50),
      ...g729.map((one) => ({ ...one, payload: Buffer.alloc(20, 7) })),
    ]);
    expect([sounds(frame(49)), sounds(frame(50)), quality.packets, quality.lost]).toEqual([true, false, 100, 0]);
  });

  it('what was written overwritten at a restart (rtpengine): each process writes a file of its own', async () => {
    const first = await openSpool();
    const session = first.spool.newSession();
    first.spool.record(session, { kind: 'opened', session: 's', at: 0, ports: [4000] });
    await first.spool.durable();
    const before = readdirSync(directory)
      .filter((name) => name.endsWith('.spool'))
      .map((name) => [name, readFileSync(join(directory, name))] as const);
    const { spool } = await openSpool();
    spool.record(spool.newSession(), { kind: 'opened', session: 't', at: 0, ports: [4002] });
    await spool.durable();
    for (const [name, bytes] of before) expect(readFileSync(join(directory, name))).toEqual(bytes);
    await Promise.all([first.spool.close(), spool.close()]);
  });
});
