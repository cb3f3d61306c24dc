import { buildAccount } from '../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../test/factories/api.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../test/factories/organisation.js';
import { PeopleService } from './index.js';

let api: TestApi;
let organisation: Organisation;
let people: PeopleService;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  people = api.app.get(PeopleService);
});
afterAll(() => api.stop());

describe('giving a role that reaches content', () => {
  it('takes two people, neither of whom gets it', async () => {
    const { first, second, teamA: teamId } = organisation;
    const { accountId, personId } = await buildAccount(api.source, organisation, {
      role: 'administrator',
      teamId: null,
    });
    const grant = (grantedByPersonId: string, approvedByPersonId: string) =>
      api.source.transaction((tx) =>
        people.grantRole(tx, { accountId, role: 'supervisor', teamId, grantedByPersonId, approvedByPersonId }),
      );
    const refused = { code: 'second_person_needed' };
    await expect(grant(personId, second)).rejects.toMatchObject(refused);
    await expect(grant(first, personId)).rejects.toMatchObject(refused);
    // That the two are two, the database asks: in a small house they may be one.
    await expect(grant(first, first)).rejects.toMatchObject({ code: '23514' });
    await grant(first, second);
    const forged = api.source.query(
      'update role_assignment set granted_by_person_id = $1 where account_id = $2 and role = $3',
      [personId, accountId, 'supervisor'],
    );
    await expect(forged).rejects.toThrow(/role_needs_second_person/);
  });
});

describe('an account', () => {
  it('is journalled in the name of the person who made it', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const account = {
      personId,
      username: 'somebody',
      password: 'nine lanterns by the old mill',
      language: 'en',
    } as const;
    await api.source.transaction((tx) => people.createAccount(tx, account, organisation.first));
    const [entry] = await api.source.query(`select actor_person_id from journal_entry where event = 'account.created'`);
    expect(entry).toEqual({ actor_person_id: organisation.first });
  });
});
