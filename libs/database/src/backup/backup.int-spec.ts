import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportLines, HeadsFile, JournalService, readExport, readJournal, JournalSealer } from '#journal';
import {
  Clock,
  FileKeyStore,
  FileSystemObjectStore,
  KEY_PROVIDER,
  KEY_STORE,
  LocalKeyring,
  newId,
  UpkeepService,
  type Env,
  ENV,
} from '#platform';
import { RetentionClock } from '#retention';
import { KeyCheck, KeyDoubts, Recording, StoredObject, VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildRecording } from '../../../../test/factories/recordings.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { createDataSource } from '../data-source.js';
import { Backups } from './backups.service.js';
import { BackupStore } from './backup-store.js';
import { putBack } from './put-back.js';
import { decisionsSince } from './since-backup.js';

let desk: UploadDesk;
let backups: Backups;
let keyring: LocalKeyring;
let folder: string;
let target: TestDatabase;
let recording: Recording;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-backups-'));
  desk = await UploadDesk.open({ SHOUWEN_BACKUP_DIR: folder, SHOUWEN_BACKUP_KEEP: '2' });
  const { app, source } = desk.api;
  keyring = app.get(KEY_PROVIDER);
  backups = new Backups(
    new FileSystemObjectStore({ directory: folder }),
    keyring,
    app.get<Env>(ENV),
    source,
    app.get(JournalService),
  );
  const { first: personId, teamA: teamId } = desk.organisation;
  const { recordingId } = await buildRecording(
    source,
    app.get(VaultService),
    await buildCall(source, { personId, teamId }),
  );
  recording = await source.manager.findOneByOrFail(Recording, { id: recordingId });
  target = await createTestDatabase();
});
afterAll(async () => {
  await target.drop();
  await desk.api.stop();
  await rm(folder, { recursive: true });
});

const AUTHORITY = { kind: 'system', job: 'sweep' } as const;
const files = async (): Promise<string[]> => (await readdir(join(folder, 'ba'))).sort();
const to = (database: TestDatabase) => ({ ownerUrl: database.url, runtimePassword: 'runtime-of-the-tests' });
const clock = new Clock();
const newest = async (): Promise<string> => (await backups.store.list()).whole[0]!;
const restore = (id: string, database = target, store = backups.store, exported?: string) =>
  putBack({
    ...{ store, id, target: to(database), headsDir: join(folder, 'heads'), clock },
    journal: exported === undefined ? undefined : () => readExport(exported),
  });

it('a backup is one snapshot of every table, sealed, and so many are kept', async () => {
  const { result } = await backups.take();
  expect(result).toMatchObject({ kept: 1, backupId: await newest() });
  expect(Number(result['rows'])).toBeGreaterThan(20);
  // A killed one left its key and a table, and goes with the next.
  await backups.store.putKey('20200101000000000-aaaaaa', Buffer.alloc(32, 7));
  for (let n = 0; n < 2; n++) await backups.take();
  expect(await backups.store.list()).toMatchObject({ whole: [expect.any(String), expect.any(String)], begun: [] });
  expect((await files()).filter((name) => name.includes(String(result['backupId'])))).toEqual([]);
  const [[{ username }]] = [await desk.api.source.query('select username from account limit 1')];
  for (const name of await files()) expect((await readFile(join(folder, 'ba', name))).includes(username)).toBe(false);
});

