import pg from 'pg';
import { type HoldDetail, type HoldList, type PlacedHold, type Problem } from '#contracts';
import { HoldService, LegalCases } from '#legal';
import { newId } from '#platform';
import { CustodyHold, CustodyService, VaultService } from '#recordings';
import { buildAccount, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildPerson } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

let desk: UploadDesk;
let requester: TestAccount;
let approver: TestAccount;
let ofTeamA: TestAccount;
let administrator: TestAccount;
let caseId: string;

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { source } = desk.api;
  const account = (role: TestAccount['role'], teamId: string | null) =>
    buildAccount(source, desk.organisation, { role, teamId });
  requester = await account('legal_requester', null);
  approver = await account('legal_approver', null);
  ofTeamA = await account('legal_requester', desk.organisation.teamA);
  administrator = await account('administrator', null);
  caseId = await desk.api.app.get(LegalCases).open({ reference: 'HC-1', title: 'A dispute' }, requester.personId);
});
afterAll(() => desk.api.stop());

const cookies = new Map<string, string>();
async function signInProved(username: string): Promise<string> {
  const cookie = await desk.api.signIn(username);
  const headers = { cookie, 'content-type': 'application/json' };
  const body = JSON.stringify({ password: PASSWORD });
  await fetch(`${desk.api.baseUrl}/api/v1/auth/step-up`, { method: 'POST', headers, body });
  return cookie;
}
/** Done as the database owner, with triggers disabled. */
async function uncover(column: 'id' | 'call_id', id: string): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
  await owner.connect();
  try {
    await owner.query('set session_replication_role = replica');
    await owner.query(`update custody_hold set released_at = now() where ${column} = $1`, [id]);
  } finally {
    await owner.end();
  }
}

