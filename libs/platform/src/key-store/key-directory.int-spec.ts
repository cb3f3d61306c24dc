import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { KeyDirectory } from './key-directory.js';
import { type KeyRecord } from './key-record.rules.js';

const NOW = new Date('2026-11-24T08:00:00.000Z');

const recordOf = (keyId: string): KeyRecord => ({
  format: 'shouwen-recording-key/1',
  keyId,
  recordingId: 'recording-1',
  createdAt: NOW.toISOString(),
  version: '1',
  wrapped: 'AAAA',
});

describe('a directory of keys', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'shouwen-key-directory-'));
  });

  afterAll(() => rm(directory, { recursive: true }));

  /** Two processes, as far as the files can tell: the writer starts a number of turns after the destroyer. */
  async function race(turns: number): Promise<string> {
    const [destroyer, writer] = [new KeyDirectory(directory), new KeyDirectory(directory)];
    const keyId = randomUUID();
    await destroyer.add(recordOf(keyId));
    const buried = destroyer.bury(keyId, NOW);
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    await Promise.all([buried, writer.replace({ ...recordOf(keyId), version: '2' })]);
    return (await destroyer.read(keyId)).state;
  }

  it('never has a destroyed key again, whenever a replacement begins', async () => {
    const outcomes = new Set<string>();
    for (let turns = 0; turns < 60; turns += 1) {
      const states = await Promise.all(Array.from({ length: 8 }, () => race(turns)));
      for (const state of states) outcomes.add(state);
    }
    expect([...outcomes]).toEqual(['destroyed']);
  });

  it('withdraws a replacement that comes after the destruction', async () => {
    const keyDirectory = new KeyDirectory(directory);
    const record = recordOf(randomUUID());
    await keyDirectory.add(record);
    await keyDirectory.bury(record.keyId, NOW);
    expect(await keyDirectory.replace(record)).toBe(false);
    expect(await keyDirectory.read(record.keyId)).toEqual({ state: 'destroyed' });
  });

  it('refuses to add a key that is there', async () => {
    const keyDirectory = new KeyDirectory(directory);
    const record = recordOf(randomUUID());
    await keyDirectory.add(record);
    await expect(keyDirectory.add({ ...record, wrapped: 'BBBB' })).rejects.toThrow('already exists');
    expect(await keyDirectory.read(record.keyId)).toEqual({ state: 'present', record });
  });
});
