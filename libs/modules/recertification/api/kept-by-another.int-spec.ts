import { type Problem } from '#contracts';
import { newId } from '#platform';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let organisation: Organisation;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
});
afterAll(() => api.stop());

async function answer(itemId: string, said: 'keep' | 'remove', cookie: string) {
  const response = await fetch(`${api.baseUrl}/api/v1/recertifications/answers`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ itemIds: [itemId], answer: said, reason: 'As the rota says.' }),
  });
  return { status: response.status, code: response.ok ? null : ((await response.json()) as Problem).code };
}

/** A right of a colleague, given by the organisation's first and approved by its second person, in a round that is open. */
async function asked(): Promise<string> {
  const [roundId, itemId] = [newId(), newId()];
  const { accountId } = await buildAccount(api.source, organisation, {
    role: 'supervisor',
    teamId: organisation.teamA,
  });
  await api.source.query(
    `insert into recertification_round (id, opened_at, due_at) values ($1, now(), now() + interval '9 days')`,
    [roundId],
  );
  await api.source.query(
    `insert into recertification_item (id, round_id, kind, right_id, person_id, of_team_id, role, team_id, state)
     select $1, $2, 'role', id, person_id, $4, role, team_id, 'open' from role_assignment where account_id = $3`,
    [itemId, roundId, accountId, organisation.teamA],
  );
  return itemId;
}

it('a right is not kept by who gave or approved it, on the screen or in the database', async () => {
  const another = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  const other = await api.signInProved(another.username);
  const itemId = await asked();
  const giver = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  await api.source.query(
    `update role_assignment set granted_by_person_id = $1 where id = (select right_id from recertification_item where id = $2)`,
    [giver.personId, itemId],
  );
  const cookie = await api.signInProved(giver.username);
  expect(await answer(itemId, 'keep', cookie)).toEqual({ status: 403, code: 'recertification_giver' });
  await expect(
    api.source.query(
      `update recertification_item set state = 'kept', answered_by_person_id = $1, answered_at = now(), reason = 'mine' where id = $2`,
      [giver.personId, itemId],
    ),
  ).rejects.toThrow('does not keep it');
  expect(await answer(itemId, 'keep', other)).toEqual({ status: 204, code: null });
});
