import { spawn, spawnSync } from 'node:child_process';
import { TOKEN_SCOPES, type CreatedToken, type Provisioning, type TokenScope } from '#contracts';
import {
  Account,
  Invitation,
  Person,
  ProvisionedPeople,
  RoleAssignment,
  RoleProposal,
  RoleProposalService,
  RoleSuspension,
} from '#people';
import { newId } from '#platform';
import { readFilter } from './filter.rules.js';
import { userResource } from './resources.rules.js';
import { buildAccount, buildProvedAddress, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

let api: TestApi;
let organisation: Organisation;
let owner: TestAccount;
let token: string;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  owner = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  token = await tokenOf(owner, ['people.provision']);
});
afterAll(() => api?.stop());

async function tokenOf({ username }: TestAccount, scopes: TokenScope[]): Promise<string> {
  const answer = await fetch(`${api.baseUrl}/api/v1/account/tokens`, {
    method: 'POST',
    headers: { cookie: await api.signInProved(username), 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'directory', scopes, days: 30 }),
  });
  return ((await answer.json()) as CreatedToken).token;
}

interface Answer {
  status: number;
  body: Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
  headers: Headers;
}
async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${api.baseUrl}/scim/v2${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/scim+json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === '' ? {} : (JSON.parse(text) as Answer['body']),
  };
}
const patch = (path: string, ...Operations: object[]) => ask('PATCH', path, { schemas: [PATCH], Operations });

let made = 0;
async function newUser(over: object = {}): Promise<Answer['body'] & { id: string }> {
  const userName = `Li.Na.${++made}@example.com`;
  const { status, body } = await ask('POST', '/Users', { schemas: [], userName, displayName: '李娜', ...over });
  expect([status, body['detail']]).toEqual([201, undefined]);
  return body as { id: string };
}
const newGroup = async (displayName: string, ...ids: string[]) => {
  const { status, body } = await ask('POST', '/Groups', { displayName, members: ids.map((value) => ({ value })) });
  expect([status, body['detail']]).toEqual([201, undefined]);
  return body as { id: string };
};

describe('who may ask', () => {
  it('is a token with this scope, and refusals are in the form of SCIM', async () => {
    const none = await ask('GET', '/Users', undefined, { authorization: '' });
    expect(none).toMatchObject({
      status: 401,
      body: { status: '401', schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] },
    });
    expect(none.headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
    expect(none.headers.get('www-authenticate')).toBe('Bearer');
    const cookie = await api.signIn(owner.username);
    expect((await ask('GET', '/Users', undefined, { authorization: '', cookie })).status).toBe(401);
    const others = TOKEN_SCOPES.filter((scope) => scope === 'calls.ingest');
    const other = await tokenOf(owner, others);
    expect((await ask('GET', '/Users', undefined, { authorization: `Bearer ${other}` })).status).toBe(403);
    // The token cannot do what else its owner may.
    const people = await fetch(`${api.baseUrl}/api/v1/people`, { headers: { authorization: `Bearer ${token}` } });
    expect(people.status).toBe(403);
  });

  it('cannot give the scope without holding it', async () => {
    const supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
    expect(await tokenOf(supervisor, ['people.provision'])).toBeUndefined();
  });
});

