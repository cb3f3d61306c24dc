import { randomUUID } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import pg from 'pg';
import { type AttentionReason, type ProcessingBoard } from '#contracts';
import { CallStageService } from '#calls';
import {
  ENV,
  markKeyDirectories,
  FORGOTTEN_AFTER_SECONDS,
  PresenceService,
  SILENT_AFTER_SECONDS,
  WorkService,
  type Env,
} from '#platform';
import { VaultService } from '#recordings';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';

let api: TestApi;
let organisation: Organisation;
let manager: TestAccount;
let supervisor: TestAccount;
let admin: TestAccount;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { teamA } = organisation;
  manager = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
  supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
  admin = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
});
afterAll(() => api.stop());

async function ask<T>(who: TestAccount, path: string, body?: unknown): Promise<{ status: number; body: T }> {
  const response = await fetch(`${api.baseUrl}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie: await api.signIn(who.username), 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
}

const board = async (who: TestAccount = manager) => (await ask<ProcessingBoard>(who, '/processing')).body;

/** A call whose scoring was given up by a worker. */
async function stuck(
  teamId: string,
  reason: AttentionReason,
  language: 'zh' | 'en' = 'en',
  said?: string,
): Promise<BuiltCall> {
  const built = await buildCall(
    api.source,
    { personId: organisation.first, teamId },
    { stage: 'transcribed', language },
  );
  const work = api.app.get(WorkService);
  const lease = await work.claim((await work.open(api.source.manager, 'score-leg', built.legId)) ?? '');
  await api.source.transaction(async (tx) => {
    await work.giveUp(tx, lease!, reason);
    const trouble = { reason, job: 'score-leg', fault: 'vendor', ...(said !== undefined && { said }) } as const;
    await api.app.get(CallStageService).needsAttention(tx, built.callId, trouble);
  });
  return built;
}

const stageOf = async ({ callId }: BuiltCall): Promise<string> =>
  (await api.source.query('select stage from call where id = $1', [callId]))[0].stage;

describe('calls that need attention, on the board', () => {
  it('are counted for all owners, and moved as far as the asker’s own right reaches', async () => {
    const { teamA, teamB } = organisation;
    const [mine, theirs] = [
      await stuck(teamA, 'no_engine_for_language', 'zh'),
      await stuck(teamB, 'no_engine_for_language', 'zh'),
    ];
    const english = await stuck(teamA, 'no_engine_for_language', 'en');
    const group = { reason: 'no_engine_for_language', language: 'zh' };
    expect((await board()).attention.find(({ language }) => language === 'zh')).toMatchObject({ calls: 2, mine: 2 });
    expect((await board(admin)).attention.find(({ language }) => language === 'zh')).toMatchObject({
      calls: 2,
      mine: 0,
    });
    expect((await ask(supervisor, '/processing/retry', group)).body).toEqual({ moved: 1, left: 0 });
    expect([await stageOf(mine), await stageOf(theirs), await stageOf(english)]).toEqual([
      'transcribed',
      'needs_attention',
      'needs_attention',
    ]);
    expect((await ask(manager, '/processing/retry', group)).body).toEqual({ moved: 1, left: 0 });
    expect((await ask(manager, '/processing/retry', group)).body).toEqual({ moved: 0, left: 0 });
    const { rows } = { rows: await api.source.query(`select call_id from journal_entry where event = 'call.retried'`) };
    expect(rows.map(({ call_id }: { call_id: string }) => call_id).sort()).toEqual([mine.callId, theirs.callId].sort());
  });

  it('are closed with a reason, leave the count, and show on the call who closed them, when and why', async () => {
    const call = await stuck(organisation.teamA, 'audio_undecodable');
    const why = { reason: 'other', note: ' 与另一通重复 ' };
    expect((await ask(supervisor, `/calls/${call.callId}/give-up`, why)).status).toBe(204);
    expect((await board()).attention.map(({ reason }) => reason)).not.toContain('audio_undecodable');
    expect((await board()).jobs.find(({ job }) => job === 'score-leg')?.failed).toBe(
      (await board()).attention.reduce((sum, { calls }) => sum + calls, 0),
    );
    const { body } = await ask<Record<string, unknown>>(supervisor, `/calls/${call.callId}`);
    expect(body).toMatchObject({
      stage: 'given_up',
      stageReason: 'audio_undecodable',
      givenUp: { reason: 'other', note: '与另一通重复' },
      may: { retry: true, giveUp: false },
    });
    const again = await ask<{ code: string }>(supervisor, `/calls/${call.callId}/give-up`, why);
    expect([again.status, again.body.code]).toEqual([409, 'nothing_to_give_up']);
    expect((await ask(supervisor, `/calls/${call.callId}/retry`, {})).status).toBe(204);
    expect(await stageOf(call)).toBe('transcribed');
  });

  it('tell what a server said of the newest, in its own words, on the board, the call and in the journal', async () => {
    const said = "Model 'large' not found";
    await stuck(organisation.teamA, 'engine_refused', 'zh', 'an older answer');
    const call = await stuck(organisation.teamA, 'engine_refused', 'zh', said);
    const group = (await board()).attention.find(({ reason }) => reason === 'engine_refused');
    expect(group).toMatchObject({ calls: 2, said });
    expect((await ask<object>(supervisor, `/calls/${call.callId}`)).body).toMatchObject({ stageSaid: said });
    const [entry] = await api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where call_id = $1 and event = 'call.needs_attention'`,
      [call.callId],
    );
    expect(entry.details).toMatchObject({ reason: 'engine_refused', said });
    expect((await ask(supervisor, `/calls/${call.callId}/retry`, {})).status).toBe(204);
    expect((await ask<object>(supervisor, `/calls/${call.callId}`)).body).toMatchObject({ stageSaid: null });
    await ask(manager, '/processing/retry', { reason: 'engine_refused', language: null });
  });

  it('are not tried again once nothing of them is left to work on', async () => {
    const call = await stuck(organisation.teamA, 'audio_undecodable');
    await buildRecording(api.source, api.app.get(VaultService), call, { custody: 'destroyed' });
    const refused = await ask<{ code: string }>(supervisor, `/calls/${call.callId}/retry`, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'nothing_to_retry']);
    const group = { reason: 'audio_undecodable' };
    expect((await ask(supervisor, '/processing/retry', group)).body).toEqual({ moved: 0, left: 1 });
    expect(await stageOf(call)).toBe('needs_attention');
  });

  it('takes no other reason without words, and none of another team’s', async () => {
    const call = await stuck(organisation.teamB, 'engine_timeout');
    const path = `/calls/${call.callId}/give-up`;
    for (const why of [
      { reason: 'other' },
      { reason: 'other', note: '  ' },
      { reason: 'lost' },
      { reason: 'other', note: 'x'.repeat(501) },
    ])
      expect((await ask(manager, path, why)).status).toBe(400);
    expect((await ask(supervisor, path, { reason: 'not_needed' })).status).toBe(404);
    expect(await stageOf(call)).toBe('needs_attention');
    const group = { group: { reason: 'engine_timeout' }, why: { reason: 'not_needed' } };
    expect((await ask(supervisor, '/processing/give-up', group)).body).toEqual({ moved: 0, left: 0 });
    expect((await ask(manager, '/processing/give-up', group)).body).toEqual({ moved: 1, left: 0 });
    expect(await stageOf(call)).toBe('given_up');
  });
});

