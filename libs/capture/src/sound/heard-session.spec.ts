import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storedPlan } from '../session/session-records.rules.js';
import { encodePackets } from '../spool/packet-batch.rules.js';
import { Spool } from '../spool/spool.js';
import { hearSession } from './heard-session.js';
import { sessionWave, waveBytes } from './session-wave.js';

const PCMU = { codec: 'PCMU', clockRate: 8000, channels: 1 };

/** What becomes of packets of 20 ms whose timestamps go on by so many milliseconds from each to the next. */
async function recorded(directory: string, packets: number, stepMs: number) {
  const key = randomBytes(32);
  const keyId = randomUUID();
  const openKey = async () => Buffer.from(key);
  const keys = { take: () => ({ keyId, key: Buffer.from(key) }), open: openKey, destroy: async () => undefined };
  const { spool } = await Spool.open({
    directory,
    keys,
    limitBytes: 1e8,
    segmentBytes: 1e8,
    onTrouble: () => undefined,
  });
  const session = spool.newSession();
  const stream = { label: '1', mediaIndex: 0, localPort: 4000, from: null, state: 'recording', srtp: null } as const;
  spool.record(session, { kind: 'opened', session: 's', at: 0, ports: [4000] });
  spool.record(session, {
    kind: 'plan',
    at: 0,
    parties: [],
    streams: [storedPlan({ ...stream, payloads: new Map([[0, PCMU]]) })],
  });
  const sent = Array.from({ length: packets }, (_, sequence) => ({
    ...{ stream: 0, plan: 0, payloadType: 0, ssrc: 1, afterPause: false, payload: Buffer.alloc(160, 7) },
    ...{ sequence, timestamp: sequence * stepMs * 8, arrivedMs: sequence * 20 },
  }));
  spool.append('sound', session, encodePackets(sent));
  await spool.close();
  const frames = spool.framesOf(session);
  const heard = await hearSession(frames, openKey);
  if (!heard) throw new Error('nothing was heard');
  let bytes = 0;
  const reading = { frames, openKey, decodeOpus: () => [] as never };
  for await (const piece of sessionWave(heard, heard.streams, reading)) bytes += piece.length;
  expect(bytes).toBe(waveBytes(heard, heard.streams));
  return { heard, seconds: (bytes - 44) / 16_000 };
}

describe('a recording', () => {
  let directory: string;
  beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'heard-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('is as long as the call', async () => {
    expect((await recorded(directory, 500, 20)).seconds).toBe(10);
  });

  it('is not an hour because a sender says, packet by packet, that it is a little further ahead', async () => {
    const { heard, seconds } = await recorded(directory, 500, 990);
    expect(heard.streams[0]?.placed.quality.packets).toBe(500);
    expect(seconds).toBeLessThanOrEqual(10 * 1.01 + 20);
  });
});
