import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodiesOf, Spool, type SegmentFrames } from '#capture';
import { WaitingSessions } from './waiting-sessions.js';

describe('sessions that wait', () => {
  let directory: string;
  const stored = new Map<string, Buffer>();
  const keys = {
    take: () => {
      const [keyId, key] = [randomUUID(), randomBytes(32)];
      stored.set(keyId, Buffer.from(key));
      return { keyId, key };
    },
    open: async (keyId: string) => {
      const key = stored.get(keyId);
      return key ? Buffer.from(key) : null;
    },
    destroy: async (keyId: string) => void stored.delete(keyId),
  };
  const at = (name: string) => join(directory, name);
  const settings = (name: string) => ({ directory: at(name), keys, limitBytes: 1e8, onTrouble: () => undefined });
  const segments = (name: string) => readdirSync(at(name)).filter((file) => file.endsWith('.spool'));

  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'waiting-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  async function said(frames: readonly SegmentFrames[]): Promise<string[]> {
    const all: string[] = [];
    for (const { path, keyId, offsets } of frames) {
      const places = offsets.map((offset) => ({ offset }));
      for await (const frame of bodiesOf(path, { keyId, key: (await keys.open(keyId))! }, places))
        all.push(frame ? frame.body.toString() : 'damaged');
    }
    return all;
  }

  async function twoCalls() {
    const { spool } = await Spool.open({ ...settings('spool'), segmentBytes: 1e6 });
    const [waits, done] = [spool.newSession(), spool.newSession()];
    spool.record(waits, { kind: 'opened', session: 'waits', at: 0, ports: [] });
    spool.append('sound', waits, Buffer.from('what was said'));
    spool.append('sound', done, randomBytes(1000));
    spool.record(waits, { kind: 'closed', at: 9, hangup: 'unknown' });
    await spool.durable();
    return { spool, waits, done };
  }

  it('hold no segment of other calls, and are found again with all that was said', async () => {
    const { spool, waits, done } = await twoCalls();
    const waiting = await WaitingSessions.open(settings('waiting'));
    const before = await said(spool.framesOf(waits));
    const moved = (await waiting.take(spool.framesOf(waits)))!;
    await spool.release(waits);
    await spool.release(done);
    expect(segments('spool')).toEqual([]);
    expect((await said(moved.frames)).slice(0, -1)).toEqual(before);
    await waiting.close();
    const next = await WaitingSessions.open(settings('waiting'));
    const found = next.found.get('waits')!;
    expect([next.found.size, WaitingSessions.has(found.number), (await said(found.frames)).slice(0, -1)]).toEqual([
      1,
      true,
      before,
    ]);
    await next.release(found.number);
    expect([segments('waiting'), next.bytes]).toEqual([[], 0]);
    await next.close();
    await spool.close();
  });

  it('are one where a killed process had copied a session and had not let go of it', async () => {
    const { spool, waits } = await twoCalls();
    const first = await WaitingSessions.open(settings('waiting'));
    for (let twice = 0; twice < 2; twice += 1) await first.take(spool.framesOf(waits));
    await first.close();
    const next = await WaitingSessions.open(settings('waiting'));
    expect(next.found.size).toBe(1);
    await next.release(next.found.get('waits')!.number);
    expect([segments('waiting'), next.bytes]).toEqual([[], 0]);
    await next.close();
    await spool.close();
  });

  it('stay where they were where a copy is not whole', async () => {
    const { spool, waits } = await twoCalls();
    const { spool: cut } = await Spool.open({ ...settings('waiting'), segmentBytes: 1e6, firstSession: 2e9 });
    cut.record(cut.newSession(), { kind: 'opened', session: 'waits', at: 0, ports: [] });
    await cut.close();
    const waiting = await WaitingSessions.open(settings('waiting'));
    expect([waiting.found.size, segments('waiting')]).toEqual([0, []]);
    stored.clear();
    expect(await waiting.take(spool.framesOf(waits))).toBeNull();
    await waiting.close();
    await spool.close();
  });
});
