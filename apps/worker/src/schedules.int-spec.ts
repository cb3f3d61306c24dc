/* eslint-disable max-lines -- one product, one worker and one case for each schedule: starting them takes longer than the cases */
import { mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import {
  scheduleNameSchema,
  watchedFolderSchema,
  type NotificationList,
  type ProcessingBoard,
  type RetentionView,
  type ScheduleName,
} from '#contracts';
import { Backups, createDataSource, putBack } from '#database';
import { ensureSigningKey, HeadsFile, JournalService, loadSigningKey, relayOnce, JournalSealer } from '#journal';
import { HoldService, LegalCases } from '#legal';
import { writeNotifications } from '#notifications';
import {
  Clock,
  createLogger,
  KEY_STORE,
  newId,
  ScheduleLedger,
  ScheduleRunner,
  WorkService,
  type FileKeyStore,
} from '#platform';
import { Commitment } from '#commitments';
import { KeyDoubts, Recording, StoredObject, VaultService } from '#recordings';
import { TelephonySourceRow } from '#telephony';
import { IndexWordsService } from '#transcripts';
import { buildAccount, buildAccountOf, buildGrant, type TestAccount } from '../../../test/factories/accounts.js';
import { buildScorecard } from '../../../test/factories/scorecards.js';
import { buildCall, type BuiltCall } from '../../../test/factories/calls.js';
import { buildLegalAccount, buildLegalTeam, SignedIn } from '../../../test/factories/legal.js';
import { buildPerson } from '../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../test/factories/recordings.js';
import { createTestDatabase } from '../../../test/support/postgres.js';
import { UploadDesk } from '../../../test/support/upload-desk.js';
import { SCHEDULES, Schedules } from './schedules.js';
import { WorkerModule } from './worker.module.js';

let desk: UploadDesk;
let worker: INestApplicationContext;
let runner: ScheduleRunner;
let folder: string;
let vault: VaultService;
let admin: SignedIn;
let requester: SignedIn;
let approvers: SignedIn[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-schedules-'));
  desk = await UploadDesk.open({
    SHOUWEN_OBJECT_COPY_DIR: join(folder, 'copies'),
    SHOUWEN_BACKUP_DIR: join(folder, 'backups'),
    SHOUWEN_JOURNAL_HEADS_COPY_DIR: join(folder, 'heads-copy'),
    SHOUWEN_WATCHED_DIRS: join(folder, 'watched'),
    SHOUWEN_SMTP_HOST: 'mail.company.test',
    SHOUWEN_SMTP_FROM: 'shouwen@company.test',
    SHOUWEN_PUBLIC_URL: 'https://calls.company.test',
  });
  await ensureSigningKey(desk.env.journalKeyFile);
  worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(desk.env), { logger: false });
  vault = get(VaultService);
  // As the worker itself puts them together.
  const list = get(Schedules).all;
  const ledger = new ScheduleLedger(desk.api.source, newId());
  await ledger.list(list);
  runner = new ScheduleRunner(list, ledger, createLogger('test', 'fatal'));
  const { source } = desk.api;
  const legal = await buildLegalTeam(source, desk.organisation);
  const of = async (account: Promise<TestAccount>) => (await SignedIn.signIn(desk.api, await account)).stepUp();
  admin = await of(buildAccount(source, desk.organisation, { role: 'administrator', teamId: null }));
  requester = await of(buildLegalAccount(source, desk.organisation, { role: 'legal_requester', teamId: legal }));
  approvers = [];
  for (let n = 0; n < 2; n++)
    approvers.push(await of(buildLegalAccount(source, desk.organisation, { role: 'legal_approver', teamId: legal })));
});
afterAll(async () => {
  await runner?.stop(0);
  await worker?.close();
  await desk?.api.stop();
  await rm(folder, { recursive: true });
});

function get<S>(token: new (...args: never[]) => S): S {
  return worker.get(token, { strict: false });
}
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> =>
  desk.api.source.query(text, values);
const changed = (text: string, values: unknown[] = []) => sql(text, values);

/** Its time comes, and nothing else's. @returns how much it found to do */
async function comesDue(name: ScheduleName): Promise<number> {
  await changed(
    `update schedule set next_due_at = case when name = $1 then now() else now() + interval '1 day' end, last_success_at = case when name = $1 then null else last_success_at end`,
    [name],
  );
  await runner.runDue();
  const [row] = await sql<{ failures: number; last_failure_code: string; last_count: number; last_success_at: Date }>(
    'select * from schedule where name = $1',
    [name],
  );
  expect([name, row!.failures, row!.last_failure_code]).toEqual([name, 0, null]);
  expect(row!.last_success_at).not.toBeNull();
  return row!.last_count;
}

async function aCall(over: Parameters<typeof buildCall>[2] = {}): Promise<BuiltCall & { personId: string }> {
  const teamId = desk.organisation.teamA;
  const personId = await buildPerson(desk.api.source, { teamId });
  return { ...(await buildCall(desk.api.source, { personId, teamId }, { stage: 'scored', ...over })), personId };
}
async function aRecording(over: Parameters<typeof buildCall>[2] = {}) {
  const call = await aCall(over);
  const { recordingId } = await buildRecording(desk.api.source, vault, call, { durationMs: 1000 });
  return { ...call, recordingId };
}
/** What the product itself may not change. */
async function asOwner(text: string): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
  await owner.connect();
  await owner.query(text);
  await owner.end();
}
const objectsOf = (recordingId: string) => desk.api.source.manager.findBy(StoredObject, { recordingId });
const openWork = async (job: string, subjectId: string) =>
  (await sql('select 1 from work where job = $1 and subject_id = $2 and done_at is null', [job, subjectId])).length;
const board = async () => (await admin.send<ProcessingBoard>('GET', '/processing')).body;
const metrics = async () => (await fetch(`${desk.api.baseUrl}/metrics`)).text();
const there = (path: string) =>
  readFile(path).then(
    () => true,
    () => false,
  );

async function aRequest(action: 'listen' | 'evidence_export' = 'listen') {
  const { callId, personId, recordingId, legId } = await aRecording();
  if (action === 'listen') {
    const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const asked = {
      purpose: 'dispute',
      reason: 'A dispute.',
      filters: { agent: personId },
      action,
      plays: 1,
      expiresAt,
    };
    const { body } = await requester.send('POST', '/legal/requests', asked);
    return { requestId: body.requestId, callId, recordingId };
  }
  return { ...(await approvedExport(recordingId, legId, callId)), callId, recordingId };
}

/** What two people approved, in the database's own way: its triggers look at each step. */
async function approvedExport(recordingId: string, legId: string, callId: string) {
  const [requestId, grantId] = [newId(), newId()];
  const { personId } = requester.account;
  const expires = new Date(Date.now() + 86_400_000);
  await sql(
    `insert into legal_request (id, code, requested_by_person_id, purpose, confidential, reason, filter, action, rendition, plays_allowed,
       expires_at, state, state_at, recordings, approvals_needed, created_at)
     values ($1, $2, $3, 'evidence', false, 'court', '{}', 'evidence_export', 'original', 1, $4, 'draft', now(), 1, 2, now())`,
    [requestId, `LR-${requestId.slice(-6)}`, personId, expires],
  );
  await sql('insert into legal_request_recording values ($1, $2, $3, $4)', [requestId, recordingId, legId, callId]);
  await sql(
    `update legal_request set state = 'submitted', submitted_at = now(), decide_by = now() + interval '1 day' where id = $1`,
    [requestId],
  );
  for (const { account } of approvers)
    await sql(`insert into legal_decision values ($1, $2, $3, 1, 'approve', $4, $5, now(), now())`, [
      newId(),
      requestId,
      personId,
      account.personId,
      account.accountId,
    ]);
  await sql(`update legal_request set state = 'approved' where id = $1`, [requestId]);
  await sql(
    `insert into request_grant (id, code, request_id, person_id, action, rendition, plays_allowed, valid_from, expires_at)
     values ($1, $2, $3, $4, 'evidence_export', 'original', 1, now() - interval '1 minute', $5)`,
    [grantId, `RG-${grantId.slice(-6)}`, requestId, personId, expires],
  );
  return { requestId, grantId };
}

