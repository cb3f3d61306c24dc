import { MOST_VIEWS, type SavedViewList } from '#contracts';
import { buildAccount, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../../test/factories/organisation.js';

describe('saved views', () => {
  let api: TestApi;
  let organisation: Organisation;
  let supervisor: TestAccount;
  let colleague: TestAccount;
  let agent: TestAccount;
  let stranger: TestAccount;

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB } = organisation;
    const of = (role: 'supervisor' | 'quality_analyst' | 'agent', teamId: string) =>
      buildAccount(api.source, organisation, { role, teamId });
    supervisor = await of('supervisor', teamA);
    colleague = await of('quality_analyst', teamA);
    agent = await of('agent', teamA);
    stranger = await of('supervisor', teamB);
  });
  afterAll(() => api.stop());

  const send = async (account: TestAccount, method: string, path: string, body?: unknown) => {
    const cookie = await api.signIn(account.username);
    const headers = { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const response = await fetch(`${api.baseUrl}/api/v1/views${path}`, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Record<string, unknown> };
  };
  const save = async (account: TestAccount, name: string, shareWithTeamId: string | null = null) =>
    (await send(account, 'POST', '', { name, filters: { stage: 'needs_attention' }, shareWithTeamId })).body[
      'viewId'
    ] as string;
  const seen = async (account: TestAccount) =>
    ((await send(account, 'GET', '')).body as unknown as SavedViewList).views;
  const names = async (account: TestAccount) => (await seen(account)).map(({ name }) => name);

  it('are one’s own until they are shared, then the team’s to open and not to change', async () => {
    const viewId = await save(supervisor, 'Waiting');
    expect(await names(colleague)).toEqual([]);
    expect((await send(supervisor, 'PATCH', `/${viewId}`, { shareWithTeamId: organisation.teamA })).status).toBe(204);
    for (const account of [colleague, agent]) {
      expect(await seen(account)).toMatchObject([{ viewId, mine: false, filters: { stage: 'needs_attention' } }]);
      expect((await send(account, 'PATCH', `/${viewId}`, { name: 'Mine' })).status).toBe(404);
      expect((await send(account, 'DELETE', `/${viewId}`)).status).toBe(404);
    }
    expect(await names(stranger)).toEqual([]);
    const [entry] = await api.source.query(
      `select event, details from journal_entry join journal_detail on entry_id = id where event = 'view.shared'`,
    );
    expect(entry.details).toEqual({ viewId, teamId: organisation.teamA });
  });

  it('are shared only with a team that one leads', async () => {
    const { teamA, teamB } = organisation;
    const share = (account: TestAccount, teamId: string) =>
      send(account, 'POST', '', { name: 'Shared', filters: { stage: 'scored' }, shareWithTeamId: teamId });
    expect((await share(supervisor, teamB)).body).toMatchObject({ status: 403, code: 'team_not_yours' });
    expect((await share(colleague, teamA)).body).toMatchObject({ status: 403, code: 'team_not_yours' });
  });

  it('come back as they were when their deletion is undone', async () => {
    const viewId = await save(supervisor, 'Gone', organisation.teamA);
    await send(supervisor, 'DELETE', `/${viewId}`);
    expect(await names(supervisor)).not.toContain('Gone');
    expect(await names(colleague)).not.toContain('Gone');
    expect((await send(supervisor, 'POST', `/${viewId}/restore`)).status).toBe(204);
    expect(await names(colleague)).toContain('Gone');
    expect((await send(supervisor, 'POST', `/${viewId}/restore`)).status).toBe(404);
  });

  it('have names of their own, and filters that the list can read', async () => {
    await save(agent, 'Mine');
    const again = await send(agent, 'POST', '', { name: ' mine ', filters: { stage: 'scored' } });
    expect(again.body).toMatchObject({ status: 409, code: 'view_name_taken' });
    expect((await send(agent, 'POST', '', { name: 'Odd', filters: { stage: 'nonsense' } })).status).toBe(400);
    expect((await send(agent, 'POST', '', { name: 'Odd', filters: { team_id: '1' } })).status).toBe(400);
  });

  it('open with the list for the person who chose one, and no longer once it is gone', async () => {
    const shared = (await seen(colleague))[0]?.viewId;
    expect((await send(colleague, 'PUT', '/default', { viewId: shared })).status).toBe(204);
    expect((await seen(colleague)).filter(({ isDefault }) => isDefault).map(({ viewId }) => viewId)).toEqual([shared]);
    expect((await seen(supervisor)).filter(({ isDefault }) => isDefault)).toEqual([]);
    expect((await send(stranger, 'PUT', '/default', { viewId: shared })).status).toBe(404);
    expect((await send(colleague, 'PUT', '/default', { viewId: null })).status).toBe(204);
    expect((await seen(colleague)).some(({ isDefault }) => isDefault)).toBe(false);
  });

  it('are bounded in number', async () => {
    for (let n = 0; n < MOST_VIEWS; n++) await save(stranger, `View ${n}`);
    const more = await send(stranger, 'POST', '', { name: 'One more', filters: { stage: 'scored' } });
    expect(more.body).toMatchObject({ status: 409, code: 'too_many_views' });
  });
});
