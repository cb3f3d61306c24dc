import { type LegalRequestView, type Play, type Problem } from '#contracts';
import { ExportSweep } from '#legal';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildLegalAccount, buildLegalTeam, SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';

const NARROWED = { decision: 'approve_listening', words: 'Nothing has to leave the house for this.' };

describe('a request to listen and to export', () => {
  let api: TestApi;
  let organisation: Organisation;
  let agent: string;
  let listened: { callId: string; recordingId: string };
  let [requester, approver, another]: SignedIn[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const teamId = await buildLegalTeam(api.source, organisation);
    agent = await buildPerson(api.source, { teamId: organisation.teamA });
    const call = await buildCall(api.source, { personId: agent, teamId: organisation.teamA }, { stage: 'sealed' });
    const vault = api.app.get(VaultService);
    listened = { callId: call.callId, ...(await buildRecording(api.source, vault, call, { durationMs: 1000 })) };
    const roles = ['legal_requester', 'legal_approver', 'legal_approver'] as const;
    [requester, approver, another] = await Promise.all(
      roles.map(async (role) => {
        const account = await buildLegalAccount(api.source, organisation, { role, teamId });
        return (await SignedIn.signIn(api, account)).stepUp();
      }),
    );
  });
  afterAll(() => api.stop());

  const submitted = async (over: Record<string, unknown> = {}) => {
    const { body } = await requester!.send('POST', '/legal/requests', {
      ...{ purpose: 'evidence', reason: 'The court orders both.', filters: { agent }, action: 'listen_and_export' },
      ...{ plays: 5, downloads: 2, expiresAt: new Date(Date.now() + 86_400_000).toISOString() },
      ...over,
    });
    const answer = await requester!.send('POST', `/legal/requests/${body.requestId}/submit`);
    expect(answer).toMatchObject({ status: 200, body: { state: 'submitted' } });
    return body.requestId;
  };
  const decide = (who: SignedIn | undefined, id: string, over: Record<string, unknown> = { decision: 'approve' }) =>
    who!.send<LegalRequestView & Problem>('POST', `/legal/requests/${id}/decisions`, { round: 1, ...over });
  const bothApproved = async () => {
    const id = await submitted();
    await decide(approver, id);
    return (await decide(another, id)).body;
  };
  const play = (grantId: string | undefined) => {
    const { callId, recordingId } = listened;
    return requester!.send<Play & Problem>('POST', `/calls/${callId}/plays`, { recordingId, grantId });
  };
  const seen = async (id: string) => (await requester!.send('GET', `/legal/requests/${id}`)).body;
  const packagesDue = async (): Promise<string[]> => {
    await api.app.get(ExportSweep).openDue();
    const rows: { id: string }[] = await api.source.query(
      `select subject_id as id from work where job = 'build-export'`,
    );
    return rows.map(({ id }) => id);
  };
  const approvedIn = async (id: string): Promise<Record<string, unknown>> => {
    const [row] = await api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = 'legal_request.approved' and details->>'requestId' = $1`,
      [id],
    );
    return row.details;
  };

  it('is one decision of two people, which gives a grant to listen and one to export, counted apart', async () => {
    const id = await submitted();
    const first = await decide(approver, id);
    expect(first.body).toMatchObject({
      ...{ state: 'submitted', approvals: { needed: 2, by: [{}] }, grant: null, exportGrant: null },
      ...{ playsAllowed: 5, downloadsAllowed: 2, decideRefusal: 'decided_already' },
    });
    const { body } = await decide(another, id);
    expect(body).toMatchObject({
      state: 'approved',
      grant: { state: 'active', playsAllowed: 5 },
      exportGrant: { state: 'active', playsAllowed: 2 },
    });
    const { grant, exportGrant } = body;
    expect(await approvedIn(id)).toMatchObject({
      ...{ grantId: grant?.grantId, exportGrantId: exportGrant?.grantId, action: 'listen_and_export' },
    });
    expect((await play(grant?.grantId)).status).toBe(201);
    expect((await play(exportGrant?.grantId)).body.code).toBe('no_such_grant');
    expect(await packagesDue()).toContain(id);
    expect(await seen(id)).toMatchObject({ grant: { playsUsed: 1 }, exportGrant: { playsUsed: 0 } });
  });

  it('is narrowed to listening by one approver, with the reason, and gives nothing to export', async () => {
    const id = await submitted();
    await decide(approver, id);
    const bare = await decide(another, id, { decision: 'approve_listening' });
    expect([bare.status, bare.body.code]).toEqual([400, 'bad_input']);
    const { body } = await decide(another, id, NARROWED);
    expect(body).toMatchObject({ state: 'approved', grant: { state: 'active' }, exportGrant: null });
    expect(body.events.at(-1)).toMatchObject({ action: 'approved_listening', words: NARROWED.words });
    expect(await approvedIn(id)).toMatchObject({ action: 'listen', listeningOnly: true });
    expect((await play(body.grant?.grantId)).status).toBe(201);
    expect(await packagesDue()).not.toContain(id);
    const plain = await submitted({ action: 'listen' });
    expect((await decide(approver, plain, NARROWED)).body.code).toBe('not_both_asked');
  });

  it('ends in both its uses with one revocation, and rests in both while an approver lost the role', async () => {
    const { requestId: id } = await bothApproved();
    const roleOf = `update role_assignment set role = $2 where account_id = $1`;
    await api.source.query(roleOf, [another!.account.accountId, 'auditor']);
    expect(await seen(id)).toMatchObject({ grant: { state: 'suspended' }, exportGrant: { state: 'suspended' } });
    await api.source.query(roleOf, [another!.account.accountId, 'legal_approver']);
    const { body } = await approver!.send('POST', `/legal/requests/${id}/revoke`, { words: 'No longer needed.' });
    expect(body).toMatchObject({ grant: { state: 'revoked' }, exportGrant: { state: 'revoked' }, mayRevoke: false });
    const again = await approver!.send<Problem>('POST', `/legal/requests/${id}/revoke`, { words: 'Once more.' });
    expect(again.body.code).toBe('request_grant_over');
  });

  it('is held to it by the database too, for every writer', async () => {
    const grant = (id: string, action: string, times: string) =>
      api.source.query(
        `insert into request_grant (id, code, request_id, person_id, action, rendition, plays_allowed, valid_from, expires_at)
         select $2::uuid, ($2::uuid)::text, id, requested_by_person_id, $3, rendition, ${times}, now(), expires_at from legal_request where id = $1`,
        [id, newId(), action],
      );
    const decision = (id: string, kind: string) =>
      api.source.query(`insert into legal_decision values ($1, $2, $3, 1, $4, $5, $6, now(), now())`, [
        ...[newId(), id, requester!.account.personId, kind, approver!.account.personId, approver!.account.accountId],
      ]);
    const plain = await submitted({ action: 'evidence_export' });
    await expect(decision(plain, 'approve_listening')).rejects.toThrow('only a request for both');
    const half = await submitted();
    await decision(half, 'approve');
    await expect(api.source.query(`update legal_request set state = 'approved' where id = $1`, [half])).rejects.toThrow(
      'needs its approvals',
    );
    const narrowed = await submitted();
    await decide(approver, narrowed, NARROWED);
    await expect(grant(narrowed, 'evidence_export', 'downloads_allowed')).rejects.toThrow('needs its approvals');
    const { requestId: whole } = await bothApproved();
    await expect(grant(whole, 'listen', 'plays_allowed')).rejects.toThrow('one_grant_for_a_use');
    await expect(grant(whole, 'transcript', 'plays_allowed')).rejects.toThrow('what was approved');
    await expect(
      api.source.query('update legal_request set downloads_allowed = 9 where id = $1', [whole]),
    ).rejects.toThrow('stays as it was submitted');
  });
});
