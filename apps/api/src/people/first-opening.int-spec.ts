import pg from 'pg';
import { type Me, type Problem, type Role, type SuspensionList } from '#contracts';
import { Account, InvitationService, RoleAssignment } from '#people';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, PASSWORD, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';
import { buildSmallHouse } from '../../../../test/factories/small-house.js';

let api: TestApi;
let organisation: Organisation;
let admin: TestAccount;
let cookie: string;
let approver: string;
let made = 0;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  admin = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  const legal = await buildAccount(api.source, organisation, { role: 'legal_approver', teamId: null });
  [cookie, approver] = [await api.signInProved(admin.username), await api.signInProved(legal.username)];
});
afterAll(() => api.stop());

async function send<T = object>(method: string, path: string, as: string, body?: unknown) {
  const response = await fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie: as, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T & Problem };
}

const events = (event: string): Promise<{ actor: string | null; details: Record<string, unknown> }[]> =>
  api.source.query(
    `select details, actor_person_id as actor from journal_entry join journal_detail on entry_id = id where event = $1 order by id`,
    [event],
  );

const invite = (personId: string, as = cookie, username?: string) =>
  send<{ code: string }>('POST', `/people/${personId}/invitation`, as, username ? { username } : {});
const confirm = (personId: string, as: string) => send('POST', `/people/${personId}/suspension/confirmation`, as);
const me = async (as: string) => (await send<Me>('GET', '/auth/me', as)).body;

/** A colleague whom the administrator adds and invites, and to whom a colleague gives the role before the account is opened. */
async function newcomer(role: Role): Promise<{ personId: string; username: string; code: string }> {
  const name = { zh: '新人', en: 'Newcomer' };
  const person = { staffNumber: `F${++made}`, name, teamId: organisation.teamA };
  const { id: personId } = (await send<{ id: string }>('POST', '/people', cookie, person)).body;
  const username = `newcomer.${made}`;
  const { code } = (await invite(personId, cookie, username)).body;
  await give(personId, role);
  return { personId, username, code };
}

async function give(personId: string, role: Role): Promise<void> {
  const wanted = { personId, role, teamId: role === 'agent' ? null : organisation.teamA, clientId: null };
  const { id } = (await send<{ id: string }>('POST', '/role-proposals', cookie, wanted)).body;
  const decided = { proposalIds: [id], decision: 'approve' };
  expect((await send('POST', '/role-proposals/decisions', approver, decided)).status).toBe(204);
}

/** What the product itself may not do. */
async function asOwner(sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await owner.query(sql);
  await owner.end();
}

async function open({ username, code }: { username: string; code: string }): Promise<string> {
  const notice = { version: 1, language: 'en' };
  expect((await send('POST', '/open-account', '', { username, code, password: PASSWORD, notice })).status).toBe(204);
  return api.signInProved(username);
}

