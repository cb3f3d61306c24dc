import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { type SessionRecord } from '../session/session-records.rules.js';
import { bodiesOf } from './read-segment.js';
import { LONGEST_BODY_BYTES, sealFrame, type SegmentKey } from './spool-format.rules.js';
import { Spool, type SegmentKeys } from './spool.js';

/** Keys as a key store keeps them, without one. */
class Keys implements SegmentKeys {
  readonly all = new Map<string, Buffer>();
  left = 100;

  take(): SegmentKey | null {
    if (this.left-- <= 0) return null;
    const [keyId, key] = [randomUUID(), randomBytes(32)];
    this.all.set(keyId, Buffer.from(key));
    return { keyId, key };
  }

  async open(keyId: string): Promise<Buffer | null> {
    const key = this.all.get(keyId);
    return key ? Buffer.from(key) : null;
  }

  async destroy(keyId: string): Promise<void> {
    this.all.delete(keyId);
  }
}

describe('the spool', () => {
  let directory: string;
  let keys: Keys;
  const troubles: unknown[] = [];
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'spool-'));
    keys = new Keys();
    troubles.length = 0;
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const open = (more: { limitBytes?: number; segmentBytes?: number } = {}) =>
    Spool.open({
      ...{ directory, keys, limitBytes: 1e9, segmentBytes: 1e6, onTrouble: (error) => void troubles.push(error) },
      ...more,
    });
  const opened = (session: string): SessionRecord => ({ kind: 'opened', session, at: 1000, ports: [30000, 30002] });
  const segments = () => readdirSync(directory).filter((name) => name.endsWith('.spool'));

  async function soundOf(spool: Spool, session: number): Promise<string[]> {
    const found: string[] = [];
    for (const { path, keyId, offsets } of spool.framesOf(session)) {
      const key = { keyId, key: (await keys.open(keyId)) as Buffer };
      for await (const frame of bodiesOf(
        path,
        key,
        offsets.map((offset) => ({ offset })),
      ))
        if (frame?.kind === 'sound') found.push(frame.body.toString());
    }
    return found;
  }

  it('loses a segment without a header alone, and no start by it or by a damaged list of what was released', async () => {
    const { spool } = await open({ segmentBytes: 1000 });
    const [one, two] = [spool.newSession(), spool.newSession()];
    spool.record(one, opened('one'));
    spool.append('sound', one, randomBytes(1000));
    spool.record(two, opened('two'));
    await spool.close();
    const [first] = segments();
    const path = join(directory, first!);
    writeFileSync(path, Buffer.concat([randomBytes(44), readFileSync(path).subarray(44)]));
    writeFileSync(join(directory, 'released.json'), '[1,');
    const next = await open();
    expect(next.found.map(({ number }) => number)).toEqual([two]);
    expect(troubles).toHaveLength(1);
    await next.spool.close();
  });

  it('gives back, after a kill, every session with all that was said of it, and its sound', async () => {
    const { spool } = await open();
    const [one, two] = [spool.newSession(), spool.newSession()];
    spool.record(one, opened('one'));
    spool.record(two, opened('two'));
    spool.append('sound', one, Buffer.from('first'));
    spool.append('sound', two, Buffer.from('other'));
    spool.append('sound', one, Buffer.from('second'));
    spool.record(one, { kind: 'closed', at: 9000, hangup: 'customer' });
    await spool.durable();
    // As a killed process leaves it.
    const again = await open();
    expect(again.found).toEqual([
      { number: one, records: [opened('one'), { kind: 'closed', at: 9000, hangup: 'customer' }] },
      { number: two, records: [opened('two')] },
    ]);
    expect(await soundOf(again.spool, one)).toEqual(['first', 'second']);
    expect(again.spool.newSession()).toBe(3);
    await spool.close();
  });

  it('holds nothing in clear', async () => {
    const { spool } = await open();
    spool.record(spool.newSession(), opened('a-call-of-somebody'));
    await spool.durable();
    expect(readFileSync(join(directory, segments()[0] as string)).includes('somebody')).toBe(false);
    await spool.close();
  });

  it('cuts what was being written at any byte, and keeps all before it', async () => {
    const { spool } = await open();
    const session = spool.newSession();
    spool.record(session, opened('cut'));
    for (let i = 0; i < 5; i++) spool.append('sound', session, Buffer.from(`piece ${i}`));
    await spool.close();
    const path = join(directory, segments()[0] as string);
    const { size } = statSync(path);
    for (let lost = 1; lost <= 36; lost++) {
      truncateSync(path, size - lost);
      const { spool: cut, found } = await open();
      expect(await soundOf(cut, session)).toEqual(['piece 0', 'piece 1', 'piece 2', 'piece 3']);
      expect(found).toHaveLength(1);
    }
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(4096)]));
    expect(await soundOf((await open()).spool, session)).toHaveLength(4);
  });

  it('lets a segment go, key and bytes, once its last session is released, and not before', async () => {
    const { spool } = await open({ segmentBytes: 200 });
    const [long, short] = [spool.newSession(), spool.newSession()];
    spool.record(long, opened('long'));
    spool.record(short, opened('short'));
    for (let i = 0; i < 10; i++) spool.append('sound', long, Buffer.alloc(150));
    await spool.durable();
    const before = segments().length;
    expect(before).toBeGreaterThan(3);
    await spool.release(short);
    expect(segments()).toHaveLength(before);
    await spool.release(long);
    expect(segments()).toEqual([]);
    expect(keys.all.size).toBe(0);
    expect(spool.bytes).toBe(0);
  });

  it('does not bring a released session back, nor take its number for another', async () => {
    const { spool } = await open();
    const [one, two] = [spool.newSession(), spool.newSession()];
    spool.record(one, opened('one'));
    spool.record(two, opened('two'));
    await spool.durable();
    await spool.release(two);
    const again = await open();
    expect(again.found.map(({ number }) => number)).toEqual([one]);
    expect(again.spool.newSession()).toBe(3);
    await spool.close();
  });

  it('takes no further session at nine tenths of its limit, and no sound beyond it, but always how a session ended', async () => {
    const { spool } = await open({ limitBytes: 1000 });
    const session = spool.newSession();
    expect(spool.hasRoom()).toBe(true);
    spool.append('sound', session, Buffer.alloc(850));
    expect(spool.hasRoom()).toBe(false);
    expect(spool.append('sound', session, Buffer.alloc(200))).toBe(true);
    expect(spool.append('sound', session, Buffer.alloc(1))).toBe(false);
    expect(spool.record(session, { kind: 'closed', at: 1, hangup: 'unknown' })).toBe(true);
    await spool.close();
  });

  it('takes no session without a key, and goes on with the last segment where there is no further key', async () => {
    keys.left = 0;
    const { spool } = await open({ segmentBytes: 100 });
    expect(spool.hasRoom()).toBe(false);
    keys.left = 1;
    expect(spool.hasRoom()).toBe(true);
    for (let i = 0; i < 5; i++) expect(spool.append('sound', 1, Buffer.alloc(90))).toBe(true);
    await spool.durable();
    expect(segments()).toHaveLength(1);
    await spool.close();
  });

  it('forgets a segment whose key was destroyed', async () => {
    const { spool } = await open();
    spool.record(spool.newSession(), opened('gone'));
    await spool.close();
    keys.all.clear();
    expect((await open()).found).toEqual([]);
    expect(segments()).toEqual([]);
  });

  it('tries a write that failed again, and loses nothing by it', async () => {
    const { spool } = await open();
    rmSync(directory, { recursive: true });
    const session = spool.newSession();
    spool.record(session, opened('patient'));
    const durable = spool.durable();
    while (troubles.length === 0) await new Promise((done) => setImmediate(done));
    spool.append('sound', session, Buffer.from('later'));
    const { mkdirSync } = await import('node:fs');
    mkdirSync(directory);
    await durable;
    await spool.durable();
    expect(await soundOf(spool, session)).toEqual(['later']);
    await spool.close();
  });

  it('seals no frame that its reader would take for the end of the segment, and goes on behind it', async () => {
    const { spool } = await open();
    const session = spool.newSession();
    const key = { keyId: randomUUID(), key: randomBytes(32) };
    const longer = Buffer.alloc(LONGEST_BODY_BYTES + 1);
    expect(() => sealFrame(key, { kind: 'sound', session, number: 0 }, longer)).toThrow(RangeError);
    spool.append('sound', session, Buffer.from('before'));
    expect(spool.append('sound', session, longer)).toBe(false);
    spool.append('sound', session, Buffer.from('behind'));
    await spool.durable();
    expect(await soundOf((await open()).spool, session)).toEqual(['before', 'behind']);
    await spool.close();
  });
});