describe('the workers on the board', () => {
  const beat = (id: string, running: Record<string, number> = {}) =>
    api.app
      .get(PresenceService)
      .beat({ id, host: 'a1b2c3d4', roles: ['jobs'], version: '0.2.0', running, engines: [] }, Date.now);
  const age = (id: string, seconds: number) =>
    api.source.query('update worker_presence set heartbeat_at = now() - make_interval(secs => $2) where id = $1', [
      id,
      seconds,
    ]);

  it('are all there with what they run; one that is silent says so, and is forgotten in the end', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await beat(first, { 'score-leg': 2 });
    await beat(second);
    expect((await board()).workers.map(({ workerId, running, silent }) => [workerId, running, silent])).toEqual([
      [first, { 'score-leg': 2 }, false],
      [second, {}, false],
    ]);
    await age(second, SILENT_AFTER_SECONDS + 1);
    expect((await board()).workers.map(({ silent }) => silent)).toEqual([false, true]);
    expect(await (await fetch(`${api.baseUrl}/metrics`)).text()).toContain('shouwen_workers_alive 1');
    await age(second, FORGOTTEN_AFTER_SECONDS + 1);
    expect(await api.app.get(PresenceService).sweep()).toBe(1);
    expect((await board()).workers).toHaveLength(1);
    await api.app.get(PresenceService).leave(first);
    expect((await board()).workers).toHaveLength(0);
  });

  it('are told apart from the database’s clock', async () => {
    const id = randomUUID();
    await api.app
      .get(PresenceService)
      .beat({ id, host: 'h', roles: [], version: '0', running: {}, engines: [] }, () => Date.now() + 60_000);
    const skew = (await board()).workers[0]?.clockSkewMs ?? 0;
    expect(Math.abs(skew - 60_000)).toBeLessThan(5_000);
    await api.app.get(PresenceService).leave(id);
  });

  it('and what the newest recordings took tell how long the rest will take', async () => {
    await api.source.query('update worker_presence set heartbeat_at = now() - interval $$1 hour$$');
    expect((await board()).hearing).toBeNull();
    const vault = api.app.get(VaultService);
    const ids = [];
    for (let i = 0; i < 3; i += 1) {
      const call = await buildCall(api.source, { personId: organisation.first, teamId: organisation.teamA });
      ids.push((await buildRecording(api.source, vault, call, { durationMs: 60_000 })).recordingId);
    }
    const [heard, ...waiting] = ids;
    await buildTranscript(api.source, vault, heard!, [], { heardMs: 15_000 });
    const work = api.app.get(WorkService);
    for (const id of waiting) await work.open(api.source.manager, 'transcribe-recording', id);
    await api.app
      .get(PresenceService)
      .beat({ id: randomUUID(), host: 'c', roles: ['jobs'], version: '1', running: {}, engines: [] }, Date.now);
    expect((await board()).hearing).toMatchObject({
      ...{ recordings: 2, waitingMs: 120_000, busiestHourMs: expect.any(Number) },
      ...{ perHourMs: 4 * 3_600_000, endsInSeconds: 30, keepsUp: true },
    });
  });
});