describe('people', () => {
  it('are made with an account that nothing opens, in a team that no supervisor sees, and are found by their name', async () => {
    const user = await newUser({
      externalId: 'ext-1',
      emails: [{ value: 'li@example.com', primary: true }],
      unknown: { a: 1 },
    });
    expect(user).toMatchObject({
      active: true,
      displayName: '李娜',
      externalId: 'ext-1',
      meta: { resourceType: 'User' },
    });
    expect(user['meta'].location).toBe(`${api.baseUrl}/scim/v2/Users/${user.id}`);
    const account = await api.source.manager.findOneByOrFail(Account, { personId: user.id });
    expect(account).toMatchObject({ passwordHash: null, disabledAt: null, username: user['userName'].toLowerCase() });
    const person = await api.source.manager.findOneByOrFail(Person, { id: user.id });
    expect([organisation.teamA, organisation.teamB]).not.toContain(person.teamId);
    const filter = encodeURIComponent(`userName eq "${user['userName'].toUpperCase()}"`);
    expect((await ask('GET', `/Users?filter=${filter}`)).body).toMatchObject({
      totalResults: 1,
      Resources: [{ id: user.id }],
    });
    const again = await ask('POST', '/Users', { userName: user['userName'] });
    expect(again).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
  });

  it('go to the team that their department names, and join a person whom a staff list knows', async () => {
    const { nameEn } = (
      await api.source.query('select name_en as "nameEn" from team where id = $1', [organisation.teamB])
    )[0];
    const user = await newUser({ [ENTERPRISE]: { employeeNumber: '70001', department: nameEn } });
    expect(await api.source.manager.findOneByOrFail(Person, { id: user.id })).toMatchObject({
      teamId: organisation.teamB,
      staffNumber: '70001',
    });
    const other = await newUser();
    const taken = await patch(`/Users/${other.id}`, {
      op: 'replace',
      path: `${ENTERPRISE}:employeeNumber`,
      value: '70001',
    });
    expect(taken).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const { staffNumber } = await api.source.manager.findOneByOrFail(Person, { id: personId });
    expect(await newUser({ [ENTERPRISE]: { employeeNumber: staffNumber } })).toMatchObject({ id: personId });
  });

  it('are patched as Entra and Okta do it, and not over a newer state', async () => {
    const user = await newUser();
    const first = await patch(
      `/Users/${user.id}`,
      { op: 'Replace', path: 'displayName', value: 'Li Na' },
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'na@example.com' },
    );
    expect(first.body).toMatchObject({ displayName: 'Li Na', emails: [{ value: 'na@example.com', type: 'work' }] });
    const old = { 'if-match': user['meta'].version };
    expect(
      (await ask('PATCH', `/Users/${user.id}`, { Operations: [{ op: 'replace', value: { active: false } }] }, old))
        .status,
    ).toBe(412);
    const etag = first.headers.get('etag') ?? '';
    expect((await ask('GET', `/Users/${user.id}`, undefined, { 'if-none-match': etag })).status).toBe(304);
    const bad = await patch(`/Users/${user.id}`, { op: 'replace', path: 'emails[', value: 1 });
    expect(bad).toMatchObject({ status: 400, body: { scimType: 'invalidPath' } });
    expect(await ask('GET', '/Users?filter=userName%20is%20%22a%22')).toMatchObject({
      status: 400,
      body: { scimType: 'invalidFilter' },
    });
    expect(await ask('POST', '/Users', '{')).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } });
    expect((await ask('GET', '/Users?count=1&startIndex=2')).body).toMatchObject({ itemsPerPage: 1, startIndex: 2 });
  });

  it('prove an address that the directory changes, as one that was changed by hand', async () => {
    const { id } = await newUser();
    await buildProvedAddress(api.source, id, 'proved@example.com');
    await patch(`/Users/${id}`, { op: 'Add', path: 'emails[type eq "work"].value', value: 'other@example.com' });
    expect(
      await api.source.query(
        'select email, email_before as before, email_proved_at as proved from person where id = $1',
        [id],
      ),
    ).toEqual([{ email: 'other@example.com', before: 'proved@example.com', proved: null }]);
    const told = await api.source.query(
      `select 1 from journal_entry join journal_detail on entry_id = id where event = 'person.email_changed' and details ->> 'personId' = $1`,
      [id],
    );
    expect(told).toHaveLength(1);
  });

  it('lose account, sessions and roles at once when they are no longer active, and their history stays', async () => {
    const account = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
    const cookie = await api.signIn(account.username);
    const me = () => fetch(`${api.baseUrl}/api/v1/auth/me`, { headers: { cookie } });
    expect((await me()).status).toBe(200);
    const off = await patch(`/Users/${account.personId}`, { op: 'Replace', path: 'active', value: 'False' });
    expect(off).toMatchObject({ status: 200, body: { active: false } });
    expect((await me()).status).toBe(401);
    expect(await api.source.manager.countBy(RoleAssignment, { personId: account.personId })).toBe(0);
    const events = await api.source.query(
      `select event from journal_entry join journal_detail on entry_id = id where actor_person_id = $1 and (details->>'personId' = $2 or details->>'accountId' = $3) order by id`,
      [owner.personId, account.personId, account.accountId],
    );
    expect(events.map(({ event }: { event: string }) => event)).toEqual(
      expect.arrayContaining(['account.closed', 'role.removed', 'person.left']),
    );
    // Back: to an account that nothing opens, and no role.
    const back = await patch(`/Users/${account.personId}`, { op: 'replace', value: { active: true } });
    expect(back.body['active']).toBe(true);
    expect(await api.source.manager.findOneByOrFail(Account, { id: account.accountId })).toMatchObject({
      passwordHash: null,
      disabledAt: null,
    });
    expect((await ask('DELETE', `/Users/${account.personId}`)).status).toBe(204);
    expect((await ask('GET', `/Users/${account.personId}`)).status).toBe(404);
    expect((await api.source.manager.findOneByOrFail(Person, { id: account.personId })).leftAt).not.toBeNull();
  });

  it('get another user name, and the journal says so', async () => {
    const user = await newUser();
    await patch(`/Users/${user.id}`, { op: 'replace', value: { userName: `new.${user['userName']}` } });
    const entries = await api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = 'person.changed' and details->>'personId' = $1`,
      [user.id],
    );
    expect(entries).toEqual([{ details: { personId: user.id, parts: ['username'] } }]);
  });

  it('come back with rights that wait, also where the account was opened without a password', async () => {
    const user = await newUser();
    const account = await api.source.manager.findOneByOrFail(Account, { personId: user.id });
    const code = { codeHash: '0'.repeat(64), createdByPersonId: owner.personId, wrongTries: 0, revokedAt: null };
    const times = { createdAt: new Date(), expiresAt: new Date(), usedAt: new Date() };
    await api.source.manager.insert(Invitation, { id: newId(), accountId: account.id, ...code, ...times });
    for (const active of [false, true]) await patch(`/Users/${user.id}`, { op: 'replace', value: { active } });
    expect(await api.source.manager.countBy(RoleSuspension, { personId: user.id })).toBe(1);
  });

  it('never take the last administrator along', async () => {
    const all = await api.source.manager.findBy(RoleAssignment, { role: 'administrator' });
    expect(all).toHaveLength(1);
    const off = await patch(`/Users/${owner.personId}`, { op: 'replace', value: { active: false } });
    expect(off).toMatchObject({ status: 409, body: { detail: expect.stringContaining('last_administrator') } });
    expect((await ask('GET', '/Users?count=0')).status).toBe(200);
  });
});

describe('a list of people', () => {
  it('answers in the database as it would from the whole of each person', async () => {
    const work = (value: string) => ({ emails: [{ value, type: 'work' }] });
    const [anna, ben] = [
      await newUser({ externalId: 'Filter-A', ...work('Anna@filter.example') }),
      await newUser({ externalId: 'filter-b', active: false, ...work('ben@filter.example') }),
    ];
    await newUser();
    const ids = async (filter: string) => {
      const { status, body } = await ask('POST', '/Users/.search', { filter });
      expect([status, body['detail']]).toEqual([200, undefined]);
      return body['Resources'].map(({ id }: { id: string }) => id) as string[];
    };
    const everyone = (await api.app.get(ProvisionedPeople).all()).map((person) => userResource(person, ''));
    for (const filter of [
      `userName eq "${anna['userName'].toUpperCase()}"`,
      'externalId eq "Filter-A"',
      'externalId sw "filter"',
      'externalId ew "-b" or externalId eq "Filter-A"',
      'externalId pr and active eq false',
      'externalId ne "filter-b"',
      'externalId ne null',
      'not (externalId pr)',
      'emails.value eq "Anna@filter.example"',
      'emails[value co "filter.example"]',
      'emails.value ne "ben@filter.example"',
      'emails pr and userName co "li.na"',
      `id eq "${ben.id}" and active ne true`,
    ]) {
      const fits = readFilter(filter);
      expect([filter, await ids(filter)]).toEqual([
        filter,
        everyone
          .filter(fits)
          .map(({ id }) => id)
          .slice(0, 200),
      ]);
    }
    expect(await ids('externalId eq "Filter-A"')).toEqual([anna.id]);
    expect(await ids(`userName eq "' or true --"`)).toEqual([]);
  });
});

describe('a name', () => {
  it('follows its parts where they alone are patched', async () => {
    const user = await newUser({ displayName: '王芳', name: { familyName: '王', givenName: '芳', formatted: '王芳' } });
    const married = await patch(`/Users/${user.id}`, { op: 'replace', path: 'name.familyName', value: '李' });
    expect(married.body).toMatchObject({ displayName: '李芳', name: { familyName: '李', givenName: '芳' } });
    expect((await api.source.manager.findOneByOrFail(Person, { id: user.id })).nameZh).toBe('李芳');
  });
});

describe('groups', () => {
  it('take away only what they gave: a role that people gave stays, and so does one that another group means too', async () => {
    const account = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
    const [{ nameZh, nameEn }] = await api.source.query(
      'select name_zh as "nameZh", name_en as "nameEn" from team where id = $1',
      [organisation.teamA],
    );
    const held = () => api.source.manager.countBy(RoleAssignment, { personId: account.personId });
    const group = await newGroup(`shouwen:role:supervisor:team:${nameZh}`, account.personId);
    expect((await ask('DELETE', `/Groups/${group.id}`)).status).toBe(204);
    expect(await held()).toBe(1);
    const user = await newUser();
    const waiting = () => api.source.manager.countBy(RoleProposal, { personId: user.id, state: 'waiting' });
    const groups = [
      await newGroup(`shouwen:role:supervisor:team:${nameZh}`, user.id),
      await newGroup(`shouwen:role:supervisor:team:${nameEn}`, user.id),
    ];
    await ask('DELETE', `/Groups/${groups[0]?.id}`);
    expect(await waiting()).toBe(1);
    await ask('DELETE', `/Groups/${groups[1]?.id}`);
    expect(await waiting()).toBe(0);
  });

  it('propose a role that a third person gives, and take it at once', async () => {
    const user = await newUser();
    const group = await newGroup('shouwen:role:quality_analyst', user.id);
    const proposals = () => api.source.manager.findBy(RoleProposal, { personId: user.id });
    expect(await proposals()).toMatchObject([
      { role: 'quality_analyst', state: 'waiting', proposedByPersonId: owner.personId },
    ]);
    expect(await api.source.manager.countBy(RoleAssignment, { personId: user.id })).toBe(0);
    const [{ id }] = (await proposals()) as [RoleProposal];
    const service = api.app.get(RoleProposalService);
    const reach = { within: null, clients: [] };
    // The owner of the token proposed it, and cannot agree.
    await expect(service.approve([id], { personId: owner.personId, ...reach })).rejects.toMatchObject({
      code: 'second_person_needed',
    });
    const approver = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    await service.approve([id], { personId: approver.personId, ...reach });
    expect(await api.source.manager.countBy(RoleAssignment, { personId: user.id })).toBe(1);
    expect((await ask('GET', `/Users/${user.id}`)).body['groups']).toMatchObject([{ value: group.id }]);

    const out = await patch(`/Groups/${group.id}`, { op: 'Remove', path: `members[value eq "${user.id}"]` });
    expect(out).toMatchObject({ status: 200, body: { members: [] } });
    expect(await api.source.manager.countBy(RoleAssignment, { personId: user.id })).toBe(0);
  });

  it('move people to a team, mean something else under another name, and nothing under any other', async () => {
    const user = await newUser();
    const { nameZh } = (
      await api.source.query('select name_zh as "nameZh" from team where id = $1', [organisation.teamA])
    )[0];
    const group = await newGroup(`shouwen:team:${nameZh}`, user.id);
    expect((await api.source.manager.findOneByOrFail(Person, { id: user.id })).teamId).toBe(organisation.teamA);
    await patch(`/Groups/${group.id}`, { op: 'replace', path: 'displayName', value: 'shouwen:role:auditor' });
    const waiting = { personId: user.id, state: 'waiting' as const };
    expect(await api.source.manager.findBy(RoleProposal, waiting)).toMatchObject([{ role: 'auditor' }]);
    await patch(`/Groups/${group.id}`, { op: 'replace', path: 'displayName', value: 'Everyone' });
    expect(await api.source.manager.countBy(RoleProposal, waiting)).toBe(0);
    expect(await ask('POST', '/Groups', { displayName: 'everyone' })).toMatchObject({
      status: 409,
      body: { scimType: 'uniqueness' },
    });
    const stranger = await ask('POST', '/Groups', { displayName: 'x', members: [{ value: organisation.teamA }] });
    expect(stranger).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } });
    expect((await ask('DELETE', `/Groups/${group.id}`)).status).toBe(204);
  });

  it('are shown to administrators with what they mean, what was held back and what was refused, without names', async () => {
    const group = await newGroup('shouwen:role:auditor', owner.personId);
    expect((await ask('POST', '/Users', { userName: owner.username })).status).toBe(409);
    const cookie = await api.signIn(owner.username);
    const answer = await fetch(`${api.baseUrl}/api/v1/company/provisioning`, { headers: { cookie } });
    const { tokens, people, groups, refusals } = (await answer.json()) as Provisioning;
    expect(tokens.find(({ name }) => name === 'directory')?.lastUsedAt).not.toBeNull();
    expect(people.active).toBeGreaterThan(0);
    expect(groups.find(({ groupId }) => groupId === group.id)).toMatchObject({
      members: 1,
      meaning: { is: 'role', role: 'auditor', reach: { team: null, client: null } },
      heldBack: [{ personId: owner.personId, code: 'second_person_needed' }],
    });
    expect(refusals[0]).toMatchObject({ method: 'POST', resource: 'user', status: 409, code: 'username_taken' });
    expect(JSON.stringify(refusals)).not.toContain(owner.username);
    await ask('DELETE', `/Groups/${group.id}`);
  });

  it('keep why a role was not proposed, and go on', async () => {
    const group = await newGroup('shouwen:role:supervisor', owner.personId);
    const [row] = await api.source.query('select held_back from scim_group_member where group_id = $1', [group.id]);
    expect(row.held_back).toBe('second_person_needed');
  });
});

it('satisfies scim2-tester, where it is installed', async () => {
  const python = process.env['SCIM2_TESTER_PYTHON'] ?? 'python3';
  if (spawnSync(python, ['-c', 'import scim2_tester, scim2_client']).status !== 0)
    return console.warn('scim2-tester is not installed (pip install scim2-tester): SCIM was proved by requests alone.');
  const programme = `
import sys
from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import check_server, Status
client = Client(base_url=sys.argv[1], headers={'Authorization': 'Bearer ' + sys.argv[2]}, timeout=60)
scim = SyncSCIMClient(client)
scim.discover()
results = check_server(scim)
bad = [r for r in results if r.status in (Status.ERROR, Status.CRITICAL)]
for r in bad: print(r.status.name, r.title, r.resource_type, r.reason)
print(len(results), 'checks,', len(bad), 'failed')
sys.exit(1 if bad else 0)`;
  const child = spawn(python, ['-c', programme, `${api.baseUrl}/scim/v2`, token]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise((done) => child.once('close', done));
  expect([code, said]).toEqual([0, expect.stringContaining(' 0 failed')]);
});

// After the tester, which looks for what it made on the first page of everything.
it('a list is read a page at a time among 5,000 people', async () => {
  await api.source.query(
    `with made as (insert into person (id, staff_number, name_zh, name_en, team_id)
       select gen_random_uuid(), 'many-' || n, '多', 'Many', $1 from generate_series(1, 5000) n returning id, staff_number)
     insert into account (id, person_id, username, language) select gen_random_uuid(), id, staff_number, 'en' from made`,
    [organisation.teamB],
  );
  const page = await ask('GET', '/Users?count=100&startIndex=4001');
  expect(page.body).toMatchObject({ itemsPerPage: 100, startIndex: 4001 });
  expect(page.body['totalResults']).toBeGreaterThan(5000);
  const one = await ask('GET', `/Users?filter=${encodeURIComponent('userName eq "many-4711"')}`);
  expect(one.body).toMatchObject({ totalResults: 1, Resources: [{ userName: 'many-4711' }] });
});