const relay = () =>
  relayOnce(desk.api.source, async (tx, entry) => {
    await writeNotifications(tx, entry, true);
    return [];
  });

/** An endpoint with one delivery that waits. */
async function aDelivery(): Promise<{ endpointId: string; deliveryId: string }> {
  const [endpointId, deliveryId] = [newId(), newId()];
  const columns = await sql<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_name = 'webhook_endpoint' and is_nullable = 'NO' and column_default is null`,
  );
  const given: Record<string, unknown> = {
    id: endpointId,
    name: 'a receiver',
    url: 'https://receiver.company.test/',
    events: ['recording.sealed'],
    state: 'active',
    created_by_person_id: desk.organisation.first,
  };
  const valueOf = ({ name, type }: { name: string; type: string }) =>
    given[name] ??
    (type.startsWith('timestamp') ? new Date() : type === 'bytea' ? Buffer.alloc(60) : type === 'integer' ? 0 : 'x');
  await sql(
    `insert into webhook_endpoint (${columns.map(({ name }) => name).join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`,
    columns.map(valueOf),
  );
  await sql(
    `insert into webhook_delivery (id, endpoint_id, type, at, body, state, tries, due_at, created_at)
     values ($1, $2, 'recording.sealed', now(), '{}', 'waiting', 0, now() - interval '1 second', now())`,
    [deliveryId, endpointId],
  );
  return { endpointId, deliveryId };
}

/** The chat of a person for whom a message is due. */
async function aChat(): Promise<string> {
  const addressId = newId();
  const { personId } = await buildAccount(desk.api.source, desk.organisation, {
    role: 'agent',
    teamId: desk.organisation.teamA,
  });
  const notificationId = await aNotification('now()', personId);
  await sql(
    `insert into chat_address (id, person_id, format, host, signed, wrapped_key, key_version, sealed, set_at)
     values ($1, $2, 'slack', 'hooks.slack.com', false, 'x', 'x', 'x', now())`,
    [addressId, personId],
  );
  await sql(
    `insert into chat_message (id, notification_id, state, gathered, due_at, created_at)
     values ($1, $2, 'waiting', false, now() - interval '1 minute', now())`,
    [newId(), notificationId],
  );
  return addressId;
}

async function aTelephonySource(): Promise<string> {
  const id = newId();
  await sql(
    `insert into telephony_source (id, name, reader, settings, created_by_person_id, created_at)
     values ($1::uuid, 'pbx-' || $1::text, 'asterisk', '{"zone":"UTC","home":null,"map":{}}', $2, now())`,
    [id, desk.organisation.first],
  );
  return id;
}

/** Makes every schedule come due and checks its effect. A schedule without a case does not compile. */
const CASES: Record<ScheduleName, () => Promise<void>> = {
  // What it folds: libs/intake/src/records/telephony-records.int-spec.ts.
  'fold-due-records': async () => {
    const sourceId = await aTelephonySource();
    await changed(`update telephony_source set house_grew = true where id = $1`, [sourceId]);
    expect(await comesDue('fold-due-records')).toBe(1);
    expect(await sql(`select 1 from work where job = 'fold-records' and subject_id = $1`, [sourceId])).toHaveLength(1);
  },

  // What it forgets: libs/intake/src/records/forgotten-records.int-spec.ts.
  'forget-old-records': async () => {
    expect(await comesDue('forget-old-records')).toBe(0);
  },

  // What it ends: libs/intake/src/records/silent-calls.int-spec.ts.
  'end-silent-calls': async () => {
    expect(await comesDue('end-silent-calls')).toBe(0);
  },

  'separate-switchboards': async () => {
    const { callId } = await aRecording();
    const key = Buffer.alloc(16, 1);
    await sql(`insert into switchboard_number (id, key, set_at) values ($1, $2, now())`, [newId(), key]);
    await changed('update call set customer_key = $2 where id = $1', [callId, key]);
    expect(await comesDue('separate-switchboards')).toBe(1);
    expect(await sql('select 1 from call where id = $1 and customer_key is null', [callId])).toHaveLength(1);
  },

  'destroy-unused-record-keys': async () => {
    const sourceId = await aTelephonySource();
    const keys = worker.get<FileKeyStore>(KEY_STORE);
    const { keyId, key } = await keys.create('telephony-records');
    key.fill(0);
    await sql(
      `insert into telephony_key (key_id, source_id, day, created_at) values ($1, $2, '2026-01-01', now() - interval '1 day')`,
      [keyId, sourceId],
    );
    expect(await comesDue('destroy-unused-record-keys')).toBe(1);
    expect((await keys.find(keyId)).state).toBe('destroyed');
  },

  'close-idle-plays': async () => {
    const { callId, recordingId } = await aRecording();
    const supervisor = await buildAccount(desk.api.source, desk.organisation, {
      role: 'supervisor',
      teamId: desk.organisation.teamA,
    });
    await buildGrant(desk.api.source, desk.organisation, { role: 'supervisor' });
    const listener = await SignedIn.signIn(desk.api, supervisor);
    const { body } = await listener.send<{ playId: string }>('POST', `/calls/${callId}/plays`, { recordingId });
    await changed(`update play set last_used_at = now() - interval '1 day' where id = $1`, [body.playId]);
    expect(await comesDue('close-idle-plays')).toBe(1);
    expect(await sql('select 1 from play where id = $1 and closed_at is not null', [body.playId])).toHaveLength(1);
  },

  'watch-folders': async () => {
    const path = join(folder, 'watched');
    await mkdir(path);
    await writeFile(join(path, 'empty.wav'), '');
    const sourceId = newId();
    await desk.api.source.manager.insert(TelephonySourceRow, {
      ...{ id: sourceId, name: 'watched-pbx', reader: 'asterisk', teamIds: null, house: null },
      settings: { zone: 'Asia/Shanghai', home: 'CN', map: {} },
      folder: watchedFolderSchema.parse({ path, stillFor: 0, sidecarWithin: 0 }),
      ...{ createdByPersonId: desk.organisation.first, createdAt: new Date() },
    } as object);
    await comesDue('watch-folders');
    expect(await comesDue('watch-folders')).toBe(1);
    expect(await sql('select reason from watched_file where source_id = $1', [sourceId])).toEqual([
      { reason: 'empty' },
    ]);
  },

  'watch-sources': async () => {
    const sourceId = newId();
    await desk.api.source.manager.insert(TelephonySourceRow, {
      ...{ id: sourceId, name: 'silent-pbx', reader: 'asterisk', teamIds: null, house: null, folder: null },
      settings: { zone: 'UTC', home: null, map: {} },
      ...{ createdByPersonId: desk.organisation.first, createdAt: new Date() },
    } as object);
    // It sent all day yesterday, and nothing today.
    await sql(
      `insert into source_hour select $1, date_trunc('hour', now()) - make_interval(hours => n), 5 from generate_series(12, 48) n`,
      [sourceId],
    );
    const heard = (hours: number) =>
      sql(`update telephony_source set last_received_at = now() - make_interval(hours => $2) where id = $1`, [
        sourceId,
        hours,
      ]);
    await heard(12);
    await comesDue('watch-sources');
    const about = `select kind from alarm where subject = 'source-silent-pbx'`;
    expect(await sql(about)).toEqual([{ kind: 'source_silent' }]);
    await heard(0);
    await comesDue('watch-sources');
    expect(await sql(about)).toEqual([]);
  },

  'sweep-abandoned-writes': async () => {
    const { recordingId } = await aRecording();
    const { keyId } = await desk.api.source.manager.findOneByOrFail(Recording, { id: recordingId });
    const written = await vault.write({
      recordingId,
      keyId,
      kind: 'peaks',
      mimeType: 'x/y',
      source: Readable.from(['half']),
    });
    const path = join(desk.env.objectDir, written.row.storeKey);
    expect(await there(path)).toBe(true);
    await changed(`update object_write set started_at = now() - interval '13 hours' where object_id = $1`, [
      written.row.id,
    ]);
    expect(await comesDue('sweep-abandoned-writes')).toBe(1);
    expect([await there(path), await sql('select 1 from object_write where object_id = $1', [written.row.id])]).toEqual(
      [false, []],
    );
  },

  // With a provider, it asks: apps/api/src/auth/provider.int-spec.ts.
  'ask-provider-again': async () => {
    const { username } = await buildAccount(desk.api.source, desk.organisation, { role: 'auditor', teamId: null });
    await desk.api.signIn(username);
    await changed(
      `insert into provider_token (session_id, wrapped_key, key_version, sealed, asked_at)
       select session.id, '', '', '', now() from session join account on account.id = account_id where username = '${username}'`,
    );
    expect(await comesDue('ask-provider-again')).toBe(1);
    expect(await sql('select 1 from provider_token')).toEqual([]);
  },

  'sweep-sign-ins': async () => {
    const { username } = await buildAccount(desk.api.source, desk.organisation, { role: 'auditor', teamId: null });
    await desk.api.signIn(username);
    const of = `session.account_id = (select id from account where username = '${username}')`;
    await changed(
      `update session set browser = 'chrome', address = '10.0.0', created_at = now() - interval '9 days',
         last_seen_at = now() - interval '8 days', expires_at = now() - interval '7 days' where ${of}`,
    );
    // Of a provider that was turned off; with one, the token is given back: apps/api/src/auth/provider.int-spec.ts.
    await changed(
      `insert into provider_attempt (id, browser_hash, purpose, created_at, expires_at, issuer, subject, wrapped_key, key_version, sealed)
       values (gen_random_uuid(), repeat('0', 64), 'sign_in', now() - interval '20 minutes', now() - interval '10 minutes', 'https://former.example', 'x', '', '', '')`,
    );
    expect(await comesDue('sweep-sign-ins')).toBeGreaterThan(0);
    expect(await sql('select 1 from provider_attempt')).toEqual([]);
    expect(await sql(`select browser, address from session where ${of}`)).toEqual([{ browser: null, address: null }]);
  },

  'index-older-words': async () => {
    const { recordingId } = await aRecording();
    await buildTranscript(desk.api.source, vault, recordingId, [{ speaker: 'agent', text: 'Good morning.' }]);
    expect(await comesDue('index-older-words')).toBeGreaterThan(0);
    expect(await openWork('index-words', recordingId)).toBe(1);
  },

  'mask-older-recordings': async () => {
    const { recordingId } = await aRecording();
    await buildTranscript(desk.api.source, vault, recordingId, [{ speaker: 'customer', text: 'I am 13800138000.' }]);
    await changed(`delete from work where subject_id = $1`, [recordingId]);
    expect(await comesDue('mask-older-recordings')).toBeGreaterThan(0);
    expect(await openWork('mask-recording', recordingId)).toBe(1);
  },

  'open-due-webhooks': async () => {
    const { endpointId } = await aDelivery();
    expect(await comesDue('open-due-webhooks')).toBe(1);
    expect(await openWork('deliver-webhooks', endpointId)).toBe(1);
  },

  'forget-old-webhooks': async () => {
    const { deliveryId } = await aDelivery();
    await changed(`update webhook_delivery set created_at = now() - interval '31 days' where id = $1`, [deliveryId]);
    expect(await comesDue('forget-old-webhooks')).toBe(1);
    expect(await sql('select 1 from webhook_delivery where id = $1', [deliveryId])).toEqual([]);
  },

  'forget-done-work': async () => {
    const subject = newId();
    await get(WorkService).open(desk.api.source.manager, 'index-words', subject);
    await changed(`update work set done_at = now() - interval '8 days' where subject_id = $1`, [subject]);
    expect(await comesDue('forget-done-work')).toBe(1);
    expect(await sql('select 1 from work where subject_id = $1', [subject])).toEqual([]);
  },

  'send-reports': async () => {
    const { personId } = await buildAccount(desk.api.source, desk.organisation, {
      role: 'supervisor',
      teamId: desk.organisation.teamA,
    });
    await changed(`update person set email = 'reader@company.test' where id = $1`, [personId]);
    const rhythm = { period: 'day', weekday: null, monthDay: null, hour: 0 };
    const id = newId();
    await changed(
      `insert into report_subscription (id, created_by_person_id, by, filters, rhythm, format, language, created_at, sends_since)
       values ($1, $2, 'team', '{}', $3, 'link', 'en', now() - interval '9 days', now() - interval '9 days')`,
      [id, personId, JSON.stringify(rhythm)],
    );
    await changed('insert into report_recipient (subscription_id, person_id, added_at) values ($1, $2, now())', [
      id,
      personId,
    ]);
    // Its copy is made; the server of these tests does not exist, so that it waits and the next look makes no second one.
    expect(await comesDue('send-reports')).toBe(1);
    expect(await comesDue('send-reports')).toBe(0);
    expect(await sql('select state, reason, tries from report_copy where subscription_id = $1', [id])).toEqual([
      { state: 'waiting', reason: 'unreachable', tries: 1 },
    ]);
  },
  'count-results': async () => {
    const { legId, recordingId } = await aRecording();
    const words = [{ speaker: 'agent' as const, text: 'Good morning.' }];
    const transcriptId = await buildTranscript(desk.api.source, vault, recordingId, words);
    // Every day since the oldest call, in a few runs.
    while ((await comesDue('count-results')) > 0);
    const counted = () => sql('select 1 from counted_result where name = $1', ['greeting.salutation']);
    expect(await counted()).toEqual([]);
    await buildScorecard(desk.api.source, legId, transcriptId);
    // On a day on which something changes just now nothing is counted.
    expect(await comesDue('count-results')).toBe(0);
    await asOwner(`update day_to_recount set marked_at = now() - interval '2 minutes'`);
    expect(await comesDue('count-results')).toBe(1);
    expect(await counted()).toHaveLength(1);
    expect(await comesDue('count-results')).toBe(0);
  },
  'watch-figures': async () => {
    const supervisor = await buildAccount(desk.api.source, desk.organisation, {
      role: 'supervisor',
      teamId: desk.organisation.teamA,
    });
    const stranger = await buildAccount(desk.api.source, desk.organisation, {
      role: 'supervisor',
      teamId: desk.organisation.teamB,
    });
    // The worker was down for two days, and tells all the same.
    const past = new Date(Date.now() - 3 * 86_400_000);
    const late = { answeredAt: new Date(past.getTime() + 30_000), alertedAt: past };
    const personId = await buildPerson(desk.api.source, { teamId: desk.organisation.teamA });
    for (let n = 0; n < 3; n++)
      await buildCall(
        desk.api.source,
        { personId, teamId: desk.organisation.teamA, ...late },
        { startedAt: past, stage: 'scored' },
      );
    expect(await comesDue('watch-figures')).toBe(0);
    const alerts = { criticalOfTeam: 1, ringsPercent: 100, leastCalls: 3 };
    const set = (content: object, daysAgo: number) =>
      changed(
        `insert into quality_settings (version, content, changed_by_person_id, changed_at)
         select coalesce(max(version), 0) + 1, $1, $2, now() - $3 * interval '1 day' from quality_settings`,
        [JSON.stringify(content), personId, daysAgo],
      );
    await set({ alerts: { ...alerts, ringsPercent: null } }, 6);
    await set({ alerts }, 2);
    // That day was over when the line was set.
    expect(await comesDue('watch-figures')).toBe(0);
    await set({ alerts: { ...alerts, ringsPercent: null } }, 6);
    await set({ alerts }, 5);
    // What is set besides does not begin it again.
    await set({ alerts, disputes: { fileDays: 3 } }, 0);
    expect(await comesDue('watch-figures')).toBe(1);
    // Told once, however often it is looked at.
    expect(await comesDue('watch-figures')).toBe(0);
    const [entry] = await sql<{ details: Record<string, unknown> }>(
      `select details from journal_entry join journal_detail on entry_id = id where event = 'figure.alerted'`,
    );
    expect(entry!.details).toMatchObject({ teamId: desk.organisation.teamA, measure: 'rings', line: 100 });
    await relay();
    const told = await sql<{ person_id: string; kind: string }>(
      `select person_id, kind from notification where alarm = 'figure'`,
    );
    expect(told).toContainEqual({ person_id: supervisor.personId, kind: 'rings_few' });
    expect(told.map(({ person_id }) => person_id)).not.toContain(stranger.personId);
    const cookie = await desk.api.signIn(supervisor.username);
    const answer = await fetch(`${desk.api.baseUrl}/api/v1/notifications`, { headers: { cookie } });
    expect(((await answer.json()) as NotificationList).items).toContainEqual(
      expect.objectContaining({
        kind: 'rings_few',
        figure: expect.objectContaining({
          teamId: desk.organisation.teamA,
          measure: 'rings',
          value: 0,
          of: 3,
          line: 100,
        }),
      }),
    );
  },

  'tell-due-promises': async () => {
    const { callId, legId, personId, recordingId } = await aRecording();
    const transcriptId = await buildTranscript(desk.api.source, vault, recordingId, [
      { speaker: 'agent', text: 'I will.' },
    ]);
    const [{ client_id: clientId }] = (await sql('select client_id from team where id = $1', [
      desk.organisation.teamA,
    ])) as [{ client_id: string }];
    const [id, now] = [newId(), new Date()];
    const dueAt = new Date(Date.now() - 60_000);
    await desk.api.source.manager.insert(Commitment, {
      ...{ id, callId, legId, transcriptId, kind: 'call_back', turn: 0, fromChar: 0, toChar: 3, fromMs: 0, toMs: 900 },
      ...{ timeTurn: 0, timeFromChar: 0, timeToChar: 3, ownerPersonId: personId, teamId: desk.organisation.teamA },
      ...{ clientId, saidAt: now, dueAt, dueBasis: 'clock', unclear: null, state: 'open', stateAt: now, revision: 1 },
      ...{ touched: false, createdAt: now },
    });
    expect(await comesDue('tell-due-promises')).toBe(1);
    expect(await sql('select state from commitment where id = $1', [id])).toEqual([{ state: 'overdue' }]);
    expect(
      await sql(`select 1 from journal_entry where event = 'commitment.overdue' and call_id = $1`, [callId]),
    ).toHaveLength(1);
  },

  'draw-samples': async () => {
    const [planId, now] = [newId(), new Date()];
    const [person] = await sql<{ id: string }>('select id from person limit 1');
    const plan = { code: planId, created_by_person_id: person!.id, created_at: now };
    const content = {
      ...{
        name: 'All',
        kind: 'random',
        strata: 'none',
        risks: [],
        lowScoreBelow: 60,
        silenceFrom: 20,
        period: 'month',
      },
      ...{ size: { n: 5, per: 'all' }, languages: [], teamIds: [], clientIds: [], checklistId: null, reviewers: [] },
      ...{ dueDays: 5 },
    };
    await sql('insert into sampling_plan (id, code, created_by_person_id, created_at) values ($1, $2, $3, $4)', [
      planId,
      ...Object.values(plan),
    ]);
    await sql('insert into sampling_plan_version values ($1, 1, $2, $3, $4, $5)', [
      ...[planId, JSON.stringify(content), 'x', person!.id, now],
    ]);
    // Two months ahead have a seed; one that is over is drawn, once.
    const seed = 'ab'.repeat(32);
    // The product itself can commit no seed for a period that is over.
    await asOwner(`
      set session_replication_role = replica;
      insert into sampling_draw (id, plan_id, plan_version, from_day, to_day, from_at, to_at, seed, seed_sha256, committed_at)
      values ('${newId()}', '${planId}', 1, '2026-01-01', '2026-01-31', '2026-01-01', '2026-02-01', '${seed}',
        encode(sha256(decode('${seed}', 'hex')), 'hex'), '2025-12-01')`);
    expect(await comesDue('draw-samples')).toBe(3);
    expect(await comesDue('draw-samples')).toBe(0);
    const draws = await sql(
      'select drawn_at is not null as drawn from sampling_draw where plan_id = $1 order by from_day',
      [planId],
    );
    expect(draws).toEqual([{ drawn: true }, { drawn: false }, { drawn: false }]);
    const said = await sql<{ event: string }>(
      `select event from journal_entry where event like 'sampling.%' order by id`,
    );
    expect(said.map(({ event }) => event).sort()).toEqual([
      'sampling.drawn',
      'sampling.seed_committed',
      'sampling.seed_committed',
    ]);
  },

  'tend-reviews': async () => {
    const { source } = desk.api;
    const analyst = (teamId: string | null) =>
      buildAccount(source, desk.organisation, { role: 'quality_analyst', teamId });
    const [stays, moved, left] = [await analyst(null), await analyst(desk.organisation.teamB), await analyst(null)];
    const [drawId, planId] = [newId(), newId()];
    const given = [];
    for (const { personId } of [stays, moved, left, stays])
      given.push({ id: newId(), ...(await aRecording()), personId });
    const destroyed = given[3];
    await asOwner(`
      set session_replication_role = replica;
      insert into sampling_draw (id, plan_id, plan_version, from_day, to_day, from_at, to_at, seed, seed_sha256, committed_at)
      values ('${drawId}', '${planId}', 1, current_date, current_date, now(), now(), repeat('a', 64),
        encode(sha256(decode(repeat('a', 64), 'hex')), 'hex'), now() - interval '1 day');
      insert into review_assignment (id, draw_id, leg_id, call_id, checklist_id, stratum, place, reviewer_person_id, due_at, state, created_at)
      values ${given
        .map(
          ({ id, legId, callId, personId }, n) =>
            `('${id}', '${drawId}', '${legId}', '${callId}', 'small', '', ${n + 1}, '${personId}', now(), 'open', now())`,
        )
        .join()};
      update recording set destruction_started_at = now() where id = '${destroyed!.recordingId}';
      update account set disabled_at = now() where id = '${left.accountId}'`);
    expect(await comesDue('tend-reviews')).toBe(3);
    expect(await comesDue('tend-reviews')).toBe(0);
    const now = await sql(
      'select state, reviewer_person_id as by from review_assignment where draw_id = $1 order by place',
      [drawId],
    );
    expect(now).toEqual([
      { state: 'open', by: stays.personId },
      { state: 'open', by: null },
      { state: 'open', by: null },
      { state: 'lapsed', by: stays.personId },
    ]);
    const said = await sql<{ event: string; details: { because?: string; fromPersonId?: string } }>(
      `select event, details from journal_entry join journal_detail on entry_id = id where event like 'review.%' and details->>'drawId' = $1 order by id`,
      [drawId],
    );
    expect(said.map(({ event, details }) => [event, details.because, details.fromPersonId])).toEqual([
      ['review.lapsed', undefined, undefined],
      ['review.given_back', 'right_ended', moved.personId],
      ['review.given_back', 'right_ended', left.personId],
    ]);
    // A draw without a plan is in no backup that can be restored.
    await asOwner(`
      set session_replication_role = replica;
      delete from review_assignment where draw_id = '${drawId}';
      delete from sampling_draw where id = '${drawId}'`);
  },

  'copy-objects': async () => {
    const { recordingId } = await aRecording();
    expect(await comesDue('copy-objects')).toBeGreaterThanOrEqual(2);
    for (const { storeKey, copiedAt } of await objectsOf(recordingId)) {
      expect(copiedAt).not.toBeNull();
      expect(await readFile(join(folder, 'copies', storeKey))).toEqual(
        await readFile(join(desk.env.objectDir, storeKey)),
      );
    }
  },

  'check-objects': async () => {
    const { recordingId } = await aRecording();
    const [object] = await objectsOf(recordingId);
    const path = join(desk.env.objectDir, object!.storeKey);
    const bytes = await readFile(path);
    bytes[bytes.length - 9]! ^= 1;
    await writeFile(path, bytes);
    expect((await board()).parts.integrity).toMatchObject({
      ok: true,
      warning: { en: expect.stringContaining('never') },
    });
    expect(await metrics()).toMatch(/shouwen_objects_damaged NaN/i);
    await changed(`update stored_object set checked_at = now() - interval '31 days' where id = $1`, [object!.id]);
    expect(await comesDue('check-objects')).toBe(1);
    expect((await board()).parts.integrity).toMatchObject({ ok: false, facts: { damaged: 1 } });
    expect(await metrics()).toContain('shouwen_objects_damaged 1');
    bytes[bytes.length - 9]! ^= 1;
    await writeFile(path, bytes);
    await changed(`update stored_object set checked_at = now() - interval '31 days' where id = $1`, [object!.id]);
    expect(await comesDue('check-objects')).toBe(1);
    const { integrity } = (await board()).parts;
    expect(integrity).toMatchObject({ ok: true, warning: null, facts: { checkedAt: expect.any(String), damaged: 0 } });
  },

  'back-up-database': async () => {
    const { callId } = await aCall();
    expect((await board()).parts.backup.warning?.en).toContain('no backup');
    expect(await comesDue('back-up-database')).toBe(1);
    const empty = await createTestDatabase();
    try {
      const { store } = get(Backups);
      const [id] = (await store.list()).whole;
      const to = { ownerUrl: empty.url, runtimePassword: 'runtime-of-the-tests' };
      await putBack({ store, id: id!, target: to, headsDir: join(folder, 'heads'), clock: new Clock() });
      const restored = await createDataSource({ url: empty.url, applicationName: 'test' }).initialize();
      expect(await restored.query('select id from call where id = $1', [callId])).toHaveLength(1);
      await restored.destroy();
    } finally {
      await empty.drop();
    }
    expect((await board()).parts.backup).toMatchObject({ ok: true, warning: null });
    expect(await metrics()).toMatch(/shouwen_backup_age_seconds \d/);
  },

  'try-restoring': async () => {
    await changed(`delete from upkeep_run where kind = 'backup'`);
    await changed(`update schedule set next_due_at = now(), last_success_at = null where name = 'try-restoring'`);
    await runner.runDue();
    // There is nothing to try: neither done nor failed.
    expect(await sql(`select failures, last_success_at from schedule where name = 'try-restoring'`)).toEqual([
      { failures: 0, last_success_at: null },
    ]);
    await comesDue('back-up-database');
    expect((await board()).parts.restoreDrill.warning?.en).toContain('never tried');
    expect(await comesDue('try-restoring')).toBe(1);
    expect((await board()).parts.restoreDrill).toMatchObject({ ok: true, facts: { rows: expect.any(Number) } });
    expect(await sql(`select 1 from journal_entry where event = 'database.restore_tried'`)).toHaveLength(1);
  },

  'check-keys': async () => {
    const { recordingId } = await aRecording();
    const { keyId } = await desk.api.source.manager.findOneByOrFail(Recording, { id: recordingId });
    const keys = worker.get<FileKeyStore>(KEY_STORE);
    const second = desk.env.keyCopyDir;
    const file = (await readdir(second, { recursive: true })).find((name) => name.endsWith(`${keyId}.json`))!;
    await unlink(join(second, file));
    expect((await keys.find(keyId)).second).toBe('missing');
    expect((await board()).parts.keyCheck.warning?.en).toContain('never compared');
    expect(await comesDue('check-keys')).toBe(1);
    expect((await keys.find(keyId)).second).toBe('present');
    expect((await board()).parts.keyCheck).toMatchObject({ ok: true, facts: { repaired: 1 } });
  },

  'move-postings': async () => {
    const { recordingId } = await aRecording();
    await buildTranscript(desk.api.source, vault, recordingId, [{ speaker: 'agent', text: 'Good morning to you.' }]);
    const work = get(WorkService);
    await work.open(desk.api.source.manager, 'index-words', recordingId);
    const [open] = await sql<{ id: string }>(
      `select id from work where job = 'index-words' and subject_id = $1 and done_at is null`,
      [recordingId],
    );
    const lease = await work.claim(open!.id);
    await get(IndexWordsService).index(recordingId, { lease: lease!, signal: new AbortController().signal });
    const count = async (table: string) => (await sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
    await asOwner(`insert into word_posting (token, started_at, doc, said_by, places)
      select token, started_at, doc, 2, places_of(tokens, places, array[token], null) from indexed_words, unnest(tokens) token`);
    await asOwner('update indexed_words set tokens = null, places = null');
    await asOwner(`update sweep_walk set ended_at = null where sweep = 'postings'`);
    const before = await count('word_posting');
    expect(await comesDue('move-postings')).toBe(before);
    const [made] = await sql<{ tokens: number }>('select sum(cardinality(tokens))::int as tokens from indexed_words');
    expect([before > 0, made!.tokens, await count('word_posting')]).toEqual([true, before, 0]);
  },

  'carry-heads': async () => {
    const { journalKeyFile, journalHeadsDir } = desk.env;
    const key = await loadSigningKey(journalKeyFile);
    await new JournalSealer(desk.api.source, new Clock(), key, new HeadsFile(journalHeadsDir)).sealOnce();
    expect([await comesDue('carry-heads'), await comesDue('carry-heads')]).toEqual([1, 0]);
    expect(await readdir(join(folder, 'heads-copy', 'he'))).toHaveLength(1);
  },

  'fold-tallies': async () => {
    const figure = () => sql<{ n: number }>('select sum(n)::int as n from tally');
    await comesDue('fold-tallies');
    const [before] = await figure();
    await aRecording();
    expect(await comesDue('fold-tallies')).toBeGreaterThan(0);
    expect((await figure())[0]!.n).toBeGreaterThan(before!.n);
    expect(await sql('select 1 from tally_change')).toEqual([]);
  },

  'cover-held-calls': async () => {
    const caseId = await get(LegalCases).open({ reference: 'S-1', title: 'x' }, requester.account.personId);
    const { personId } = await aCall();
    const rule = { personIds: [personId] };
    const order = { caseId, reason: 'evidence', targets: [], rule };
    const { hold } = await get(HoldService).place(order, requester.account.personId);
    const late = await buildCall(desk.api.source, { personId, teamId: desk.organisation.teamA });
    expect(await comesDue('cover-held-calls')).toBe(1);
    expect(
      await sql('select 1 from custody_hold where call_id = $1 and hold_id = $2', [late.callId, hold.id]),
    ).toHaveLength(1);
  },

  /** Needs a store that locks: a real S3 server, in a file of its own. */
  'lock-held-objects': async () => {
    const text = await readFile(join(import.meta.dirname, 'object-lock.int-spec.ts'), 'utf8');
    expect(text).toContain(`comesDue('lock-held-objects')`);
    expect(await comesDue('lock-held-objects')).toBe(0);
  },

  'expire-legal-requests': async () => {
    const { requestId } = await aRequest();
    await requester.send('POST', `/legal/requests/${requestId}/submit`);
    await changed(`update legal_request set decide_by = now() - interval '1 minute' where id = $1`, [requestId]);
    expect(await comesDue('expire-legal-requests')).toBe(1);
    expect(await sql('select state from legal_request where id = $1', [requestId])).toEqual([{ state: 'expired' }]);
  },

  'tell-overdue-reviews': async () => {
    const { requestId } = await aRequest();
    await requester.send('POST', `/legal/requests/${requestId}/break-glass`, {
      words: 'It cannot wait for an approval.',
    });
    await asOwner(
      `update break_glass_opening set opened_at = opened_at - interval '9 days', review_by = review_by - interval '9 days' where request_id = '${requestId}'`,
    );
    expect(await comesDue('tell-overdue-reviews')).toBe(1);
    expect(await sql(`select 1 from journal_entry where event = 'break_glass.review_overdue'`)).toHaveLength(1);
  },

  'find-gaps': async () => {
    while ((await comesDue('find-gaps')) > 0);
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const { callId, legId } = await aCall({ source: 'pbx', startedAt: ago(60), stage: 'ended' });
    await sql(
      `update leg set record_key = 'one', outcome = 'answered', answered_at = $2, ended_at = $3 where id = $1`,
      [legId, ago(59), ago(50)],
    );
    expect(await comesDue('find-gaps')).toBe(1);
    expect(await sql('select kind, closing from gap where call_id = $1', [callId])).toEqual([
      { kind: 'not_recorded', closing: null },
    ]);
    expect(await comesDue('find-gaps')).toBe(0);
    // A day below the target is told to administrators once, and to those who answer for the team; and once that it is over.
    for (let n = 0; n < 20; n++) {
      const talk = await aCall({ source: 'pbx', startedAt: ago(24 * 60), stage: 'ended' });
      await sql(
        `update leg set record_key = 'one', outcome = 'answered', answered_at = $2, ended_at = $3 where id = $1`,
        [talk.legId, ago(24 * 60 - 1), ago(24 * 60 - 5)],
      );
    }
    expect(await comesDue('find-gaps')).toBe(20);
    expect(await comesDue('find-gaps')).toBe(0);
    const alarms = () => sql(`select subject, kind from alarm where kind in ('calls_incomplete', 'gaps_old')`);
    expect(await alarms()).toEqual([{ subject: 'call-completeness', kind: 'calls_incomplete' }]);
    expect(await sql(`select value, of_calls, line from figure_alert where measure = 'complete'`)).toEqual([
      { value: 0, of_calls: 20, line: 99 },
    ]);
    await sql(`update leg set outcome = 'no_answer' where record_key = 'one'`);
    expect(await comesDue('find-gaps')).toBe(21);
    expect(await alarms()).toEqual([]);
  },

  'lapse-corrections': async () => {
    const proposer = (
      await buildAccount(desk.api.source, desk.organisation, { role: 'supervisor', teamId: desk.organisation.teamA })
    ).personId;
    const waits = async (days: number) => {
      const [{ callId, legId, personId }, id] = [await aCall(), newId()];
      await sql(
        `insert into correction_proposal (id, call_id, leg_id, origin, reason, before, after, moved, former_person_id, proposed_by_person_id, proposed_at)
         values ($1, $2, $6, 'token', 'The exporter had it wrong.', '{"startedAt":null}', '{"startedAt":null}', '{retention}', $3, $4, now() - make_interval(days => $5))`,
        [id, callId, personId, proposer, days, legId],
      );
      return id;
    };
    const [stuck, old, young] = [await waits(32), await waits(31), await waits(29)];
    // One that cannot be ended holds up no other.
    await asOwner(`create function stuck() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$;
      create trigger a_stuck before update on correction_proposal for each row when (old.id = '${stuck}') execute function stuck()`);
    expect(await comesDue('lapse-corrections')).toBe(1);
    await asOwner('drop trigger a_stuck on correction_proposal; drop function stuck()');
    expect(await comesDue('lapse-corrections')).toBe(1);
    expect(await comesDue('lapse-corrections')).toBe(0);
    const rows = await sql(
      'select decision, decided_by_person_id as by from correction_proposal where id = any($1) order by proposed_at',
      [[old, young]],
    );
    expect(rows).toEqual([
      { decision: 'lapsed', by: null },
      { decision: null, by: null },
    ]);
    const said = `select details from journal_entry join journal_detail on entry_id = id
      where event = 'correction.lapsed' and details->>'proposalId' <> $1`;
    expect(await sql(said, [stuck])).toEqual([{ details: { proposalId: old, fields: ['startedAt'], days: 30 } }]);
    while ((await relay()).more);
    const told = await sql('select kind from notification where kind = $1 and person_id = $2', [
      'correction_lapsed',
      proposer,
    ]);
    expect(told).toHaveLength(2);
    // Not before its time, by the database as well.
    for (const at of ['now()', `now() + interval '3 days'`])
      await expect(
        sql(`update correction_proposal set decision = 'lapsed', decided_at = ${at} where id = $1`, [young]),
      ).rejects.toThrow(/correction_lapses_in_time/);
  },

  'file-kept-results': async () => {
    const decider = (
      await buildAccount(desk.api.source, desk.organisation, { role: 'supervisor', teamId: desk.organisation.teamA })
    ).personId;
    /** As an earlier release left it: a decision without a card, and the machine's card. */
    const keptBefore = async (changed: string) => {
      const { callId, legId, personId, recordingId } = await aRecording();
      await buildAccountOf(desk.api.source, desk.organisation, { role: 'agent', personId });
      const words = await buildTranscript(desk.api.source, vault, recordingId, [{ speaker: 'agent', text: 'Hi.' }]);
      const [scorecardId, id] = [await buildScorecard(desk.api.source, legId, words), newId()];
      await asOwner(`update scorecard set ${changed} where id = '${scorecardId}'`);
      await sql(
        `insert into dispute (id, call_id, leg_id, checklist_id, item_id, scorecard_id, was, wanted, reason, filed_by_person_id, filed_at, stage, due_at, outcome, final_at)
         values ($1, $2, $3, 'small', 'greeting.offer', $4, 'not_met', 'met', 'said_elsewhere', $5, now(), 'supervisor', now(), 'kept', now())`,
        [id, callId, legId, scorecardId, personId],
      );
      await sql(
        `insert into dispute_decision (dispute_id, stage, decision, reason, decided_by_person_id, decided_at)
         values ($1, 'supervisor', 'kept', 'not_said', $2, now())`,
        [id, decider],
      );
      return { id, legId, personId };
    };
    const each = (change: string) =>
      `items = (select jsonb_agg(item || '${change}') from jsonb_array_elements(items) item)`;
    const [same, other] = [await keptBefore('points = 5'), await keptBefore('points = 6')];
    await keptBefore(each('{"notTrusted": {}}'));
    await keptBefore(each('{"source": "human"}'));
    await keptBefore(each('{"outcome": "met"}'));
    expect(await comesDue('file-kept-results')).toBe(2);
    expect(await comesDue('file-kept-results')).toBe(0);
    const cards = await sql(
      `select card.author, author_person_id as by, item->>'source' as source, item->>'outcome' as outcome, points::float8 as points
       from counting_scorecard counting join scorecard card on card.id = counting.scorecard_id
       join dispute_decision said on said.scorecard_id = card.id, jsonb_array_elements(card.items) item
       where card.leg_id = any($1) and item->>'itemId' = 'greeting.offer'`,
      [[same.legId, other.legId]],
    );
    const card = { author: 'dispute', by: decider, source: 'human', outcome: 'not_met', points: 5 };
    expect(cards).toEqual([card, card]);
    // The journal tells of each, and the agent whose score changed by it is told.
    const said = await sql<{ id: string; changed: boolean }>(
      `select details->>'disputeId' as id, (details->>'changed')::boolean as changed
       from journal_entry join journal_detail on entry_id = journal_entry.id where event = 'dispute.kept_filed' order by changed`,
    );
    expect(said).toEqual([
      { id: same.id, changed: false },
      { id: other.id, changed: true },
    ]);
    while ((await relay()).more);
    const told = await sql(`select person_id from notification where kind = 'dispute_kept_filed'`);
    expect(told).toEqual([{ person_id: other.personId }]);
    await expect(
      sql('update dispute_decision set scorecard_id = null where dispute_id = $1', [same.id]),
    ).rejects.toThrow(/filed once/);
  },

  'tell-ending-grants': async () => {
    const grant = await buildGrant(desk.api.source, desk.organisation, {
      role: 'quality_analyst',
      expiresAt: new Date(Date.now() + 3_600_000),
    });
    expect(await comesDue('tell-ending-grants')).toBeGreaterThan(0);
    const told = `select 1 from journal_entry join journal_detail on entry_id = id where event = 'grant.ending' and details->>'grantId' = $1`;
    expect(await sql(told, [grant.id])).toHaveLength(1);
    expect(await comesDue('tell-ending-grants')).toBe(0);
    while ((await relay()).more);
    const { body } = await requester.send<NotificationList>('GET', '/notifications');
    const about = { kind: 'grant_ending', grantId: grant.id, code: grant.code, requestId: null };
    expect(body.items).toContainEqual(expect.objectContaining(about));
  },

  'open-due-exports': async () => {
    const { requestId } = await aRequest('evidence_export');
    expect(await comesDue('open-due-exports')).toBe(1);
    expect(await openWork('build-export', requestId)).toBe(1);
  },

  'destroy-ended-exports': async () => {
    const { requestId, grantId } = (await aRequest('evidence_export')) as { requestId: string; grantId: string };
    const [exportId, objectId] = [newId(), newId()];
    const { keyId, key } = await worker.get<FileKeyStore>(KEY_STORE).create(objectId);
    key.fill(0);
    await sql(
      `insert into evidence_export (id, request_id, grant_id, state, object_id, key_id, wrapped_key, plain_bytes, segments, sha256, manifest_sha256,
         timestamped, created_at, ready_at)
       values ($1, $2, $3, 'ready', $4, $5, $6, 4, 1, $7, $7, false, now(), now())`,
      [exportId, requestId, grantId, objectId, keyId, Buffer.alloc(60), 'a'.repeat(64)],
    );
    await approvers[0]!.send('POST', `/legal/requests/${requestId}/revoke`, { words: 'Settled.' });
    expect(await comesDue('destroy-ended-exports')).toBe(1);
    expect(await sql('select state, gone_reason from evidence_export where id = $1', [exportId])).toEqual([
      { state: 'gone', gone_reason: 'revoked' },
    ]);
    expect((await worker.get<FileKeyStore>(KEY_STORE).find(keyId)).state).toBe('destroyed');
  },

  retention: async () => {
    const { recordingId } = await aRecording({ purpose: 'short', startedAt: new Date('2020-03-12T06:00:00Z') });
    const keep = (count: number, unit: 'days' | 'years') => ({ count, unit });
    const schedule = {
      rules: [{ when: { purpose: 'short' }, keep: keep(1, 'days') }],
      default: keep(50, 'years'),
      graceDays: 0,
    };
    const order = { from: 0, schedule, reason: 'Company policy' };
    const { body } = await admin.send<RetentionView>('PUT', '/retention/schedule', order);
    const decided = { version: body.waiting!.version, decision: 'agreed' };
    expect((await approvers[0]!.send('POST', '/retention/schedule/decisions', decided)).status).toBe(200);
    expect(await comesDue('retention')).toBe(2);
    expect(await sql('select custody from recording where id = $1', [recordingId])).toEqual([{ custody: 'expired' }]);
    expect(
      await sql('select 1 from destruction where recording_id = $1 and started_at is not null', [recordingId]),
    ).toHaveLength(1);
  },

  'find-restored-recordings': async () => {
    const { recordingId } = await aRecording();
    const { keyId } = await desk.api.source.manager.findOneByOrFail(Recording, { id: recordingId });
    await vault.destroyKey(keyId);
    const position = null;
    const details = { backupId: '20260101000000000-aaaaaa', takenAt: new Date().toISOString(), position };
    await desk.api.source.transaction((tx) =>
      get(JournalService).append(tx, 'database.restored', { ...details, knownPosition: position }),
    );
    expect(await comesDue('find-restored-recordings')).toBe(1);
    expect(
      await sql(
        'select custody, reason from recording join destruction on recording_id = recording.id where recording.id = $1',
        [recordingId],
      ),
    ).toEqual([{ custody: 'destroyed', reason: 'restored' }]);
  },

  'open-due-mail': async () => {
    const id = await aNotification();
    await sql(
      `insert into mail (id, notification_id, state, due_at, created_at) values ($1, $2, 'waiting', now(), now() - interval '1 minute')`,
      [newId(), id],
    );
    expect(await comesDue('open-due-mail')).toBe(1);
    expect(await sql(`select 1 from work where job = 'send-mail' and done_at is null`)).toHaveLength(1);
  },

  'tend-small-house': async () => {
    expect(await comesDue('tend-small-house')).toBe(0);
    // More than five people work here: as it would be after the sixth came.
    await asOwner(`set session_replication_role = replica; insert into small_house_period (id, chosen_by_person_id, chosen_at, in_force_from, ended_at, end_reason, begun_told_at)
      select gen_random_uuid(), id, now() - interval '30 days', now() - interval '30 days', now() - interval '6 days', 'six_people', now()
      from person order by id limit 1`);
    expect(await comesDue('tend-small-house')).toBe(1);
    expect(await comesDue('tend-small-house')).toBe(0);
    // Everyone is told, which is no concern of the cases below: they count what waits to be sent.
    await asOwner(
      `delete from journal_pending where purpose = 'follow_up' and entry_id in (select id from journal_entry where event like 'small_house.%')`,
    );
    // A role that one person gave ends a week after.
    await asOwner(`set session_replication_role = replica; update role_assignment set granted_by_person_id = approved_by_person_id, by_one_person = true where id =
      (select id from role_assignment where role = 'agent' order by id limit 1)`);
    expect(await comesDue('tend-small-house')).toBe(0);
    await asOwner(
      `set session_replication_role = replica; update small_house_period set ended_at = now() - interval '7 days'`,
    );
    expect(await comesDue('tend-small-house')).toBe(1);
    expect(await comesDue('tend-small-house')).toBe(0);
  },

  'tell-absences': async () => {
    const [{ id: away }, { id: deputy }] = (await sql(
      'select id from person where left_at is null order by id limit 2',
    )) as [{ id: string }, { id: string }];
    await sql(
      `insert into absence (id, person_id, deputy_person_id, first_on, last_on, begins_at, ends_at, works, asked_at)
       values (gen_random_uuid(), $1, $2, current_date, current_date, now() - interval '1 hour', now() + interval '1 hour', '{messages}', now())`,
      [away, deputy],
    );
    // Without the deputy's yes nothing begins.
    expect(await comesDue('tell-absences')).toBe(0);
    await sql('update absence set accepted_at = now()');
    expect(await comesDue('tell-absences')).toBe(1);
    expect(await comesDue('tell-absences')).toBe(0);
    await asOwner(`update absence set ends_at = now() - interval '1 minute'`);
    expect(await comesDue('tell-absences')).toBe(1);
    expect(await comesDue('tell-absences')).toBe(0);
  },
  'tend-recertifications': async () => {
    // Off until a day is set.
    expect(await comesDue('tend-recertifications')).toBe(0);
    await sql(
      `insert into recertification_setting (id, every_months, answer_days, next_on) values (1, 6, 21, current_date - 1)`,
    );
    expect(await comesDue('tend-recertifications')).toBe(1);
    const [{ roles, asked }] = (await sql(
      `select (select count(*)::int from role_assignment join account on account.id = account_id and disabled_at is null
           join person on person.id = role_assignment.person_id and left_at is null) as roles,
         (select count(*)::int from recertification_item where kind = 'role' and state = 'open') as asked`,
    )) as [{ roles: number; asked: number }];
    expect(asked).toBe(roles);
    const [{ next }] = (await sql(`select next_on > current_date + 150 as next from recertification_setting`)) as [
      { next: boolean },
    ];
    expect(next).toBe(true);
    // The same day asks once.
    expect(await comesDue('tend-recertifications')).toBe(0);
    // Half an hour after its end those who did not answer, and the overseers, are told once.
    await asOwner(`update recertification_round set due_at = now() - interval '30 minutes'`);
    expect(await comesDue('tend-recertifications')).toBe(1);
    expect(await comesDue('tend-recertifications')).toBe(0);
    await relay();
    const { items } = (await admin.send<NotificationList>('GET', '/notifications')).body;
    expect(items.map(({ kind }) => kind)).toContain('recertification_overdue');
  },

  'open-due-chat': async () => {
    const addressId = await aChat();
    expect(await comesDue('open-due-chat')).toBe(1);
    expect(await openWork('send-chat', addressId)).toBe(1);
  },

  'forget-old-notifications': async () => {
    // Chats and choices of people who left go at the same time.
    const addressId = await aChat();
    await changed(`update person set left_at = now() where id = (select person_id from chat_address where id = $1)`, [
      addressId,
    ]);
    expect(await comesDue('forget-old-notifications')).toBe(1);
    expect(await sql('select 1 from chat_address where id = $1', [addressId])).toEqual([]);
    expect(await sql(`select 1 from chat_message where state = 'waiting'`)).toEqual([]);
    const id = await aNotification();
    await changed(`delete from notification where at < now() - interval '1 day'`);
    const old = await aNotification(`now() - interval '91 days'`);
    expect(await comesDue('forget-old-notifications')).toBe(1);
    expect(await sql('select id from notification where id = any($1)', [[id, old]])).toEqual([{ id }]);
  },

  'watch-disks': async () => {
    await relay();
    const told = async () => {
      await relay();
      const { items } = (await admin.send<NotificationList>('GET', '/notifications')).body;
      return items
        .filter(({ alarm }) => alarm?.subject === 'disk-recordings')
        .map(({ kind, alarm }) => [kind, alarm?.kind]);
    };
    // The thresholds move, and the disks are as they are: one, or one for recordings and another for what lies elsewhere.
    const once = async () => {
      expect(await comesDue('watch-disks')).toBeGreaterThan(0);
      expect(await comesDue('watch-disks')).toBe(0);
    };
    const { disk } = desk.env;
    const was = { ...disk };
    expect(await comesDue('watch-disks')).toBe(0);
    Object.assign(disk, { warnBytes: Number.MAX_SAFE_INTEGER });
    await once();
    expect((await board()).parts.disk.warning?.en).toContain('filling up');
    Object.assign(disk, { refuseBytes: Number.MAX_SAFE_INTEGER });
    expect(await comesDue('watch-disks')).toBe(1);
    expect((await board()).parts.disk.ok).toBe(false);
    expect((await desk.upload(desk.metadata())).status).toBe(507);
    Object.assign(disk, was);
    await once();
    expect((await desk.upload(desk.metadata())).status).toBe(201);
    expect(await told()).toEqual([
      ['alarm_cleared', 'disk_full'],
      ['alarm_raised', 'disk_full'],
      ['alarm_raised', 'disk_low'],
    ]);
  },

  'watch-keys': async () => {
    await relay();
    const told = async () => {
      await relay();
      const { items } = (await admin.send<NotificationList>('GET', '/notifications')).body;
      return items
        .filter(({ alarm }) => alarm?.subject.startsWith('key-'))
        .map(({ kind, alarm }) => [kind, alarm?.kind, alarm?.subject]);
    };
    expect([await comesDue('watch-keys'), await told()]).toEqual([0, []]);
    // Its disk is not mounted, and is again.
    const mark = join(desk.env.keyCopyDir, 'shouwen-keys.json');
    const content = await readFile(mark);
    await unlink(mark);
    expect([await comesDue('watch-keys'), await comesDue('watch-keys')]).toEqual([1, 0]);
    await writeFile(mark, content);
    expect([await comesDue('watch-keys'), await comesDue('watch-keys')]).toEqual([1, 0]);
    // A person puts a tombstone into one of the copies, and takes it away again.
    const { recordingId } = await aRecording();
    const { keyId } = await desk.api.source.manager.findOneByOrFail(Recording, { id: recordingId });
    const tombstone = join(desk.env.keyDir, keyId.slice(0, 2), keyId.slice(2, 4), `${keyId}.destroyed`);
    await writeFile(tombstone, '');
    const [keys, doubts] = [worker.get<FileKeyStore>(KEY_STORE), get(KeyDoubts)];
    expect(await doubts.note(await keys.find(keyId), 'one_copy')).toBe(true);
    expect([await comesDue('watch-keys'), await comesDue('watch-keys')]).toEqual([1, 0]);
    await unlink(tombstone);
    expect(await doubts.settleIfClear(await keys.find(keyId))).toBe(true);
    expect([await comesDue('watch-keys'), await comesDue('watch-keys')]).toEqual([1, 0]);
    expect(await told()).toEqual([
      ['alarm_cleared', 'keys_doubtful', 'key-store'],
      ['alarm_raised', 'keys_doubtful', 'key-store'],
      ['alarm_cleared', 'keys_unmarked', 'key-directories'],
      ['alarm_raised', 'keys_unmarked', 'key-directories'],
    ]);
  },

  'watch-schedules': async () => {
    await relay();
    await changed('delete from notification');
    // The checks ran all the time, and yet there was no backup for three days.
    await changed(`update schedule set last_success_at = now(), grace_from = null, known_since = now(), failures = 0`);
    const lateFor = (days: number) =>
      changed(
        `update schedule set last_success_at = now() - make_interval(days => $1) where name = 'back-up-database'`,
        [days],
      );
    const watch = async () => {
      await changed(
        `update schedule set next_due_at = case when name = 'watch-schedules' then now() else now() + interval '1 day' end`,
      );
      await runner.runDue();
      await relay();
    };
    const told = async () =>
      (await admin.send<NotificationList>('GET', '/notifications')).body.items.map(({ kind, alarm }) => [
        kind,
        alarm?.kind,
        alarm?.subject,
      ]);
    await lateFor(3);
    await watch();
    await watch();
    const raised = ['alarm_raised', 'schedule_late', 'back-up-database'];
    expect(await told()).toEqual([raised]);
    expect((await board()).schedules.find(({ name }) => name === 'back-up-database')).toMatchObject({ health: 'late' });
    expect((await board()).parts.backup.ok).toBe(false);
    expect(await metrics()).toContain('shouwen_schedule_ill{schedule="back-up-database"} 1');
    await lateFor(0);
    await watch();
    await watch();
    expect(await told()).toEqual([['alarm_cleared', 'schedule_late', 'back-up-database'], raised]);

    // No worker ran for three days, or the clock was moved: what is due then is not late yet.
    await changed(`update schedule set last_success_at = now() - interval '3 days'`);
    await watch();
    expect(await told()).toHaveLength(2);
    expect((await board()).schedules.filter(({ health }) => health === 'late')).toEqual([]);
  },
};

async function aNotification(at = 'now()', personId = requester.account.personId): Promise<string> {
  const { requestId } = await aRequest();
  const id = newId();
  await sql(
    `insert into notification (id, entry_id, person_id, kind, request_id, at) values ($1, $2, $3, 'approved', $4, ${at})`,
    [id, newId(), personId, requestId],
  );
  return id;
}

it('has a case for each, and each has a row', async () => {
  const listed = SCHEDULES.map(({ name }) => name).sort();
  expect(listed).toEqual([...scheduleNameSchema.options].sort());
  expect(Object.keys(CASES).sort()).toEqual(listed);
  expect((await sql<{ name: string }>('select name from schedule order by name')).map(({ name }) => name)).toEqual(
    listed,
  );
});

// In the order of the listing: the checks come while nothing has been checked, the backup before the trial of restoring.
describe('comes due, and does what it is for:', () => {
  it.each(SCHEDULES.map(({ name }) => name))('%s', (name) => CASES[name]());
});
