import { DataSource, type EntityManager } from 'typeorm';
import {
  type LegalRequestView,
  type Me,
  type MyAbsences,
  type AbsenceList,
  type DoneFor,
  type DeputyPendingCounts,
} from '#contracts';
import { SuspensionService } from '#people';
import { VaultService } from '#recordings';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildLegalAccount, buildLegalTeam, SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';

const DAY_MS = 86_400_000;
const day = (offset: number) =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + offset * DAY_MS));

describe('a deputy during an absence', () => {
  let api: TestApi;
  let organisation: Organisation;
  let legal: string;
  let agent: string;
  let requester: SignedIn;
  /** Away. */
  let approver: SignedIn;
  /** Who deputises, without the role. */
  let deputy: SignedIn;
  let other: SignedIn;
  let admin: SignedIn;
  let absenceId: string;

  const someone = async (role: Parameters<typeof buildLegalAccount>[2]['role']) =>
    (await SignedIn.signIn(api, await buildLegalAccount(api.source, organisation, { role, teamId: legal }))).stepUp();
  const ask = (who: SignedIn, part: object = {}) =>
    who.send<{ id: string; code: string }>('POST', '/account/absences', {
      ...{ deputyPersonId: deputy.account.personId, firstOn: day(0), lastOn: day(2), works: ['approvals'] },
      ...part,
    });
  const answer = (who: SignedIn, accept = true, reason: string | null = null) =>
    who.send<{ code: string }>('POST', `/account/absences/${absenceId}/answer`, { accept, reason });
  const act = (id: string | null) => deputy.send<{ code: string }>('PUT', '/account/acting', { absenceId: id });
  const me = async () => (await deputy.send<Me>('GET', '/auth/me')).body;
  const mine = async (who: SignedIn) => (await who.send<MyAbsences>('GET', '/account/absences')).body;
  const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  const submitted = async (who: SignedIn, action = 'listen') => {
    const expiresAt = new Date(Date.now() + 5 * DAY_MS).toISOString();
    const asked = {
      purpose: 'dispute',
      reason: 'The refund of March.',
      filters: { agent },
      action,
      plays: 2,
      expiresAt,
    };
    const { body } = await who.send<LegalRequestView>('POST', '/legal/requests', asked);
    await who.send('POST', `/legal/requests/${body.requestId}/submit`);
    return body.requestId;
  };
  const approve = (who: SignedIn, id: string) =>
    who.send<LegalRequestView & { code: string }>('POST', `/legal/requests/${id}/decisions`, {
      decision: 'approve',
      round: 1,
    });

  const inAbsence = (write: (tx: EntityManager) => Promise<unknown>, absence = absenceId) =>
    api.source.transaction(async (tx) => {
      await tx.query(`select set_config('shouwen.absence', $1, true)`, [absence]);
      await write(tx);
    });
  const insert = (id: string, at: string, absence: string) =>
    inAbsence(
      (tx) =>
        tx.query(
          `insert into legal_decision (id, request_id, requested_by_person_id, round, decision, decided_by_person_id, decided_by_account_id, proved_at, decided_at)
           values (gen_random_uuid(), $1, $2, 1, 'approve', $3, $4, ${at}, ${at})`,
          [id, requester.account.personId, deputy.account.personId, deputy.account.accountId],
        ),
      absence,
    );
  const asOwner = async (text: string, values: unknown[] = []) => {
    const source = await new DataSource({ type: 'postgres', url: api.ownerUrl }).initialize();
    await source.query(text, values);
    await source.destroy();
  };

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    legal = await buildLegalTeam(api.source, organisation);
    agent = await buildPerson(api.source, { teamId: organisation.teamA });
    const call = await buildCall(api.source, { personId: agent, teamId: organisation.teamA }, { stage: 'sealed' });
    await buildRecording(api.source, api.app.get(VaultService), call, { durationMs: 1000 });
    [requester, approver, deputy] = [
      await someone('legal_requester'),
      await someone('legal_approver'),
      await someone('auditor'),
    ];
    [other, admin] = [await someone('legal_approver'), await someone('administrator')];
  });
  afterAll(() => api.stop());

  it('is asked for work of one’s own, on days to come, once for each work', async () => {
    expect(codeOf(await ask(approver, { lastOn: day(-1), firstOn: day(-2) }))).toEqual([400, 'absence_past']);
    expect(codeOf(await ask(approver, { firstOn: day(3) }))).toEqual([400, 'absence_days_unclear']);
    expect(codeOf(await ask(approver, { lastOn: day(200) }))).toEqual([400, 'absence_too_long']);
    expect(codeOf(await ask(approver, { deputyPersonId: approver.account.personId }))).toEqual([
      400,
      'absence_own_deputy',
    ]);
    expect(codeOf(await ask(approver, { deputyPersonId: agent }))).toEqual([409, 'absence_no_deputy']);
    expect(codeOf(await ask(approver, { works: ['disputes'] }))).toEqual([400, 'absence_work_not_held']);
    const made = await ask(approver);
    absenceId = made.body.id;
    expect(made.status).toBe(201);
    // Two at once, by the database.
    const twice = await Promise.all([ask(approver), ask(approver, { works: ['approvals', 'messages'] })]);
    expect(twice.map(codeOf)).toEqual([
      [409, 'absence_overlaps'],
      [409, 'absence_overlaps'],
    ]);
    // No chain: neither does the deputy go away, nor does the person deputise for a third.
    expect(codeOf(await ask(deputy, { deputyPersonId: other.account.personId, works: ['messages'] }))).toEqual([
      409,
      'absence_chain',
    ]);
    expect(codeOf(await ask(other, { deputyPersonId: approver.account.personId }))).toEqual([409, 'absence_chain']);
  });

  it('counts only once the deputy has accepted', async () => {
    expect(codeOf(await act(absenceId))).toEqual([403, 'acting_over']);
    expect((await answer(approver)).status).toBe(404);
    expect(codeOf(await answer(deputy, false))).toEqual([400, 'absence_reason_needed']);
    expect((await answer(deputy)).status).toBe(204);
    expect(codeOf(await answer(deputy))).toEqual([409, 'absence_answered']);
    expect(await mine(approver)).toMatchObject({
      works: ['approvals', 'messages'],
      away: [{ state: 'accepted', inForce: true, needsConfirmation: true }],
    });
  });

  it('gives no more than both may until a third person confirms it', async () => {
    const id = await submitted(requester);
    expect((await act(absenceId)).status).toBe(204);
    expect(await me()).toMatchObject({
      acting: { absenceId, over: false },
      permissions: expect.not.arrayContaining(['legal.decide']),
    });
    expect(codeOf(await approve(deputy, id))).toEqual([403, 'not_as_deputy']);
    await expect(insert(id, 'now()', absenceId)).rejects.toThrow('no third person has confirmed the deputy');
    expect(codeOf(await approver.send('POST', `/absences/${absenceId}/confirmation`))).toEqual([
      403,
      'second_person_needed',
    ]);
    const listed = (await admin.send<AbsenceList>('GET', '/absences')).body.items;
    expect(listed).toMatchObject([{ absenceId, mayConfirm: true, mayEnd: true }]);
    expect((await admin.send('POST', `/absences/${absenceId}/confirmation`)).status).toBe(204);
    expect((await me()).permissions).toContain('legal.decide');
    await expect(
      api.source.query(
        'update absence set confirmed_at = now(), confirmed_by_person_id = deputy_person_id where id = $1',
        [absenceId],
      ),
    ).rejects.toThrow('confirmed_by_a_third');
  });

  it('tells the deputy how much waits there, and no one else', async () => {
    expect((await act(null)).status).toBe(204);
    const there = async (who: SignedIn) => who.send<DeputyPendingCounts>('GET', `/home/waiting/${absenceId}`);
    const waits = (await there(deputy)).body;
    expect(waits).toEqual({
      ...{ requests: expect.any(Number), disputes: null, judge: null, promises: null },
      ...{ coaching: null, publications: null },
    });
    await submitted(requester);
    expect((await there(deputy)).body.requests).toBe((waits.requests ?? 0) + 1);
    expect([(await there(approver)).status, (await there(admin)).status]).toEqual([404, 404]);
    // To tell it is to act for no one.
    expect(await me()).toMatchObject({ acting: null });
    expect((await act(absenceId)).status).toBe(204);
  });

  it('decides in that place, and everywhere it says so', async () => {
    const id = await submitted(requester);
    const decided = await approve(deputy, id);
    expect(decided).toMatchObject({ status: 200, body: { state: 'approved' } });
    const [row] = await api.source.query(
      'select decided_by_person_id, for_person_id from legal_decision where request_id = $1',
      [id],
    );
    expect(row).toEqual({ decided_by_person_id: deputy.account.personId, for_person_id: approver.account.personId });
    const [entry] = await api.source.query(
      `select details->>'forPersonId' as for from journal_entry join journal_detail on entry_id = id where event = 'legal_request.approved' and details->>'requestId' = $1`,
      [id],
    );
    expect(entry).toEqual({ for: approver.account.personId });
    const { total, items } = (await approver.send<DoneFor>('GET', `/account/absences/${absenceId}/done`)).body;
    expect([total > 0, items.map(({ event }) => event)]).toEqual([
      true,
      expect.arrayContaining(['legal_request.approved']),
    ]);
    // By the number that people know it by.
    expect(items.find(({ event }) => event === 'legal_request.approved')?.ref).toBe(decided.body.code);
    expect((await deputy.send('GET', `/account/absences/${absenceId}/done`)).status).toBe(404);
    // The grant rests on the role of the person who is away.
    expect(decided.body.grant).toMatchObject({ state: 'active' });
  });

  it('is one voice with the person who is away', async () => {
    const id = await submitted(requester, 'evidence_export');
    expect((await approve(deputy, id)).body.state).toBe('submitted');
    // Neither the person nor the deputy gives the second vote.
    expect(codeOf(await approve(approver, id))).toEqual([403, 'deputy_for_both']);
    expect(codeOf(await approve(deputy, id))).toEqual([409, 'decided_already']);
    expect((await approve(other, id)).body.state).toBe('approved');
    const second = await submitted(requester, 'evidence_export');
    expect((await approve(approver, second)).status).toBe(200);
    // Neither is offered what would be refused.
    const offered = async (who: SignedIn, of: string) =>
      (await who.send<LegalRequestView>('GET', `/legal/requests/${of}`)).body;
    expect(await offered(deputy, second)).toMatchObject({ mayDecide: false, decideRefusal: 'deputy_for_both' });
    const third = await submitted(requester, 'evidence_export');
    expect((await approve(deputy, third)).status).toBe(200);
    expect(await offered(approver, third)).toMatchObject({ mayDecide: false, decideRefusal: 'deputy_for_both' });
    expect(codeOf(await approve(deputy, second))).toEqual([403, 'deputy_for_both']);
  });

  it('does nothing that no person does for another', async () => {
    for (const [method, path] of [
      ['GET', '/role-proposals'],
      ['GET', '/legal/standing-grants'],
      ['GET', '/legal/holds'],
      ['GET', '/suspensions'],
    ] as const)
      expect([path, ...codeOf(await deputy.send(method, path))]).toEqual([path, 403, 'not_as_deputy']);
    const review = await deputy.send<{ code: string }>('POST', `/legal/requests/${absenceId}/review`, {});
    expect(codeOf(review)).toEqual([403, 'not_as_deputy']);
    const token = { name: 'A', scopes: ['calls.read'], teamIds: null, addresses: null, days: 1 };
    expect(codeOf(await deputy.send<{ code: string }>('POST', '/account/tokens', token))).toEqual([
      403,
      'token_scope_not_held',
    ]);
    // Their own account is theirs, and no work of another.
    await deputy.send('PUT', '/auth/me/language', { language: 'en' });
    const done = await api.source.query(
      `select event from journal_entry join journal_detail on entry_id = id where details ? 'forPersonId' and event not like 'legal_request.%'`,
    );
    expect(done).toEqual([]);
  });

  it('has the second factor that the roles of the person who is away need', async () => {
    const rules = (since: string, days: number) =>
      asOwner(
        `update sign_in_policy set required_since = $1, policy = jsonb_set(policy, '{graceDays}', $2) where version = 0`,
        [since, String(days)],
      );
    expect((await act(null)).status).toBe(204);
    await rules('{"legal_approver":"2026-01-01T00:00:00Z"}', 0);
    const refused = await act(absenceId);
    await rules('{}', 7);
    expect(codeOf(refused)).toEqual([403, 'acting_needs_second_factor']);
    expect((await act(absenceId)).status).toBe(204);
  });

  it('is chosen among colleagues, whose names who has no work to hand over does not get', async () => {
    const names = (who: SignedIn) => who.send<{ items: object[] }>('GET', '/account/absences/deputies');
    expect((await names(approver)).body.items.length).toBeGreaterThan(0);
    expect((await names(await someone('agent'))).body.items).toEqual([]);
  });

  it('is refused by the database where the absence does not cover it', async () => {
    const id = await submitted(requester);
    await expect(insert(id, `now() + interval '5 days'`, absenceId)).rejects.toThrow('no deputy for this work now');
    await expect(insert(id, 'now()', '')).rejects.toThrow('only an approver decides');
    const proposed = inAbsence((tx) => tx.query('insert into role_proposal (id) values (gen_random_uuid())'));
    await expect(proposed).rejects.toThrow('no person does this for another');
  });

  it('ends by the clock, while the session goes on', async () => {
    const id = await submitted(requester);
    const owner = (text: string) => asOwner(text, [absenceId]);
    await owner(`update absence set ends_at = now() where id = $1`);
    expect(codeOf(await approve(deputy, id))).toEqual([403, 'acting_over']);
    expect(await me()).toMatchObject({ acting: { over: true }, permissions: [] });
    expect((await act(null)).status).toBe(204);
    expect(await me()).toMatchObject({ acting: null, permissions: expect.arrayContaining(['journal.read']) });
    expect(codeOf(await act(absenceId))).toEqual([403, 'acting_over']);
    await owner(`update absence set ends_at = now() + interval '1 day' where id = $1`);
    expect((await act(absenceId)).status).toBe(204);
    expect((await admin.send('POST', `/absences/${absenceId}/end`)).status).toBe(204);
    expect(codeOf(await approve(deputy, id))).toEqual([403, 'acting_over']);
    expect(codeOf(await approver.send('POST', `/account/absences/${absenceId}/end`))).toEqual([
      409,
      'absence_ended_already',
    ]);
  });

  it.each([
    ['the person leaves', 'person', 'leave'],
    ['the deputy leaves', 'deputy', 'leave'],
    ['the rights of the person begin to wait', 'person', 'suspend'],
  ] as const)('ends at once when %s', async (_, who, how) => {
    const [away, second] = [await someone('legal_approver'), await someone('legal_approver')];
    const asked = await ask(away, { deputyPersonId: second.account.personId });
    absenceId = asked.body.id;
    expect((await answer(second)).status).toBe(204);
    expect((await second.send('PUT', '/account/acting', { absenceId })).status).toBe(204);
    const goes = (who === 'person' ? away : second).account;
    if (how === 'leave') expect((await admin.send('POST', `/people/${goes.personId}/leave`)).status).toBe(204);
    else
      await api.source.transaction((tx) =>
        api.app
          .get(SuspensionService)
          .begin(tx, { id: goes.accountId, personId: goes.personId }, 'second_factor_removed', null),
      );
    const [row] = await api.source.query('select ended_at, ended_by_person_id from absence where id = $1', [absenceId]);
    expect(row).toEqual({
      ended_at: expect.any(Date),
      ended_by_person_id: how === 'leave' ? admin.account.personId : null,
    });
    expect(
      await api.source.query(
        `select 1 from journal_entry join journal_detail on entry_id = id where event = 'absence.ended' and details->>'absenceId' = $1`,
        [absenceId],
      ),
    ).toHaveLength(1);
    if (who === 'person')
      expect((await second.send<Me>('GET', '/auth/me')).body).toMatchObject({
        acting: { over: true },
        permissions: [],
      });
  });
});
