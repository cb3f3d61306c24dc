import { type AccountSecurity, type Problem } from '#contracts';
import { AddressesService, Person } from '#people';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let organisation: Organisation;
let admin: string;
let stale: string;
let person: TestAccount;
let cookie: string;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { username } = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  [admin, stale] = [await api.signInProved(username), await api.signIn(username)];
  person = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamA });
  cookie = await api.signIn(person.username);
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

const readdress = (email: string | null, as = admin) =>
  send('PUT', `/people/${person.personId}`, as, { name: { zh: '一', en: 'One' }, teamId: organisation.teamA, email });
const kept = () => api.source.manager.findOneByOrFail(Person, { id: person.personId });
const mailOf = async () => (await send<AccountSecurity>('GET', '/account', cookie)).body.mail;
const prove = (code: string) => send('POST', '/account/mail/proof', cookie, { code });

it('a changed address takes a fresh proof, is told of, and is the person’s once they have proved it', async () => {
  expect(await readdress('first@company.test', stale)).toMatchObject({ body: { code: 'step_up_by_password' } });
  expect((await readdress('first@company.test')).status).toBe(204);
  expect(await mailOf()).toEqual({ address: 'first@company.test', provedAt: null, canSend: false });
  // Without a mail server there is nothing to prove it by, and nothing is mailed.
  expect((await send('POST', '/account/mail/code', cookie)).body.code).toBe('mail_is_off');
  const { address, code } = await api.app.get(AddressesService).begin(person.personId);
  expect(address).toBe('first@company.test');
  expect((await prove('AAAA-AAAA-AAAA-AAAA')).body.code).toBe('address_code_wrong');
  expect((await prove(code)).status).toBe(204);
  expect(await mailOf()).toMatchObject({ provedAt: expect.any(String) });
  const told: { actor: string | null }[] = await api.source.query(
    `select actor_person_id as actor from journal_entry where event in ('person.email_changed', 'person.email_proved') order by id`,
  );
  expect(told.map(({ actor }) => actor === person.personId)).toEqual([false, true]);
});

it('two changes in a row do not hide the first from the address that was proved', async () => {
  await readdress('second@company.test');
  await readdress('third@company.test');
  expect(await kept()).toMatchObject({ emailBefore: 'first@company.test', emailProvedAt: null });
});

it('a code of another address proves nothing, nor does a tenth guess; the database asks for the code, too', async () => {
  await api.source.query('delete from email_proof where person_id = $1 and used_at is null', [person.personId]);
  await expect(
    api.source.query('update person set email_proved_at = now() where id = $1', [person.personId]),
  ).rejects.toThrow('proved by a code');
  const { code } = await api.app.get(AddressesService).begin(person.personId);
  await expect(api.app.get(AddressesService).begin(person.personId)).rejects.toMatchObject({
    code: 'code_sent_already',
  });
  await readdress('fourth@company.test');
  expect((await prove(code)).body.code).toBe('address_code_wrong');
  await api.source.query('delete from email_proof where used_at is null');
  const other = await api.app.get(AddressesService).begin(person.personId);
  for (let i = 0; i < 10; i += 1) await prove('BBBB-BBBB-BBBB-BBBB');
  expect((await prove(other.code)).body.code).toBe('address_code_wrong');
});