describe('an account that is opened for the first time', () => {
  it('is confirmed in a small house by who made the invitation, a day later, and the journal says so', async () => {
    // Five people so far: the sixth, in the tests after this one, ends it.
    const someone = await newcomer('supervisor');
    const theirs = await open(someone);
    await buildSmallHouse(api.source, admin.personId, new Date(Date.now() - 1000));
    expect(await confirm(someone.personId, cookie)).toMatchObject({ status: 403, body: { code: 'needs_a_day' } });
    await asOwner(`alter table role_suspension disable trigger all;
      update role_suspension set caused_at = caused_at - interval '25 hours' where person_id = '${someone.personId}';
      alter table role_suspension enable trigger all`);
    expect((await confirm(someone.personId, theirs)).status).toBe(403);
    expect((await confirm(someone.personId, cookie)).status).toBe(204);
    expect((await events('rights.confirmed')).at(-1)?.details).toMatchObject({ byOnePerson: true });
  });

  it('hears nothing by the hand that made the invitation, though legal approved the role as ordinary onboarding', async () => {
    const call = await buildCall(api.source, { personId: organisation.first, teamId: organisation.teamA });
    const { recordingId } = await buildRecording(api.source, api.app.get(VaultService), call);
    const grant = await buildGrant(api.source, organisation, { role: 'supervisor' });
    const someone = await newcomer('supervisor');
    const taken = await open(someone);
    const play = () => send('POST', `/calls/${call.callId}/plays`, taken, { recordingId, grantId: grant.id });
    expect(await play()).toMatchObject({ status: 403, body: { code: 'rights_suspended' } });

    // The person's own code does not work; another invitation hides nothing.
    const again = (await invite(someone.personId)).body.code;
    const retaken = await open({ username: someone.username, code: again });
    expect(await me(retaken)).toMatchObject({ suspended: true, roles: [] });
    expect(await confirm(someone.personId, cookie)).toMatchObject({
      status: 403,
      body: { code: 'second_person_needed' },
    });
    // The one who invited last was not the first who did: neither may confirm.
    const other = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    const otherCookie = await api.signInProved(other.username);
    const third = (await invite(someone.personId, otherCookie)).body.code;
    await open({ username: someone.username, code: third });
    for (const as of [cookie, otherCookie])
      expect((await confirm(someone.personId, as)).body.code).toBe('second_person_needed');
    await expect(
      api.source.query(
        `update role_suspension set confirmed_at = now(), confirmed_by_person_id = $2, confirmed_by_account_id = $3
         where person_id = $1 and cause = 'opened_first'`,
        [someone.personId, other.personId, other.accountId],
      ),
    ).rejects.toThrow('who caused a suspension confirms none');
  });

  it('has its roles once another person has confirmed it, who is told, and not before it was opened', async () => {
    const someone = await newcomer('supervisor');
    expect(await confirm(someone.personId, approver)).toMatchObject({ body: { code: 'not_suspended' } });
    const theirs = await open(someone);
    const waiting = await me(theirs);
    expect(waiting.waiting?.roles).toEqual(['supervisor']);
    expect(waiting.waiting?.confirmers.length).toBeGreaterThan(0);
    const list = (await send<SuspensionList>('GET', '/suspensions', approver)).body.items;
    expect(list.find(({ person }) => person.personId === someone.personId)).toMatchObject({
      ...{ cause: 'opened_first', opened: true, mayConfirm: true },
    });
    expect((await events('rights.suspended')).at(-1)).toMatchObject({
      actor: null,
      details: { personId: someone.personId, cause: 'opened_first' },
    });
    expect((await confirm(someone.personId, approver)).status).toBe(204);
    expect(await me(theirs)).toMatchObject({ suspended: false, waiting: null, roles: ['supervisor'] });

    // Invited again, no one is confirmed in advance: the account is not open, and who will open it is not known.
    const { code } = (await invite(someone.personId)).body;
    expect(await confirm(someone.personId, approver)).toMatchObject({
      status: 409,
      body: { code: 'account_not_opened' },
    });
    const early = api.source.query(
      `update role_suspension set confirmed_at = now(), confirmed_by_account_id = a.id, confirmed_by_person_id = a.person_id
       from account a where a.username = $2 and role_suspension.person_id = $1 and confirmed_at is null`,
      [someone.personId, (await me(approver)).username],
    );
    await expect(early).rejects.toThrow('once it was opened');
    await open({ username: someone.username, code });
    expect((await confirm(someone.personId, approver)).status).toBe(204);
  });

  it('leaves an agent their own calls, and holds back what is given to them later', async () => {
    const someone = await newcomer('agent');
    const theirs = await open(someone);
    expect(await me(theirs)).toMatchObject({ suspended: false, waiting: null, roles: ['agent'] });
    const listed = async () =>
      (await send<SuspensionList>('GET', '/suspensions', approver)).body.items.map(({ person }) => person.personId);
    expect(await listed()).not.toContain(someone.personId);
    expect((await confirm(someone.personId, approver)).body.code).toBe('not_suspended');
    for (const role of ['supervisor', 'auditor'] as const) await give(someone.personId, role);
    expect(await me(theirs)).toMatchObject({
      suspended: true,
      roles: ['agent'],
      waiting: { roles: ['auditor', 'supervisor'] },
    });
    expect(await listed()).toContain(someone.personId);
    const told = (await events('rights.suspended')).filter(({ details }) => details['personId'] === someone.personId);
    expect(told).toHaveLength(1);
    expect((await confirm(someone.personId, approver)).status).toBe(204);
    expect((await me(theirs)).roles.toSorted()).toEqual(['agent', 'auditor', 'supervisor']);
  });

  it('of a first administrator, whom no one could confirm, holds at once, and the journal says so', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const first = { personId, accountId: newId(), username: 'set.up' };
    const account = { id: first.accountId, personId, username: first.username, language: 'en' as const };
    await api.source.manager.insert(Account, { ...account, passwordHash: null, disabledAt: null });
    await api.source.manager.insert(RoleAssignment, {
      ...{ id: newId(), accountId: first.accountId, personId, role: 'administrator', teamId: null, clientId: null },
      ...{ grantedByPersonId: null, approvedByPersonId: null, createdAt: new Date() },
    });
    expect(await invite(first.personId)).toMatchObject({ status: 409, body: { code: 'first_link_by_command' } });
    const given = await api.source.transaction((tx) => api.app.get(InvitationService).giveAtSetUp(tx, first.accountId));
    const theirs = await open(given);
    expect(await me(theirs)).toMatchObject({ suspended: false, roles: ['administrator'] });
    expect((await events('rights.held_at_once')).at(-1)?.details).toEqual({
      ...{ accountId: first.accountId, personId: first.personId, why: 'first_administrator' },
    });
  });

  it('is refused by the database where nothing waits for another person', async () => {
    const { personId } = await newcomer('supervisor');
    await expect(
      api.source.query(`update account set password_hash = 'chosen by another' where person_id = $1`, [personId]),
    ).rejects.toThrow('is confirmed by another');
    await expect(
      api.source.query(
        `insert into identity_link (id, account_id, issuer, subject, how, linked_at)
         select gen_random_uuid(), id, 'https://id.example', 'someone', 'invitation', now() from account where person_id = $1`,
        [personId],
      ),
    ).rejects.toThrow('is confirmed by another');
  });
});
