import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { OBJECT_STORE, type ObjectStore } from '#platform';
import { SealRecordingService, VaultService } from '#recordings';
import { noise, wavOf } from '../../../test/fixtures/audio-files.js';
import { UploadDesk } from '../../../test/support/upload-desk.js';

let desk: UploadDesk;

beforeAll(async () => {
  desk = await UploadDesk.open();
});
afterAll(() => desk.api.stop());

const context = () => {
  const lease = {
    workId: randomUUID(),
    job: 'seal-recording' as const,
    subjectId: '',
    token: randomUUID(),
    attempt: 1,
  };
  return { lease, signal: new AbortController().signal };
};
const seal = (recordingId: string) => desk.api.app.get(SealRecordingService).seal(recordingId, context());

describe('sealing', () => {
  it('blames the storage, not the sender, for an original that is not what was received', async () => {
    const { recordingId } = (await desk.upload(desk.metadata())).body;
    await desk.api.source.query(`update recording set sha256 = repeat('0', 64) where id = $1`, [recordingId]);
    await expect(seal(recordingId ?? '')).rejects.toMatchObject({ code: 'object_damaged', fault: 'storage' });
  });

  it('takes back all that it made when its lease is lost', async () => {
    const { recordingId } = (await desk.upload(desk.metadata())).body;
    const before = await desk.stored();
    await expect(seal(recordingId ?? '')).rejects.toThrow(/lease/);
    expect(await desk.stored()).toEqual(before);
    expect(await desk.api.app.get(VaultService).find(recordingId ?? '', 'rendition')).toBeNull();
  });

  it('gives up on far more sound than was counted, instead of decoding for days', async () => {
    const long = wavOf({ channels: 1, sampleRate: 8_000 }, noise(30 * 16_000));
    const { recordingId } = (await desk.upload(desk.metadata(), long)).body;
    await desk.api.source.query('update recording set duration_ms = 1000 where id = $1', [recordingId]);
    await expect(seal(recordingId ?? '')).rejects.toMatchObject({ code: 'audio_undecodable', fault: 'caller' });
  });

  it('ends its decoder when the storage breaks off', async () => {
    const long = wavOf({ channels: 1, sampleRate: 8_000 }, noise(20 * 60 * 16_000));
    const { recordingId } = (await desk.upload(desk.metadata(), long)).body;
    const store = desk.api.app.get<ObjectStore>(OBJECT_STORE);
    let written = 0;
    jest.spyOn(store, 'put').mockImplementation(async (_key, bytes) => {
      written += 1;
      // Read from, then left as it is: the encoder does not learn that its reader has gone.
      const parts = bytes[Symbol.asyncIterator]();
      for (let header = true; header;) header = ((await parts.next()).value as Buffer).length < 1_000;
      expect(sandboxes().length).toBe(1);
      throw new Error('no space left');
    });
    await expect(seal(recordingId ?? '')).rejects.toThrow('no space left');
    jest.restoreAllMocks();
    while (sandboxes().length > 0) await new Promise((later) => setImmediate(later));
    expect(written).toBe(1);
  });
});

/** Sandboxes that are children of this process and have not ended. */
function sandboxes(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      const [, name, state, parent] = /^\d+ \((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return name === 'bwrap' && state !== 'Z' && Number(parent) === process.pid;
    } catch {
      return false;
    }
  });
}
