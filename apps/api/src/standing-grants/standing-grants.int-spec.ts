import pg from 'pg';
import { type CallDetail, type Play as PlayView, type Problem, type StandingGrantList } from '#contracts';
import { GrantEndings } from '#legal';
import { RoleAssignment } from '#people';
import { VaultService } from '#recordings';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildLegalAccount, buildLegalTeam, buildSecondAccount, SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

describe('standing grants', () => {
  let api: TestApi;
  let organisation: Organisation;
  let requester: SignedIn;
  let approver: SignedIn;
  let supervisor: SignedIn;
  let call: BuiltCall & { recordingId: string };

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const teamId = await buildLegalTeam(api.source, organisation);
    const legal = async (role: 'legal_requester' | 'legal_approver', reach?: string) =>
      (
        await SignedIn.signIn(
          api,
          await buildLegalAccount(api.source, organisation, { role, teamId, ...(reach && { reach }) }),
        )
      ).stepUp();
    [requester, approver] = await Promise.all([legal('legal_requester'), legal('legal_approver')]);
    const of = { role: 'supervisor', teamId: organisation.teamA } as const;
    supervisor = await SignedIn.signIn(api, await buildAccount(api.source, organisation, of));
    const built = await buildCall(
      api.source,
      { personId: organisation.first, teamId: organisation.teamA },
      { stage: 'scored' },
    );
    const vault = api.app.get(VaultService);
    const { recordingId } = await buildRecording(api.source, vault, built);
    await buildTranscript(api.source, vault, recordingId, [{ speaker: 'agent', text: 'Good morning.' }]);
    call = { ...built, recordingId };
  });
  afterAll(() => api.stop());
  afterEach(async () => {
    await api.source.query(
      `update standing_grant set revoked_at = now(), revoked_reason = 'end of test' where revoked_at is null`,
    );
    await api.source.query(
      `update grant_proposal set state = 'withdrawn', decided_by_person_id = proposed_by_person_id, decided_at = now() where state = 'waiting'`,
    );
  });

  const terms = (over: Record<string, unknown> = {}) => ({
    ...{ role: 'supervisor', scope: 'company', purpose: 'quality', actions: ['listen', 'read'], rendition: 'masked' },
    ...{ expiresAt: inDays(90), reason: 'Spot checks by supervisors.' },
    ...over,
  });
  const propose = (who: SignedIn, over: Record<string, unknown> = {}) =>
    who.send<StandingGrantList & Problem>('POST', '/legal/standing-grants/proposals', terms(over));
  const decide = (who: SignedIn, proposalId: string, body: object = { decision: 'publish' }) =>
    who.send<StandingGrantList & Problem>('POST', `/legal/standing-grants/proposals/${proposalId}/decisions`, body);
  const revoke = (who: SignedIn, grantId: string) =>
    who.send<StandingGrantList & Problem>('POST', `/legal/standing-grants/${grantId}/revocation`, {
      reason: 'No longer needed.',
    });
  const list = async (who: SignedIn) => (await who.send<StandingGrantList>('GET', '/legal/standing-grants')).body;
  const proposed = async (over: Record<string, unknown> = {}) => {
    const { status, body } = await propose(requester, over);
    expect([status, body.code]).toEqual([200, undefined]);
    return body.waiting.at(-1)!.proposalId;
  };
  const published = async (over: Record<string, unknown> = {}) => {
    const { status, body } = await decide(approver, await proposed(over));
    expect([status, body.code]).toEqual([200, undefined]);
    return body.grants[0]!;
  };
  const play = () =>
    supervisor.send<PlayView & Problem>('POST', `/calls/${call.callId}/plays`, { recordingId: call.recordingId });
  const range = (url: string) =>
    fetch(`${api.baseUrl}${url}`, { headers: { cookie: supervisor.cookie, range: 'bytes=0-99' } });
  const events = async (event: string) =>
    (
      (await api.source.query(
        'select details from journal_entry join journal_detail on entry_id = id where event = $1 order by id',
        [event],
      )) as { details: Record<string, unknown> }[]
    ).map(({ details }) => details);

  it('let no one hear before two people have agreed, and tell legal who hears nothing and others whom to ask', async () => {
    expect((await list(approver)).without).toContain('supervisor');
    const { may } = (await supervisor.send<CallDetail>('GET', `/calls/${call.callId}`)).body;
    expect(may).toMatchObject({ listen: false, listenRefusal: 'no_grant', grantCode: null });
    const proposalId = await proposed();
    expect((await play()).body.code).toBe('no_grant');
    const waiting = (await list(approver)).waiting.find((one) => one.proposalId === proposalId);
    expect(waiting).toMatchObject({
      mine: false,
      mayPublish: true,
      reason: 'Spot checks by supervisors.',
      scope: 'company',
    });
    await decide(approver, proposalId);
    expect((await play()).status).toBe(201);
    expect((await list(approver)).without).not.toContain('supervisor');
  });

  it('are published by another person who proves who they are, also with a second account', async () => {
    const both = await buildLegalAccount(api.source, organisation, {
      role: 'legal_approver',
      teamId: organisation.teamB,
    });
    const first = await (await SignedIn.signIn(api, both)).stepUp();
    const id = (await propose(first)).body.waiting.at(-1)!.proposalId;
    expect((await decide(first, id)).body.code).toBe('four_eyes_needed');
    const second = await buildSecondAccount(api.source, organisation, both, 'legal_approver');
    expect((await decide(await (await SignedIn.signIn(api, second)).stepUp(), id)).body.code).toBe('four_eyes_needed');
    expect((await decide(requester, id)).body.code).toBe('forbidden');
    const fresh = await SignedIn.signIn(api, approver.account);
    expect((await decide(fresh, id)).body.code).toBe('step_up_by_password');
    expect((await propose(await SignedIn.signIn(api, requester.account))).body.code).toBe('step_up_by_password');
    const same = api.source.query(
      `update grant_proposal set state = 'published', decided_by_person_id = proposed_by_person_id, decided_at = now() where id = $1`,
      [id],
    );
    await expect(same).rejects.toThrow('grant_published_by_another');
    expect((await decide(approver, id)).status).toBe(200);
    expect((await decide(approver, id)).body.code).toBe('grant_decided');
  });

  it('are not published for who left the right to propose, and refused with a reason that is kept', async () => {
    const leaver = await buildLegalAccount(api.source, organisation, {
      role: 'legal_requester',
      teamId: organisation.teamB,
    });
    const signedIn = await (await SignedIn.signIn(api, leaver)).stepUp();
    const id = (await propose(signedIn)).body.waiting.at(-1)!.proposalId;
    await api.source.manager.delete(RoleAssignment, { accountId: leaver.accountId });
    expect((await decide(approver, id)).body.code).toBe('proposer_gone');
    expect((await decide(approver, id, { decision: 'refuse' })).status).toBe(400);
    expect((await decide(approver, id, { decision: 'refuse', reason: 'Proposed by a leaver.' })).status).toBe(200);
    expect(await events('grant.refused')).toContainEqual({ proposalId: id });
  });

  it('open no more than their scope, and are decided by no one who reaches less', async () => {
    await published({ scope: 'team', teamId: organisation.teamB });
    expect((await play()).body.code).toBe('no_grant');
    await published({ scope: 'team', teamId: organisation.teamA });
    expect((await play()).status).toBe(201);
    const narrow = await SignedIn.signIn(
      api,
      await buildLegalAccount(api.source, organisation, {
        role: 'legal_approver',
        teamId: organisation.teamB,
        reach: organisation.teamB,
      }),
    );
    await narrow.stepUp();
    expect((await propose(narrow)).body.code).toBe('grant_beyond_reach');
    const id = await proposed();
    expect((await decide(narrow, id)).body.code).toBe('grant_beyond_reach');
    const seen = await list(narrow);
    expect(seen.grants.filter(({ team }) => team !== null)).toHaveLength(1);
    expect(seen.choices).toMatchObject({ company: false, clients: [], teams: [{ teamId: organisation.teamB }] });
    const wide = (await list(approver)).grants.find(
      ({ team }) => team !== null && team.en !== seen.choices.teams[0]!.name.en,
    )!;
    expect(seen.grants.map(({ grantId }) => grantId)).not.toContain(wide.grantId);
    expect((await revoke(narrow, wide.grantId)).status).toBe(404);
  });

  it.each([
    ['an agent’s for more than own calls', { role: 'agent', scope: 'company' }, 400],
    ['a role that opens by requests', { role: 'legal_requester' }, 400],
    ['own calls for another purpose', { scope: 'own', purpose: 'quality' }, 400],
    ['a team without its name', { scope: 'team' }, 400],
    ['a team that is not there', { scope: 'team', teamId: '00000000-0000-4000-8000-000000000000' }, 404],
    ['an end in the past', { expiresAt: inDays(-1) }, 400],
    ['an end in two years', { expiresAt: inDays(730) }, 400],
    ['no reason', { reason: ' ' }, 400],
  ])('are not proposed: %s', async (_, over, status) => {
    expect((await propose(requester, over)).status).toBe(status);
  });

  it('are proposed once at a time, and withdrawn by their proposer alone', async () => {
    const id = await proposed();
    expect((await propose(requester)).body.code).toBe('grant_waits');
    const path = `/legal/standing-grants/proposals/${id}`;
    expect((await approver.send('DELETE', path)).status).toBe(404);
    expect((await requester.send('DELETE', path)).status).toBe(200);
    expect((await requester.send<Problem>('DELETE', path)).body.code).toBe('grant_decided');
  });

  it('show how often, by how many and when last they were used', async () => {
    const { grantId } = await published();
    const use = async () => (await list(approver)).grants.find((one) => one.grantId === grantId)!.use;
    expect(await use()).toEqual({ plays: 0, readings: 0, listenings: 0, people: 0, lastAt: null });
    await play();
    await play();
    await supervisor.send('GET', `/calls/${call.callId}/transcript`);
    expect(await use()).toEqual({ plays: 2, readings: 1, listenings: 0, people: 1, lastAt: expect.any(String) });
  });

  it('are taken back by one, at once: what plays ends, and nothing opens any more', async () => {
    const { grantId } = await published();
    const { audioUrl } = (await play()).body;
    expect((await range(audioUrl)).status).toBe(206);
    expect((await revoke(supervisor, grantId)).status).toBe(403);
    const { status, body } = await revoke(requester, grantId);
    expect(status).toBe(200);
    expect(body.grants.find((one) => one.grantId === grantId)).toMatchObject({
      state: 'revoked',
      revoked: { reason: 'No longer needed.', personId: requester.account.personId },
      mayRevoke: false,
    });
    expect(((await (await range(audioUrl)).json()) as Problem).code).toBe('play_ended');
    expect((await play()).body.code).toBe('no_grant');
    expect((await revoke(approver, grantId)).body.code).toBe('grant_over');
    const again = api.source.query('update standing_grant set revoked_at = null where id = $1', [grantId]);
    await expect(again).rejects.toThrow('standing_grant_stays_as_published');
    const longer = api.source.query(
      `update standing_grant set expires_at = expires_at + interval '1 year' where id = $1`,
      [grantId],
    );
    await expect(longer).rejects.toThrow('permission denied');
  });

  it('tell once that they end soon, and once that they ended, unless another goes on', async () => {
    const endings = api.app.get(GrantEndings);
    await endings.tell();
    const before = [(await events('grant.ending')).length, (await events('grant.ended')).length];
    const soon = await published({ expiresAt: inDays(10) });
    await Promise.all([endings.tell(), endings.tell()]);
    await endings.tell();
    const told = (await events('grant.ending')).slice(before[0]);
    expect(told).toEqual([{ grantId: soon.grantId }]);
    const renewed = await published({ role: 'quality_analyst', expiresAt: inDays(10) });
    await published({ role: 'quality_analyst', expiresAt: inDays(90) });
    await endings.tell();
    expect((await events('grant.ending')).map(({ grantId }) => grantId)).not.toContain(renewed.grantId);
    // The trigger forbids moving an end: the owner of the tables does it here, in place of the clock.
    const owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    await owner.query(
      `alter table standing_grant disable trigger standing_grant_stays_as_published;
       update standing_grant set valid_from = now() - interval '2 days', expires_at = now() - interval '1 day' where id = '${soon.grantId}';
       alter table standing_grant enable trigger standing_grant_stays_as_published`,
    );
    await owner.end();
    await endings.tell();
    await endings.tell();
    expect((await events('grant.ended')).slice(before[1])).toEqual([{ grantId: soon.grantId }]);
    expect((await play()).body.code).toBe('no_grant');
  });
});
