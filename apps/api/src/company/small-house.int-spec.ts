import pg from 'pg';
import { type Me, type NotificationList, type SmallHouseView, type StandingGrantList } from '#contracts';
import { relayOnce } from '#journal';
import { GrantService } from '#legal';
import { writeNotifications } from '#notifications';
import { Person, SmallHouseTimes } from '#people';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let organisation: Organisation;
let first: TestAccount;
let one: SignedIn;

const HOUSE = '/company/small-house';
const OWN = { ownRoles: ['supervisor', 'legal_approver'] };

beforeEach(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  first = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  one = await (await SignedIn.signIn(api, first)).stepUp();
});
afterEach(() => api.stop());

const code = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code];
const events = async (name: string): Promise<Record<string, unknown>[]> =>
  (
    await api.source.query('select details from journal_entry join journal_detail on entry_id = id where event = $1', [
      name,
    ])
  ).map(({ details }: { details: Record<string, unknown> }) => details);
/** What the relay of a worker does with each entry: people are told. */
async function sendOut(): Promise<void> {
  await relayOnce(api.source, async (tx, entries) => {
    await writeNotifications(tx, entries, false);
    return [];
  });
}
/** Moves the small house back, as only the owner of the database may. */
async function aWeekAgo(): Promise<void> {
  const owner = new pg.Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await owner.query(`set session_replication_role = replica; update small_house_period set chosen_at = chosen_at - interval '7 days',
    in_force_from = in_force_from - interval '7 days', ended_at = ended_at - interval '7 days'`);
  await owner.end();
}
const grant = (role: string) => ({
  ...{ role, scope: role === 'agent' ? 'own' : 'company', teamId: null, clientId: null },
  ...{ purpose: role === 'agent' ? 'own_call' : 'quality', actions: ['listen', 'read'], rendition: 'masked' },
  ...{ expiresAt: new Date(Date.now() + 90 * 86_400_000).toISOString(), reason: 'The first of this house' },
});

describe('a small house', () => {
  it('gives its first person their roles and the first standing grant at once, and the next a day later', async () => {
    expect((await one.send<SmallHouseView>('GET', HOUSE)).body).toMatchObject({
      people: 3,
      atOnce: true,
      period: null,
    });
    const { status, body } = await one.send<SmallHouseView>('POST', HOUSE, OWN);
    expect([status, body]).toMatchObject([200, { period: { state: 'in_force', mine: true } }]);
    const me = await one.send<Me>('GET', '/auth/me');
    expect(me.body).toMatchObject({ smallHouse: true, roles: ['administrator', 'legal_approver', 'supervisor'] });
    expect((await events('role.granted')).map(({ role, byOnePerson }) => [role, byOnePerson])).toEqual([
      ['supervisor', true],
      ['legal_approver', true],
    ]);
    const propose = async (role: string): Promise<string> => {
      const { body: list } = await one.send<StandingGrantList>('POST', '/legal/standing-grants/proposals', grant(role));
      return list.waiting.find((waits) => waits.role === role)!.proposalId;
    };
    const decide = (id: string) =>
      one.send('POST', `/legal/standing-grants/proposals/${id}/decisions`, { decision: 'publish' });
    expect((await decide(await propose('supervisor'))).status).toBe(200);
    expect(await events('grant.published')).toMatchObject([{ role: 'supervisor', byOnePerson: true }]);
    expect(code(await decide(await propose('agent')))).toEqual([403, 'needs_a_day']);
    const { waiting } = (await one.send<StandingGrantList>('GET', '/legal/standing-grants')).body;
    expect(waiting).toMatchObject([{ mine: true, mayPublish: false, againFrom: expect.any(String) }]);
  });

  it('is not for others: a colleague cannot take roles, and from six people on it is not chosen', async () => {
    expect(code(await one.send('POST', `${HOUSE}/own-roles`, OWN))).toEqual([409, 'own_roles_not_now']);
    for (let n = 0; n < 3; n++) await buildPerson(api.source, { teamId: organisation.teamA });
    expect(code(await one.send('POST', HOUSE, OWN))).toEqual([409, 'small_house_of_five']);
  });

  it('ends at the sixth person, is told, and what one person gave ends a week later', async () => {
    await one.send('POST', HOUSE, OWN);
    const made = await one.send<StandingGrantList>('POST', '/legal/standing-grants/proposals', grant('supervisor'));
    const { proposalId } = made.body.waiting[0]!;
    const published = { decision: 'publish' };
    await one.send('POST', `/legal/standing-grants/proposals/${proposalId}/decisions`, published);
    for (let n = 0; n < 3; n++) await buildPerson(api.source, { teamId: organisation.teamA });
    const { body } = await one.send<SmallHouseView>('GET', HOUSE);
    expect(body.period).toMatchObject({ state: 'over', endReason: 'six_people', rightsEndAt: expect.any(String) });
    const times = api.app.get(SmallHouseTimes);
    expect(await times.tend()).toBe(1);
    expect(await events('small_house.ended')).toMatchObject([{ reason: 'six_people', begun: true }]);
    expect(await times.tend()).toBe(0);
    await sendOut();
    const { items } = (await one.send<NotificationList>('GET', '/notifications')).body;
    expect(items).toMatchObject([{ kind: 'small_house_over', alarm: null }]);
    const roles = async () => (await one.send<Me>('GET', '/auth/me')).body.roles;
    expect(await roles()).toContain('supervisor');
    const held = [{ role: 'supervisor' as const, teamId: null }];
    const { second: personId, teamA: teamId } = organisation;
    const leg = { personId, takenByPersonId: personId, teamId };
    const hears = async () =>
      (await api.app.get(GrantService).liveGrant({ personId: first.personId, held }, leg, 'listen')).allowed;
    expect(await hears()).toBe(true);
    // By the clock alone: no worker has taken anything back.
    await aWeekAgo();
    expect([await roles(), await hears()]).toEqual([['administrator'], false]);
    expect(await events('role.removed')).toEqual([]);
    expect(await times.tend()).toBe(2);
    expect(await api.source.manager.countBy(Person, {})).toBe(6);
  });

  it('is ended by a person who approves roles', async () => {
    await one.send('POST', HOUSE, { ownRoles: [] });
    expect(code(await one.send('POST', HOUSE, OWN))).toEqual([409, 'small_house_already']);
    const { body } = await one.send<SmallHouseView>('POST', `${HOUSE}/end`);
    expect(body.period).toMatchObject({ state: 'over', endReason: 'decision' });
    expect(code(await one.send('POST', `${HOUSE}/end`))).toEqual([409, 'small_house_not_waiting']);
    expect(code(await one.send('POST', `${HOUSE}/agreement`))).toEqual([409, 'small_house_not_waiting']);
  });
});
