import {
  type CreatedToken,
  type RecertificationList,
  type RecertifiedItem,
  type RecertifiedKind,
  type RecertifiedList,
} from '#contracts';
import { newId } from '#platform';
import { RecertificationRounds } from '../recertification-rounds.service.js';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

/** A review asks about tokens, services, groups and deputies: who gave one keeps it not, and what is dropped ends at once. */
let api: TestApi;
let organisation: Organisation;
let admins: SignedIn[];
let supervisor: SignedIn;
let agent: SignedIn;
let deputy: TestAccount;
let token: string;

const DAY = '2026-12-01';

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { teamA } = organisation;
  const someone = async (role: TestAccount['role'], teamId: string | null) =>
    (await SignedIn.signIn(api, await buildAccount(api.source, organisation, { role, teamId }))).stepUp();
  admins = [
    await someone('administrator', null),
    await someone('administrator', null),
    await someone('administrator', null),
  ];
  [supervisor, agent] = [await someone('supervisor', teamA), await someone('agent', teamA)];
  deputy = await buildAccount(api.source, organisation, { role: 'quality_analyst', teamId: teamA });
  const body = { name: 'Own calls', days: 30, teamIds: null, addresses: null };
  token = (await agent.send<CreatedToken>('POST', '/account/tokens', { ...body, scopes: ['calls.read'] })).body.token;
  expect(
    (await admins[0]!.send('POST', '/account/tokens', { ...body, name: 'Directory', scopes: ['people.provision'] }))
      .status,
  ).toBe(201);
  const asked = { name: 'Warehouse', scopes: ['calls.read'], days: 30, teamIds: null, clientId: null, addresses: null };
  const { tokenId } = (await admins[0]!.send<CreatedToken>('POST', '/service-tokens', asked)).body;
  expect((await admins[1]!.send('POST', `/service-tokens/${tokenId}/confirmation`)).status).toBe(204);
  await api.source.query(
    `insert into group_role (id, group_name, role, created_by_person_id, created_at) values ($1, 'qa-leads', 'quality_manager', $2, now())`,
    [newId(), admins[1]!.account.personId],
  );
  await api.source.query(
    `insert into absence (id, person_id, deputy_person_id, first_on, last_on, begins_at, ends_at, works, asked_at)
     values ($1, $2, $3, $4, $4, now(), now() + interval '1 day', array['reviews'], now())`,
    [newId(), supervisor.account.personId, deputy.personId, DAY],
  );
  await api.source.query('update absence set accepted_at = now()');
  await api.source.query(
    `insert into recertification_setting (id, every_months, answer_days, next_on) values (1, 6, 21, '2020-01-01')`,
  );
  await api.app.get(RecertificationRounds).tend();
});
afterAll(() => api.stop());

async function items(who: SignedIn): Promise<RecertifiedItem[]> {
  const { roundId } = (await who.send<RecertificationList>('GET', '/recertifications')).body.rounds[0]!;
  return (await who.send<RecertifiedList>('GET', `/recertifications/${roundId}/items`)).body.items;
}
const of = async (who: SignedIn, kind: RecertifiedKind, named?: string) =>
  (await items(who)).find((one) => one.kind === kind && (named === undefined || one.named?.startsWith(named)));
const answer = async (who: SignedIn, { itemId }: RecertifiedItem, said: 'keep' | 'remove') =>
  (
    await who.send<{ code?: string } | null>('POST', '/recertifications/answers', {
      ...{ itemIds: [itemId], answer: said, reason: 'As the rota says.' },
    })
  ).body?.code ?? null;
const mine = async () =>
  (await fetch(`${api.baseUrl}/api/v1/calls`, { headers: { authorization: `Bearer ${token}` } })).status;
const journalled = async (event: string) =>
  (await api.source.query('select 1 from journal_entry where event = $1', [event])).length;
const keptBy = (itemId: string, personId: string) =>
  api.source.query(
    `update recertification_item set state = 'kept', answered_by_person_id = $2, answered_at = now(), reason = 'mine' where id = $1`,
    [itemId, personId],
  );

it('shows a token of an agent to their supervisor, and ends it with the answer', async () => {
  const asked = (await of(supervisor, 'token'))!;
  expect(asked).toMatchObject({
    ...{ person: { personId: agent.account.personId }, role: 'agent', scopes: ['calls.read'], lastUsedAt: null },
    ...{ named: expect.stringMatching(/^Own calls …/), mayAnswer: true },
  });
  expect(await of(supervisor, 'token', 'Directory')).toBeUndefined();
  expect(await mine()).toBe(200);
  expect(await answer(supervisor, asked, 'remove')).toBeNull();
  expect(await mine()).toBe(401);
  expect((await of(supervisor, 'token'))!).toMatchObject({ state: 'removed' });
  expect([await journalled('token.revoked'), await journalled('recertification.carried_out')]).toEqual([1, 1]);
});

it('asks administrators of the whole company about the token of a directory, never its owner', async () => {
  const asked = (await of(admins[0]!, 'token', 'Directory'))!;
  expect(asked).toMatchObject({ scopes: ['people.provision'], role: 'administrator', mayAnswer: false });
  expect(await answer(admins[0]!, asked, 'keep')).toBe('recertification_own');
  expect(await answer(admins[1]!, asked, 'keep')).toBeNull();
});

it('has a service’s token kept by neither who asked for it nor who confirmed it', async () => {
  const asked = (await of(admins[2]!, 'service_token'))!;
  expect(await answer(admins[0]!, asked, 'remove')).toBe('recertification_own');
  expect(await answer(admins[1]!, asked, 'keep')).toBe('recertification_giver');
  await expect(keptBy(asked.itemId, admins[1]!.account.personId)).rejects.toThrow('does not keep it');
  expect(await answer(admins[2]!, asked, 'remove')).toBeNull();
  expect(await api.source.query('select 1 from service_token where revoked_at is null')).toEqual([]);
});

it('has what a group means kept by another than who set it up, and ends it with the answer', async () => {
  const asked = (await of(admins[1]!, 'group'))!;
  expect(asked).toMatchObject({ named: 'qa-leads', role: 'quality_manager', person: null });
  expect(await answer(admins[1]!, asked, 'keep')).toBe('recertification_giver');
  await expect(keptBy(asked.itemId, admins[1]!.account.personId)).rejects.toThrow('does not keep it');
  expect(await answer(admins[1]!, asked, 'remove')).toBeNull();
  expect([
    await api.source.query('select 1 from group_role where ended_at is null'),
    await journalled('role.group_unmapped'),
  ]).toEqual([[], 1]);
});

it('has a deputy kept by another than whom they act for, and ends it with the answer', async () => {
  const asked = (await of(supervisor, 'deputy'))!;
  const { personId } = supervisor.account;
  expect(asked).toMatchObject({
    ...{ person: { personId: deputy.personId }, role: 'supervisor' },
    deputyFor: { personId, lastOn: DAY, works: ['reviews'] },
  });
  expect(await answer(supervisor, asked, 'keep')).toBe('recertification_giver');
  await expect(keptBy(asked.itemId, personId)).rejects.toThrow('does not keep it');
  expect(await answer(admins[0]!, asked, 'remove')).toBeNull();
  expect([
    await api.source.query('select 1 from absence where ended_at is null'),
    await journalled('absence.ended'),
  ]).toEqual([[], 1]);
});