describe('what the product runs on', () => {
  it('is well at first, and is counted by kind of object', async () => {
    const call = await buildCall(api.source, { personId: organisation.first, teamId: organisation.teamA });
    await buildRecording(api.source, api.app.get(VaultService), call);
    const { parts, storage } = await board(admin);
    expect(Object.entries(parts).map(([name, { ok }]) => [name, ok])).toEqual([
      ['database', true],
      ['queue', true],
      ['objectStore', true],
      ['keyStore', true],
      ['keyProvider', true],
      ['journal', true],
      ['mail', true],
      ['disk', true],
      ['keyCheck', true],
      ['integrity', true],
      ['objectCopy', true],
      ['backup', true],
      ['restoreDrill', true],
    ]);
    expect(parts.keyStore.warning?.en).toMatch(/one disk/);
    const [{ n }] = await api.source.query('select count(*)::int as n from stored_object');
    expect(n).toBeGreaterThan(0);
    expect(storage.reduce((sum, { objects }) => sum + objects, 0)).toBe(n);
  });

  it('says which copy of the keys is gone, which key file others may read, and that no journal entries are being sealed', async () => {
    const { keyDir, keyCopyDir, keyringFile } = api.app.get<Env>(ENV);
    await rm(keyCopyDir, { recursive: true });
    await chmod(keyringFile, 0o644);
    await api.source.query(`update work set due_at = now() - interval '90 seconds' where id in (
      select id from work where done_at is null and failed_at is null limit 1)`);
    const owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query(`update journal_entry set at = now() - interval '60 seconds'`);
    await owner.end();
    const { parts, oldestDue } = await board();
    expect([parts.journal.ok, parts.journal.detail.en]).toEqual([false, expect.stringContaining('no worker runs')]);
    expect([parts.keyStore.ok, parts.keyStore.detail.en]).toEqual([false, expect.stringContaining(keyCopyDir)]);
    expect([parts.keyProvider.ok, parts.keyProvider.detail.en]).toEqual([false, expect.stringContaining('chmod 600')]);
    expect(oldestDue?.job).toBe('score-leg');
    expect(oldestDue?.seconds).toBeGreaterThanOrEqual(90);
    await mkdir(keyCopyDir, { mode: 0o700 });
    await chmod(keyringFile, 0o600);
    // An empty folder is what a disk that is not mounted leaves behind.
    expect((await board()).parts.keyStore).toMatchObject({
      ok: false,
      detail: { en: expect.stringContaining('SHOUWEN_KEY_COPY_DIR does not have') },
    });
    await markKeyDirectories({ first: keyDir, second: keyCopyDir }, new Date());
    expect((await board()).parts.keyStore.ok).toBe(true);
  });
});
