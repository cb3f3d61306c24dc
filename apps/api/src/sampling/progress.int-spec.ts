import { progressFiguresSchema, type Progress, type ProgressFigures, type ProgressLegs } from '#contracts';
import { newId } from '#platform';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { SamplingDesk } from '../../../../test/support/sampling-desk.js';

/** Days within which the draws' periods end. */
const DAYS = 'from=2020-01-01&to=2100-01-01';
const FIGURES = progressFiguresSchema.keyof().options;

let desk: SamplingDesk;
let supervisor: TestAccount;
let drawId: string;
/** States of team A's and team B's assignments, by the order in which they are given. */
const STATES = ['done', 'open', 'open', 'replaced', 'lapsed', 'open'] as const;

beforeAll(async () => {
  desk = await SamplingDesk.open();
  const { teamA, teamB } = desk.desk.organisation;
  supervisor = await desk.person('supervisor', teamA);
  const { body } = await desk.create({ period: 'day', reviewers: [] });
  [{ id: drawId }] = (await desk.sql<{ id: string }>(
    'select id from sampling_draw where plan_id = $1 order by from_at limit 1',
    [body.planId],
  )) as [{ id: string }];
  const at = await desk.hoursInto(drawId);
  for (const [agent, teamId] of [
    [desk.agents[0]!, teamA],
    [desk.agents[1]!, teamB],
  ] as const)
    for (let n = 0; n < STATES.length; n++) await desk.scored(agent, teamId, at(9 + n));
  desk.clock.at = at(48);
  await desk.draws.sweep();
  // What the product comes to by itself over days: one of each state, of each team.
  await desk.asOwner('delete from review_assignment where draw_id = $1', [drawId]);
  const legs = await desk.sql<{ legId: string; callId: string; teamId: string; checklistId: string }>(
    `select leg.id as "legId", leg.call_id as "callId", leg.team_id as "teamId", frame.checklist_id as "checklistId"
     from sampling_frame frame join leg on leg.id = frame.leg_id where draw_id = $1 order by leg.team_id, leg.id`,
    [drawId],
  );
  for (const teamId of [teamA, teamB])
    for (const [n, { legId, callId, checklistId }] of legs.filter((one) => one.teamId === teamId).entries()) {
      const [open, taken] = [STATES[n] === 'open', n !== 2];
      await desk.asOwner(
        `insert into review_assignment (id, draw_id, leg_id, call_id, checklist_id, stratum, place, reviewer_person_id, due_at, state,
           created_at, ended_at, scorecard_id, replaced_reason, replaced_by_person_id)
         values ($1, $2, $3, $4, $5, '', $6, $7, now() + $8 * interval '1 day', $9, now(), $10, $11, $12, $13)`,
        [
          ...[newId(), drawId, legId, callId, checklistId, n + 1, taken ? desk.analysts[0]!.personId : null],
          // The last open one is overdue.
          ...[n === 5 ? -1 : 3, STATES[n], open ? null : new Date()],
          STATES[n] === 'done' ? ((await cardOf(legId)) ?? null) : null,
          ...(STATES[n] === 'replaced' ? ['sound_unusable', desk.manager.personId] : [null, null]),
        ],
      );
    }
});
afterAll(() => desk?.desk.api.stop());

const cardOf = async (legId: string): Promise<string | undefined> =>
  (await desk.sql<{ id: string }>('select id from scorecard where leg_id = $1 limit 1', [legId]))[0]?.id;
const progress = async (who: TestAccount, by: string) =>
  (await desk.ask<Progress>(who, 'GET', `reports/progress?by=${by}&${DAYS}`)).body;
const legs = async (who: TestAccount, query: string) =>
  (await desk.ask<ProgressLegs>(who, 'GET', `reports/progress/calls?${query}&${DAYS}`)).body;

const OF_TEAM: ProgressFigures = {
  ...{ drawn: 6, completed: 1, taken: 2, waiting: 1, overdue: 1, replaced: 1, lapsed: 1 },
};

describe('the progress of sampling plans', () => {
  it.each(['plan', 'reviewer', 'team', 'period'])('by %s adds up, and each number opens its calls', async (by) => {
    desk.clock.at = new Date();
    const { rows, total } = await progress(desk.manager, by);
    expect(total).toEqual(Object.fromEntries(FIGURES.map((one) => [one, 2 * OF_TEAM[one]])));
    for (const { key, figures } of rows) {
      const { drawn, completed, taken, waiting, replaced, lapsed } = figures;
      expect(completed + taken + waiting + replaced + lapsed).toBe(drawn);
      for (const figure of FIGURES) {
        const { count, items } = await legs(desk.manager, `by=${by}&figure=${figure}&key=${encodeURIComponent(key)}`);
        expect([by, figure, count, items.length]).toEqual([by, figure, figures[figure], figures[figure]]);
      }
    }
    for (const figure of FIGURES) {
      const sum = rows.reduce((all, row) => all + row.figures[figure], 0);
      expect([by, figure, sum]).toEqual([by, figure, total[figure]]);
      expect((await legs(desk.manager, `by=${by}&figure=${figure}`)).count).toBe(total[figure]);
    }
  });

  it('names plans, people and teams, and what waits to be taken', async () => {
    const [plan] = (await progress(desk.manager, 'plan')).rows;
    expect(plan?.detail).toMatch(/^SP-\d+ Two of each agent$/);
    const reviewers = (await progress(desk.manager, 'reviewer')).rows;
    expect(reviewers.map(({ key }) => key).sort()).toEqual([desk.analysts[0]!.personId, 'none'].sort());
    expect((await progress(desk.manager, 'team')).rows.every(({ name }) => name !== null)).toBe(true);
    expect((await progress(desk.manager, 'period')).rows[0]?.key).toMatch(/^(\d{4}-\d\d-\d\d)\/\1$/);
  });

  it('is of the teams within reach: a supervisor sees their own, an auditor all, an agent none', async () => {
    expect((await progress(supervisor, 'team')).total).toEqual(OF_TEAM);
    const { items } = await legs(supervisor, 'by=team&figure=drawn');
    expect(new Set(items.map(({ agent }) => agent.personId))).toEqual(new Set([desk.agents[0]!.personId]));
    expect((await legs(supervisor, `by=team&figure=drawn&key=${desk.desk.organisation.teamB}`)).count).toBe(0);
    expect((await progress(desk.auditor, 'team')).total.drawn).toBe(12);
    expect((await desk.ask(desk.agents[0]!, 'GET', `reports/progress?by=team&${DAYS}`)).status).toBe(403);
  });

  it('counts draws whose period ended within the days', async () => {
    const [{ day }] = (await desk.sql<{ day: string }>(
      `select to_char(to_day, 'YYYY-MM-DD') as day from sampling_draw where id = $1`,
      [drawId],
    )) as [{ day: string }];
    const on = async (from: string, to: string) =>
      (await desk.ask<Progress>(desk.manager, 'GET', `reports/progress?by=plan&from=${from}&to=${to}`)).body.total
        .drawn;
    expect([await on(day, day), await on('2020-01-01', '2020-12-31')]).toEqual([12, 0]);
    expect((await desk.ask(desk.manager, 'GET', 'reports/progress?by=plan&from=2026-02-01&to=2026-01-01')).status).toBe(
      400,
    );
    expect((await desk.ask(desk.manager, 'GET', `reports/progress?by=mood&${DAYS}`)).status).toBe(400);
  });
});
