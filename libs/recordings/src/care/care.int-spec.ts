import { mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { type ProcessingBoard } from '#contracts';
import { OBJECT_PLACES, OBJECT_STORE, S3ObjectStore, type ObjectPlaces, type ObjectStore } from '#platform';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildRecording } from '../../../../test/factories/recordings.js';
import { serverOf } from '../../../../test/support/servers/desk.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { ObjectCheck, ObjectCopies, StoredObject, VaultService } from '../index.js';

const RACES = process.env['SHOUWEN_TEST_DEEP'] === '1' ? 300 : 8;
const ALL = { runMs: 60_000, runBytes: 2 ** 40, everyMs: 0 };
const AUTHORITY = { kind: 'system', job: 'sweep' } as const;

let desk: UploadDesk;
let copyDir: string;
let copies: ObjectCopies;
let check: ObjectCheck;
let vault: VaultService;
let objects: StoredObject[];

beforeAll(async () => {
  copyDir = await mkdtemp(join(tmpdir(), 'shouwen-copies-'));
  desk = await UploadDesk.open({ SHOUWEN_OBJECT_COPY_DIR: copyDir });
  const { app, source } = desk.api;
  [copies, check, vault] = [app.get(ObjectCopies), app.get(ObjectCheck), app.get(VaultService)];
  const { first: personId, teamA: teamId } = desk.organisation;
  const call = await buildCall(source, { personId, teamId });
  const { recordingId } = await buildRecording(source, vault, call, { durationMs: 20_000 });
  objects = await source.manager.findBy(StoredObject, { recordingId });
});
afterAll(async () => {
  await desk.api.stop();
  await rm(copyDir, { recursive: true });
});

const at = (place: 'store' | 'copy', { storeKey }: StoredObject) =>
  join(place === 'store' ? desk.env.objectDir : copyDir, storeKey);
async function flip(path: string, byte = 70_000): Promise<void> {
  const bytes = await readFile(path);
  bytes[Math.min(byte, bytes.length - 1)]! ^= 1;
  await writeFile(path, bytes);
}
const row = ({ id }: StoredObject) => desk.api.source.manager.findOneByOrFail(StoredObject, { id });
const told = async (event: string): Promise<Record<string, unknown>[]> =>
  (
    await desk.api.source.query(
      'select details from journal_entry join journal_detail on entry_id = id where event = $1 order by at, id',
      [event],
    )
  ).map(({ details }: { details: Record<string, unknown> }) => details);
async function board(): Promise<ProcessingBoard['parts']> {
  const who = await buildAccount(desk.api.source, desk.organisation, { role: 'administrator', teamId: null });
  const cookie = await desk.api.signIn(who.username);
  const answer = await fetch(`${desk.api.baseUrl}/api/v1/processing`, { headers: { cookie } });
  return ((await answer.json()) as ProcessingBoard).parts;
}

describe('copies in a second place', () => {
  it('are made from the rows, also where a killed process left half of one, and the lag is told', async () => {
    expect((await copies.lag()).pending).toBe(2);
    expect((await board()).objectCopy).toMatchObject({ ok: true, facts: { pending: 2 } });
    const [big] = objects;
    // Killed between the bytes and the row; and once before the bytes were whole.
    const { first, copy } = desk.api.app.get<ObjectPlaces>(OBJECT_PLACES);
    await copy!.put(big!.storeKey, first.getRange(big!.storeKey, 0, 1000));
    expect(await copies.copyDue()).toBe(2);
    for (const object of objects)
      expect(await readFile(at('copy', object))).toEqual(await readFile(at('store', object)));
    expect(await copies.lag()).toEqual({ pending: 0, oldestSeconds: null });
    expect(await copies.copyDue()).toBe(0);
  });

  it('go with the object, whether they were being made or were there', async () => {
    const { source, app } = desk.api;
    const store = app.get<ObjectStore>(OBJECT_STORE);
    const { recordingId } = objects[0]!;
    const { keyId } = (await source.manager.findOneByOrFail('Recording', { id: recordingId } as object)) as {
      keyId: string;
    };
    for (let round = 0; round < RACES; round++) {
      const bytes = (async function* () {
        yield Buffer.alloc(200_000, round);
      })();
      const written = await vault.write({ recordingId, keyId, kind: 'peaks', mimeType: 'x/y', source: bytes });
      await source.transaction((tx) => vault.record(tx, written));
      const destroy = async () => {
        await source.transaction((tx) => vault.retire(tx, [written.row]));
        await vault.discard(written.row.id);
      };
      await Promise.all([copies.copyDue(), destroy()]);
      expect(await store.head(written.row.storeKey)).toBeNull();
      await expect(readFile(join(copyDir, written.row.storeKey))).rejects.toThrow(/ENOENT/);
    }
    expect((await copies.lag()).pending).toBe(0);
  });
});

