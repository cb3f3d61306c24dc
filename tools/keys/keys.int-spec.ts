import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { type ProcessingBoard } from '#contracts';
import { ensureSigningKey, JournalService } from '#journal';
import { SECOND_FACTOR_SECRETS } from '#people';
import {
  FileKeyStore,
  KEY_MARKER,
  KEY_PROVIDER,
  KEY_STORE,
  KmsKeyProvider,
  LocalKeyring,
  markerOf,
  newKey,
  UpkeepService,
  type KeyProvider,
} from '#platform';
import { KeyCheck, KeyDirectoryMarking, Recording, VaultService } from '#recordings';
import { buildAccount } from '../../test/factories/accounts.js';
import { buildCall } from '../../test/factories/calls.js';
import { buildRecording } from '../../test/factories/recordings.js';
import { serverOf } from '../../test/support/servers/desk.js';
import { UploadDesk } from '../../test/support/upload-desk.js';
import { KeyCustody } from './custody.js';
import { backUpKeys, restoreKeys } from './sealed-backup.js';
import { ColumnWrapping, KeyStoreWrapping } from './wrapping.js';

const ROUNDS = process.env['SHOUWEN_TEST_DEEP'] === '1' ? 20 : 2;
const RECORDINGS = 12;
const AUTHORITY = { kind: 'system', job: 'sweep' } as const;

let desk: UploadDesk;
let vault: VaultService;
let store: FileKeyStore;
let keyring: LocalKeyring;
let recordings: Recording[];
let accountId: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-keys-command-'));
  desk = await UploadDesk.open();
  const { app, source } = desk.api;
  [vault, store, keyring] = [app.get(VaultService), app.get(KEY_STORE), app.get(KEY_PROVIDER)];
  const { first: personId, teamA: teamId } = desk.organisation;
  const call = await buildCall(source, { personId, teamId });
  recordings = await Promise.all(
    Array.from({ length: RECORDINGS }, async () => {
      const { recordingId: id } = await buildRecording(source, vault, call, { durationMs: 1000 });
      return source.manager.findOneByOrFail(Recording, { id });
    }),
  );
  ({ accountId } = await buildAccount(source, desk.organisation, { role: 'auditor', teamId: null }));
  const { version, bytes } = await keyring.wrap(newKey(), ['second-factor', accountId]);
  await source.query(
    'insert into second_factor (account_id, key_version, wrapped_seed, created_at) values ($1, $2, $3, now())',
    [accountId, version, bytes],
  );
});
afterAll(async () => {
  await desk.api.stop();
  await rm(folder, { recursive: true });
});

const custodyOf = (provider: KeyProvider = keyring, keys = store) =>
  new KeyCustody(desk.api.source, provider, desk.api.app.get(JournalService), [
    new KeyStoreWrapping(keys, provider),
    new ColumnWrapping(desk.api.source, provider, SECOND_FACTOR_SECRETS),
  ]);