async function ask<T>(account: TestAccount, method: string, path: string, body?: object) {
  const cookie = cookies.get(account.username) ?? (await signInProved(account.username));
  cookies.set(account.username, cookie);
  const answer = await fetch(`${desk.api.baseUrl}/api/v1/legal/holds${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T & Problem };
}
const place = (account: TestAccount, order: object) =>
  ask<PlacedHold>(account, 'POST', '', { caseId, reason: 'Ordered by the court', ...order });

async function recorded(teamId = desk.organisation.teamA, over: Parameters<typeof buildCall>[2] = {}) {
  const personId = await buildPerson(desk.api.source, { teamId });
  const call = await buildCall(desk.api.source, { personId, teamId }, { stage: 'scored', ...over });
  const { recordingId } = await buildRecording(desk.api.source, desk.api.app.get(VaultService), call);
  return { ...call, recordingId };
}
const isHeld = (recordingId: string) => desk.api.app.get(CustodyService).isHeld(desk.api.source.manager, recordingId);
const startDestruction = (recordingId: string) =>
  desk.api.source.query('update recording set destruction_started_at = now() where id = $1', [recordingId]);

describe('a legal hold', () => {
  it('covers listed calls and recordings, and nothing starts their destruction until two people have let go', async () => {
    const [call, other] = [await recorded(), await recorded()];
    const placed = await place(requester, { callIds: [call.callId] });
    expect(placed).toMatchObject({
      status: 201,
      body: { calls: 1, tooLate: [], code: expect.stringMatching(/^LH-\d{4}$/) },
    });
    expect([await isHeld(call.recordingId), await isHeld(other.recordingId)]).toEqual([true, false]);
    await expect(startDestruction(call.recordingId)).rejects.toThrow(/under a legal hold/);
    // A recording of the call that comes later is held too.
    const later = await buildRecording(desk.api.source, desk.api.app.get(VaultService), call);
    expect(await isHeld(later.recordingId)).toBe(true);

    const { holdId } = placed.body;
    const single = await place(requester, { recordingIds: [call.recordingId] });
    const over = await ask<HoldList>(requester, 'GET', `?callId=${call.callId}`);
    expect(over.body.holds.map(({ code }) => code).sort()).toEqual([placed.body.code, single.body.code].sort());
    const decide = (account: TestAccount, id: string, decision: string) =>
      ask<HoldDetail>(account, 'POST', `/${id}/release-decisions`, { decision });
    expect(await decide(approver, holdId, 'agreed')).toMatchObject({
      status: 409,
      body: { code: 'release_not_asked' },
    });
    for (const id of [holdId, single.body.holdId])
      expect((await ask(approver, 'POST', `/${id}/release`, { reason: 'Case settled' })).status).toBe(200);
    expect(await decide(approver, holdId, 'agreed')).toMatchObject({
      status: 403,
      body: { code: 'release_needs_another' },
    });
    expect((await decide(requester, holdId, 'agreed')).status).toBe(403);
    const proved = cookies.get(approver.username)!;
    cookies.set(approver.username, await desk.api.signIn(approver.username));
    expect(await decide(approver, holdId, 'refused')).toMatchObject({ body: { code: 'step_up_by_password' } });
    cookies.set(approver.username, proved);
    const second = await buildAccount(desk.api.source, desk.organisation, { role: 'legal_approver', teamId: null });
    expect(await decide(second, holdId, 'agreed')).toMatchObject({
      status: 200,
      body: { state: 'released', calls: 1 },
    });
    // The other hold still covers the one recording.
    expect([await isHeld(call.recordingId), await isHeld(later.recordingId)]).toEqual([true, false]);
    expect(await decide(second, single.body.holdId, 'refused')).toMatchObject({ body: { state: 'active' } });
    await expect(startDestruction(call.recordingId)).rejects.toThrow(/under a legal hold/);
    expect(await ask(approver, 'POST', `/${holdId}/release`, { reason: 'again' })).toMatchObject({
      body: { code: 'hold_released' },
    });
  });

  it('is released by two people in the database too, and stays released', async () => {
    const { callId } = await recorded();
    const { holdId } = (await place(requester, { callIds: [callId] })).body;
    const alone = desk.api.source.query(
      `update legal_hold set release_asked_by_person_id = $2, release_asked_at = now(), release_reason = 'x',
         released_by_person_id = $2, released_at = now() where id = $1`,
      [holdId, requester.personId],
    );
    await expect(alone).rejects.toThrow(/release_takes_two/);
    const holds = desk.api.app.get(HoldService);
    await holds.askRelease(holdId, 'done', requester.personId);
    await holds.decideRelease(holdId, 'agreed', approver.personId);
    const again = desk.api.source.query(
      'update legal_hold set released_at = null, released_by_person_id = null where id = $1',
      [holdId],
    );
    await expect(again).rejects.toThrow(/is released/);
  });

  it('by rule covers what is on file and what comes in, as soon as it is known', async () => {
    const fits = { customer: '王** 139****0001', startedAt: new Date('2026-03-31T15:59:59Z') };
    const [inside, outside] = [
      await recorded(desk.organisation.teamA, fits),
      // One second later it is April in Shanghai.
      await recorded(desk.organisation.teamA, { ...fits, startedAt: new Date('2026-03-31T16:00:00Z') }),
    ];
    const rule = { customer: '王** 139****0001', from: '2026-03-01', to: '2026-03-31' };
    // Asked first, it says what it would cover and covers nothing.
    expect((await ask(requester, 'POST', '/preview', { rule })).body).toEqual({ calls: 1, recordings: 1, tooLate: 0 });
    expect(await isHeld(inside.recordingId)).toBe(false);
    expect(await ask(ofTeamA, 'POST', '/preview', { rule })).toMatchObject({ body: { code: 'hold_rule_too_wide' } });
    const { body } = await place(requester, { rule });
    expect(body.calls).toBe(1);
    expect([await isHeld(inside.recordingId), await isHeld(outside.recordingId)]).toEqual([true, false]);

    // In the past: a call that has not begun yet is not taken.
    const inJanuary = await place(requester, {
      rule: { teamIds: [desk.organisation.teamA], direction: 'inbound', from: '2026-01-01', to: '2026-01-31' },
    });
    expect(inJanuary.body.calls).toBe(0);
    const come = (startedAt: string) => desk.upload(desk.metadata({ startedAt }));
    const [covered, early] = [await come('2026-01-01T08:00:00+08:00'), await come('2025-12-31T08:00:00+08:00')];
    expect([await isHeld(covered.body.recordingId!), await isHeld(early.body.recordingId!)]).toEqual([true, false]);
    const told: unknown[] = await desk.api.source.query(
      `select 1 from journal_entry where event = 'legal_hold.covered' and call_id = $1`,
      [covered.body.callId],
    );
    expect(told).toHaveLength(1);

    // One that became known while the hold was being placed: the sweep finds it, and a destruction asks again.
    const missed = await desk.api.source.manager.findOneByOrFail(CustodyHold, { callId: covered.body.callId });
    await expect(
      desk.api.source.query('update custody_hold set released_at = now() where id = $1', [missed.id]),
    ).rejects.toThrow(/is in force: two people release it/);
    await uncover('id', missed.id);
    const recording = { id: covered.body.recordingId!, callId: covered.body.callId };
    const asked = await desk.api.source.transaction(async (tx) => {
      const held = await desk.api.app.get(HoldService).isHeld(tx, recording);
      return held;
    });
    await uncover('call_id', recording.callId);
    expect(asked).toBe(true);
    expect(await desk.api.app.get(HoldService).coverMissed()).toBe(1);
    expect(await isHeld(recording.id)).toBe(true);
  });

  it('is released, and placed, only by people who reach all that it covers', async () => {
    const { source } = desk.api;
    const [mine, theirs] = [await recorded(), await recorded(desk.organisation.teamB)];
    const approverOfA = await buildAccount(source, desk.organisation, {
      role: 'legal_approver',
      teamId: desk.organisation.teamA,
    });
    const both = (await place(requester, { callIds: [mine.callId, theirs.callId] })).body.holdId;
    const refused = { status: 403, body: { code: 'hold_beyond_reach' } };
    expect((await ask(ofTeamA, 'GET', `/${both}`)).status).toBe(200);
    expect(await ask(ofTeamA, 'POST', `/${both}/release`, { reason: 'The case was settled' })).toMatchObject(refused);
    expect((await ask(requester, 'POST', `/${both}/release`, { reason: 'The case was settled' })).status).toBe(200);
    const decision = { decision: 'agreed' };
    expect(await ask(approverOfA, 'POST', `/${both}/release-decisions`, decision)).toMatchObject(refused);
    expect(await isHeld(theirs.recordingId)).toBe(true);
    const own = (await place(ofTeamA, { callIds: [mine.callId] })).body.holdId;
    expect((await ask(ofTeamA, 'POST', `/${own}/release`, { reason: 'The case was settled' })).status).toBe(200);
    expect((await ask(approverOfA, 'POST', `/${own}/release-decisions`, decision)).status).toBe(200);
    // A rule goes on to cover calls of its teams: it must name none beyond.
    const rule = { rule: { teamIds: [desk.organisation.teamA, desk.organisation.teamB] } };
    const byRule = (await place(requester, rule)).body.holdId;
    expect(await ask(ofTeamA, 'POST', `/${byRule}/release`, { reason: 'The case was settled' })).toMatchObject(refused);

    // A call that went on to another team is another team's too.
    const [leg] = await source.query('select * from leg where call_id = $1', [mine.callId]);
    const second = { ...leg, id: newId(), position: 1, team_id: desk.organisation.teamB };
    const columns = Object.keys(second);
    await source.query(
      `insert into leg (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_record(null::leg, $1)`,
      [JSON.stringify(second)],
    );
    expect(await place(ofTeamA, { callIds: [mine.callId] })).toMatchObject(refused);
    expect(await place(ofTeamA, { recordingIds: [mine.recordingId] })).toMatchObject({ status: 201 });
  });

  it('names only what its maker may see, is shown to no one else, and goes under an open case', async () => {
    const [mine, theirs] = [await recorded(), await recorded(desk.organisation.teamB)];
    expect(await place(ofTeamA, { callIds: [mine.callId, theirs.callId] })).toMatchObject({
      status: 404,
      body: { code: 'hold_covers_nothing' },
    });
    expect(await place(ofTeamA, { rule: { direction: 'inbound' } })).toMatchObject({
      status: 403,
      body: { code: 'hold_rule_too_wide' },
    });
    expect(await place(ofTeamA, { callIds: [mine.callId] })).toMatchObject({ status: 201 });
    const hidden = (await place(requester, { callIds: [theirs.callId] })).body;
    expect((await ask(ofTeamA, 'GET', `/${hidden.holdId}`)).body).toMatchObject({ code: 'no_such_hold' });
    const seen = (await ask<HoldList>(ofTeamA, 'GET', '')).body.holds.map(({ holdId }) => holdId);
    expect(seen).not.toContain(hidden.holdId);
    expect(seen.length).toBeGreaterThan(0);
    // An administrator keeps the house and reads no calls.
    const detail = (await ask<HoldDetail>(administrator, 'GET', `/${hidden.holdId}`)).body;
    expect(detail).toMatchObject({ calls: 1, covered: [], case: { reference: 'HC-1' } });
    expect((await ask(administrator, 'POST', '', { caseId, reason: 'no', callIds: [] })).status).toBe(403);
    expect((await place(requester, { callIds: [mine.callId], rule: { direction: 'inbound' } })).status).toBe(400);
    const closed = await desk.api.app.get(LegalCases).open({ reference: 'HC-2', title: 'Over' }, requester.personId);
    await desk.api.app.get(LegalCases).close(closed, requester.personId);
    expect(await place(requester, { caseId: closed, callIds: [mine.callId] })).toMatchObject({
      status: 409,
      body: { code: 'case_closed' },
    });
  });

  it('says what it came too late for', async () => {
    const call = await recorded();
    await startDestruction(call.recordingId);
    await expect(startDestruction(call.recordingId)).rejects.toThrow(/has started/);
    const preview = await ask(requester, 'POST', '/preview', { callIds: [call.callId] });
    expect(preview.body).toEqual({ calls: 1, recordings: 1, tooLate: 1 });
    expect((await place(requester, { callIds: [call.callId] })).body).toMatchObject({ tooLate: [call.recordingId] });
  });
});
