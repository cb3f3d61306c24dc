import {
  CreateBucketCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ScheduleName } from '#contracts';
import { ensureSigningKey, JournalService } from '#journal';
import { ExportedCopies, HoldService, LegalCases } from '#legal';
import {
  Clock,
  createLogger,
  ENV,
  KEY_STORE,
  newId,
  S3ObjectStore,
  ScheduleLedger,
  ScheduleRunner,
  ToLookAt,
  WorkService,
  type Env,
} from '#platform';
import { CertificateRegister, ObjectLockKeeper, StoredObject, VaultService } from '#recordings';
import { DestroyRecordingService, DestructionOrders } from '#retention';
import { ErasedCalls } from '../../../libs/retention/src/erasure/erased-calls.js';
import { DestructionProof } from '../../../libs/retention/src/destruction/destruction-proof.service.js';
import { buildAccount } from '../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../test/factories/api.js';
import { buildCall } from '../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../test/factories/organisation.js';
import { buildRecording } from '../../../test/factories/recordings.js';
import { serverOf } from '../../../test/support/servers/desk.js';
import { scheduledOf } from './schedule-row.js';
import { SCHEDULES } from './schedules.js';
import { type Get } from './service-getter.js';

/** What is held, against a real S3 server whose bucket has Object Lock: not even the bucket's own access key deletes it. */
let api: TestApi;
let organisation: Organisation;
let client: S3Client;
let folder: string;
let Bucket: string;
let store: S3ObjectStore;
let vault: VaultService;
let keeper: ObjectLockKeeper;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-locks-'));
  const keyFile = join(folder, 'journal.pem');
  await ensureSigningKey(keyFile);
  api = await startTestApi({ SHOUWEN_JOURNAL_KEY_FILE: keyFile });
  organisation = await buildOrganisation(api.source);
  const { endpoint, ...credentials } = await serverOf('s3');
  const options = { endpoint, region: 'us-east-1', credentials };
  client = new S3Client({ ...options, forcePathStyle: true });
  Bucket = `shouwen-held-${process.pid}-${Date.now()}`;
  await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
  store = new S3ObjectStore({ ...options, bucket: Bucket });
  const clock = new Clock();
  vault = new VaultService(api.source, api.app.get(KEY_STORE), store, clock);
  keeper = new ObjectLockKeeper(api.source, store, clock, api.app.get(ToLookAt));
});
afterAll(async () => {
  store?.close();
  client?.destroy();
  await api?.stop();
  await rm(folder, { recursive: true });
});

/** The schedule as the worker lists it, over this keeper. @returns how much it found to do */
async function comesDue(name: ScheduleName): Promise<number> {
  const row = SCHEDULES.find((one) => one.name === name)!;
  const list = [scheduledOf(row, (() => keeper) as unknown as Get, api.app.get<Env>(ENV))];
  const ledger = new ScheduleLedger(api.source, newId());
  await ledger.list(list);
  await api.source.query('update schedule set next_due_at = now()');
  const runner = new ScheduleRunner(list, ledger, createLogger('test', 'fatal'));
  await runner.runDue();
  await runner.stop();
  return (await api.source.query('select last_count from schedule where name = $1', [name]))[0].last_count;
}

async function record(): Promise<{ callId: string; recordingId: string; objects: StoredObject[] }> {
  const { first: personId, teamA: teamId } = organisation;
  const { callId, ...call } = await buildCall(api.source, { personId, teamId });
  const { recordingId } = await buildRecording(api.source, vault, { callId, ...call }, { durationMs: 1000 });
  return { callId, recordingId, objects: await api.source.manager.findBy(StoredObject, { recordingId }) };
}

/** As a holder of the bucket's access key would: the version itself, not a marker over it. */
async function deletedByKey(key: string): Promise<string> {
  const { Versions = [] } = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: key }));
  const [version] = Versions.filter(({ Key }) => Key === key);
  return client.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId: version!.VersionId })).then(
    () => 'deleted',
    ({ name }: Error) => name,
  );
}

