import {
  ROUTES,
  type CallReport,
  type CreatedToken,
  type JournalPage,
  type NewServiceToken,
  type Problem,
  type ServiceTokenList,
} from '#contracts';
import { Person, ServiceToken, Team } from '#people';
import { newId } from '#platform';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let organisation: Organisation;
let ofA: BuiltCall;
let ofB: BuiltCall;
let admin: TestAccount;
let other: TestAccount;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { first, second, teamA, teamB } = organisation;
  ofA = await buildCall(api.source, { personId: first, teamId: teamA }, { stage: 'scored' });
  ofB = await buildCall(api.source, { personId: second, teamId: teamB }, { stage: 'scored' });
  await buildGrant(api.source, organisation, { role: 'quality_manager' });
  const account = () => buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  [admin, other] = [await account(), await account()];
});
afterAll(() => api.stop());

async function ask<T>(who: TestAccount, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: {
      cookie: await api.signInProved(who.username),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T & Problem };
}
const by = (token: string, path: string, init: RequestInit = {}) =>
  fetch(`${api.baseUrl}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${token}` } });
const wanted = (over: Partial<NewServiceToken> = {}): object => ({
  ...{ name: `nightly-${newId()}`, scopes: ['calls.read', 'reports.read', 'calls.export'], days: 30 },
  ...over,
});
async function asked(over: Partial<NewServiceToken> = {}) {
  const { status, body } = await ask<CreatedToken>(admin, 'POST', '/service-tokens', wanted(over));
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
}
const confirm = (id: string, who = other) => ask(who, 'POST', `/service-tokens/${id}/confirmation`);
async function given(over: Partial<NewServiceToken> = {}) {
  const made = await asked(over);
  expect((await confirm(made.tokenId)).status).toBe(204);
  return made;
}
const listed = async (answer: Response) =>
  ((await answer.json()) as { items: { callId: string }[] }).items.map(({ callId }) => callId).sort();

it('opens nothing until another person has confirmed it, which the database holds as well', async () => {
  const name = 'Nightly figures';
  const { token, tokenId } = await asked({ name });
  expect((await by(token, '/calls')).status).toBe(401);
  expect(await confirm(tokenId, admin)).toMatchObject({ status: 403, body: { code: 'service_needs_another' } });
  const itself = { confirmedByPersonId: admin.personId, confirmedAt: new Date() };
  await expect(api.source.manager.update(ServiceToken, tokenId, itself)).rejects.toMatchObject({
    constraint: 'service_token_needs_second_person',
  });
  await expect(api.source.manager.update(ServiceToken, tokenId, { scopes: ['calls.export'] })).rejects.toThrow(
    /permission denied/,
  );
  const { items } = (await ask<ServiceTokenList>(other, 'GET', '/service-tokens')).body;
  expect(items.find((one) => one.tokenId === tokenId)).toMatchObject({ name, state: 'waiting', mayConfirm: true });
  expect((await confirm(tokenId)).status).toBe(204);
  expect((await confirm(tokenId)).body.code).toBe('service_token_confirmed');
  expect(await listed(await by(token, '/calls'))).toEqual([ofA.callId, ofB.callId].sort());
  expect(JSON.stringify(await api.source.query('select * from service_token'))).not.toContain(token);
  expect((await ask(admin, 'POST', '/service-tokens', wanted({ name: 'NIGHTLY figures' }))).body.code).toBe(
    'service_name_taken',
  );
});

it('reads lists, reports and files, and the journal names the service', async () => {
  const { token, tokenId } = await given({ name: 'Data warehouse' });
  const day = '2026-01-01';
  const report = await by(token, `/reports/calls?by=team&from=${day}&to=2027-01-01`);
  expect([report.status, ((await report.json()) as CallReport).rows.length]).toEqual([200, expect.any(Number)]);
  const csv = await by(token, '/calls/export.csv?language=en');
  expect([csv.status, (await csv.text()).trim().split('\n').length]).toEqual([200, 3]);
  expect((await by(token, `/reports/report.csv?by=team&language=en&from=${day}&to=2027-01-01`)).status).toBe(200);
  const auditor = await buildAccount(api.source, organisation, { role: 'auditor', teamId: null });
  const { entries } = (await ask<JournalPage>(auditor, 'GET', '/journal?limit=50')).body;
  const done = entries
    .filter(({ actor }) => actor?.personId === tokenId)
    .map(({ event, actor }) => [event, actor?.name.en]);
  expect(done).toEqual(
    expect.arrayContaining([
      ['calls.export_started', 'Data warehouse'],
      ['report.exported', 'Data warehouse'],
    ]),
  );
});

it('has no words, no sound, and nothing that changes something, with any scope', async () => {
  const { token } = await given();
  for (const path of ['transcript', 'scorecards', 'journal', 'comments'])
    expect((await by(token, `/calls/${ofA.callId}/${path}`)).status).toBe(403);
  expect((await by(token, '/search/words?words=refund')).status).toBe(403);
  for (const path of ['account/tokens', 'auth/me', 'service-tokens'])
    expect((await by(token, `/${path}`)).status).toBe(403);
  expect((await by(token, `/calls/${ofA.callId}/plays`, { method: 'POST' })).status).toBe(403);
  // Every route without a parameter: refused, or answered; never a fault because it is no person.
  for (const { method, path } of ROUTES.filter((route) => !route.path.includes('{') && route.method === 'GET')) {
    const answer = await by(token, path.replace('/api/v1', ''));
    expect([method, path, answer.status >= 500]).toEqual([method, path, false]);
  }
});

it('reaches what it was given for: its teams, or those that a client has now', async () => {
  const { teamA, teamB } = organisation;
  const teams = await given({ teamIds: [teamB] });
  expect(await listed(await by(teams.token, '/calls'))).toEqual([ofB.callId]);
  expect((await by(teams.token, `/calls/${ofA.callId}`)).status).toBe(404);
  const { clientId } = await api.source.manager.findOneByOrFail(Team, { id: teamA });
  const ofClient = await given({ clientId });
  expect(await listed(await by(ofClient.token, '/calls'))).toContain(ofA.callId);
  const narrow = await given({ scopes: ['reports.read'] });
  expect((await by(narrow.token, '/calls')).status).toBe(403);
  expect((await ask(admin, 'POST', '/service-tokens', wanted({ teamIds: [newId()] }))).body.code).toBe(
    'service_reach_unknown',
  );
  const both = wanted({ teamIds: [teamA], clientId });
  expect((await ask(admin, 'POST', '/service-tokens', both)).status).toBe(400);
});

it('ends when it is revoked, when it is over, and when who asked for it leaves', async () => {
  const status = async ({ token }: CreatedToken) => (await by(token, '/calls')).status;
  const revoked = await given();
  expect(await status(revoked)).toBe(200);
  expect((await ask(other, 'DELETE', `/service-tokens/${revoked.tokenId}`)).status).toBe(204);
  expect(await status(revoked)).toBe(401);
  expect((await ask(other, 'DELETE', `/service-tokens/${revoked.tokenId}`)).status).toBe(404);
  const elsewhere = await given({ addresses: ['192.0.2.0/24'] });
  expect((await ((await by(elsewhere.token, '/calls')).json() as Promise<Problem>)).code).toBe('token_from_elsewhere');
  const owned = await given();
  await api.source.manager.update(Person, admin.personId, { leftAt: new Date() });
  expect(await status(owned)).toBe(401);
  const { items } = (await ask<ServiceTokenList>(other, 'GET', '/service-tokens')).body;
  expect(items.find(({ tokenId }) => tokenId === owned.tokenId)?.state).toBe('without_owner');
});
