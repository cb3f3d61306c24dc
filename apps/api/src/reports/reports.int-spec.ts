import pg from 'pg';
import { Leg } from '#calls';
import {
  COUNTED_BY,
  itemCountedBy,
  itemReportBySchema,
  reportBySchema,
  resultNameOf,
  type CallCount,
  type CallReport,
  type FilterChoices,
  type ItemReport,
  type ItemReportBy,
  type ReportFigures,
  type WrittenFilters,
} from '#contracts';
import { RoleAssignment } from '#people';
import { newId } from '#platform';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { SMALL_CHECKLIST } from '../../../../test/factories/scorecards.js';
import { writeManyCalls, type MadeTeams } from '../../../../measure/bench/list/many-calls.js';
import { countsStayTrue } from '../../../../test/support/counted-days.js';
import { addedUp, plainCalls, plainItems, ZONE, type PlainFigures } from '../../../../test/support/plain-counts.js';

const DEEP = process.env['SHOUWEN_TEST_DEEP'] === '1';
const CALLS = DEEP ? 100_000 : 3_000;
/** So many rows of each report are opened as a list. */
const OPENED = 3;
/** Whose ends lie within the made calls, so that both cut something off. */
const PERIOD = DEEP ? { from: '2026-06-05', to: '2026-11-19' } : { from: '2026-11-16', to: '2026-11-19' };

let api: TestApi;
let organisation: Organisation;
let made: MadeTeams;
let manager: TestAccount;
let supervisor: TestAccount;
let agent: TestAccount;
let auditor: TestAccount;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const owner = new pg.Client({ connectionString: api.ownerUrl });
  await owner.connect();
  made = await writeManyCalls(owner, { calls: CALLS, teams: 6, peoplePerTeam: 3 });
  // The agent has the calls of a person who was made.
  manager = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
  auditor = await buildAccount(api.source, organisation, { role: 'auditor', teamId: null });
  supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: made.teamIds[1]! });
  agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: null });
  await owner.query('update leg set person_id = $1 where person_id = $2', [agent.personId, made.personIds[0]]);
  await owner.end();
});
afterAll(() => api.stop());

const cookies = new Map<string, string>();
async function ask(account: TestAccount, path: string, query: Record<string, string> = {}): Promise<Response> {
  const cookie = cookies.get(account.username) ?? (await api.signIn(account.username));
  cookies.set(account.username, cookie);
  return fetch(`${api.baseUrl}/api/v1${path}?${new URLSearchParams(query).toString()}`, { headers: { cookie } });
}
async function get<T>(account: TestAccount, path: string, query: Record<string, string> = {}): Promise<T> {
  const response = await ask(account, path, query);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}
const report = (account: TestAccount, by: string, narrow: WrittenFilters = {}) =>
  get<CallReport>(account, '/reports/calls', { ...PERIOD, ...narrow, by });

/** A mean is a floating sum of as many numbers in another order. */
const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(4)));

const plainOf = (figures: ReportFigures): PlainFigures => ({
  calls: figures.calls,
  ringsBeyond: figures.rings ? figures.rings.of - figures.rings.n : 0,
  ringsKnown: figures.rings?.of ?? 0,
  scored: figures.judged!.scored,
  points: figures.judged!.points?.n ?? 0,
  mean: rounded(figures.judged!.points?.mean ?? null),
  critical: figures.judged!.critical,
  abstained: figures.judged!.abstained,
});

