import { type ClientList, type PersonDetail, type StaffPreview, type UploadForm } from '#contracts';
import { buildAccount, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildOrganisation, PROFILE, type Organisation } from '../../../../../test/factories/organisation.js';

/** A house that speaks English and says where it is, in which everyone has one name. */
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

async function send<T>(method: string, path: string, body?: unknown, as = cookie): Promise<T> {
  const response = await fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: { cookie: as, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { ...((await response.json()) as T), status: response.status };
}

const newPerson = (staffNumber: string, name: object) =>
  send<{ id: string; status: number }>('POST', '/people', { staffNumber, name, teamId: organisation.teamA });

describe('what an upload begins with', () => {
  it('is nothing where the company says nothing, and then what its profile says', async () => {
    expect(await send<UploadForm>('GET', '/upload-form')).toMatchObject({ region: null, language: null });
    const profile = { ...PROFILE, region: 'DE', language: 'en' };
    await send('PUT', '/company/profile', { version: 1, profile });
    expect(await send<UploadForm>('GET', '/upload-form')).toMatchObject({ region: 'DE', language: 'en' });
    const refused = await send<{ code: string }>('PUT', '/company/profile', {
      ...{ version: 2, profile: { ...profile, region: 'Germany' } },
    });
    expect(refused.code).toBe('bad_input');
  });

  it('is people by part of a name or number, of the teams for which one may send', async () => {
    await newPerson('7001', { en: 'Nora Lind' });
    const found = async (q: string, as = cookie) =>
      (await send<UploadForm>('GET', `/upload-form?q=${encodeURIComponent(q)}`, undefined, as)).agents;
    expect(await found('lind')).toMatchObject([{ staffNumber: '7001', name: { zh: 'Nora Lind', en: 'Nora Lind' } }]);
    expect(await found('700')).toHaveLength(1);
    expect(await found('%')).toEqual([]);
    const manager = await buildAccount(api.source, organisation, {
      role: 'quality_manager',
      teamId: organisation.teamB,
    });
    const ofB = await found('', await api.signIn(manager.username));
    expect(ofB.length).toBeGreaterThan(0);
    expect(ofB.filter(({ team }) => team.en !== 'Team B')).toEqual([]);
  });
});

describe('one name', () => {
  it('is enough for a person, a team and a client, and is shown in both languages', async () => {
    const { id } = await newPerson('7002', { en: 'Max Brandt' });
    expect(await send<PersonDetail>('GET', `/people/${id}`)).toMatchObject({
      name: { zh: 'Max Brandt', en: 'Max Brandt' },
    });
    const client = await send<{ id: string }>('POST', '/company/clients', { name: { zh: '东风' } });
    await send('POST', `/company/clients/${client.id}/teams`, { name: { en: 'East', zh: '' } });
    const { clients } = await send<ClientList>('GET', '/company/clients');
    expect(clients.find(({ clientId }) => clientId === client.id)).toMatchObject({
      name: { zh: '东风', en: '东风' },
      teams: [{ name: { zh: 'East', en: 'East' } }],
    });
    expect((await newPerson('7003', { zh: ' ', en: '' })).status).toBe(400);
    await expect(api.source.query(`update person set name_zh = ' ' where staff_number = '7002'`)).rejects.toThrow(
      /person_is_named/,
    );
  });

  it('is enough in a staff file, whose new accounts speak the language of the company', async () => {
    const file = 'staff_number,name_en,team,username\n7010,Ida Berg,Team A,ida.berg\n';
    const form = () => {
      const made = new FormData();
      made.append('file', new Blob([file]), 'staff.csv');
      return made;
    };
    const post = async (query: string) =>
      (await (
        await fetch(`${api.baseUrl}/api/v1/staff/import${query}`, { method: 'POST', body: form(), headers: { cookie } })
      ).json()) as StaffPreview;
    const preview = await post('');
    expect(preview.problems).toEqual([]);
    await post(`?plan=${preview.plan}`);
    expect(
      await api.source.query(
        `select name_zh, language from person join account on account.person_id = person.id where staff_number = '7010'`,
      ),
    ).toEqual([{ name_zh: 'Ida Berg', language: 'en' }]);
  });
});

it('lets invited people in in the language of the company, unless one was said', async () => {
  const language = async (staffNumber: string, body: object) => {
    const { id } = await newPerson(staffNumber, { en: `Person ${staffNumber}` });
    await send('POST', `/people/${id}/invitation`, { username: `p${staffNumber}`, ...body });
    return (await send<PersonDetail>('GET', `/people/${id}`)).language;
  };
  expect(await language('7020', {})).toBe('en');
  expect(await language('7021', { language: 'zh' })).toBe('zh');
});