it('puts every object of a held call under the store’s own hold, and takes it off after two people released it', async () => {
  const [held, free] = [await record(), await record()];
  const [holds, cases] = [api.app.get(HoldService), api.app.get(LegalCases)];
  const { second } = organisation;
  const { personId: first } = await buildAccount(api.source, organisation, { role: 'legal_requester', teamId: null });
  const caseId = await cases.open({ reference: 'L-1', title: 'x' }, first);
  const targets = [{ callId: held.callId, recordingId: null }];
  const { hold } = await holds.place({ caseId, reason: 'evidence', targets, rule: null }, first);
  expect(held.objects).toHaveLength(2);
  expect(await comesDue('lock-held-objects')).toBe(2);
  expect(await comesDue('lock-held-objects')).toBe(0);
  for (const { storeKey } of held.objects) expect(await deletedByKey(storeKey)).toBe('AccessDenied');
  await expect(store.delete(held.objects[0]!.storeKey)).rejects.toMatchObject({ code: 'object_locked', until: null });
  expect(await deletedByKey(free.objects[0]!.storeKey)).toBe('deleted');

  await holds.askRelease(hold.id, 'The case was settled.', first);
  expect(await keeper.sweep()).toBe(0);
  await holds.decideRelease(hold.id, 'agreed', second);
  expect(await comesDue('lock-held-objects')).toBe(2);
  expect(await api.source.query('select 1 from stored_object where locked_at is not null')).toEqual([]);
  for (const { storeKey } of held.objects) expect(await deletedByKey(storeKey)).toBe('deleted');
});

it('what the bucket’s own retention keeps is certified as ciphertext that outlives its key; all else goes', async () => {
  const { recordingId, objects } = await record();
  const [kept, gone] = objects as [StoredObject, StoredObject];
  const RetainUntilDate = new Date(Math.ceil(Date.now() / 1000) * 1000 + 86_400_000);
  const Retention = { Mode: 'COMPLIANCE', RetainUntilDate } as const;
  await client.send(new PutObjectRetentionCommand({ Bucket, Key: kept.storeKey, Retention }));

  const [journal, work] = [api.app.get(JournalService), api.app.get(WorkService)];
  const orders = api.app.get(DestructionOrders, { strict: false });
  await api.source.transaction(async (tx) => {
    const recording = await tx.query('select id, call_id as "callId", key_id as "keyId" from recording where id = $1', [
      recordingId,
    ]);
    const why = { reason: 'erasure', scheduleVersion: null, requestId: null, graceDays: 0 } as const;
    await orders.order(tx, recording[0], why, null);
  });
  expect(await orders.start(recordingId, async () => true)).toBeNull();
  await api.source.transaction((tx) => work.open(tx, 'destroy-recording', recordingId));
  const [open] = await api.source.query(`select id from work where job = 'destroy-recording' and subject_id = $1`, [
    recordingId,
  ]);
  const lease = await work.claim(open.id);
  const proof = new DestructionProof(api.app.get(CertificateRegister, { strict: false }));
  const copies = api.app.get(ExportedCopies, { strict: false });
  const calls = new ErasedCalls(api.source, journal);
  const destroying = new DestroyRecordingService(api.source, vault, copies, proof, calls, journal, work);
  await destroying.destroy(recordingId, { lease: lease!, signal: new AbortController().signal });

  const [{ document }] = await api.source.query(
    'select document from destruction_certificate where recording_id = $1',
    [recordingId],
  );
  expect(document.ciphertextThatOutlivesItsKey).toEqual([{ objectId: kept.id, until: RetainUntilDate.toISOString() }]);
  expect(await store.head(gone.storeKey)).toBeNull();
  expect(await store.head(kept.storeKey)).not.toBeNull();
  await expect(vault.readAll(kept, { kind: 'system', job: 'sweep' })).rejects.toMatchObject({ code: 'key_destroyed' });
});
