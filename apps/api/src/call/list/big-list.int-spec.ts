import pg from 'pg';
import { callSortSchema, type CallFilters, type CallSort, type Role } from '#contracts';
import { buildOrganisation } from '../../../../../test/factories/organisation.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import {
  NEWEST,
  RARE_ITEM,
  SECONDS_BETWEEN,
  writeManyCalls,
  type MadeTeams,
} from '../../../../../measure/bench/list/many-calls.js';
import { CallListQuery } from './call-list.query.js';
import { measureOf } from './call-order.sql.js';
import { ListedCalls } from './listed-calls.js';
import { type Place } from './place-in-list.js';
import { Parameters } from '../../reach/visible-legs.js';

const CALLS = 100_000;
const PAGE = 50;
/**
 * Blocks that one page may touch. A row that is looked at touches one, so this bounds the rows looked at in vain; a query that walks the
 * table touches more than 100,000. Most pages touch some hundred.
 */
const FEW = 10_000;

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}

let api: TestApi;
let made: MadeTeams;
let askers: Record<string, { held: { role: Role; teamId: string | null }[]; personId: string }>;

beforeAll(async () => {
  api = await startTestApi();
  await buildOrganisation(api.source);
  const owner = new pg.Client({ connectionString: api.ownerUrl });
  await owner.connect();
  made = await writeManyCalls(owner, { calls: CALLS, teams: 40, peoplePerTeam: 10 });
  await owner.end();
  const [agent] = made.personIds.slice(-1) as [string];
  const of = (role: Role, ...teams: (string | null)[]) => ({
    held: teams.map((teamId) => ({ role, teamId })),
    personId: agent,
  });
  askers = {
    everything: of('quality_manager', null),
    'the team with most': of('supervisor', made.teamIds[0]!),
    'the team with fewest': of('supervisor', made.teamIds[39]!),
    'five teams': of('supervisor', ...made.teamIds.slice(10, 15)),
    'their own': of('agent', null),
  };
});
afterAll(() => api.stop());

/** A place half a year deep: people do not page there, but the cost must not depend on it. */
const deep: Place['beside'] = {
  startedAtMicros: String((Date.parse(NEWEST) - 0.9 * CALLS * SECONDS_BETWEEN * 1000) * 1000),
  callId: null,
};

/** Reads one page under EXPLAIN (ANALYZE, BUFFERS): every node, and how many blocks the whole read. */
async function explain(
  who: string,
  filters: CallFilters,
  beside: Place['beside'] = null,
): Promise<{ nodes: Node[]; blocks: number }> {
  const parameters = new Parameters();
  const question = { asker: askers[who]!, permission: 'calls.read' as const, filters };
  const { sql } = await api.app.get(ListedCalls).page(question, { toward: 'older', beside, limit: PAGE }, parameters);
  return planOf(sql, parameters);
}

async function planOf(sql: string, parameters: Parameters): Promise<{ nodes: Node[]; blocks: number }> {
  const [answer]: { 'QUERY PLAN': { Plan: Node }[] }[] = await api.source.query(
    `explain (analyze, buffers, format json) ${sql}`,
    parameters.values,
  );
  const root = answer!['QUERY PLAN'][0]!.Plan;
  const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return { nodes: all(root), blocks: root['Shared Hit Blocks'] + root['Shared Read Blocks'] };
}

const WHO = ['everything', 'the team with most', 'the team with fewest', 'five teams', 'their own'];
const ASKED: [string, CallFilters][] = [
  ['nothing', {}],
  ['calls that need attention', { stage: ['needs_attention'] }],
  ['calls that were not recorded', { stage: ['not_recorded'] }],
  ['an item often missed', { result: ['ownership.promise_has_time:not_met'] }],
  ['an item hardly ever missed', { result: [`${RARE_ITEM}:not_met`] }],
  ['any abstention by a rule', { result: ['any:insufficient'], source: ['rule'] }],
  ['a language and a direction', { language: ['en'], direction: ['outbound'] }],
  ['words', { q: '宽带故障 14' }],
  ['the end of a number', { q: '****0404' }],
  ['a month', { from: '2026-08-01', to: '2026-08-31' }],
  ['points that count', { pointsMin: 95 }],
];

const BY_MEASURE = callSortSchema.options.filter((sort) => measureOf(sort) !== null);
/** The first page of an order. */
async function explainOrder(who: string, sort: CallSort, filters: CallFilters) {
  const question = { asker: askers[who]!, permission: 'calls.read' as const, filters };
  const parameters = new Parameters();
  const place = { toward: 'down' as const, beside: null, limit: PAGE };
  const { sql } = await api.app.get(ListedCalls).ordered(question, measureOf(sort)!, place, parameters);
  return planOf(sql, parameters);
}

describe('the list over 100,000 calls', () => {
  it.each(WHO)('gives %s a page in any order from few blocks', async (who) => {
    const dear: unknown[] = [];
    for (const [what, filters] of ASKED) {
      for (const sort of BY_MEASURE) {
        // Where many fit, a scan that ends after some thousand rows is as good as an index: what is bounded is what it reads.
        const { blocks } = await explainOrder(who, sort, filters);
        if (blocks > FEW) dear.push({ what, sort, blocks });
      }
    }
    expect(dear).toEqual([]);
  });

  it.each(WHO)('gives %s a page from few blocks, for any filters and at any depth', async (who) => {
    const dear: unknown[] = [];
    for (const [what, filters] of ASKED) {
      for (const beside of [null, deep]) {
        const { nodes, blocks } = await explain(who, filters, beside);
        const scanned = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name']);
        if (blocks > FEW || scanned.length > 0) dear.push({ what, deep: beside !== null, blocks, scanned });
      }
    }
    expect(dear).toEqual([]);
  });

  it('gives the same calls forwards and backwards, each once, also where a call has legs of two teams', async () => {
    const list = api.app.get(CallListQuery);
    const question = {
      asker: askers['five teams']!,
      permission: 'calls.read' as const,
      filters: { from: '2026-11-17' },
    };
    const walk = async (toward: Place['toward']): Promise<string[]> => {
      const seen: string[] = [];
      let beside: Place['beside'] = null;
      for (;;) {
        const page = await list.page(question, { toward, beside, limit: 7 });
        seen.push(...(toward === 'older' ? page.rows : page.rows.toReversed()).map(({ callId }) => callId));
        const end = toward === 'older' ? page.rows.at(-1) : page.rows[0];
        if (!page.more || !end) return seen;
        beside = { startedAtMicros: String(Date.parse(end.startedAt) * 1000), callId: end.callId };
      }
    };
    const older = await walk('older');
    expect(older.length).toBeGreaterThan(100);
    expect(new Set(older).size).toBe(older.length);
    expect((await walk('newer')).toReversed()).toEqual(older);
  });

  it('counts what it can count cheaply, and says where it stopped', async () => {
    const count = (who: string, filters: CallFilters) =>
      api.app.get(ListedCalls).count({ asker: askers[who]!, permission: 'calls.read', filters });
    expect(await count('everything', {})).toEqual({ counted: CALLS, exact: true });
    expect(await count('everything', { result: ['any:not_met'] })).toEqual({ counted: 10_000, exact: false });
    const own = await count('their own', {});
    expect(own.exact).toBe(true);
    expect(own.counted).toBeLessThan(1_000);
  });
});
