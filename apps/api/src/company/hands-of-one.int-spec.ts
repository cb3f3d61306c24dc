import pg from 'pg';
import { type CreatedToken, type Me, type Role, type ServiceTokenList } from '#contracts';
import { HoldService } from '#legal';
import { RoleAssignment, SmallHouseTimes } from '#people';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';

/* One person lets another in alone, in a small house, and acts with them. */
const HOUSE = '/company/small-house';

let api: TestApi;
let organisation: Organisation;
let first: TestAccount;
let puppet: TestAccount;
let one: SignedIn;

beforeEach(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  first = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  one = await (await SignedIn.signIn(api, first)).stepUp();
  puppet = await buildAccount(api.source, organisation, { role: 'agent', teamId: organisation.teamA });
  expect((await one.send('POST', HOUSE, { ownRoles: [] })).status).toBe(200);
});
afterEach(() => api.stop());

const code = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string } | null)?.code,
];
/** What the product itself may not do: a day, or a week, passes. */
async function asOwner(sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await owner.query(`set session_replication_role = replica; ${sql}`);
  await owner.end();
}
const signedIn = async (who: TestAccount) => (await SignedIn.signIn(api, who)).stepUp();
/** Proposed by the first person; approved by them a day later, or by another at once. */
async function give(to: TestAccount, role: Role, approver = one): Promise<void> {
  const wanted = { personId: to.personId, role, teamId: null, clientId: null };
  const { body } = await one.send<{ id: string }>('POST', '/role-proposals', wanted);
  if (approver === one)
    await asOwner(`update role_proposal set proposed_at = proposed_at - interval '25 hours' where id = '${body.id}'`);
  const decided = { proposalIds: [body.id], decision: 'approve' };
  expect(code(await approver.send('POST', '/role-proposals/decisions', decided))).toEqual([204, undefined]);
}
const removed =
  (personId: string, by = one) =>
  async (role: Role) => {
    const { id } = await api.source.manager.findOneByOrFail(RoleAssignment, { personId, role });
    return by.send('DELETE', `/people/${personId}/roles/${id}`);
  };
const marks = async (event: string): Promise<unknown[]> =>
  (
    await api.source.query('select details from journal_entry join journal_detail on entry_id = id where event = $1', [
      event,
    ])
  ).map(({ details }: { details: Record<string, unknown> }) => details['byOnePerson'] ?? false);

describe('the first person of a small house', () => {
  it('takes no role after removing who could have refused, and removes a role only by a fresh proof', async () => {
    await give(puppet, 'legal_approver');
    const unproved = await SignedIn.signIn(api, first);
    expect(code(await removed(puppet.personId, unproved)('legal_approver'))).toEqual([403, 'step_up_by_password']);
    expect((await removed(puppet.personId)('legal_approver')).status).toBe(204);
    const own = { ownRoles: ['supervisor'] };
    expect(code(await one.send('POST', `${HOUSE}/own-roles`, own))).toEqual([409, 'own_roles_not_now']);
    await one.send('POST', `${HOUSE}/end`);
    expect(code(await one.send('POST', HOUSE, own))).toEqual([409, 'own_roles_not_now']);
  });
});

describe('what one person and who they alone let in decide', () => {
  it('is marked, and ends with the small house, directly and through them; so do tokens and confirmations', async () => {
    await give(puppet, 'legal_approver');
    const second = await signedIn(puppet);
    const another = await buildAccount(api.source, organisation, { role: 'agent', teamId: organisation.teamA });
    await give(another, 'supervisor', second);
    expect(await marks('role.granted')).toEqual([true, true]);
    const asked = {
      name: 'figures',
      scopes: ['reports.read'],
      teamIds: null,
      clientId: null,
      addresses: null,
      days: 30,
    };
    const { body: made } = await one.send<CreatedToken>('POST', '/service-tokens', asked);
    await asOwner(`update service_token set asked_at = asked_at - interval '25 hours'`);
    expect(code(await one.send('POST', `/service-tokens/${made.tokenId}/confirmation`))).toEqual([204, undefined]);
    const opens = async () =>
      (
        await fetch(`${api.baseUrl}/api/v1/reports/calls?by=team&from=2026-01-01&to=2027-01-01`, {
          headers: { authorization: `Bearer ${made.token}` },
        })
      ).status;
    const live = await opens();
    await asOwner(`insert into role_suspension (id, person_id, account_id, cause, caused_by_person_id, caused_at, confirmed_by_person_id,
      confirmed_by_account_id, confirmed_at) values (gen_random_uuid(), '${another.personId}', '${another.accountId}', 'opened_first',
      '${first.personId}', now() - interval '25 hours', '${first.personId}', '${first.accountId}', now())`);
    await buildPerson(api.source, { teamId: organisation.teamA });
    await asOwner(`update small_house_period set chosen_at = chosen_at - interval '7 days', in_force_from = in_force_from - interval '7 days',
      ended_at = ended_at - interval '7 days';
      update service_token set asked_at = asked_at - interval '7 days', confirmed_at = confirmed_at - interval '7 days'`);
    const roles = async (who: TestAccount) =>
      (await (await SignedIn.signIn(api, who)).send<Me>('GET', '/auth/me')).body.roles;
    // By the clock alone.
    expect([await roles(puppet), await opens()]).toEqual([['agent'], 401]);
    expect(live).toBe(200);
    const times = api.app.get(SmallHouseTimes);
    // The end is told; a token, two roles and a confirmation end.
    expect(await times.tend()).toBe(5);
    expect(await times.tend()).toBe(0);
    expect((await one.send<ServiceTokenList>('GET', '/service-tokens')).body.items).toEqual([]);
    expect(
      await api.source.query('select role from role_assignment where person_id = any($1)', [
        [puppet.personId, another.personId],
      ]),
    ).toEqual([{ role: 'agent' }, { role: 'agent' }]);
    expect(
      await api.source.query('select caused_by_person_id as by from role_suspension where confirmed_at is null'),
    ).toEqual([{ by: first.personId }]);
  });

  it('keeps the oldest of administrators that one person gave where no other is left', async () => {
    await give(puppet, 'administrator');
    const another = await buildAccount(api.source, organisation, { role: 'agent', teamId: organisation.teamA });
    await give(another, 'administrator');
    await asOwner(`update person set left_at = now() where id = '${first.personId}';
      update account set disabled_at = now() where id = '${first.accountId}';
      update small_house_period set chosen_at = chosen_at - interval '8 days', in_force_from = in_force_from - interval '8 days',
        ended_at = now() - interval '7 days', end_reason = 'six_people'`);
    await api.app.get(SmallHouseTimes).tend();
    const held = await api.source.manager.findBy(RoleAssignment, { role: 'administrator' });
    expect(held.map(({ personId }) => personId).sort()).toEqual([first.personId, puppet.personId].sort());
  });

  it('releases no hold, in words', async () => {
    await give(puppet, 'legal_approver');
    const [caseId, holdId] = [crypto.randomUUID(), crypto.randomUUID()];
    await asOwner(`insert into legal_case (id, reference, title, state, opened_by_person_id, opened_at) values ('${caseId}', 'C1', 'why', 'open', '${first.personId}', now());
      insert into legal_hold (id, code, case_id, reason, placed_by_person_id, placed_at, release_asked_by_person_id, release_asked_at, release_reason)
        values ('${holdId}', 'H1', '${caseId}', 'why', '${first.personId}', now(), '${first.personId}', now(), 'why')`);
    await expect(api.app.get(HoldService).decideRelease(holdId, 'agreed', puppet.personId)).rejects.toMatchObject({
      code: 'release_needs_another',
    });
  });
});
