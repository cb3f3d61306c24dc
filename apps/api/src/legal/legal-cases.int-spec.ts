import { type LegalCaseView, type Problem } from '#contracts';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

describe('legal cases', () => {
  let api: TestApi;
  let organisation: Organisation;
  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
  });
  afterAll(() => api.stop());

  const signedIn = async (role: 'legal_requester' | 'legal_approver' | 'auditor', teamId: string | null) =>
    api.signIn((await buildAccount(api.source, organisation, { role, teamId })).username);

  const send = async <T = LegalCaseView>(cookie: string, method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${api.baseUrl}/api/v1/legal/cases${path}`, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  };

  it('are opened, found, closed once, and kept apart where a role reaches one team only', async () => {
    const [requester, approver] = [
      await signedIn('legal_requester', organisation.teamA),
      await signedIn('legal_approver', null),
    ];
    const opened = await send(requester, 'POST', '', { reference: ' 2026-法-014 ', title: 'Refund of March' });
    expect(opened).toMatchObject({ status: 201, body: { reference: '2026-法-014', state: 'open', closedAt: null } });
    const { caseId } = opened.body;
    const again = await send<Problem>(approver, 'POST', '', { reference: '2026-法-014', title: 'Another' });
    expect([again.status, again.body.code]).toEqual([409, 'case_reference_taken']);
    const found = await send<{ items: LegalCaseView[] }>(approver, 'GET', '?search=refund');
    expect(found.body.items.map((one) => one.caseId)).toEqual([caseId]);

    const elsewhere = await signedIn('auditor', organisation.teamB);
    expect((await send<{ items: unknown[] }>(elsewhere, 'GET', '')).body.items).toEqual([]);
    expect((await send(elsewhere, 'GET', `/${caseId}`)).status).toBe(404);

    const closed = await Promise.all([0, 1].map(() => send(approver, 'POST', `/${caseId}/close`)));
    expect(closed.map(({ status }) => status).sort()).toEqual([200, 409]);
    const events = await api.source.query(
      `select event from journal_entry where event like 'legal_case.%' order by at, id`,
    );
    expect(events).toEqual([{ event: 'legal_case.opened' }, { event: 'legal_case.closed' }]);
  });
});