describe('reports of calls', () => {
  const narrowed: [string, WrittenFilters][] = [
    ['all calls', {}],
    ['one language and direction', { language: 'zh', direction: 'inbound' }],
    ['a queue with a comma', { queue: '报障%2C 宽带' }],
  ];
  it.each(narrowed)('of %s equal a plain count, in every group and in all', async (_, narrow) => {
    for (const [by, plain] of await plainCalls(api.source, PERIOD, narrow)) {
      const { rows, total } = await report(manager, by, narrow);
      const of = new Map(rows.map(({ key, figures }) => [key, plainOf(figures)]));
      expect([by, of]).toEqual([by, plain.groups]);
      expect([by, plainOf(total)]).toEqual([by, plain.total]);
    }
  });

  it('open the list with exactly the calls that each number counts', async () => {
    for (const by of reportBySchema.options) {
      const { rows } = await report(manager, by);
      for (const { narrow, figures } of rows.slice(0, OPENED)) {
        const { mean: _, ...counted } = plainOf(figures);
        for (const [figure, count] of Object.entries(counted)) {
          if (figures.judged!.oneAgent && figure === 'points') continue;
          const filters = { ...PERIOD, ...narrow, ...COUNTED_BY[figure as keyof typeof COUNTED_BY] };
          expect([by, filters, await get<CallCount>(manager, '/calls/count', filters)]).toEqual([
            by,
            filters,
            { counted: count, exact: true },
          ]);
        }
      }
    }
  });

  it('count what the asker’s list shows: a team, one’s own calls', async () => {
    const ofTeam = await report(supervisor, 'team');
    const all = await report(manager, 'team');
    expect(ofTeam.rows).toEqual(all.rows.filter(({ key }) => key === made.teamIds[1]));
    const own = await report(agent, 'agent');
    expect(own.rows.map(({ key }) => key)).toEqual([agent.personId]);
    expect(own.rows).toEqual((await report(manager, 'agent')).rows.filter(({ key }) => key === agent.personId));
    expect((await report(supervisor, 'team', { team: made.teamIds[0]! })).total.calls).toBe(0);
  });

  it('count a late answer of a call whose other leg was answered in time', async () => {
    const mixed = { from: '2026-03-05', to: '2026-03-05' };
    const startedAt = new Date('2026-03-05T04:00:00Z');
    const rang = (seconds: number) => ({ alertedAt: startedAt, answeredAt: new Date(+startedAt + seconds * 1000) });
    const { callId } = await buildCall(
      api.source,
      { personId: agent.personId, teamId: made.teamIds[1]!, ...rang(3) },
      { startedAt, direction: 'inbound' },
    );
    await api.source.manager.insert(Leg, {
      ...{ id: newId(), callId, position: 1, personId: agent.personId, teamId: made.teamIds[1]!, queueSeconds: 4 },
      ...{ ...rang(40), endedAt: new Date(+startedAt + 60_000), hangupParty: 'customer' as const },
      ...{ transfer: 'none' as const, consulted: null, holdSpans: [] },
    });
    const { total } = await report(manager, 'team', mixed);
    expect(total.rings).toMatchObject({ n: 0, of: 1 });
    const late = await get<CallCount>(manager, '/calls/count', { ...mixed, ...COUNTED_BY.ringsBeyond });
    expect(late).toEqual({ counted: 1, exact: true });
  });

  it('show scores where they may be seen of all calls that the filters leave', async () => {
    const both = await buildAccount(api.source, organisation, { role: 'auditor', teamId: null });
    await api.source.manager.insert(RoleAssignment, {
      ...{ id: newId(), accountId: both.accountId, personId: both.personId, role: 'supervisor' as const },
      ...{ teamId: made.teamIds[1]!, clientId: null, createdAt: new Date() },
      ...{ grantedByPersonId: organisation.first, approvedByPersonId: organisation.second },
    });
    expect((await report(both, 'team')).total.judged).toBeNull();
    const ofTeam = await report(both, 'team', { team: made.teamIds[1]! });
    expect(ofTeam.total).toEqual((await report(manager, 'team', { team: made.teamIds[1]! })).total);
    expect(ofTeam.total.judged).not.toBeNull();
    const items = await get<ItemReport>(both, '/reports/items', { ...PERIOD, by: 'item', team: made.teamIds[1]! });
    expect(items.judged).toBe(true);
  });

  it('show no scores to a role that may not see them, and count the calls all the same', async () => {
    const { total, rows } = await report(auditor, 'team');
    expect(total.judged).toBeNull();
    expect(rows.every(({ figures }) => figures.judged === null)).toBe(true);
    expect(total.calls).toBe((await report(manager, 'team')).total.calls);
    expect(await get<ItemReport>(auditor, '/reports/items', { ...PERIOD, by: 'item' })).toMatchObject({
      judged: false,
      rows: [],
    });
  });

  it.each([
    ['one agent', () => ({ agent: made.personIds[1]! })],
    ['an agent and one without a call', () => ({ agent: `${made.personIds[1]!},${manager.personId}` })],
  ])('tell no points of %s, in total, by day, by team and by hour', async (_, narrow) => {
    for (const by of ['team', 'day', 'hour', 'queue'] as const) {
      const { total, rows } = await report(manager, by, narrow());
      expect(total.judged).toMatchObject({ points: null, oneAgent: true });
      expect(total.judged!.scored).toBeGreaterThan(0);
      expect(rows.flatMap(({ figures }) => figures.judged!.points ?? [])).toEqual([]);
    }
    const two = await report(manager, 'team', { agent: made.personIds.slice(1, 3).join(',') });
    expect(two.total.judged).toMatchObject({ points: { n: expect.any(Number) }, oneAgent: false });
    expect(two.rows.flatMap(({ figures }) => figures.judged!.points ?? [])).toEqual([]);
    const { total } = await report(agent, 'day');
    expect(total.judged).toMatchObject({ points: null, oneAgent: true });
  });

  it('name people by staff number and in its order, never by how they did', async () => {
    const { rows } = await report(manager, 'agent');
    const numbers = rows.map(({ detail }) => detail ?? '');
    expect(numbers).toEqual(numbers.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
  });

  it.each([
    [{ from: '2026-11-19', to: '2026-11-16', by: 'team' }, 'to'],
    [{ from: '2020-01-01', to: '2026-11-16', by: 'team' }, 'to'],
    [{ from: '2026-11-16', by: 'team' }, 'to'],
    [{ ...PERIOD, by: 'mood' }, 'by'],
  ])('refuse %j and say what is wrong', async (query, path) => {
    const response = await ask(manager, '/reports/calls', query as Record<string, string>);
    expect(response.status).toBe(400);
    const { fields } = (await response.json()) as { fields: { path: string }[] };
    expect(fields[0]?.path).toContain(path);
  });
});

/** What is counted of days on which no test changes anything is counted once. */
const UNCHANGED_TO = '2026-11-14';
const earlier = new Map<string, ReturnType<typeof plainItems>>();
async function plainResults(by: ItemReportBy, narrow: WrittenFilters, withheld: readonly string[]) {
  const { from, to } = PERIOD;
  if (from > UNCHANGED_TO) return plainItems(api.source, by, PERIOD, narrow, withheld);
  const name = JSON.stringify([by, narrow]);
  const before = earlier.get(name) ?? plainItems(api.source, by, { from, to: UNCHANGED_TO }, narrow);
  earlier.set(name, before);
  const since = await plainItems(api.source, by, { from: '2026-11-15', to }, narrow, withheld);
  return addedUp(await before, since);
}

describe('reports of results', () => {
  it.each(itemReportBySchema.options)('by %s equal a plain count and open the list with its calls', async (by) => {
    const { rows } = await get<ItemReport>(manager, '/reports/items', { ...PERIOD, by });
    const plain = await plainResults(by, {}, []);
    expect(new Map(rows.map(({ key, figures: { share: _, ...counts } }) => [key, counts]))).toEqual(plain);
    for (const { key, figures } of rows.slice(0, OPENED)) {
      for (const [figure, filters] of Object.entries(itemCountedBy(resultNameOf(by, key)))) {
        const counted = await get<CallCount>(manager, '/calls/count', { ...PERIOD, ...filters });
        expect([filters, counted.counted]).toEqual([filters, figures[figure as 'met']]);
      }
    }
    expect(rows.some(({ critical }) => critical)).toBe(true);
  });

  it('equal a plain count whether days are counted or not, whatever changes, and for whom results are withheld', () => {
    const asked = async (by: ItemReportBy, narrow: WrittenFilters, withheld: readonly string[]) => {
      const { rows } = await get<ItemReport>(manager, '/reports/items', { ...PERIOD, ...narrow, by });
      const reported = new Map(rows.map(({ key, figures: { share: _, ...counts } }) => [key, counts]));
      return { reported, plain: await plainResults(by, narrow, withheld) };
    };
    return countsStayTrue(api, manager.personId, asked);
  });

  it('name items that only an older version of the checklist has', async () => {
    const older = await get<ItemReport>(manager, '/reports/items', { ...PERIOD, by: 'item' });
    const clauses = await get<ItemReport>(manager, '/reports/items', { ...PERIOD, by: 'clause' });
    await api.source.query(
      `insert into checklist_version (checklist_id, version, sha256, definition, published_at)
       values ('bench-inbound', 2, repeat('1', 64), $1, now())`,
      [
        {
          ...SMALL_CHECKLIST,
          ...{ id: 'bench-inbound', version: 2 },
          sections: SMALL_CHECKLIST.sections.map((section) => ({
            ...section,
            items: section.items.slice(0, 1).map((item) => ({ ...item, id: 'new.item', clause: 'P9 §1' })),
          })),
        },
      ],
    );
    const newer = await get<ItemReport>(manager, '/reports/items', { ...PERIOD, by: 'item' });
    expect(newer.rows).toEqual(older.rows);
    expect(newer.rows.find(({ key }) => key === 'answer.three_rings')).toMatchObject({
      name: { zh: 'answer.three_rings' },
      detail: expect.stringContaining('P1'),
      critical: true,
    });
    expect((await get<ItemReport>(manager, '/reports/items', { ...PERIOD, by: 'clause' })).rows).toEqual(clauses.rows);
    const { items } = await get<FilterChoices>(manager, '/calls/filter-choices');
    expect(items.map(({ itemId }) => itemId)).toEqual(expect.arrayContaining(['answer.three_rings', 'new.item']));
  });
});

it('uses the zone of the site', () => expect(ZONE).toBe('Asia/Shanghai'));