it('is restored into an empty database and nowhere else, row by row, with every session ended', async () => {
  const { source } = desk.api;
  const admin = await buildAccount(source, desk.organisation, { role: 'administrator', teamId: null });
  await desk.api.signIn(admin.username);
  const rights = await giveRights(admin.accountId);
  const of = { role: 'supervisor', teamId: desk.organisation.teamA } as const;
  const [leaver, moved] = [
    await buildAccount(source, desk.organisation, of),
    await buildAccount(source, desk.organisation, of),
  ];
  const { id: grantId } = await buildGrant(source, desk.organisation, { role: 'supervisor' });
  await seal();
  await backups.take();
  const id = await newest();
  const until = await sealedUpTo();
  const exported = await decideAndExport({ admin, leaver, moved, grantId });
  // What comes after the backup is lost with it; the keys of what came are not taken for litter.
  const { keyId: since, key } = await desk.api.app.get<FileKeyStore>(KEY_STORE).create(newId());
  key.fill(0);
  const { rows, manifest, ended, lost } = await restore(id, target, backups.store, exported);
  expect(rows).toBe(manifest.tables.reduce((sum, table) => sum + table.rows, 0));
  const restored = await createDataSource({ url: target.url, applicationName: 'test' }).initialize();
  try {
    for (const { name } of manifest.tables.filter(
      (table) =>
        !['session', 'upkeep_run', 'api_token', 'invitation', 'retention_clock'].includes(table.name) &&
        !table.name.startsWith('journal'),
    )) {
      // But for the rights of these three, which were ended since.
      const all = `select coalesce(json_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]')::text as rows from "${name}" t
        where not (to_jsonb(t) ?| array['disabled_at', 'left_at', 'role', 'revoked_reason'] and to_jsonb(t)::text ~ $1)`;
      const changed = [[admin, leaver, moved].map(({ accountId, personId }) => `${accountId}|${personId}`), grantId]
        .flat()
        .join('|');
      expect([name, await restored.query(all, [changed])]).toEqual([name, await source.query(all, [changed])]);
    }
    const foreign = `select count(*)::int as n from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
    expect(await restored.query(foreign)).toEqual(await source.query(foreign));
    expect(await restored.query(`select 1 from pg_trigger where not tgisinternal and tgenabled <> 'O'`)).toEqual([]);
    expect(await restored.query('select 1 from session where ended_at is null')).toEqual([]);
    expect(await source.query('select 1 from session where ended_at is null')).not.toEqual([]);

    // What may have been used or taken back since does not come back to life; and nothing is destroyed until two people have looked.
    const live = `select (select count(*)::int from api_token where revoked_at is null) as tokens,
      (select count(*)::int from invitation where used_at is null and revoked_at is null) as invitations`;
    expect([await source.query(live), await restored.query(live)]).toEqual([[rights], [{ tokens: 0, invitations: 0 }]]);
    expect(ended).toMatchObject(rights);
    const retention = new RetentionClock(restored, desk.api.app.get(JournalService));
    expect(await retention.isTrusted()).toBe(false);
    expect(await retention.state()).toMatchObject({ jumped: 'restored', askedBy: null });
    const [one, other] = [desk.organisation.first, desk.organisation.second];
    await retention.confirm(one);
    await expect(retention.confirm(one)).rejects.toMatchObject({ code: 'restart_needs_another' });
    await expect(
      restored.query(
        'update retention_clock set jumped = null, stopped_at = null, jumped_seconds = null, confirmed_by_person_id = $1',
        [one],
      ),
    ).rejects.toThrow(/two people/);
    expect(await retention.isTrusted()).toBe(false);
    await retention.confirm(other);
    expect(await retention.isTrusted()).toBe(true);
    const decided: string[] = [];
    for await (const { event } of decisionsSince(readExport(exported), until)) decided.push(event);
    expect(decided).toEqual([
      ...['legal_hold.placed', 'token.revoked', 'role.removed', 'account.closed', 'person.left'],
      ...['role.removed', 'role.granted', 'grant.revoked', 'role.removed', 'role.removed'],
    ]);
    // Rights that were ended since do not come back; what was given again stays, and so does the last administrator.
    expect(lost).toEqual({ accounts: 1, roles: 2, standingGrants: 1, kept: 1 });
    const inForce = (table: typeof restored, { accountId }: TestAccount) =>
      table.query(
        `select role from role_assignment join account on account.id = account_id where account.id = $1 and disabled_at is null`,
        [accountId],
      );
    expect([await inForce(source, leaver), await inForce(restored, leaver)]).toEqual([[{ role: 'supervisor' }], []]);
    expect(await inForce(restored, moved)).toEqual([{ role: 'supervisor' }]);
    expect(
      await restored.query(
        `select count(*)::int as n from role_assignment join account on account.id = account_id
         where role = 'administrator' and team_id is null and client_id is null and disabled_at is null`,
      ),
    ).toEqual([{ n: 1 }]);
    expect(
      await restored.query('select 1 from standing_grant where id = $1 and revoked_at is not null', [grantId]),
    ).toHaveLength(1);
    expect(
      await restored.query('select 1 from person where id = $1 and left_at is not null', [leaver.personId]),
    ).toHaveLength(1);

    // It plays, over the same objects and keys.
    const { app } = desk.api;
    const [object] = await restored.manager.findBy(StoredObject, { recordingId: recording.id, kind: 'rendition' });
    expect((await app.get(VaultService).readAll(object!, AUTHORITY)).length).toBe(480_000);
    const later = { now: () => new Date(Date.now() + 25 * 3_600_000) } as Clock;
    const journal = app.get(JournalService);
    const check = new KeyCheck(restored, app.get(KEY_STORE), journal, new KeyDoubts(restored, journal), later);
    expect((await check.run({ removeOrphans: true })).result).toMatchObject({ sinceBackup: 1, orphansRemoved: 0 });
    expect((await app.get<FileKeyStore>(KEY_STORE).find(since)).state).toBe('present');

    // Destroyed since the backup: the row is back, the recording is not.
    await app.get(VaultService).destroyKey(recording.keyId);
    await expect(app.get(VaultService).readAll(object!, AUTHORITY)).rejects.toMatchObject({ code: 'key_destroyed' });
  } finally {
    await restored.destroy();
  }
  await expect(restore(id)).rejects.toThrow(/not empty/);
});

/** A token and an open invitation, which the backup knows. */
async function giveRights(accountId: string): Promise<{ tokens: number; invitations: number }> {
  const { source } = desk.api;
  const hash = randomUUID().replaceAll('-', '').padEnd(64, '0');
  await source.query(
    `insert into api_token (id, account_id, name, token_hash, ending, scopes, created_at, expires_at)
     values ($1, $2, 'upload', $3, 'abcd', '["calls.upload"]', now(), now() + interval '30 days')`,
    [newId(), accountId, hash],
  );
  await source.query(
    `insert into invitation (id, account_id, code_hash, created_at, expires_at) values ($1, $2, $3, now(), now() + interval '3 days')`,
    [newId(), accountId, hash],
  );
  return { tokens: 1, invitations: 1 };
}

const { privateKey } = generateKeyPairSync('ed25519');
const seal = () =>
  new JournalSealer(desk.api.source, clock, privateKey, new HeadsFile(join(folder, 'sealed-heads'))).sealOnce();
const sealedUpTo = async (): Promise<bigint> => {
  const [row] = await desk.api.source.query('select coalesce(max(position), 0)::text as position from journal_seal');
  return BigInt(row.position);
};

interface Since {
  admin: TestAccount;
  leaver: TestAccount;
  /** Whose role was taken away, and given again by two people. */
  moved: TestAccount;
  grantId: string;
}

/** What is decided after the backup, in the journal as it was exported before the database was lost. */
async function decideAndExport({ admin, leaver, moved, grantId }: Since): Promise<string> {
  const { source, app } = desk.api;
  const journal = app.get(JournalService);
  await source.transaction(async (tx) => {
    const held = { holdId: newId(), caseId: newId(), byRule: false, calls: 1, tooLate: 0 };
    await journal.append(tx, 'legal_hold.placed', held);
    await journal.append(tx, 'account.signed_out', {});
    await journal.append(tx, 'token.revoked', { tokenId: newId(), accountId: newId() });
    const supervisor = { role: 'supervisor', teamId: desk.organisation.teamA, clientId: null };
    await journal.append(tx, 'role.removed', { accountId: leaver.accountId, ...supervisor });
    await journal.append(tx, 'account.closed', { accountId: leaver.accountId });
    await journal.append(tx, 'person.left', { personId: leaver.personId });
    await journal.append(tx, 'role.removed', { accountId: moved.accountId, ...supervisor });
    const granted = { accountId: moved.accountId, ...supervisor, approvedBy: desk.organisation.second };
    await journal.append(tx, 'role.granted', granted);
    await journal.append(tx, 'grant.revoked', { grantId });
    const administrator = { role: 'administrator', teamId: null, clientId: null };
    const [another]: { account_id: string }[] = await tx.query(
      `select account_id from role_assignment where role = 'administrator' and account_id <> $1`,
      [admin.accountId],
    );
    for (const accountId of [admin.accountId, another!.account_id])
      await journal.append(tx, 'role.removed', { accountId, ...administrator });
  });
  await seal();
  const file = join(folder, 'journal.ndjson');
  const lines: string[] = [];
  for await (const line of exportLines(readJournal(source), clock.now())) lines.push(line);
  await writeFile(file, lines.join(''));
  return file;
}

it('is refused whole when a bit of it was changed, or its key is not at hand', async () => {
  const id = await newest();
  const manifest = await backups.store.open(id, async (found) => found);
  const index = manifest.tables.findIndex(({ name }) => name === 'account');
  const path = join(folder, 'ba', `backup-${id}-table-${index}`);
  const good = await readFile(path);
  const bad = Buffer.from(good);
  bad[30]! ^= 1;
  const empty = await createTestDatabase();
  await writeFile(path, bad);
  await expect(restore(id, empty)).rejects.toThrow(/damaged at segment/);
  await writeFile(path, good);
  const manifestPath = join(folder, 'ba', `backup-${id}-manifest`);
  const said = await readFile(manifestPath, 'utf8');
  await writeFile(manifestPath, said.replace(/"rows": \d+/, '"rows": 9999'));
  await expect(restore(id, empty)).rejects.toThrow(/was changed/);
  await writeFile(manifestPath, said);
  const other = await LocalKeyring.create(join(folder, `${randomUUID()}.json`));
  const elsewhere = new BackupStore(backups.store.objects, other);
  await expect(restore(id, empty, elsewhere)).rejects.toThrow(/does not open with this key/);
  await empty.drop();
});

it('opens after a rotation, by the new version alone', async () => {
  const old = await keyring.currentVersion();
  const version = await keyring.rotate();
  expect(new Set(await backups.store.versions())).toEqual(new Set([old]));
  expect(await backups.store.rewrap()).toBe(2);
  expect(new Set(await backups.store.versions())).toEqual(new Set([version]));
  await keyring.retire(old, new Date(Date.now() + 3_600_000));
  expect(await backups.store.open(await newest(), async ({ id }) => id)).toBe(await newest());
});

it('is tried out in a server of its own, and the board says when, how long and how much', async () => {
  const upkeep = desk.api.app.get(UpkeepService);
  const outcome = await upkeep.runNow('drill', () => backups.drill());
  expect(outcome).toMatchObject({ ok: true, result: { backupId: await newest(), rows: expect.any(Number) } });
  expect((await readdir(desk.env.dataDir)).filter((name) => name.startsWith('restore-drill'))).toEqual([]);
  const who = await buildAccount(desk.api.source, desk.organisation, { role: 'administrator', teamId: null });
  const cookie = await desk.api.signIn(who.username);
  const { parts } = (await (await fetch(`${desk.api.baseUrl}/api/v1/processing`, { headers: { cookie } })).json()) as {
    parts: Record<string, { ok: boolean; facts: object }>;
  };
  expect(parts['restoreDrill']).toMatchObject({ ok: true, facts: { rows: outcome!.result['rows'] } });
});

it('of a release before the baseline is refused with the release to go through', async () => {
  const older = '20190101000000000-aaaaaa';
  await backups.store.open(await newest(), async (manifest, key) => {
    await backups.store.putKey(older, key);
    await backups.store.putManifest({ ...manifest, id: older, migrations: manifest.migrations.slice(1) }, key);
  });
  await expect(restore(older)).rejects.toThrow(/before commit 6bddf58d/);
});
