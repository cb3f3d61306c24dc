import { type EntityManager } from 'typeorm';
import { buildAccount } from '../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../test/factories/api.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../test/factories/organisation.js';
import { buildSmallHouse } from '../../../test/factories/small-house.js';
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
    await expect(grant(first, first)).rejects.toMatchObject(refused);
    await grant(first, second);
    const forged = api.source.query(
      'update role_assignment set granted_by_person_id = $1 where account_id = $2 and role = $3',
      [personId, accountId, 'supervisor'],
    );
    await expect(forged).rejects.toThrow(/role_needs_second_person/);
  });

  it('takes one person a day in a small house, and says from when', async () => {
    const HOUR_MS = 3_600_000;
    const one = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    const first = one.personId;
    const period = await buildSmallHouse(api.source, first, new Date(Date.now() - HOUR_MS));
    const { accountId } = await buildAccount(api.source, organisation, { role: 'agent', teamId: organisation.teamA });
    const grant = (tx: EntityManager, proposedAt?: Date) =>
      people.grantRole(tx, {
        ...{ accountId, role: 'supervisor', teamId: organisation.teamA, ...(proposedAt && { proposedAt }) },
        ...{ grantedByPersonId: first, approvedByPersonId: first },
      });
    const refused = { code: 'needs_a_day', words: { en: expect.stringMatching(/or you again after \d{4}-/) } };
    await expect(api.source.transaction((tx) => grant(tx))).rejects.toMatchObject(refused);
    const anHourAgo = new Date(Date.now() - HOUR_MS);
    await expect(api.source.transaction((tx) => grant(tx, anHourAgo))).rejects.toMatchObject(refused);
    await api.source.query(
      `update small_house_period set ended_at = now(), ended_by_person_id = $2, end_reason = 'decision' where id = $1`,
      [period, first],
    );
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
