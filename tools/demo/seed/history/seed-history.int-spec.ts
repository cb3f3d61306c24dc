import { DateTime } from 'luxon';
import {
  INVENTED_SOURCE,
  type CallDetail,
  type CallList,
  type CoachingList,
  type CoachingView,
  type DisputeList,
  type DrawDetail,
  type Progress,
  type SampledMeans,
  type SamplingPlanList,
} from '#contracts';
import { ENV, type Env } from '#platform';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { ApiClient } from '../../api-client.js';
import { PROFILE } from '../organisation.js';
import { seedOrganisation } from '../seed-organisation.js';
import { seedHistory } from './seed-history.js';

const PASSWORD = 'a-month-behind-it-7';
let api: TestApi;
let calls: number;

beforeAll(async () => {
  api = await startTestApi();
  const env = api.app.get<Env>(ENV, { strict: false });
  await seedOrganisation(env, PASSWORD);
  calls = await seedHistory(env, api.ownerUrl);
});
afterAll(() => api?.stop());

const again = () => seedHistory(api.app.get<Env>(ENV, { strict: false }), api.ownerUrl);
const as = (username: string) => ApiClient.signIn(api.baseUrl, username, PASSWORD);

describe('the history of a demonstration', () => {
  it('is a month up to yesterday, written once, every row of it marked and without sound', async () => {
    expect(calls).toBeGreaterThan(300);
    const [row] = await api.source.query(
      `select count(*)::int as n, min(started_at) as first, max(started_at) as last from call where source = $1 and stage = 'scored'`,
      [INVENTED_SOURCE],
    );
    const today = DateTime.now().setZone(PROFILE.timeZone).startOf('day');
    expect(row.n).toBe(calls);
    expect(row.last < today.toJSDate() && row.first >= today.minus({ days: 30 }).toJSDate()).toBe(true);
    expect(await api.source.query('select 1 from recording')).toEqual([]);
    expect(await api.source.query('select 1 from awaiting_person where closed_at is null')).toEqual([]);
    expect(await again()).toBe(0);
  });

  it('is read like other calls, says what it is, and names no call that needs attention', async () => {
    const supervisor = await as('supervisor');
    const { items } = (await supervisor.json('/api/v1/calls?limit=50')) as CallList;
    expect(items.length).toBe(50);
    expect(items.every(({ invented, stage }) => invented && stage === 'scored')).toBe(true);
    const one = (await supervisor.json(`/api/v1/calls/${items[0]?.callId}`)) as CallDetail;
    expect(one).toMatchObject({ invented: true, may: { listen: false } });
    const agent = (await (await as('agent')).json('/api/v1/calls?limit=200')) as CallList;
    expect(new Set(agent.items.map((call) => call.agent.staffNumber))).toEqual(new Set(['3068']));
  });

  it('accuses of nothing that is not trusted in its language: such a result is told, and costs nothing', async () => {
    const items: { item: string; told: boolean; language: string }[] = await api.source.query(
      `select result->>'itemId' as item, result ? 'notTrusted' as told, call.language
       from scorecard card join leg on leg.id = card.leg_id join call on call.id = leg.call_id, jsonb_array_elements(card.items) result
       where card.author = 'automatic' and result->>'outcome' = 'not_met' group by 1, 2, 3`,
    );
    // Deflection is trusted in both languages, and how a matter ends in neither.
    expect(items.filter(({ item }) => item === 'ownership.no_deflection').map(({ told }) => told)).not.toContain(true);
    expect(items.filter(({ item }) => item === 'ownership.resolution').map(({ told }) => told)).toContain(true);
    const [{ n }] = await api.source.query(
      `select count(*)::int as n from scorecard card where card.author = 'automatic' and card.worst->>'outcome' = 'not_met' and exists (select 1
         from jsonb_array_elements(card.items) result where result->>'itemId' = card.worst->>'itemId' and result ? 'notTrusted')`,
    );
    expect(n).toBe(0);
  });

  it('has a sampling plan with draws of past weeks, some reviewed, some waiting and overdue, and means of random draws', async () => {
    const quality = await as('quality');
    const { plans } = (await quality.json('/api/v1/sampling/plans')) as SamplingPlanList;
    expect(plans).toMatchObject([
      { plan: { name: expect.stringContaining('虚构') }, last: { drawnAt: expect.any(String) } },
    ]);
    // What comes next is drawn for real: its seed is committed.
    expect(plans[0]!.next).toMatchObject({ drawnAt: null, seed: null });
    const days = 'from=2000-01-01&to=2100-01-01';
    const { total, rows } = (await quality.json(`/api/v1/reports/progress?by=period&${days}`)) as Progress;
    expect(rows).toHaveLength(3);
    expect(total).toMatchObject({ replaced: 1, lapsed: 0 });
    for (const figure of ['completed', 'taken', 'waiting', 'overdue'] as const)
      expect(total[figure]).toBeGreaterThan(0);
    const { agents } = (await (await as('supervisor')).json('/api/v1/sampling/means')) as SampledMeans;
    expect(agents.filter(({ n }) => n > 0).length).toBeGreaterThan(0);
    const { draw, invented } = (await quality.json(`/api/v1/sampling/draws/${plans[0]!.last!.drawId}`)) as DrawDetail;
    expect([invented, draw.taken]).toEqual([true, 8]);
    const guards: { n: number }[] = await api.source.query(
      `select count(*)::int as n from pg_trigger where tgname = 'sampling_seed_first' and tgenabled = 'O'`,
    );
    expect(guards).toEqual([{ n: 1 }]);
    const before = total;
    await again();
    expect(((await quality.json(`/api/v1/reports/progress?by=period&${days}`)) as Progress).total).toEqual(before);
  });

  it('has coaching: one session for its agent to read, one that was answered, each with a goal that is counted', async () => {
    const { items } = (await (await as('supervisor')).json('/api/v1/coaching')) as CoachingList;
    expect(items.map(({ state }) => state).sort()).toEqual(['answered', 'shared']);
    const agent = await as('agent');
    const own = (await agent.json('/api/v1/coaching?show=todo')) as CoachingList;
    expect(own.items).toHaveLength(1);
    const session = (await agent.json(`/api/v1/coaching/${own.items[0]?.sessionId}`)) as CoachingView;
    expect(session).toMatchObject({ moments: [{ recording: null }, {}], goals: [{ due: false }] });
    expect(session.goals[0]?.after?.of).toBeGreaterThan(0);
    await again();
    expect(((await agent.json('/api/v1/coaching')) as CoachingList).items).toHaveLength(1);
  });

  it('has a calibration on which a quality manager decided', async () => {
    const counted = () => api.source.query('select item_id, outcome from calibration_decision');
    const [one, ...others] = await counted();
    expect([one.outcome, others]).toEqual(['not_met', []]);
    const [{ n }] = await api.source.query('select count(*)::int as n from calibration where closed_at is not null');
    expect(n).toBe(1);
    await again();
    expect(await counted()).toHaveLength(1);
  });

  it('has people at work: reviews, and disputes of which one waits', async () => {
    const { items } = (await (await as('quality')).json('/api/v1/disputes?show=all')) as DisputeList;
    expect(items.map(({ state }) => state).sort()).toEqual(['answered', 'granted', 'open']);
    const [{ n }] = await api.source.query(`select count(*)::int as n from scorecard where author = 'review'`);
    expect(n).toBeGreaterThan(5);
    // Work that was broken off is completed, and nothing is done twice.
    const counted = () =>
      api.source.query(
        `select (select count(*)::int from dispute) as disputes, (select count(*)::int from scorecard where author <> 'automatic') as cards`,
      );
    const before = await counted();
    await again();
    expect(await counted()).toEqual(before);
  });
});
