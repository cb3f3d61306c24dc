import { type CalendarPreview, type ExtensionPreview, type Problem, type Role, type StaffPreview } from '#contracts';
import { Client, NoticeAcknowledgement, OpenAccountService, Person, RoleAssignment, Team } from '#people';
import { newId } from '#platform';
import {
  buildAccount,
  buildAccountOf,
  buildProvedAddress,
  PASSWORD,
  type TestAccount,
} from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, PROFILE, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let organisation: Organisation;
let admin: TestAccount;
let cookie: string;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  admin = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  cookie = await api.signInProved(admin.username);
});
afterAll(() => api.stop());

type Answer<T> = { status: number; body: T & Problem };

async function send<T = object>(method: string, path: string, body?: unknown, as = cookie): Promise<Answer<T>> {
  const response = await fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie: as, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json');
  return { status: response.status, body: (json && text ? JSON.parse(text) : { text }) as T & Problem };
}

async function sendFile<T>(path: string, file: string | Uint8Array, as = cookie): Promise<Answer<T>> {
  const form = new FormData();
  form.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'file.csv');
  const response = await fetch(`${api.baseUrl}/api/v1${path}`, { method: 'POST', body: form, headers: { cookie: as } });
  return { status: response.status, body: (await response.json()) as T & Problem };
}

