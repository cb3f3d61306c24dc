import { randomUUID } from 'node:crypto';
import { SealRecordingService, VaultService } from '#recordings';
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
});
