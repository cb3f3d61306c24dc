import pg from 'pg';
import {
  COUNTED_BY,
  itemCountedBy,
  itemReportBySchema,
  reportBySchema,
  resultNameOf,
  type CallCount,
  type CallReport,
  type ItemReport,
  type ReportFigures,
  type WrittenFilters,
} from '#contracts';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { writeManyCalls, type MadeTeams } from '../../../../tools/bench/list/many-calls.js';
import { plainCalls, plainItems, ZONE, type PlainFigures } from '../../../../test/support/plain-counts.js';

const DEEP = process.env['SHOUWEN_TEST_DEEP'] === '1';
const CALLS = DEEP ? 100_000 : 3_000;
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
  ringsWithin: figures.rings?.n ?? 0,
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
    for (const by of reportBySchema.options) {
      const { rows, total } = await report(manager, by, narrow);
      const plain = await plainCalls(api.source, by, PERIOD, narrow);
      const of = new Map(rows.map(({ key, figures }) => [key, plainOf(figures)]));
      expect([by, of]).toEqual([by, plain.groups]);
      expect([by, plainOf(total)]).toEqual([by, plain.total]);
    }
  });

  it('open the list with exactly the calls that each number counts', async () => {
    for (const by of reportBySchema.options) {
      const { rows } = await report(manager, by);
      const some = DEEP ? rows.slice(0, 3) : rows.slice(0, 12);
      for (const { narrow, figures } of some) {
        const { mean: _, ...counted } = plainOf(figures);
        for (const [figure, count] of Object.entries(counted)) {
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

describe('reports of results', () => {
  it.each(itemReportBySchema.options)('by %s equal a plain count and open the list with its calls', async (by) => {
    const { rows } = await get<ItemReport>(manager, '/reports/items', { ...PERIOD, by });
    const plain = await plainItems(api.source, by, PERIOD);
    expect(new Map(rows.map(({ key, figures: { share: _, ...counts } }) => [key, counts]))).toEqual(plain);
    for (const { key, figures } of DEEP ? rows.slice(0, 3) : rows) {
      for (const [figure, filters] of Object.entries(itemCountedBy(resultNameOf(by, key)))) {
        const counted = await get<CallCount>(manager, '/calls/count', { ...PERIOD, ...filters });
        expect([filters, counted.counted]).toEqual([filters, figures[figure as 'met']]);
      }
    }
    expect(rows.some(({ critical }) => critical)).toBe(true);
  });
});

it('uses the zone of the site', () => expect(ZONE).toBe('Asia/Shanghai'));
