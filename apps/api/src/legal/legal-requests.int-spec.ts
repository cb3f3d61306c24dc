import {
  type LegalRequestList,
  type LegalRequestView,
  type Problem,
  type RequestedRecordingList,
  type RequestPreview,
} from '#contracts';
import { RequestSweep } from '#legal';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildLegalAccount, buildLegalTeam, buildSecondAccount, SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';

const ROUNDS = process.env['SHOUWEN_TEST_DEEP'] === '1' ? 1000 : 12;

describe('legal requests', () => {
  let api: TestApi;
  let organisation: Organisation;
  let legal: string;
  let agent: string;
  let requester: SignedIn;
  let approver: SignedIn;
  let another: SignedIn;

  const someone = async (role: 'legal_requester' | 'legal_approver', over: { teamId?: string; reach?: string } = {}) =>
    SignedIn.signIn(api, await buildLegalAccount(api.source, organisation, { role, teamId: legal, ...over }));
  const record = async (teamId = organisation.teamA) => {
    const call = await buildCall(api.source, { personId: agent, teamId }, { stage: 'sealed' });
    return buildRecording(api.source, api.app.get(VaultService), call, { durationMs: 1000 });
  };

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    legal = await buildLegalTeam(api.source, organisation);
    agent = await buildPerson(api.source, { teamId: organisation.teamA });
    await record();
    requester = await someone('legal_requester');
    [approver, another] = await Promise.all([someone('legal_approver'), someone('legal_approver')]);
    await Promise.all([approver.stepUp(), another.stepUp()]);
  });
  afterAll(() => api.stop());

  const input = (over: Record<string, unknown> = {}) => ({
    purpose: 'dispute',
    reason: 'A customer disputes the refund of March.',
    filters: { agent },
    action: 'listen',
    plays: 2,
    expiresAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
    ...over,
  });
  const draft = async (over: Record<string, unknown> = {}) =>
    (await requester.send('POST', '/legal/requests', input(over))).body.requestId;
  const submitted = async (over: Record<string, unknown> = {}) => {
    const id = await draft(over);
    const answer = await requester.send('POST', `/legal/requests/${id}/submit`);
    expect(answer).toMatchObject({ status: 200, body: { state: 'submitted' } });
    return id;
  };
  const decide = (who: SignedIn, id: string, over: Record<string, unknown> = {}) =>
    who.send<LegalRequestView & Problem>('POST', `/legal/requests/${id}/decisions`, {
      decision: 'approve',
      round: 1,
      ...over,
    });
  const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  it('goes from a draft over question and answer to a grant; its list is what the filter found when it was submitted', async () => {
    const { body: preview } = await requester.send<RequestPreview>('POST', '/legal/requests/preview', {
      filters: { agent },
    });
    expect(preview).toMatchObject({
      recordings: 1,
      calls: 1,
      tooMany: false,
      items: [{ agent: { personId: agent }, customer: '138****2046', matter: null }],
    });
    const id = await draft();
    expect((await approver.send('GET', `/legal/requests/${id}`)).status).toBe(404);
    const changed = await requester.send('PUT', `/legal/requests/${id}`, input({ plays: 3 }));
    expect(changed.body).toMatchObject({ state: 'draft', playsAllowed: 3, recordings: 0 });
    await requester.send('POST', `/legal/requests/${id}/submit`);
    await record();
    const list = await approver.send<RequestedRecordingList>('GET', `/legal/requests/${id}/recordings`);
    expect(list.body.items).toEqual(preview.items);
    const { body: queue } = await approver.send<LegalRequestList>('GET', '/legal/requests?view=to_decide');
    expect(queue.items).toMatchObject([
      { requestId: id, recordings: 1, mayDecide: true, approvals: { needed: 1, by: [] } },
    ]);

    expect((await decide(approver, id, { decision: 'ask_back', words: 'Which customer?' })).body.state).toBe(
      'asked_back',
    );
    expect(codeOf(await decide(another, id))).toEqual([409, 'request_not_there']);
    const answered = await requester.send('POST', `/legal/requests/${id}/answer`, { words: 'The one of case 14.' });
    expect(answered.body).toMatchObject({ state: 'answered', round: 2 });
    expect(codeOf(await decide(another, id))).toEqual([409, 'request_changed']);
    const approved = await decide(another, id, { round: 2 });
    expect(approved.body).toMatchObject({
      state: 'approved',
      mayRevoke: true,
      grant: { state: 'active', playsUsed: 0, playsAllowed: 3 },
    });
    expect(approved.body.events.map(({ action, words }) => [action, words])).toEqual([
      ['submitted', null],
      ['asked_back', 'Which customer?'],
      ['answered', 'The one of case 14.'],
      ['approved', null],
    ]);
    const events: { event: string }[] = await api.source.query(
      `select event from journal_entry join journal_detail on entry_id = id where details->>'requestId' = $1 order by at, id`,
      [id],
    );
    expect(events.map(({ event }) => event)).toEqual(
      ['submitted', 'asked_back', 'answered', 'approved'].map((name) => `legal_request.${name}`),
    );

    expect(
      (await another.send('POST', `/legal/requests/${id}/revoke`, { words: 'No longer needed.' })).body.grant?.state,
    ).toBe('revoked');
    expect(codeOf(await another.send<Problem>('POST', `/legal/requests/${id}/revoke`, { words: 'Again.' }))).toEqual([
      409,
      'request_grant_over',
    ]);
  });

  it('is found by part of its number, as it is written, within what one may see', async () => {
    const id = await submitted();
    const { code } = (await requester.send<LegalRequestView>('GET', `/legal/requests/${id}`)).body;
    const found = async (who: SignedIn, search: string) =>
      (
        await who.send<LegalRequestList>('GET', `/legal/requests?search=${encodeURIComponent(search)}&limit=1`)
      ).body.items.map(({ requestId }) => requestId);
    expect(await found(requester, code.toLowerCase().slice(3))).toEqual([id]);
    expect(await found(approver, code)).toEqual([id]);
    expect(await found(requester, '%')).toEqual([]);
    const { code: ofDraft } = (await requester.send<LegalRequestView>('GET', `/legal/requests/${await draft()}`)).body;
    expect(await found(requester, ofDraft)).toHaveLength(1);
    expect(await found(approver, ofDraft)).toEqual([]);
  });

  it('takes two different people for an export, and shows what lacks', async () => {
    const id = await submitted({ action: 'evidence_export' });
    expect((await decide(approver, id)).body).toMatchObject({
      state: 'submitted',
      grant: null,
      mayDecide: false,
      decideRefusal: 'decided_already',
    });
    expect(codeOf(await decide(approver, id))).toEqual([409, 'decided_already']);
    const [one, two] = await Promise.all([decide(another, id), decide(another, id)]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const grants = await api.source.query('select action, person_id from request_grant where request_id = $1', [id]);
    expect(grants).toEqual([{ action: 'evidence_export', person_id: requester.account.personId }]);
  });

  it('is decided by no one who asked, was recorded, is of the team, sees too little, or does not prove who they are', async () => {
    const id = await submitted();
    const own = await SignedIn.signIn(
      api,
      await buildSecondAccount(api.source, organisation, requester.account, 'legal_approver'),
    );
    expect(codeOf(await decide(own, id))).toEqual([403, 'step_up_by_password']);
    await own.stepUp();
    expect(codeOf(await decide(own, id))).toEqual([403, 'own_request']);
    expect((await own.send('GET', `/legal/requests/${id}`)).body.decideRefusal).toBe('own_request');
    const colleague = await (await someone('legal_approver', { teamId: organisation.teamA })).stepUp();
    expect(codeOf(await decide(colleague, id))).toEqual([403, 'own_team']);
    // Moving to another team afterwards changes nothing about what they were then.
    await api.source.query('update person set team_id = $2 where id = $1', [colleague.account.personId, legal]);
    expect(codeOf(await decide(colleague, id))).toEqual([403, 'own_team']);
    expect((await colleague.send('GET', `/legal/requests/${id}`)).body.decideRefusal).toBe('own_team');
    const elsewhere = await (await someone('legal_approver', { reach: organisation.teamB })).stepUp();
    expect(codeOf(await decide(elsewhere, id))).toEqual([404, 'no_such_request']);
    expect(codeOf(await decide(requester, id))).toEqual([403, 'forbidden']);
    expect((await (await someone('legal_requester')).send('GET', `/legal/requests/${id}`)).status).toBe(404);
    expect((await decide(approver, id, { decision: 'reject' })).status).toBe(400);
    expect((await decide(approver, id, { decision: 'reject', words: 'No basis given.' })).body.state).toBe('rejected');
  });

  it('refuses a scope without recordings, an expiry that is past, a closed case, and a second submission', async () => {
    const empty = await draft({ filters: { agent: newId() } });
    expect(codeOf(await requester.send<Problem>('POST', `/legal/requests/${empty}/submit`))).toEqual([
      400,
      'scope_empty',
    ]);
    const past = { expiresAt: new Date(Date.now() - 1000).toISOString() };
    expect(codeOf(await requester.send<Problem>('POST', '/legal/requests', input(past)))).toEqual([400, 'bad_expiry']);
    const { body } = await requester.send<{ caseId: string }>('POST', '/legal/cases', {
      reference: 'C-1',
      title: 'One',
    });
    const filed = await draft({ caseId: body.caseId });
    await approver.send('POST', `/legal/cases/${body.caseId}/close`);
    expect(codeOf(await requester.send<Problem>('POST', `/legal/requests/${filed}/submit`))).toEqual([
      409,
      'case_closed',
    ]);
    const id = await submitted();
    expect(codeOf(await requester.send<Problem>('POST', `/legal/requests/${id}/submit`))).toEqual([
      409,
      'request_not_there',
    ]);
    expect((await requester.send('POST', `/legal/requests/${id}/withdraw`)).body.state).toBe('withdrawn');
    expect(codeOf(await decide(approver, id))).toEqual([409, 'request_not_there']);
  });

  it('ends by the database’s clock when it is not decided in time', async () => {
    const [late, early] = [await submitted(), await submitted()];
    await api.source.query(`update legal_request set decide_by = now() where id = $1`, [late]);
    const sweep = api.app.get(RequestSweep);
    const ended = await Promise.all([sweep.expire(), sweep.expire()]);
    expect(ended.sort()).toEqual([0, 1]);
    expect((await requester.send('GET', `/legal/requests/${late}`)).body.state).toBe('expired');
    expect((await requester.send('GET', `/legal/requests/${early}`)).body.state).toBe('submitted');
  });

  it('is held to four eyes by the database too, for every writer', async () => {
    const id = await submitted();
    await record();
    const own = await buildSecondAccount(api.source, organisation, requester.account, 'legal_approver');
    const { personId: me } = own;
    const insert = (by: string, account: string, asked = me) =>
      api.source.query(
        `insert into legal_decision (id, request_id, requested_by_person_id, round, decision, decided_by_person_id, decided_by_account_id, proved_at, decided_at)
         values ($1, $2, $3, 1, 'approve', $4, $5, now(), now())`,
        [newId(), id, asked, by, account],
      );
    await expect(insert(me, own.accountId)).rejects.toThrow('decision_needs_another_person');
    // As if another person had asked, or another person had decided with this account.
    await expect(insert(me, own.accountId, approver.account.personId)).rejects.toThrow('request_and_its_requester');
    await expect(insert(approver.account.personId, own.accountId)).rejects.toThrow('account_and_its_person');
    const colleague = await buildLegalAccount(api.source, organisation, {
      role: 'legal_approver',
      teamId: organisation.teamA,
    });
    await expect(insert(colleague.personId, colleague.accountId)).rejects.toThrow('of a recorded team');
    await api.source.query('update person set team_id = $2 where id = $1', [colleague.personId, legal]);
    await expect(insert(colleague.personId, colleague.accountId)).rejects.toThrow('of a recorded team then');
    const auditor = await buildLegalAccount(api.source, organisation, { role: 'auditor', teamId: legal });
    await expect(insert(auditor.personId, auditor.accountId)).rejects.toThrow('only an approver decides');
    await expect(api.source.query(`update legal_request set state = 'approved' where id = $1`, [id])).rejects.toThrow(
      'needs its approvals',
    );
    await expect(
      api.source.query(`update legal_request set requested_by_person_id = $2 where id = $1`, [
        id,
        approver.account.personId,
      ]),
    ).rejects.toThrow('stays as it was submitted');
    await expect(grantOf(id)).rejects.toThrow('a grant needs its approvals');
    await expect(
      api.source.query(
        `insert into legal_request_recording select $1, recording.id, leg_id, call_id from recording
         where id not in (select recording_id from legal_request_recording where request_id = $1)`,
        [id],
      ),
    ).rejects.toThrow('frozen');
  });

  const grantOf = (id: string) =>
    api.source.query(
      `insert into request_grant (id, code, request_id, person_id, action, rendition, plays_allowed, valid_from, expires_at)
       select $2::uuid, ($2::uuid)::text, id, requested_by_person_id, action, rendition, plays_allowed, now(), expires_at from legal_request where id = $1`,
      [id, newId()],
    );

  it(`gives nothing to ${ROUNDS} raced self-approvals, through second accounts, a token and the database`, async () => {
    const accounts = await Promise.all(
      [0, 1].map(() => buildSecondAccount(api.source, organisation, requester.account, 'legal_approver')),
    );
    const own = await Promise.all(accounts.map(async (one) => (await SignedIn.signIn(api, one)).stepUp()));
    const [first] = own as [SignedIn, ...SignedIn[]];
    const made = await first.send<{ token: string }>('POST', '/account/tokens', {
      name: 't',
      scopes: ['calls.read'],
      days: 1,
    });
    const bearer = `Bearer ${made.body.token}`;
    const byToken = (id: string) =>
      fetch(`${api.baseUrl}/api/v1/legal/requests/${id}/decisions`, {
        method: 'POST',
        headers: { authorization: bearer, 'content-type': 'application/json' },
        body: JSON.stringify({ decision: 'approve', round: 1 }),
      });
    const given: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const id = await submitted();
      const tries = await Promise.allSettled([
        ...own.flatMap((one) => [decide(one, id), decide(one, id)]),
        byToken(id),
        grantOf(id),
        api.source.query(`update legal_request set state = 'approved' where id = $1`, [id]),
      ]);
      given.push(
        ...tries.flatMap((one) =>
          one.status === 'fulfilled' && 'status' in (one.value as object)
            ? [(one.value as { status: number }).status]
            : [],
        ),
      );
    }
    expect(new Set(given)).toEqual(new Set([403]));
    expect(given).toHaveLength(ROUNDS * 5);
    const [{ decisions, grants }] = await api.source.query(
      `select (select count(*)::int from legal_decision where decided_by_person_id = $1) as decisions,
         (select count(*)::int from request_grant join legal_request on legal_request.id = request_id where legal_request.state = 'submitted') as grants`,
      [requester.account.personId],
    );
    expect([decisions, grants]).toEqual([0, 0]);
  });
});
