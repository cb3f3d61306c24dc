import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId, SealedObjectDamaged } from '#platform';
import { buildCall } from '../../../test/factories/calls.js';
import { buildRecording } from '../../../test/factories/recordings.js';
import { UploadDesk } from '../../../test/support/upload-desk.js';
import { Recording, VaultService, Warrant } from './index.js';

const AUTHORITY = { kind: 'system', job: 'seal-recording' } as const;
const plain = Buffer.from('not to be found on the disk '.repeat(5000));

let desk: UploadDesk;
let vault: VaultService;
let recording: Recording;

beforeAll(async () => {
  desk = await UploadDesk.open();
  vault = desk.api.app.get(VaultService);
  const { first: personId, teamA: teamId } = desk.organisation;
  const { recordingId } = await buildRecording(
    desk.api.source,
    vault,
    await buildCall(desk.api.source, { personId, teamId }),
  );
  recording = await desk.api.source.manager.findOneByOrFail(Recording, { id: recordingId });
});
afterAll(() => desk.api.stop());

async function* bytes(content = plain) {
  yield content;
}
const write = (source: AsyncIterable<Buffer> = bytes()) =>
  vault.write({
    recordingId: recording.id,
    keyId: recording.keyId,
    kind: 'transcript',
    mimeType: 'text/plain',
    source,
  });
const fileOf = (storeKey: string) => join(desk.env.objectDir, storeKey);

describe('the vault', () => {
  it('knows an object by the hash of what went in and of what lies on the disk, once it has read it back', async () => {
    const { row, sha256 } = await write();
    const stored = await readFile(fileOf(row.storeKey));
    expect(stored.includes('not to be found')).toBe(false);
    expect(sha256).toBe(createHash('sha256').update(plain).digest('hex'));
    const sealedSha256 = createHash('sha256').update(stored).digest('hex');
    expect(await vault.verify(row, AUTHORITY)).toEqual({ sha256, sealedSha256 });
  });

  it('finds one flipped bit', async () => {
    const { row } = await write();
    const stored = await readFile(fileOf(row.storeKey));
    stored[70_000] = (stored[70_000] ?? 0) ^ 1;
    await writeFile(fileOf(row.storeKey), stored);
    await expect(vault.verify(row, AUTHORITY)).rejects.toBeInstanceOf(SealedObjectDamaged);
  });

  it('keeps nothing of a write whose source broke', async () => {
    const before = await readdir(desk.env.objectDir, { recursive: true });
    const breaking = (async function* () {
      yield plain;
      throw new Error('the line broke');
    })();
    await expect(write(breaking)).rejects.toThrow('the line broke');
    const left = (await readdir(desk.env.objectDir, { recursive: true })).filter((name) => /[0-9a-f-]{36}/.test(name));
    expect(left.sort()).toEqual(before.filter((name) => /[0-9a-f-]{36}/.test(name)).sort());
  });

  it('records no object whose intent was swept, so that no row ever points at nothing', async () => {
    const written = await write();
    await vault.discard(written.row.id);
    await expect(desk.api.source.transaction((tx) => vault.record(tx, written))).rejects.toThrow(/swept/);
  });

  it('calls nothing verified without the hash of what was read back', async () => {
    const written = await write();
    await desk.api.source.transaction((tx) => vault.record(tx, written));
    const forged = desk.api.source.query('update stored_object set verified_at = now() where id = $1', [
      written.row.id,
    ]);
    await expect(forged).rejects.toThrow(/verified_has_hash/);
  });

  it('unwraps nothing without a warrant', async () => {
    const { row } = await write();
    await expect(vault.verify(row, new Warrant('', recording.id, ['transcript']))).rejects.toThrow(/must name/);
  });

  it('opens by a warrant what the warrant is for, and nothing else', async () => {
    const { row } = await write();
    const grantId = newId();
    await expect(vault.verify(row, new Warrant(grantId, recording.id, ['transcript']))).resolves.toBeDefined();
    await expect(vault.verify(row, new Warrant(grantId, recording.id, ['masked-rendition']))).rejects.toThrow(
      /does not cover a transcript/,
    );
    await expect(vault.verify(row, new Warrant(grantId, newId(), ['transcript']))).rejects.toThrow(/does not cover/);
  });
});