describe('the scrubber', () => {
  it('reads everything, the longest unread first, as far as its budget goes', async () => {
    expect(await check.run({ ...ALL, everyMs: 3_600_000 })).toMatchObject({
      ok: true,
      result: { checked: 0, complete: true },
    });
    await desk.api.source.query(`update stored_object set checked_at = now() - interval '2 hours' where id = $1`, [
      objects[1]!.id,
    ]);
    expect((await check.run({ ...ALL, everyMs: 3_600_000 })).result).toMatchObject({ checked: 1, complete: true });
    // With no minimum age a run reads everything, and nothing twice.
    expect((await check.run(ALL)).result).toMatchObject({ checked: objects.length, complete: true });
    expect((await check.run({ ...ALL, runBytes: 1 })).result).toMatchObject({ checked: 1, complete: false });
  });

  it('finds one flipped bit, repairs it from the copy, and reads it again', async () => {
    const [object] = objects;
    const before = await readFile(at('store', object!));
    await flip(at('store', object!));
    const seen = await check.run(ALL);
    expect(seen).toMatchObject({ ok: true, result: { damaged: 1, repaired: 1, stillDamaged: 0 } });
    expect(await readFile(at('store', object!))).toEqual(before);
    expect(await told('object.damaged')).toEqual([
      expect.objectContaining({ objectId: object!.id, place: 'store', damage: 'segment_not_authentic' }),
    ]);
    expect(await told('object.repaired')).toHaveLength(1);
    expect((await row(object!)).damagedAt).toBeNull();
    await unlink(at('store', object!));
    expect((await check.run(ALL)).result).toMatchObject({ damaged: 1, repaired: 1 });
    expect(await readFile(at('store', object!))).toEqual(before);
  });

  it('has a damaged copy made again', async () => {
    const [object] = objects;
    await desk.api.source.transaction(async (tx) =>
      vault.markVerified(tx, object!.id, await vault.verify(object!, AUTHORITY)),
    );
    await flip(at('copy', object!), 5);
    expect(await check.run(ALL)).toMatchObject({ ok: true, result: { damaged: 1, repaired: 0 } });
    expect((await row(object!)).copiedAt).toBeNull();
    expect(await copies.copyDue()).toBe(1);
    expect(await readFile(at('copy', object!))).toEqual(await readFile(at('store', object!)));
  });

  it('marks what no copy can repair, keeps it from being heard, and says so until it is right again', async () => {
    const [object] = objects;
    const good = await readFile(at('store', object!));
    for (const place of ['store', 'copy'] as const) await flip(at(place, object!));
    expect(await check.run(ALL)).toMatchObject({ ok: false, result: { damaged: 1, repaired: 0, stillDamaged: 1 } });
    // Said once, however often it is seen.
    await check.run(ALL);
    expect((await told('object.damaged')).filter(({ place }) => place === 'store')).toHaveLength(3);
    const isDamaged = async () =>
      (await desk.api.source.query('select damaged from recording where id = $1', [object!.recordingId]))[0].damaged;
    expect(await isDamaged()).toBe(true);
    expect((await board()).integrity).toMatchObject({ ok: false, facts: { damaged: 1 } });
    expect(await (await fetch(`${desk.api.baseUrl}/metrics`)).text()).toContain('shouwen_objects_damaged 1');
    await writeFile(at('store', object!), good);
    await check.run(ALL);
    expect(await isDamaged()).toBe(false);
    expect((await board()).integrity.ok).toBe(true);
  });
});

it('a second place may be a bucket with an access key of its own', async () => {
  const { endpoint, ...credentials } = await serverOf('s3');
  const bucket = `copies-${randomUUID()}`;
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
  const copy = new S3ObjectStore({ bucket, region: 'us-east-1', endpoint, credentials });
  const { first } = desk.api.app.get<ObjectPlaces>(OBJECT_PLACES);
  await desk.api.source.query('update stored_object set copied_at = null');
  expect(await new ObjectCopies(desk.api.source, { first, copy }, { copyAtOnce: 2 }).copyDue()).toBe(2);
  for (const { storeKey } of objects) expect(await copy.head(storeKey)).toEqual(await first.head(storeKey));
  copy.close();
});
