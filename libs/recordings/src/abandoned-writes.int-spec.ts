import { buildCall } from '../../../test/factories/calls.js';
import { buildRecording } from '../../../test/factories/recordings.js';
import { UploadDesk } from '../../../test/support/upload-desk.js';
import { claimWrite } from './abandoned-writes.service.js';
import { Recording, StoredObject, VaultService } from './index.js';

let desk: UploadDesk;
let vault: VaultService;
let recording: Recording;

beforeAll(async () => {
  desk = await UploadDesk.open();
  vault = desk.api.app.get(VaultService);
  const { first: personId, teamA: teamId } = desk.organisation;
  const call = await buildCall(desk.api.source, { personId, teamId });
  const { recordingId: id } = await buildRecording(desk.api.source, vault, call);
  recording = await desk.api.source.manager.findOneByOrFail(Recording, { id });
});
afterAll(() => desk.api.stop());

async function* bytes() {
  yield Buffer.from('what was said');
}
const write = (keyId = recording.keyId, keyIsNew = false) =>
  vault.write({ recordingId: recording.id, keyId, keyIsNew, kind: 'peaks', mimeType: 'text/plain', source: bytes() });

describe('taking a write back', () => {
  it('shuts out a writer that would record it afterwards', async () => {
    const written = await write();
    expect(await claimWrite(desk.api.source.manager, written.row.id, new Date())).toBe(true);
    await expect(desk.api.source.transaction((tx) => vault.record(tx, written))).rejects.toThrow(/swept/);
  });

  it('leaves alone what was recorded, with its key', async () => {
    const written = await write();
    await desk.api.source.transaction((tx) => vault.record(tx, written));
    await vault.discard(written.row.id, { keyId: recording.keyId });
    const row = await desk.api.source.manager.findOneByOrFail(StoredObject, { id: written.row.id });
    expect((await vault.readAll(row, { kind: 'system', job: 'sweep' })).toString()).toBe('what was said');
  });

  it('destroys the key that was made for it', async () => {
    const keyId = await vault.newRecordingKey(recording.id);
    const { row } = await write(keyId, true);
    await vault.discard(row.id, { keyId });
    expect(await vault.keyCopies(keyId)).toBe(0);
  });
});
