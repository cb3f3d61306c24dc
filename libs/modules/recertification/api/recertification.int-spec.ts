import pg from 'pg';
import { type RecertificationList, type RecertifiedList, type RecertifiedItem } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService } from '#people';
import { Clock } from '#platform';
import { RecertificationRounds } from '../recertification-rounds.service.js';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

const DAY_MS = 24 * 3_600_000;

/** A clock that is moved by hand. */
class MovedClock extends Clock {
  days = 0;
  override now(): Date {
    return new Date(Date.now() + this.days * DAY_MS);
  }
}

describe('a review of rights', () => {
  let api: TestApi;
  let organisation: Organisation;
  let admin: SignedIn;
  let second: SignedIn;
  let supervisor: SignedIn;
  let auditor: SignedIn;
  let agent: TestAccount;
  let far: TestAccount;
  let rounds: RecertificationRounds;
  let ofOne: string;
  const clock = new MovedClock();

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB } = organisation;
    const account = (role: Parameters<typeof buildAccount>[2]['role'], teamId: string | null) =>
      buildAccount(api.source, organisation, { role, teamId });
    const someone = async (role: Parameters<typeof buildAccount>[2]['role'], teamId: string | null) =>
      (await SignedIn.signIn(api, await account(role, teamId))).stepUp();
    [admin, second] = [await someone('administrator', null), await someone('administrator', null)];
    [supervisor, auditor] = [await someone('supervisor', teamA), await someone('auditor', null)];
    [agent, far] = [await account('agent', teamA), await account('quality_analyst', teamB)];
    await buildGrant(api.source, organisation, { role: 'supervisor' });
    const { id, code } = await buildGrant(api.source, organisation, { role: 'quality_analyst' });
    ofOne = code;
    const owner = new pg.Client(api.ownerUrl);
    await owner.connect();
    await owner.query('set session_replication_role = replica');
    await owner.query('update standing_grant set approved_by_person_id = published_by_person_id where id = $1', [id]);
    await owner.end();
    rounds = new RecertificationRounds(api.source, api.app.get(CompanyService), new JournalService(clock), clock);
  });
  afterAll(() => api.stop());

  const list = async (who: SignedIn) => (await who.send<RecertificationList>('GET', '/recertifications')).body;
  const items = async (who: SignedIn, roundId: string) =>
    (await who.send<RecertifiedList>('GET', `/recertifications/${roundId}/items`)).body.items;
  const of = (found: RecertifiedItem[], { personId }: { personId: string }) =>
    found.find(({ person }) => person?.personId === personId)!;
  const answer = (who: SignedIn, itemIds: string[], given: 'keep' | 'remove', reason = 'Moved to another team.') =>
    who.send<{ code: string }>('POST', '/recertifications/answers', { itemIds, answer: given, reason });
  const holds = async ({ personId }: { personId: string }) =>
    (await api.source.query('select 1 from role_assignment where person_id = $1', [personId])).length > 0;
  const today = () => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(clock.now());

  it('is off until an administrator sets a day, and asks once on that day', async () => {
    expect((await list(admin)).settings).toEqual({ everyMonths: 6, answerDays: 21, nextOn: null });
    expect(await rounds.tend()).toBe(0);
    const set = (part: object) =>
      admin.send<{ code: string }>('PUT', '/recertifications/settings', {
        everyMonths: 6,
        answerDays: 21,
        nextOn: null,
        ...part,
      });
    expect((await set({ nextOn: '2020-01-01' })).body).toMatchObject({ code: 'recertification_in_the_past' });
    expect((await set({ everyMonths: 0 })).status).toBe(400);
    const nextOn = today();
    expect((await set({ nextOn })).status).toBe(200);
    expect(await rounds.tend()).toBe(1);
    expect(await rounds.tend()).toBe(0);
    const { settings, rounds: found } = await list(admin);
    expect(found).toMatchObject([{ code: 'RC-0001', closedAt: null }]);
    expect(settings.nextOn! > nextOn).toBe(true);
  });

  it('asks each of what they reach and of nothing of their own', async () => {
    const { roundId } = (await list(admin)).rounds[0]!;
    const seen = await items(supervisor, roundId);
    expect(of(seen, agent)).toMatchObject({ role: 'agent', state: 'open', mayAnswer: true, mayRemove: false });
    expect(of(seen, supervisor.account)).toMatchObject({ mayAnswer: false });
    // Of another team, or further than one's own right: not there.
    expect([of(seen, far), of(seen, admin.account)]).toEqual([undefined, undefined]);
    expect((await answer(supervisor, [of(seen, supervisor.account).itemId], 'keep')).body).toMatchObject({
      code: 'recertification_own',
    });
    const all = await items(admin, roundId);
    expect(all.some(({ kind, grant }) => kind === 'grant' && grant !== null)).toBe(true);
    // What the only person of a small house published is known for it.
    const alone = all.filter(({ byOnePerson }) => byOnePerson).map(({ grant }) => grant);
    expect(alone).toEqual([ofOne]);
    expect((await answer(supervisor, [of(all, far).itemId], 'remove')).body).toMatchObject({
      code: 'recertification_not_found',
    });
    expect((await answer(auditor, [of(all, far).itemId], 'keep')).body).toMatchObject({ code: 'forbidden' });
    await expect(
      api.source.query(
        `update recertification_item set state = 'kept', answered_by_person_id = person_id, answered_at = now(), reason = 'x' where id = $1`,
        [of(all, agent).itemId],
      ),
    ).rejects.toThrow('no_person_answers_about_themselves');
  });

  it('takes a role away on the way on which roles are taken away, and keeps what is kept', async () => {
    const { roundId } = (await list(admin)).rounds[0]!;
    const all = await items(admin, roundId);
    const [{ itemId: asked }, { itemId: wide }] = [of(all, agent), of(all, far)];
    // A supervisor may not take roles away: it waits for an administrator.
    expect((await answer(supervisor, [asked], 'remove')).status).toBe(204);
    expect((await answer(supervisor, [asked], 'keep')).body).toMatchObject({ code: 'recertification_answered' });
    expect([await holds(agent), of(await items(admin, roundId), agent)]).toMatchObject([
      true,
      { state: 'removal_asked', mayRemove: true },
    ]);
    expect((await supervisor.send('POST', `/recertifications/items/${asked}/removal`)).status).toBe(403);
    expect((await admin.send('POST', `/recertifications/items/${asked}/removal`)).status).toBe(204);
    expect(await holds(agent)).toBe(false);
    expect((await answer(admin, [wide], 'remove')).status).toBe(204);
    expect([await holds(far), of(await items(admin, roundId), far).state]).toEqual([false, 'removed']);
    const events: { event: string }[] = await api.source.query(
      `select event from journal_entry where event in ('role.removed', 'recertification.carried_out') order by id`,
    );
    expect(events.map(({ event }) => event)).toEqual([
      'role.removed',
      'recertification.carried_out',
      'role.removed',
      'recertification.carried_out',
    ]);
    const rest = (await items(admin, roundId)).filter(({ mayAnswer }) => mayAnswer).map(({ itemId }) => itemId);
    expect((await answer(admin, rest, 'keep', 'Still their work.')).status).toBe(204);
  });

  it('reminds, tells of what is overdue, keeps every right that no answer came for, and closes when all is answered', async () => {
    const { roundId } = (await list(admin)).rounds[0]!;
    const told = async () =>
      (
        await api.source.query(`select event from journal_entry where event like 'recertification.%' and event in
        ('recertification.reminded', 'recertification.overdue', 'recertification.closed') order by id`)
      ).map(({ event }: { event: string }) => event);
    clock.days = 15;
    await rounds.tend();
    await rounds.tend();
    expect(await told()).toEqual(['recertification.reminded']);
    clock.days = 22;
    await rounds.tend();
    await rounds.tend();
    expect(await told()).toEqual(['recertification.reminded', 'recertification.overdue']);
    expect(await holds(admin.account)).toBe(true);
    const own = of(await items(second, roundId), admin.account);
    expect(own).toMatchObject({ state: 'open', mayAnswer: true });
    expect((await answer(second, [own.itemId], 'keep', 'Runs the installation.')).status).toBe(204);
    await rounds.tend();
    expect((await told()).at(-1)).toBe('recertification.closed');
    expect((await answer(second, [own.itemId], 'keep')).body).toMatchObject({ code: 'recertification_answered' });
  });

  it('is a file for auditors, in which no word is a formula', async () => {
    const { roundId } = (await list(auditor)).rounds[0]!;
    const response = await fetch(`${api.baseUrl}/api/v1/recertifications/${roundId}/file`, {
      headers: { cookie: auditor.cookie },
    });
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(text).toContain('"Moved to another team."');
    expect(text.trim().split('\r\n')).toHaveLength((await items(auditor, roundId)).length + 1);
    expect((await supervisor.send('GET', `/recertifications/${roundId}/file`)).status).toBe(403);
  });
});