const events = async (event: string): Promise<Record<string, unknown>[]> =>
  (
    await api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = $1 order by id`,
      [event],
    )
  ).map(({ details }: { details: Record<string, unknown> }) => details);

describe('the company profile', () => {
  const change = (version: number, over: object) =>
    send<{ version: number }>('PUT', '/company/profile', { version, profile: { ...PROFILE, ...over } });

  it('changes in versions, says which parts, and tells the second of two who change it at once', async () => {
    const ringCadence = { onSeconds: 2, offSeconds: 4 };
    const both = await Promise.all([change(1, { ringCadence }), change(1, { timeZone: 'America/New_York' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'profile_changed' });
    expect((await change(2, { ringCadence, timeZone: 'Europe/London' })).body.version).toBe(3);
    const told = await events('company.profile_changed');
    expect(told.map(({ version }) => version)).toEqual([2, 3]);
    const kept = await api.source.query('select version, sha256 from company_profile_version order by version');
    expect(kept).toEqual(told.map(({ version, sha256 }) => ({ version, sha256 })));
    await expect(api.source.query('delete from company_profile_version')).rejects.toThrow(/permission denied/);
    expect((await change(3, {})).status).toBe(200);
  });

  it('is refused in words, with the place, when a part makes no sense', async () => {
    const answer = await change(4, {
      names: { zh: [], en: [] },
      timeZone: 'UTC+8',
      quietHours: [{ region: 'CN', timeZone: 'Asia/Shanghai', from: '21:00', to: '21:00' }],
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'profile_refused']);
    expect(answer.body.fields?.map(({ path }) => path)).toEqual(['names', 'timeZone', 'quietHours.0']);
    expect(answer.body.detail.zh).toContain('免打扰');
  });

  it('says which facts tell who calls, and how many are needed: no more than are chosen', async () => {
    const identity = { facts: ['birth', 'secret'], enough: 2 };
    const { version } = (await send<{ version: number }>('GET', '/company/profile')).body;
    const refused = await change(version, { identity: { ...identity, enough: 3 } });
    expect([refused.status, refused.body.code, refused.body.fields?.[0]?.path]).toEqual([
      400,
      'profile_refused',
      'identity',
    ]);
    expect((await change(version, { identity: { ...identity, facts: [] } })).status).toBe(400);
    expect((await change(version, { identity })).status).toBe(200);
    expect((await events('company.profile_changed')).at(-1)).toMatchObject({ parts: ['identity'] });
    const kept = await send<{ profile: { identity: unknown } }>('GET', '/company/profile');
    expect(kept.body.profile.identity).toEqual(identity);
  });
});

describe('the calendar', () => {
  const csv = '日期,类型,名称\n2026-10-01,休,国庆节\n2026-10-10,班,国庆节调休\n';
  const importing = (file: string | Uint8Array, query = '') =>
    sendFile<CalendarPreview>(`/company/calendar/import${query}`, file);

  it('shows what a file changes, applies exactly that, and only once what was previewed is still so', async () => {
    const { body: preview } = await importing(csv);
    expect(preview).toMatchObject({ period: { from: '2026-01-01', to: '2026-12-31' }, unchanged: 0, removed: [] });
    expect(preview.added.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2026-10-01 holiday',
      '2026-10-10 working_day',
    ]);
    expect((await importing(csv, `?plan=${preview.plan}`)).status).toBe(200);
    expect((await importing(csv, `?plan=${preview.plan}`)).body).toMatchObject({
      status: 409,
      code: 'changed_since_preview',
    });
    const ics =
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261001\r\nDTEND;VALUE=DATE:20261003\r\nSUMMARY:国庆节\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const second = (await importing(ics)).body;
    expect([second.added, second.removed, second.unchanged]).toMatchObject([
      [{ day: '2026-10-02' }],
      [{ day: '2026-10-10' }],
      1,
    ]);
    expect(await events('calendar.imported')).toMatchObject([{ added: 2, removed: 0 }]);
  });

  it('reads what Chinese programs write, and says what is wrong line by line', async () => {
    // “日期,类型,名称” and a holiday in GB18030.
    const gb = Buffer.from('c8d5c6da2cc0e0d0cd2cc3fbb3c60a323032362d30352d30312cd0dd2cc0cdb6afbdda0a', 'hex');
    const { body } = await importing(gb);
    expect([body.encoding, body.added[0]]).toMatchObject(['gb18030', { day: '2026-05-01', name: '劳动节' }]);
    const wrong = (await importing('day,kind,name\n2026-02-30,holiday,x\n2026-05-01,maybe,y\n2026-05-02,holiday,z\n'))
      .body;
    expect([wrong.plan, wrong.problems.map(({ line }) => line)]).toEqual([null, [2, 3]]);
    expect((await importing(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).body).toMatchObject({
      status: 400,
      code: 'file_not_text',
    });
    expect((await importing(new Uint8Array(5 * 1024 ** 2))).status).toBe(413);
    expect((await importing('BEGIN:VCALENDAR\nBEGIN:VEVENT')).body.code).toBe('not_a_calendar');
  });
});

describe('staff', () => {
  const HEAD = 'staff_number,name_zh,name_en,team,username,language,roles,email\n';
  const importing = (rows: string, plan?: string | null, as = cookie) =>
    sendFile<StaffPreview>(`/staff/import${plan ? `?plan=${plan}` : ''}`, HEAD + rows, as);

  it('are imported as a whole or not at all, with roles as proposals, and exported as the same file', async () => {
    const rows =
      '7001,张伟,Wei Zhang,一组,wei.zhang,zh,supervisor,wei@company.test\n7002,"=SUM(1)",O’Neil,Team B,,,,\n';
    const wrong = (
      await importing(
        `${rows}7001,重复,Twice,一组,,,,\n7003,王,Wang,三组,,,king,\n7004,王,Wang,一组,,,,a@b.test;c@d.test\n`,
      )
    ).body;
    expect([wrong.plan, wrong.problems.map(({ line }) => line)]).toEqual([null, [4, 5, 6]]);
    expect((await importing(`${rows}7003,王,Wang,三组,,,,\n`, 'f'.repeat(64))).body.code).toBe('import_has_problems');
    expect(await api.source.manager.existsBy(Person, { staffNumber: '7001' })).toBe(false);

    const preview = (await importing(rows)).body;
    expect(preview.counts).toEqual({ new: 2, changed: 0, unchanged: 0, error: 0, accounts: 1, proposals: 1 });
    expect((await importing(rows, preview.plan)).status).toBe(200);
    expect((await importing(rows)).body.counts).toMatchObject({ new: 0, unchanged: 2, proposals: 0 });
    const { body } = await send<{ text: string }>('GET', '/staff/export');
    expect(body.text).toContain(`"7002","'=SUM(1)","O’Neil","Northwind/Team B","","","",""\r\n`);
    expect(body.text).toContain(',"wei@company.test"\r\n');
    expect(body.text).not.toContain('supervisor');
    const round = (await sendFile<StaffPreview>('/staff/import', body.text)).body;
    expect([round.problems, round.counts]).toMatchObject([[], { new: 0, changed: 0, error: 0 }]);
  });

  it('prove an address that a file changes, which no one imports without a proof of identity', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const { staffNumber } = await api.source.manager.findOneByOrFail(Person, { id: personId });
    await buildProvedAddress(api.source, personId, 'proved@company.test');
    const row = `${staffNumber},甲,A,Team A,,,,other@company.test\n`;
    expect(await importing(row, null, await api.signIn(admin.username))).toMatchObject({ status: 403 });
    const { plan } = (await importing(row)).body;
    expect((await importing(row, plan)).status).toBe(200);
    expect(
      await api.source.query(
        'select email, email_before as before, email_proved_at as proved from person where id = $1',
        [personId],
      ),
    ).toEqual([{ email: 'other@company.test', before: 'proved@company.test', proved: null }]);
    expect((await events('person.email_changed')).filter((one) => one['personId'] === personId)).toHaveLength(1);
  });

  it('who leave are signed out at once, and come back to nothing', async () => {
    const one = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
    const theirs = await api.signIn(one.username);
    expect((await send('POST', `/people/${one.personId}/leave`)).status).toBe(204);
    expect((await send('GET', '/auth/me', undefined, theirs)).status).toBe(401);
    expect(await api.source.manager.countBy(RoleAssignment, { personId: one.personId })).toBe(0);
    await send('POST', `/people/${one.personId}/return`);
    await expect(api.signIn(one.username)).rejects.toThrow(/401/);
  });

  it('keeps the last administrator of the whole company', async () => {
    expect((await send('POST', `/people/${admin.personId}/leave`)).body.code).toBe('last_administrator');
  });
});

describe('a role', () => {
  it('takes a second person, who is neither the proposer nor who gets it; two hundred tries at once change nothing', async () => {
    const approver = await buildAccount(api.source, organisation, { role: 'legal_approver', teamId: null });
    const other = await buildAccount(api.source, organisation, { role: 'auditor', teamId: null });
    const theirs = await api.signInProved(approver.username);
    const propose = (personId: string, role = 'quality_manager') =>
      send<{ id: string }>('POST', '/role-proposals', { personId, role, teamId: null, clientId: null });
    const decide = (id: string, as: string, decision = 'approve', reason?: string) =>
      send('POST', '/role-proposals/decisions', { proposalIds: [id], decision, ...(reason && { reason }) }, as);

    expect((await propose(admin.personId)).body.code).toBe('second_person_needed');
    const { id } = (await propose(other.personId)).body;
    const raced = await Promise.all(Array.from({ length: 200 }, () => decide(id, cookie)));
    expect(new Set(raced.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['403 second_person_needed']),
    );
    const { id: own } = (await propose(approver.personId)).body;
    expect((await decide(own, theirs)).body.code).toBe('second_person_needed');
    expect((await decide(own, theirs, 'refuse')).body.code).toBe('reason_needed');

    const twice = await Promise.all([decide(id, theirs), decide(id, theirs)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([204, 409]);
    const [given] = await api.source.manager.findBy(RoleAssignment, {
      personId: other.personId,
      role: 'quality_manager',
    });
    expect(given).toMatchObject({ grantedByPersonId: admin.personId, approvedByPersonId: approver.personId });
    const forged = api.source.query(
      `update role_proposal set state = 'approved', decided_by_person_id = proposed_by_person_id, decided_at = now() where id = $1`,
      [own],
    );
    await expect(forged).rejects.toThrow(/proposal_needs_second_person/);
  });
});

describe('a role that one may give', () => {
  /** A colleague whose role is for the client of team A, or for the whole company. */
  const colleague = async (role: Role, clientId: string | null) => {
    const account = await buildAccount(api.source, organisation, { role, teamId: null, clientId });
    return { ...account, cookie: await api.signInProved(account.username) };
  };
  const clientOfA = async () => (await api.source.manager.findOneByOrFail(Team, { id: organisation.teamA })).clientId;
  const propose = (over: object, as?: string) => send<{ id: string }>('POST', '/role-proposals', over, as);
  const decide = (id: string, as: string) =>
    send('POST', '/role-proposals/decisions', { proposalIds: [id], decision: 'approve' }, as);
  const beyond = { status: 403, body: { code: 'role_beyond_reach' } };

  it('reaches no further than one’s own: proposed, imported, agreed to and taken away', async () => {
    const clientId = await clientOfA();
    const [of, whole] = [await colleague('administrator', clientId), await colleague('administrator', null)];
    const { personId } = await buildAccount(api.source, organisation, { role: 'auditor', teamId: organisation.teamA });
    const wanted = { personId, role: 'quality_manager', teamId: null, clientId: null };
    expect(await propose(wanted, of.cookie)).toMatchObject(beyond);
    const inReach = await propose({ ...wanted, clientId }, of.cookie);
    expect(inReach.status).toBe(201);

    const staffNumber = (await api.source.manager.findOneByOrFail(Person, { id: personId })).staffNumber;
    const row = (roles: string) => `staff_number,name_zh,name_en,team,roles\n${staffNumber},甲,A,Team A,${roles}\n`;
    const imported = (roles: string) => sendFile<StaffPreview>('/staff/import', row(roles), of.cookie);
    expect((await imported('legal_approver@all')).body.problems[0]?.words.en).toContain('reaches further than yours');
    expect((await imported('法务审批人@全部委托方')).body.problems[0]?.words.zh).toContain('超出您自己的范围');
    for (const place of ['client', '委托方'])
      expect((await imported(`legal_approver@${place}`)).body.problems).toEqual([]);

    const far = (await propose(wanted, whole.cookie)).body.id;
    expect(await decide(far, of.cookie)).toMatchObject(beyond);
    expect((await decide(inReach.body.id, whole.cookie)).status).toBe(204);

    const [held] = await api.source.manager.findBy(RoleAssignment, { personId: whole.personId });
    expect(await send('DELETE', `/people/${whole.personId}/roles/${held!.id}`, undefined, of.cookie)).toMatchObject(
      beyond,
    );
    for (const [method, path] of [
      ['POST', 'invitation'],
      ['POST', 'leave'],
    ])
      expect(await send(method!, `/people/${whole.personId}/${path}`, {}, of.cookie)).toMatchObject(beyond);
  });

  it('is not agreed to once its proposer reaches less, or has left', async () => {
    const clientId = await clientOfA();
    const [first, second] = [await colleague('administrator', null), await colleague('administrator', null)];
    const { personId } = await buildAccount(api.source, organisation, { role: 'auditor', teamId: null });
    const wanted = { personId, role: 'legal_requester', teamId: null, clientId: null };
    const narrowed = (await propose(wanted, first.cookie)).body.id;
    const left = (await propose({ ...wanted, role: 'supervisor' }, second.cookie)).body.id;
    await api.source.manager.update(RoleAssignment, { accountId: first.accountId }, { clientId });
    await send('POST', `/people/${second.personId}/leave`);
    for (const id of [narrowed, left])
      expect(await decide(id, cookie)).toMatchObject({ status: 409, body: { code: 'proposer_gone' } });
  });
});

describe('rights of who was invited again', () => {
  const proved = async (role: Role) => {
    const account = await buildAccount(api.source, organisation, { role, teamId: null });
    return { ...account, cookie: await api.signInProved(account.username) };
  };
  const confirm = (personId: string, as: string) =>
    send('POST', `/people/${personId}/suspension/confirmation`, undefined, as);
  const invite = (personId: string, as = cookie) =>
    send<{ code: string }>('POST', `/people/${personId}/invitation`, {}, as);
  const opened = async (username: string, code: string) => {
    const notice = { version: 1, language: 'en' };
    const answer = await send('POST', '/open-account', { username, code, password: PASSWORD, notice });
    expect(answer.status).toBe(204);
    return api.signInProved(username);
  };

  it('wait until a second person has confirmed them: one administrator alone reaches nothing', async () => {
    const requester = await buildAccount(api.source, organisation, { role: 'legal_requester', teamId: null });
    const { code } = (await invite(requester.personId)).body;
    const taken = await opened(requester.username, code);
    expect(await send('GET', '/legal/requests', undefined, taken)).toMatchObject({
      status: 403,
      body: { code: 'rights_suspended' },
    });
    expect((await send<{ suspended: boolean }>('GET', '/auth/me', undefined, taken)).body.suspended).toBe(true);

    const second = { status: 403, body: { code: 'second_person_needed' } };
    expect(await confirm(requester.personId, cookie)).toMatchObject(second);
    // The same person, through another account of theirs.
    const sameAgain = await buildAccountOf(api.source, organisation, {
      personId: admin.personId,
      role: 'administrator',
    });
    expect(await confirm(requester.personId, await api.signInProved(sameAgain.username))).toMatchObject(second);
    const forged = api.source.query(
      `update role_suspension set confirmed_at = now(), confirmed_by_person_id = $2, confirmed_by_account_id = $3 where person_id = $1`,
      [requester.personId, admin.personId, sameAgain.accountId],
    );
    await expect(forged).rejects.toThrow(/confirmation_needs_another_person|confirms none/);
    await expect(
      api.source.query('delete from role_suspension where person_id = $1', [requester.personId]),
    ).rejects.toThrow('permission denied');

    const colleague = await proved('legal_approver');
    expect((await confirm(requester.personId, colleague.cookie)).status).toBe(204);
    expect((await send('GET', '/legal/requests', undefined, taken)).status).toBe(200);
    expect(await confirm(requester.personId, colleague.cookie)).toMatchObject({ body: { code: 'not_suspended' } });
    expect((await events('rights.suspended')).at(-1)).toMatchObject({
      cause: 'invited_again',
      personId: requester.personId,
    });
    expect((await events('rights.confirmed')).at(-1)).toMatchObject({ personId: requester.personId });
  });

  it('wait even for an approver’s confirmation: an approver whose account was taken over confirms no one, and agrees to nothing', async () => {
    const approver = await buildAccount(api.source, organisation, { role: 'legal_approver', teamId: null });
    const taken = await opened(approver.username, (await invite(approver.personId)).body.code);
    const { personId } = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: null });
    await invite(personId);
    expect(await confirm(personId, taken)).toMatchObject({ status: 403, body: { code: 'rights_suspended' } });
    await expect(
      api.source.query(
        `update role_suspension set confirmed_at = now(), confirmed_by_person_id = $2, confirmed_by_account_id = $3 where person_id = $1`,
        [personId, approver.personId, approver.accountId],
      ),
    ).rejects.toThrow('only who approves roles confirms');
  });

  it('are not suspended by a first invitation, and in the database by everything that empties a password', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const waits = () => api.source.query('select 1 from role_suspension where person_id = $1', [personId]);
    const first = await send<{ code: string; username: string }>('POST', `/people/${personId}/invitation`, {
      username: 'first.time',
    });
    await invite(personId);
    expect([first.status, await waits()]).toEqual([201, []]);
    await expect(
      api.source.query('update account set password_hash = null where id = $1', [admin.accountId]),
    ).rejects.toThrow('has their rights suspended');
  });

  it('takes a fresh proof to invite, to confirm and to agree to roles', async () => {
    const stale = await api.signIn(admin.username);
    const { personId } = await proved('supervisor');
    for (const answer of [
      await invite(personId, stale),
      await confirm(personId, stale),
      await send('POST', '/role-proposals/decisions', { proposalIds: [personId], decision: 'approve' }, stale),
      await send('POST', '/company/redaction/decisions', { version: 1, decision: 'agreed' }, stale),
    ])
      expect(answer).toMatchObject({ status: 403, body: { code: 'step_up_by_password' } });
  });
});

describe('clients', () => {
  it('are kept apart: calls, staff, teams and roles of one are not there for a person of another', async () => {
    const [clientB, teamOfB] = [newId(), newId()];
    await api.source.manager.insert(Client, { id: clientB, nameZh: '南风', nameEn: 'Southwind' });
    await api.source.manager.insert(Team, { id: teamOfB, clientId: clientB, nameZh: '南风组', nameEn: 'South team' });
    const stranger = await buildPerson(api.source, { teamId: teamOfB });
    const { clientId: clientA } = await api.source.manager.findOneByOrFail(Team, { id: organisation.teamA });
    const { callId: theirs } = await buildCall(api.source, { personId: stranger, teamId: teamOfB });
    const { callId: ours } = await buildCall(api.source, { personId: organisation.first, teamId: organisation.teamA });
    const ofClient = async (role: 'supervisor' | 'administrator') => {
      const account = await buildAccount(api.source, organisation, { role, teamId: organisation.teamA });
      await api.source.manager.update(
        RoleAssignment,
        { accountId: account.accountId },
        { teamId: null, clientId: clientA },
      );
      return { ...account, cookie: await api.signInProved(account.username) };
    };
    const supervisor = await ofClient('supervisor');
    expect((await send('GET', `/calls/${ours}`, undefined, supervisor.cookie)).status).toBe(200);
    expect((await send('GET', `/calls/${theirs}`, undefined, supervisor.cookie)).status).toBe(404);
    const list = await send<{ items: { callId: string }[] }>('GET', '/calls', undefined, supervisor.cookie);
    expect(list.body.items.map(({ callId }) => callId)).toEqual([ours]);

    const manager = await ofClient('administrator');
    expect((await send('GET', `/people/${stranger}`, undefined, manager.cookie)).status).toBe(404);
    expect((await send('POST', `/people/${stranger}/leave`, undefined, manager.cookie)).status).toBe(404);
    const people = await send<{ items: unknown[] }>('GET', `/people?teamId=${teamOfB}`, undefined, manager.cookie);
    expect(people.body.items).toEqual([]);
    const clients = await send('GET', '/company/clients', undefined, manager.cookie);
    expect(JSON.stringify(clients.body)).not.toContain('Southwind');
    expect((await send('POST', '/company/clients', { name: { zh: '东', en: 'East' } }, manager.cookie)).body.code).toBe(
      'whole_company_needed',
    );

    const across = { personId: supervisor.personId, role: 'supervisor', teamId: teamOfB, clientId: null };
    expect((await send('POST', '/role-proposals', across)).body.code).toBe('role_spans_clients');
    expect((await send('POST', '/role-proposals', { ...across, teamId: null })).status).toBe(201);
    const move = { name: { zh: '一组', en: 'Team A' }, clientId: clientB };
    expect((await send('PUT', `/company/teams/${organisation.teamA}`, move)).body.code).toBe('team_not_movable');
    expect((await send('POST', `/company/teams/${teamOfB}/close`)).body.code).toBe('team_in_use');
    expect((await send('POST', `/company/clients/${clientB}/close`)).body.code).toBe('client_in_use');
  });
});

describe('extensions', () => {
  const importing = (rows: string, plan?: string | null) =>
    sendFile<ExtensionPreview>(`/extensions/import${plan ? `?plan=${plan}` : ''}`, `分机,工号,开始,结束\n${rows}`);
  const at = async (moment: string) => {
    const query = new URLSearchParams({ extension: '8021', at: moment });
    const { body } = await send<{ items: { person: { staffNumber: string } }[] }>(
      'GET',
      `/extensions?${query.toString()}`,
    );
    return body.items.map(({ person }) => person.staffNumber);
  };

  it('say who was there at a moment, and give one to two people never', async () => {
    const [one, two] = await api.source.manager.find(Person, {
      order: { staffNumber: 'ASC' },
      take: 2,
      where: { teamId: organisation.teamA },
    });
    if (!one || !two) throw new Error('the organisation has two people');
    const rows = `8021,${one.staffNumber},2026-03-01 09:00,\n8021,${two.staffNumber},2026-03-12 14:02,\n`;
    const overlap = (
      await importing(
        `8021,${one.staffNumber},2026-03-01 09:00,2026-03-13\n8021,${two.staffNumber},2026-03-12 14:02,\n8022,absent,2026-03-01 09:00,\n`,
      )
    ).body;
    expect([overlap.plan, overlap.problems.map(({ line }) => line)]).toEqual([null, [3, 4]]);
    const first = (await importing(`8021,${one.staffNumber},2026-03-01 09:00,\n`)).body;
    await importing(`8021,${one.staffNumber},2026-03-01 09:00,\n`, first.plan);
    const both = (await importing(rows.split('\n').slice(1).join('\n'))).body;
    expect([both.addedCount, both.endedCount]).toEqual([1, 1]);
    await importing(rows.split('\n').slice(1).join('\n'), both.plan);
    expect(await at('2026-03-12T14:01:59+08:00')).toEqual([one.staffNumber]);
    expect(await at('2026-03-12T14:02:00+08:00')).toEqual([two.staffNumber]);
    const forged = api.source.query(
      `insert into extension_assignment (id, extension, person_id, starts_at) values ($1, '8021', $2, '2026-03-05')`,
      [newId(), two.id],
    );
    await expect(forged).rejects.toThrow(/extension_held_once/);
    const raced = await Promise.all(
      [one, two].map(({ staffNumber }) =>
        send('POST', '/extensions', { extension: '9000', staffNumber, from: '2026-03-12T14:00:00Z', to: null }),
      ),
    );
    expect(raced.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('an account', () => {
  const invite = (personId: string, username?: string) =>
    send<{ code: string; username: string }>('POST', `/people/${personId}/invitation`, username ? { username } : {});
  const open = (username: string, code: string, password = PASSWORD, version = 1) =>
    send('POST', '/open-account', { username, code, password, notice: { version, language: 'zh' } }, '');

  it('opens with a code that works once, after its person has read that calls are recorded', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const { code } = (await invite(personId, 'new.colleague')).body;
    expect((await open('new.colleague', code, 'password1234')).body.code).toBe('password_refused');
    expect((await open('new.colleague', code, PASSWORD, 7)).body.code).toBe('notice_changed');
    await expect(api.signIn('new.colleague')).rejects.toThrow(/401/);
    expect(
      (await send('POST', '/open-account/check', { username: 'new.colleague', code: code.toLowerCase() }, '')).status,
    ).toBe(200);
    const raced = await Promise.all([open('new.colleague', code), open('new.colleague', code)]);
    expect(raced.map(({ status }) => status).sort()).toEqual([204, 403]);
    expect(await api.source.manager.findOneByOrFail(NoticeAcknowledgement, { personId })).toMatchObject({
      noticeVersion: 1,
      language: 'zh',
    });
    const session = await api.signIn('new.colleague');
    const again = (await invite(personId)).body;
    expect((await send('GET', '/auth/me', undefined, session)).status).toBe(401);
    await expect(api.signIn('new.colleague')).rejects.toThrow(/401/);
    await send('DELETE', `/people/${personId}/invitation`);
    expect((await open('new.colleague', again.code)).body.code).toBe('invitation_not_valid');
  });

  it('is not guessed, and a name that is not there answers the same: wrong codes slow down', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    await invite(personId, 'guessed');
    const tries = async (username: string) =>
      (await Promise.all(Array.from({ length: 6 }, () => open(username, '0000-0000-0000-0000')))).map(
        ({ body }) => body.code,
      );
    const [guessed, unknown] = [await tries('guessed'), await tries('unknown.person')];
    expect(guessed.sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'invitation_not_valid'),
      ...Array.from({ length: 2 }, () => 'tries_delayed'),
    ]);
    expect(unknown.sort()).toEqual(guessed);
  });

  it('is opened by its person though strangers tried many codes, which is journalled apart once', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const { code } = (await invite(personId, 'pursued')).body;
    const openings = api.app.get(OpenAccountService);
    for (let place = 1; place <= 14; place += 1)
      await expect(
        openings.check({ username: 'pursued', code: '0000-0000-0000-0000', address: `192.0.2.${place}` }),
      ).rejects.toMatchObject({ code: 'invitation_not_valid' });
    expect((await events('account.invitation_guessed')).filter((told) => told['personId'] === personId)).toHaveLength(
      1,
    );
    expect((await openings.check({ username: 'pursued', code, address: '198.51.100.7' })).username).toBe('pursued');
    expect(
      await api.source.query(
        `select revoked_at from invitation join account on account.id = account_id where username = 'pursued'`,
      ),
    ).toEqual([{ revoked_at: null }]);
  });

  it('owes the notice again as soon as a new version is published', async () => {
    const words = {
      zh: '公司对公务电话录音，请先阅读本告知的全部内容后再继续使用。',
      en: 'The company records business calls; read all of this.',
    };
    const agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: null });
    const theirs = await api.signIn(agent.username);
    expect((await send('GET', '/calls', undefined, theirs)).status).toBe(200);
    expect((await send('POST', '/company/notice', { basedOn: 1, ...words })).status).toBe(201);
    expect((await send('POST', '/company/notice', { basedOn: 1, ...words })).body.code).toBe(
      'recording_notice_pending',
    );
    expect((await send('GET', '/calls', undefined, theirs)).body.code).toBe('recording_notice_pending');
    expect((await send<{ version: number }>('GET', '/notice', undefined, theirs)).body.version).toBe(2);
    expect((await send('POST', '/notice/acknowledgement', { version: 1, language: 'zh' }, theirs)).body.code).toBe(
      'notice_changed',
    );
    expect((await send('POST', '/notice/acknowledgement', { version: 2, language: 'zh' }, theirs)).status).toBe(204);
    expect((await send('GET', '/calls', undefined, theirs)).status).toBe(200);
    await expect(api.source.query('delete from notice_acknowledgement')).rejects.toThrow(/permission denied/);
  });
});