const entries = async (event: string): Promise<object[]> =>
  (
    await desk.api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = $1 order by at, id`,
      [event],
    )
  ).map(({ details }: { details: object }) => details);
const soon = () => new Date(Date.now() + 3_600_000);
async function hear(recording: Recording): Promise<number> {
  const object = await vault.find(recording.id, 'rendition');
  return (await vault.readAll(object!, AUTHORITY)).length;
}

describe('the key-encryption key', () => {
  it('is rotated, everything re-wrapped and the old version retired, while every recording is being heard', async () => {
    const custody = custodyOf();
    let [going, heard] = [true, 0];
    const listeners = Array.from({ length: 4 }, async (_, i) => {
      for (let n = i; going; n++) {
        expect(await hear(recordings[n % RECORDINGS]!)).toBe(8000);
        heard += 1;
      }
    });
    // A listener that fails ends the test on its own; none may be left waiting.
    const listening = Promise.all(listeners);
    try {
      for (let round = 0; round < ROUNDS; round++) {
        const [before] = (await custody.versions()).filter(({ current }) => current);
        const version = await custody.rotate();
        await expect(custody.retire(before!.version, soon())).rejects.toThrow(/still wraps/);
        expect(await custody.rewrap()).toEqual({ version, rewrapped: RECORDINGS + 1, failed: 0 });
        // What a writer had wrapped just before the rotation may not have reached its disk yet.
        await expect(custody.retire(before!.version, new Date())).rejects.toThrow(/minutes later/);
        await custody.retire(before!.version, soon());
        expect(await custody.versions()).toEqual([{ version, current: true, wraps: RECORDINGS + 1 }]);
      }
    } finally {
      going = false;
      await listening;
    }
    expect(heard).toBeGreaterThan(0);
    expect(await entries('keyring.retired')).toHaveLength(ROUNDS);
    expect(await entries('keyring.rewrapped')).toHaveLength(ROUNDS);
  });

  it('is re-wrapped from where a killed command stopped', async () => {
    const custody = custodyOf();
    const old = await keyring.currentVersion();
    await custody.rotate();
    // Killed: some keys are done, and of one only the first copy.
    for (const { keyId } of recordings.slice(0, 5)) await store.rewrap(keyId);
    const { keyDir, keyCopyDir } = desk.env;
    const path = (dir: string) =>
      join(dir, recordings[5]!.keyId.slice(0, 2), recordings[5]!.keyId.slice(2, 4), `${recordings[5]!.keyId}.json`);
    const second = await readFile(path(keyCopyDir));
    await store.rewrap(recordings[5]!.keyId);
    await writeFile(path(keyCopyDir), second);
    await expect(custody.retire(old, soon())).rejects.toThrow(/still wraps 8/);
    expect((await custody.rewrap()).failed).toBe(0);
    expect(await readFile(path(keyCopyDir), 'utf8')).toBe(await readFile(path(keyDir), 'utf8'));
    await custody.retire(old, soon());
  });

  it('moves into KMS, and there to another key, with the keyring out of use', async () => {
    const { endpoint } = await serverOf('kms');
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = new KMSClient({ endpoint, region: 'us-east-1', credentials });
    const arn = async () => (await client.send(new CreateKeyCommand({}))).KeyMetadata!.Arn!;
    const provider = async (former?: LocalKeyring) =>
      new KmsKeyProvider({ keyId: await arn(), region: 'us-east-1', endpoint, credentials, former });
    const { keyDir: first, keyCopyDir: second } = desk.env;
    let last: KmsKeyProvider | undefined;
    for (const keyProvider of [await provider(keyring), await provider()]) {
      const keys = new FileKeyStore({ first, second, keyProvider });
      const custody = custodyOf(keyProvider, keys);
      await expect(custody.rotate()).rejects.toThrow(/is in KMS/);
      expect((await custody.rewrap()).failed).toBe(0);
      expect((await custody.versions()).map(({ wraps }) => wraps)).toEqual([RECORDINGS + 1]);
      (await keys.unwrap(recordings[0]!.keyId)).fill(0);
      last?.close();
      last = keyProvider;
    }
    // And back, so that the desk can hear again.
    const keyProvider = last!;
    const through: KeyProvider = {
      currentVersion: () => keyring.currentVersion(),
      wrap: (plain, context) => keyring.wrap(plain, context),
      unwrap: (wrapped, context) =>
        (wrapped.version.startsWith('arn:') ? keyProvider : keyring).unwrap(wrapped, context),
      probe: () => keyring.probe(),
    };
    expect((await custodyOf(through, new FileKeyStore({ first, second, keyProvider: through })).rewrap()).failed).toBe(
      0,
    );
    expect(await hear(recordings[0]!)).toBe(8000);
    keyProvider.close();
    client.destroy();
  });
});

describe('the key store', () => {
  const check = (options = {}) => desk.api.app.get(KeyCheck).run(options);
  const boardOf = async () => {
    const who = await buildAccount(desk.api.source, desk.organisation, { role: 'administrator', teamId: null });
    const cookie = await desk.api.signIn(who.username);
    return (await (
      await fetch(`${desk.api.baseUrl}/api/v1/processing`, { headers: { cookie } })
    ).json()) as ProcessingBoard;
  };

  it('loses one copy, and is repaired from the other; what was left half-destroyed is completed', async () => {
    const { keyDir, keyCopyDir } = desk.env;
    const spare = await vault.newRecordingKey(randomUUID());
    await store.destroy(spare);
    await unlink(join(keyCopyDir, spare.slice(0, 2), spare.slice(2, 4), `${spare}.destroyed`));
    for (const { keyId } of recordings.slice(0, 3))
      await unlink(join(keyDir, keyId.slice(0, 2), keyId.slice(2, 4), `${keyId}.json`));
    expect(await check()).toMatchObject({ ok: true, result: { keys: RECORDINGS, repaired: 3, missing: 0 } });
    expect((await store.find(spare)).second).toBe('destroyed');
    expect((await store.find(recordings[0]!.keyId)).first).toBe('present');
    expect(await entries('key_store.repaired')).toHaveLength(3);
    expect(await check()).toMatchObject({ ok: true, result: { repaired: 0 } });
  });

  it('tells a key that is lost in both copies, and one that nothing names; only the latter is removed, when asked', async () => {
    const { keyDir: first, keyCopyDir: second } = desk.env;
    const now = () => new Date(Date.now() - 25 * 3_600_000);
    const early = new FileKeyStore({ first, second, keyProvider: keyring, now });
    const { keyId: orphan, key } = await early.create(randomUUID());
    key.fill(0);
    const young = await vault.newRecordingKey(randomUUID());
    expect(await check()).toMatchObject({ ok: true, result: { orphans: 1, orphansRemoved: 0 } });
    expect((await store.find(orphan)).state).toBe('present');
    expect(await check({ removeOrphans: true })).toMatchObject({ result: { orphans: 1, orphansRemoved: 1 } });
    expect([(await store.find(orphan)).state, (await store.find(young)).state]).toEqual(['destroyed', 'present']);

    const [lost] = recordings;
    const files = [first, second].map((dir) =>
      join(dir, lost!.keyId.slice(0, 2), lost!.keyId.slice(2, 4), `${lost!.keyId}.json`),
    );
    const kept = await readFile(files[0]!);
    for (const file of files) await unlink(file);
    const upkeep = desk.api.app.get(UpkeepService);
    expect(await upkeep.runNow('keys', () => check())).toMatchObject({
      ok: false,
      result: { missing: 1, example: lost!.keyId },
    });
    const board = await boardOf();
    expect(board.parts.keyCheck).toMatchObject({ ok: false, detail: { en: expect.stringContaining(lost!.keyId) } });
    for (const file of files) await writeFile(file, kept);
  });

  it.each(['', 'what a tombstone says'])(
    'destroys nothing by a tombstone in one copy (%p): it is a doubt, until it turns out',
    async (content) => {
      const { keyId, id: recordingId } = recordings[1]!;
      const { keyDir, keyCopyDir } = desk.env;
      const forged = join(keyDir, keyId.slice(0, 2), keyId.slice(2, 4), `${keyId}.destroyed`);
      await writeFile(forged, content);
      const refused = { code: 'key_doubtful' };
      await expect(hear(recordings[1]!)).rejects.toMatchObject(refused);
      const upkeep = desk.api.app.get(UpkeepService);
      const outcome = { ok: false, result: { doubtful: 1, example: keyId } };
      expect(await upkeep.runNow('keys', () => check())).toMatchObject(outcome);
      expect(await check()).toMatchObject(outcome);
      await expect(hear(recordings[1]!)).rejects.toMatchObject(refused);
      const other = join(keyCopyDir, keyId.slice(0, 2), keyId.slice(2, 4));
      expect((await readdir(other)).filter((name) => name.startsWith(keyId))).toEqual([`${keyId}.json`]);
      const told = { keyId, recordingId, first: 'destroying', second: 'present', why: 'one_copy' };
      expect((await entries('key_store.doubted')).at(-1)).toMatchObject(told);
      expect((await boardOf()).parts.keyCheck).toMatchObject({
        ok: false,
        detail: { en: expect.stringContaining(keyId) },
      });

      // A person has looked, and moved the file away.
      await unlink(forged);
      expect(await check()).toMatchObject({ ok: true, result: { doubtful: 0 } });
      expect((await entries('key_store.doubt_settled')).at(-1)).toMatchObject({ keyId, as: 'kept' });
      await expect(hear(recordings[1]!)).resolves.toBeDefined();
    },
  );

  it('of an earlier release gets its marks where its keys are, and an empty folder none', async () => {
    const { keyDir, keyCopyDir } = desk.env;
    const marking = desk.api.app.get(KeyDirectoryMarking);
    for (const dir of [keyDir, keyCopyDir]) await unlink(join(dir, KEY_MARKER));
    const away = `${keyCopyDir}-away`;
    await rename(keyCopyDir, away);
    await marking.onApplicationBootstrap();
    expect([await markerOf(keyDir), await markerOf(keyCopyDir)]).toMatchObject([{ copy: 'first' }, null]);
    await expect(store.create(randomUUID())).rejects.toMatchObject({ code: 'key_directory_unmarked' });
    await expect(stat(keyCopyDir)).rejects.toThrow('ENOENT');
    await rename(away, keyCopyDir);
    await marking.onApplicationBootstrap();
    const [first, second] = await Promise.all([markerOf(keyDir), markerOf(keyCopyDir)]);
    expect(second).toMatchObject({ copy: 'second', installation: first!.installation });
    (await store.create(randomUUID())).key.fill(0);
  });

  it('says of a destroyed recording that it is, and by which certificate', async () => {
    const last = recordings.at(-1)!;
    await vault.destroyKey(last.keyId);
    await expect(hear(last)).rejects.toMatchObject({ code: 'key_destroyed', certificate: undefined });
    await vault.certifyDestroyedKey(last.keyId, '2026-000017');
    await expect(hear(last)).rejects.toMatchObject({
      code: 'key_destroyed',
      complete: true,
      certificate: '2026-000017',
    });
    await expect(vault.certifyDestroyedKey(recordings[0]!.keyId, 'x')).rejects.toThrow(/no tombstone/);
  });
});

describe('a sealed backup of the keys', () => {
  it('opens by its passphrase, puts back what is lost, and replaces nothing', async () => {
    const env = { ...desk.env, journalKeyFile: join(folder, 'journal.pem') };
    await writeFile(join(folder, 'words'), 'correct horse battery staple\n');
    await ensureSigningKey(env.journalKeyFile);
    const out = join(folder, 'keys.sealed');
    await backUpKeys(env, { passphraseFile: join(folder, 'words') }, out, new Date());
    expect((await stat(out)).mode & 0o077).toBe(0);
    const keyring = await readFile(env.keyringFile, 'utf8');
    expect(await readFile(out, 'utf8')).not.toContain(JSON.parse(keyring).keys[0].key);

    await unlink(env.keyringFile);
    await writeFile(join(folder, 'wrong'), 'correct horse battery stable');
    await expect(restoreKeys(env, { passphraseFile: join(folder, 'wrong') }, out)).rejects.toThrow(/does not open/);
    expect(await restoreKeys(env, { passphraseFile: join(folder, 'words') }, out)).toEqual([env.keyringFile]);
    expect(await hear(recordings[1]!)).toBe(8000);
    await LocalKeyring.open(env.keyringFile).then((ring) => ring.rotate());
    await expect(restoreKeys(env, { passphraseFile: join(folder, 'words') }, out)).rejects.toThrow(
      /Nothing is replaced/,
    );
  });

  it('opens by any three of five shares, by no two, and by none of another', async () => {
    const env = { ...desk.env, journalKeyFile: join(folder, 'journal.pem') };
    const out = join(folder, 'shared.sealed');
    const [, ...shares] = await backUpKeys(
      env,
      { of: 5, needed: 3, sharesDir: join(folder, 'shares') },
      out,
      new Date(),
    );
    const others = await backUpKeys(
      env,
      { of: 2, needed: 2, sharesDir: join(folder, 'b') },
      join(folder, 'b.sealed'),
      new Date(),
    );
    const elsewhere = {
      ...env,
      keyringFile: join(folder, 'restored/keyring.json'),
      journalKeyFile: join(folder, 'restored/j.pem'),
    };
    const by = (...shareFiles: string[]) => restoreKeys(elsewhere, { shareFiles }, out);
    await expect(by(shares[0]!, shares[4]!)).rejects.toThrow(/3 different shares/);
    await expect(by(shares[0]!, shares[0]!, shares[4]!)).rejects.toThrow(/there are 2/);
    await expect(by(shares[0]!, shares[1]!, others[1]!)).rejects.toThrow(/another backup/);
    expect(await by(shares[4]!, shares[0]!, shares[2]!)).toHaveLength(2);
    expect(await readFile(elsewhere.keyringFile, 'utf8')).toBe(await readFile(env.keyringFile, 'utf8'));
  });

  it('is refused for a passphrase that can be guessed, and told when a bit of it was changed', async () => {
    await writeFile(join(folder, 'weak'), 'aaaaaaaaaaaaaaaaaaaa');
    const env = { ...desk.env, journalKeyFile: join(folder, 'journal.pem') };
    await expect(
      backUpKeys(env, { passphraseFile: join(folder, 'weak') }, join(folder, 'x'), new Date()),
    ).rejects.toThrow(/weak/);
    const text = await readFile(join(folder, 'keys.sealed'), 'utf8');
    await writeFile(join(folder, 'changed'), text.replace(/"madeAt": "20/, '"madeAt": "21'));
    await expect(restoreKeys(env, { passphraseFile: join(folder, 'words') }, join(folder, 'changed'))).rejects.toThrow(
      /does not open/,
    );
  });
});
