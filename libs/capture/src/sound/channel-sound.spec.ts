import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { storedPlan } from '../session/session-records.rules.js';
import { encodePackets } from '../spool/packet-batch.rules.js';
import { Spool } from '../spool/spool.js';
import { channelSamples, type OpusDecode } from './channel-sound.js';
import { hearSession } from './heard-session.js';

const KEY = { keyId: randomUUID(), key: randomBytes(32) };
const keys = {
  take: () => ({ keyId: KEY.keyId, key: Buffer.from(KEY.key) }),
  open: async () => Buffer.from(KEY.key),
  destroy: async () => undefined,
};
let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'sound-'))));
afterEach(() => rmSync(directory, { recursive: true }));

it('is decoded by one decoder, however often its sender changes the codec', async () => {
  const { spool } = await Spool.open({
    directory,
    keys,
    limitBytes: 1e9,
    segmentBytes: 1e8,
    onTrouble: () => undefined,
  });
  const payloads = new Map([
    [0, { codec: 'PCMU', clockRate: 8000, channels: 1 }],
    [96, { codec: 'opus', clockRate: 48_000, channels: 2 }],
  ]);
  const plan = {
    label: '0',
    mediaIndex: 0,
    localPort: 4000,
    from: null,
    state: 'recording',
    payloads,
    srtp: null,
  } as const;
  const session = spool.newSession();
  spool.record(session, { kind: 'opened', session: 's', at: 0, ports: [4000] });
  spool.record(session, { kind: 'plan', at: 0, streams: [storedPlan(plan)], parties: [] });
  const packets = Array.from({ length: 100 }, (_, i) => ({
    ...{ stream: 0, plan: 0, sequence: i, ssrc: 1, arrivedMs: i * 20, afterPause: false },
    ...(i % 2 === 0
      ? { payloadType: 0, timestamp: i * 160, payload: Buffer.alloc(160, 1) }
      : // One frame of 20 ms (RFC 6716 3.1).
        { payloadType: 96, timestamp: i * 960, payload: Buffer.from([0xf8, 1, 2]) }),
  }));
  spool.append('sound', session, encodePackets(packets));
  await spool.durable();
  const frames = spool.framesOf(session);
  const heard = (await hearSession(frames, keys.open))!;
  const runs: number[] = [];
  const decodeOpus: OpusDecode = async function* (of) {
    runs.push(of.length);
    for (const _ of of) yield new Int16Array(320).fill(7);
  };
  let [coded, length] = [0, 0];
  for await (const piece of channelSamples(heard, heard.streams[0]!, { frames, openKey: keys.open, decodeOpus })) {
    coded += piece.filter((one) => one === 7).length;
    length += piece.length;
  }
  expect([runs, coded, length]).toEqual([[50], 50 * 320, 100 * 320]);
  await spool.close();
});
