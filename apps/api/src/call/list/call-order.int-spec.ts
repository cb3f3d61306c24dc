import pg from 'pg';
import { type CallList, type CallNeighbours, type CallRow } from '#contracts';
import { buildAccount, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildCall } from '../../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../../test/factories/organisation.js';

const SORTS = [
  ...['newest', 'oldest', 'worst', 'score_lowest', 'score_highest', 'longest', 'shortest'],
  ...['ring_longest', 'ring_shortest', 'silence_longest', 'silence_shortest'],
];

const UNKNOWN = { duration_ms: null, ring_seconds: null, points_percent: null, coverage_percent: null };

describe('the list of calls in an order', () => {
  let api: TestApi;
  let organisation: Organisation;
  let manager: TestAccount;
  let supervisor: TestAccount;
  let agents: { a: string; b: string };
  let owner: pg.Client;
  const made = new Map<string, string>();

  /** A call with the measures of its legs, as the derived row holds them. */
  const keep = async (name: string, at: string, ...legs: Record<string, number | boolean | null>[]) => {
    const a = { personId: agents.a, teamId: organisation.teamA };
    const call = await buildCall(api.source, a, { startedAt: new Date(at), stage: 'scored' });
    made.set(name, call.callId);
    if (legs.length > 1)
      await owner.query(
        `insert into leg (id, call_id, position, person_id, team_id, hold_spans) values (gen_random_uuid(), $1, 1, $2, $3, '[]')`,
        [call.callId, agents.b, organisation.teamB],
      );
    const { rows } = await owner.query<{ leg_id: string }>(
      'select leg_id from listed_leg join leg on leg.id = leg_id where listed_leg.call_id = $1 order by position',
      [call.callId],
    );
    for (const [index, measures] of legs.entries()) {
      const sets = Object.entries({ ...UNKNOWN, ...measures }).map(([column, value]) => `${column} = ${value}`);
      await owner.query(`update listed_leg set ${sets.join(', ')} where leg_id = $1`, [rows[index]!.leg_id]);
    }
  };

  beforeAll(async () => {
    api = await startTestApi();
    owner = new pg.Client({ connectionString: api.ownerUrl });
    await owner.connect();
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB } = organisation;
    agents = {
      a: await buildPerson(api.source, { teamId: teamA }),
      b: await buildPerson(api.source, { teamId: teamB }),
    };
    manager = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
    supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
    const judged = (points: number | null, critical = false) => ({
      ...{ coverage_percent: 90, points_percent: points, missed_critical: critical, counted: points !== null },
    });
    await keep('fair', '2026-03-02T01:00:00Z', { ...judged(70), duration_ms: 60_000, ring_seconds: 3 });
    await keep('fair too', '2026-03-02T02:00:00Z', { ...judged(70), duration_ms: 60_000, ring_seconds: 3 });
    await keep('poor', '2026-03-02T03:00:00Z', { ...judged(20), duration_ms: 600_000, ring_seconds: 21.5 });
    await keep('critical', '2026-03-02T04:00:00Z', { ...judged(90, true), duration_ms: 30_000 });
    await keep('critical, no total', '2026-03-02T05:00:00Z', judged(null, true));
    await keep('no total', '2026-03-02T06:00:00Z', judged(null));
    await keep('not judged', '2026-03-02T07:00:00Z', { duration_ms: 5_000 });
    await keep('nor this', '2026-03-02T08:00:00Z', { ring_seconds: 0 });
    await keep('two legs', '2026-03-02T09:00:00Z', judged(80), judged(10));
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const signedIn = new Map<TestAccount, Promise<string>>();
  const cookieOf = (account: TestAccount): Promise<string> => {
    const cookie = signedIn.get(account) ?? api.signIn(account.username);
    signedIn.set(account, cookie);
    return cookie;
  };
  const get = async <T>(account: TestAccount, path: string): Promise<T> => {
    const headers = { cookie: await cookieOf(account) };
    return (await (await fetch(`${api.baseUrl}/api/v1${path}`, { headers })).json()) as T;
  };
  const nameOf = (callId: string) => [...made].find(([, id]) => id === callId)?.[0] ?? callId;
  const names = (rows: readonly CallRow[]) => rows.map(({ callId }) => nameOf(callId));
  const walk = async (account: TestAccount, query: string, toward: 'older' | 'newer', limit: number) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const at: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page: CallList = await get(account, `/calls?${query}&toward=${toward}&limit=${limit}${at}`);
      seen.push(...(toward === 'older' ? names(page.items) : names(page.items).toReversed()));
      cursor = toward === 'older' ? page.nextCursor : page.newerCursor;
    } while (cursor !== null);
    return seen;
  };

  it('has the worst first: critical failures, then what lost the most of its points, then what was not judged', async () => {
    expect(await walk(manager, 'sort=worst', 'older', 50)).toEqual([
      ...['critical', 'critical, no total', 'two legs', 'poor', 'fair too', 'fair', 'no total'],
      ...['nor this', 'not judged'],
    ]);
  });

  it('lists a call by the leg that comes first, which its row then shows, and only by legs that the asker may see', async () => {
    const [lowest] = (await get<CallList>(manager, '/calls?sort=score_lowest&limit=1')).items;
    expect(nameOf(lowest!.callId)).toBe('two legs');
    expect(lowest!.agent.personId).toBe(agents.b);
    const [best] = (await get<CallList>(manager, '/calls?sort=score_highest&limit=2')).items.slice(1);
    expect([nameOf(best!.callId), best!.agent.personId]).toEqual(['two legs', agents.a]);
    const theirs = await walk(supervisor, 'sort=score_lowest', 'older', 50);
    expect(theirs.slice(0, 5)).toEqual(['poor', 'fair', 'fair too', 'two legs', 'critical']);
  });

  it('puts ties in the order of time, and what was not measured last', async () => {
    expect((await walk(manager, 'sort=longest', 'older', 50)).slice(0, 5)).toEqual([
      ...['poor', 'fair too', 'fair', 'critical', 'not judged'],
    ]);
    expect((await walk(manager, 'sort=ring_longest', 'older', 50)).slice(0, 4)).toEqual([
      ...['poor', 'fair too', 'fair', 'nor this'],
    ]);
    expect((await walk(manager, 'sort=ring_shortest', 'older', 50))[0]).toBe('nor this');
  });

  it.each(SORTS)('is read page by page in both directions, each call once: %s', async (sort) => {
    for (const account of [manager, supervisor]) {
      const whole = await walk(account, `sort=${sort}`, 'older', 50);
      expect(new Set(whole).size).toBe(made.size);
      for (const limit of [1, 2, 3]) {
        expect(await walk(account, `sort=${sort}`, 'older', limit)).toEqual(whole);
        expect((await walk(account, `sort=${sort}`, 'newer', limit)).toReversed()).toEqual(whole);
      }
    }
  });

  it('can be turned round in the middle', async () => {
    const top = await get<CallList>(manager, '/calls?sort=worst&limit=4');
    const next = await get<CallList>(manager, `/calls?sort=worst&limit=4&cursor=${top.nextCursor}`);
    const back = await get<CallList>(manager, `/calls?sort=worst&limit=4&toward=newer&cursor=${next.newerCursor}`);
    expect(names(back.items)).toEqual(names(top.items));
    expect(back.newerCursor).toBeNull();
  });

  it.each(['worst', 'score_lowest', 'oldest', 'longest'])('is that of the calls beside one: %s', async (sort) => {
    const whole = await walk(manager, `sort=${sort}`, 'older', 50);
    for (const [at, name] of whole.entries()) {
      const { newer, older } = await get<CallNeighbours>(manager, `/calls/${made.get(name)}/neighbours?sort=${sort}`);
      expect([newer && nameOf(newer), older && nameOf(older)]).toEqual([whole[at - 1] ?? null, whole[at + 1] ?? null]);
    }
  });

  it('goes together with filters', async () => {
    expect(await walk(manager, 'sort=worst&result=critical:not_met', 'older', 1)).toEqual([
      ...['critical', 'critical, no total'],
    ]);
    const two = `call=${made.get('poor')},${made.get('fair')}`;
    expect(await walk(manager, `sort=shortest&${two}`, 'older', 1)).toEqual(['fair', 'poor']);
  });

  it('lists a call that a person is to judge blind as if it were not judged, so that its place tells nothing', async () => {
    const blind = await buildAccount(api.source, organisation, { role: 'quality_analyst', teamId: null });
    // What a draw writes; the draw itself is not what is tried here.
    await owner.query('set session_replication_role = replica');
    await owner.query(
      `insert into review_assignment (id, draw_id, leg_id, call_id, checklist_id, stratum, place, reviewer_person_id, due_at, state, created_at, blind)
       select gen_random_uuid(), gen_random_uuid(), id, call_id, 'any', '', 1, $2, now(), 'open', now(), true from leg where call_id = $1`,
      [made.get('critical'), blind.personId],
    );
    await owner.query('set session_replication_role = default');
    for (const limit of [1, 50]) {
      expect(await walk(blind, 'sort=worst', 'older', limit)).toEqual([
        ...['critical, no total', 'two legs', 'poor', 'fair too', 'fair', 'no total'],
        ...['nor this', 'not judged', 'critical'],
      ]);
      const upwards = await walk(blind, 'sort=score_highest', 'newer', limit);
      expect(upwards.slice(0, 5)).toContain('critical');
    }
    expect((await walk(blind, 'sort=longest', 'older', 50))[3]).toBe('critical');
    expect((await walk(manager, 'sort=worst', 'older', 50))[0]).toBe('critical');
  });

  it('refuses a place of another order, and a day where the order is not that of time', async () => {
    const { nextCursor } = await get<CallList>(manager, '/calls?sort=worst&limit=1');
    expect(await get(manager, `/calls?sort=longest&cursor=${nextCursor}`)).toMatchObject({ code: 'bad_cursor' });
    expect(await get(manager, `/calls?sort=newest&cursor=${nextCursor}`)).toMatchObject({ code: 'bad_cursor' });
    expect(await get(manager, '/calls?sort=worst&at=2026-03-02')).toMatchObject({ status: 400 });
    expect(await get(manager, '/calls?sort=best')).toMatchObject({ status: 400 });
  });
});
