import {
  type DrawDetail,
  type DrawnQueue,
  type NextDrawn,
  type DrawReplay,
  type KeptDraw,
  type PossibleReviewers,
  type Problem,
  type SampledMeans,
  type SamplingPlan,
  type SamplingPlanList,
  type SamplingPlanView,
  type SamplingPreview,
  type WhyDrawn,
} from '#contracts';
import { commitmentOf, type SamplingDraws } from '#reviews';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PLAN, SamplingDesk, type MovedClock } from '../../../../test/support/sampling-desk.js';
import { type UploadDesk } from '../../../../test/support/upload-desk.js';

let made: SamplingDesk;
let desk: UploadDesk;
let manager: TestAccount;
let auditor: TestAccount;
let analysts: TestAccount[];
let agents: TestAccount[];
let clock: MovedClock;
let draws: SamplingDraws;

const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T>(...asked);
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []) => made.sql<T>(text, values);
const create = (over: Partial<SamplingPlan> = {}) => made.create(over);
const scored = (...built: Parameters<SamplingDesk['scored']>) => made.scored(...built);

beforeAll(async () => {
  made = await SamplingDesk.open();
  ({ desk, manager, auditor, analysts, agents, clock, draws } = made);
});
afterAll(() => desk?.api.stop());

describe('a sampling plan', () => {
  it('commits its seeds before their periods begin, and shows no seed before the draw', async () => {
    const { status, body } = await create();
    expect([status, body.code, body.version]).toEqual([201, 'SP-0001', 1]);
    expect(body.next).toMatchObject({ seed: null, drawnAt: null, taken: null });
    const rows = await sql<{ committed_at: Date; from_at: Date; seed: string; seed_sha256: string }>(
      'select * from sampling_draw where plan_id = $1 order by from_at',
      [body.planId],
    );
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      expect(row.committed_at.getTime()).toBeLessThan(row.from_at.getTime());
      expect(commitmentOf(row.seed)).toBe(row.seed_sha256);
    }
    const said = await sql<{ details: { seedSha256: string } }>(
      `select details from journal_detail join journal_entry on id = entry_id where event = 'sampling.seed_committed' order by id`,
    );
    expect(said.map(({ details }) => details.seedSha256)).toEqual(rows.map((row) => row.seed_sha256));
    expect(JSON.stringify(said)).not.toContain(rows[0]!.seed);
    const list = await ask<SamplingPlanList>(auditor, 'GET', 'sampling/plans');
    expect(JSON.stringify(list.body)).not.toContain(rows[0]!.seed);
    expect(list.body.reviewers.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([manager.personId, analysts[0]!.personId]),
    );
  });

  it('changes for periods that have not begun, whose seeds are taken back, and never under a colleague', async () => {
    const { planId, next } = (await create({ period: 'week' })).body;
    const path = `sampling/plans/${planId}`;
    const changed = await ask<SamplingPlanView>(manager, 'PUT', path, {
      version: 1,
      plan: { ...PLAN, period: 'week', name: 'B' },
    });
    expect(changed.body).toMatchObject({ version: 2, plan: { name: 'B' } });
    expect(changed.body.next?.seedSha256).not.toBe(next?.seedSha256);
    const again = await ask<Problem>(manager, 'PUT', path, { version: 1, plan: PLAN });
    expect([again.status, again.body.code]).toEqual([409, 'plan_changed']);
    expect((await ask(manager, 'POST', `${path}/end`)).status).toBe(204);
    expect((await ask<Problem>(manager, 'POST', `${path}/end`)).body.code).toBe('plan_ended');
    expect(await sql('select 1 from sampling_draw where plan_id = $1 and withdrawn_at is null', [planId])).toEqual([]);
    const events = await sql<{ event: string }>(
      `select distinct event from journal_entry join journal_detail on entry_id = id where details->>'planId' = $1 order by event`,
      [planId],
    );
    expect(events.map(({ event }) => event)).toEqual([
      'sampling.plan_ended',
      'sampling.plan_saved',
      'sampling.seed_committed',
      'sampling.seed_withdrawn',
    ]);
  });

  it('is refused where it makes no sense, with what is wrong in words', async () => {
    const refused = async (over: Partial<SamplingPlan>) => {
      const { status, body } = await ask<Problem>(manager, 'POST', 'sampling/plans', { ...PLAN, ...over });
      return [status, body.code, body.fields?.[0]?.message.zh];
    };
    expect(await refused({ strata: 'none' })).toEqual([400, 'bad_input', '每层抽取需要先选择分层方式']);
    expect(await refused({ kind: 'risk', strata: 'none', size: { n: 1, per: 'all' } })).toEqual([
      ...[400, 'bad_input', '请至少选择一种风险'],
    ]);
    expect((await refused({ reviewers: [{ personId: agents[0]!.personId, languages: ['zh'] }] }))[1]).toBe(
      'plan_reviewer_unfit',
    );
    expect((await ask(analysts[0]!, 'GET', 'sampling/plans')).status).toBe(403);
    expect((await ask(auditor, 'POST', 'sampling/plans', PLAN)).status).toBe(403);
  });
});

describe('the draw of a period', () => {
  let plan: SamplingPlanView;
  let calls: BuiltCall[];
  let drawId: string;
  let detail: DrawDetail;
  const read = async () => (await ask<DrawDetail>(auditor, 'GET', `sampling/draws/${drawId}`)).body;

  beforeAll(async () => {
    const { teamA, teamB } = desk.organisation;
    const reviewers = analysts.map(({ personId }) => ({ personId, languages: ['zh' as const, 'en' as const] }));
    plan = (await create({ reviewers })).body;
    drawId = plan.next!.drawId;
    const [{ from_at: from }] = (await sql('select from_at from sampling_draw where id = $1', [drawId])) as [
      { from_at: Date },
    ];
    const at = (hours: number) => new Date(from.getTime() + hours * 3_600_000);
    calls = [];
    for (let n = 1; n <= 4; n += 1) calls.push(await scored(agents[0]!, teamA, at(n)));
    calls.push(await scored(agents[1]!, teamB, at(5)));
    // Before the period, after it, and on its way to a score.
    await scored(agents[0]!, teamA, at(-1));
    await scored(agents[0]!, teamA, at(25));
    await buildCall(
      desk.api.source,
      { personId: agents[0]!.personId, teamId: teamA },
      { stage: 'sealed', startedAt: at(6) },
    );
    clock.at = at(25);
  });

  it('waits a while for calls that are not scored, and then goes without them and says so', async () => {
    await draws.sweep();
    expect((await read()).draw.drawnAt).toBeNull();
    expect((await ask<Problem>(auditor, 'GET', `sampling/draws/${drawId}/replay`)).body.code).toBe('not_drawn_yet');
    clock.at = new Date(clock.at.getTime() + 12 * 3_600_000);
    await draws.sweep();
    await draws.sweep();
    detail = await read();
    expect(detail.draw).toMatchObject({ frame: 5, notReady: 1, taken: 3, open: 3, done: 0, replaced: 0 });
    expect(await sql('select 1 from review_assignment where draw_id = $1', [drawId])).toHaveLength(3);
    const drawn = `select 1 from journal_entry join journal_detail on entry_id = id where event = 'sampling.drawn' and details->>'drawId' = $1`;
    expect(await sql(drawn, [drawId])).toHaveLength(1);
  });

  it('takes two of each agent, and spreads them over those who may judge them', async () => {
    const of = ({ personId }: TestAccount) => detail.legs.filter(({ agent }) => agent.personId === personId);
    expect([of(agents[0]!).length, of(agents[1]!).length]).toEqual([2, 1]);
    // The second analyst is for team A alone.
    expect(of(agents[1]!)[0]?.reviewer?.personId).toBe(analysts[0]!.personId);
    expect(new Set(detail.legs.map(({ reviewer }) => reviewer?.personId))).toEqual(
      new Set(analysts.map(({ personId }) => personId)),
    );
    expect(detail.legs.every(({ state, place }) => state === 'open' && place >= 1)).toBe(true);
  });

  it('reveals the seed that was committed, and gives the same again, here and in the file', async () => {
    expect(commitmentOf(detail.draw.seed!)).toBe(plan.next!.seedSha256);
    const replay = await ask<DrawReplay>(auditor, 'GET', `sampling/draws/${drawId}/replay`);
    expect(replay.body).toMatchObject({ seedFits: true, planFits: true, frameFits: true, picksFit: true, legs: 5 });
    expect(replay.body.picks.toSorted()).toEqual(detail.legs.map(({ legId }) => legId).toSorted());
    const { body: file } = await ask<KeptDraw>(auditor, 'GET', `sampling/draws/${drawId}/file`);
    expect(file).toMatchObject({ format: 'shouwen.draw/1', seed: detail.draw.seed, picks: replay.body.picks });
    expect(file.frame.map(([legId]) => legId)).toEqual(calls.map(({ legId }) => legId).toSorted());
  });

  it('says why a call was drawn, why another was not, and that a third could not be', async () => {
    const why = async (legId: string) =>
      (await ask<WhyDrawn>(auditor, 'GET', `sampling/draws/${drawId}/legs/${legId}`)).body;
    const drawn = new Set(detail.legs.map(({ legId }) => legId));
    const [taken, left] = [calls.find(({ legId }) => drawn.has(legId))!, calls.find(({ legId }) => !drawn.has(legId))!];
    expect(await why(taken.legId)).toMatchObject({ inFrame: true, drawn: true, legs: 5 });
    const not = await why(left.legId);
    expect(not).toMatchObject({ inFrame: true, drawn: false, ofStratum: 4, takenOfStratum: 2 });
    expect(not.inFrame && not.place).toBeGreaterThan(2);
    expect(await why(drawId)).toEqual({ inFrame: false, legs: 5 });
  });

  it('is made once: neither draw, seed nor frame can be changed in the database', async () => {
    await expect(sql('update sampling_draw set taken = 0 where id = $1', [drawId])).rejects.toThrow('made once');
    await expect(sql(`update sampling_draw set seed = repeat('0', 64) where id = $1`, [drawId])).rejects.toThrow(
      'permission denied',
    );
    await expect(sql('delete from sampling_frame where draw_id = $1', [drawId])).rejects.toThrow('permission denied');
    await made.asOwner(`update sampling_frame set severity = 7 where draw_id = $1`, [drawId]);
    const replay = await ask<DrawReplay>(auditor, 'GET', `sampling/draws/${drawId}/replay`);
    await made.asOwner(`update sampling_frame set severity = 0 where draw_id = $1`, [drawId]);
    expect(replay.body).toMatchObject({ seedFits: true, frameFits: false });
    // Rows that were changed so that they fit each other do not fit the journal.
    const drawing = (change: string) => made.asOwner(`update sampling_draw set ${change} where id = $1`, [drawId]);
    await made.asOwner('alter table sampling_draw disable trigger user', []);
    const [row] = await sql<{ seed: string; seed_sha256: string }>('select * from sampling_draw where id = $1', [
      drawId,
    ]);
    const other = 'ab'.repeat(32);
    await drawing(`seed = '${other}', seed_sha256 = '${commitmentOf(other)}'`);
    const forged = await ask<DrawReplay>(auditor, 'GET', `sampling/draws/${drawId}/replay`);
    await drawing(`seed = '${row!.seed}', seed_sha256 = '${row!.seed_sha256}'`);
    await made.asOwner('alter table sampling_draw enable trigger user', []);
    expect(forged.body).toMatchObject({ seedFits: false, frameFits: true });
  });

  it('replaces a call by the next of the same seed, with a reason, until none is left', async () => {
    const [one] = detail.legs.filter(({ agent }) => agent.personId === agents[0]!.personId);
    const path = `sampling/assignments/${one!.assignmentId}/replacement`;
    expect((await ask<Problem>(manager, 'POST', path, { reason: 'other' })).status).toBe(400);
    const made = await ask<{ assignmentId: string }>(manager, 'POST', path, {
      reason: 'sound_unusable',
      note: 'Noise.',
    });
    expect(made.status).toBe(201);
    expect((await ask<Problem>(manager, 'POST', path, { reason: 'sound_unusable' })).body.code).toBe('assignment_over');
    const after = await read();
    expect(after.draw).toMatchObject({ taken: 3, open: 3, replaced: 1 });
    const next = after.legs.find(({ assignmentId }) => assignmentId === made.body.assignmentId);
    expect(next).toMatchObject({ place: 3, replacesId: one!.assignmentId, state: 'open' });
    expect(after.legs.find(({ assignmentId }) => assignmentId === one!.assignmentId)).toMatchObject({
      ...{ state: 'replaced', replacedReason: 'sound_unusable', replacedNote: 'Noise.' },
    });
    const alone = after.legs.find(({ agent }) => agent.personId === agents[1]!.personId)!;
    const none = await ask<Problem>(manager, 'POST', `sampling/assignments/${alone.assignmentId}/replacement`, {
      reason: 'no_conversation',
    });
    expect([none.status, none.body.code]).toEqual([409, 'nothing_left_to_draw']);
    // The draw itself is as it was.
    const replay = await ask<DrawReplay>(auditor, 'GET', `sampling/draws/${drawId}/replay`);
    expect(replay.body.picksFit).toBe(true);
  });

  it('is done with the review of its reviewer who judged all of it, or says so, and not with that of another', async () => {
    const open = (await read()).legs.filter(
      ({ state, agent }) => state === 'open' && agent.team.teamId === desk.organisation.teamA,
    );
    const one = open.find(({ reviewer }) => reviewer?.personId === analysts[0]!.personId) ?? open[0]!;
    const theirs = analysts.find(({ personId }) => personId === one.reviewer?.personId)!;
    const state = async () => (await read()).legs.find(({ assignmentId }) => assignmentId === one.assignmentId)?.state;
    const whole = { 'greeting.salutation': 'met', 'greeting.offer': 'not_met' } as const;
    // A single item of one's own and another's review complete nothing; another cannot say that they judged it either.
    expect([await made.publish(theirs, one, { 'greeting.offer': 'not_met' }), await state()]).toEqual([
      ...[[201, undefined], 'open'],
    ]);
    expect([await made.publish(manager, one, whole), await state()]).toEqual([[201, undefined], 'open']);
    expect(await made.publish(manager, one, whole, one.assignmentId)).toEqual([409, 'assignment_not_yours']);
    expect(await made.publish(theirs, one, whole, drawId)).toEqual([404, 'not_found']);
    expect([await made.publish(theirs, one, whole), await state()]).toEqual([[201, undefined], 'done']);
    expect((await read()).draw).toMatchObject({ done: 1, open: 2 });
    const over = await ask<Problem>(manager, 'POST', `sampling/assignments/${one.assignmentId}/replacement`, {
      reason: 'sound_unusable',
    });
    expect(over.body.code).toBe('assignment_over');
  });

  it('is in the queue of its reviewer with why, and is taken, handed on and given back', async () => {
    const queue = async (who: TestAccount, show: string) =>
      (await ask<DrawnQueue>(who, 'GET', `reviews/drawn?show=${show}`)).body;
    const [second] = [analysts[1]!];
    const free = ({ items }: DrawnQueue) => items.find(({ callId }) => callId === one.callId)!;
    const mine = await queue(second, 'mine');
    expect(mine.total).toBeGreaterThanOrEqual(1);
    const one = mine.items[0]!;
    expect(one).toMatchObject({ reviewer: { mine: true }, checklist: { id: 'small' }, why: { code: plan.code } });
    const path = `reviews/drawn/${one.assignmentId}`;
    expect((await ask<Problem>(analysts[0]!, 'POST', `${path}/claim`)).body.code).toBe('assignment_taken');
    const { body: fit } = await ask<PossibleReviewers>(second, 'GET', `${path}/reviewers`);
    expect(fit.people.map(({ personId }) => personId)).toContain(analysts[0]!.personId);
    expect(fit.people.map(({ personId }) => personId)).not.toContain(one.agent.personId);
    const toAgent = await ask<Problem>(second, 'POST', `${path}/hand-on`, { personId: one.agent.personId });
    expect([toAgent.status, toAgent.body.code]).toEqual([400, 'cannot_review']);
    expect((await ask(second, 'POST', `${path}/hand-on`, { personId: analysts[0]!.personId })).status).toBe(204);
    expect((await queue(second, 'mine')).total).toBe(mine.total - 1);
    expect((await ask<Problem>(second, 'DELETE', `${path}/claim`)).body.code).toBe('assignment_taken');
    expect((await ask(analysts[0]!, 'DELETE', `${path}/claim`)).status).toBe(204);
    expect((await queue(second, 'free')).items.map(({ assignmentId }) => assignmentId)).toContain(one.assignmentId);
    // What waits to be taken is handed on by no colleague; who manages sampling gives it to one.
    const away = await ask<Problem>(second, 'POST', `${path}/hand-on`, { personId: analysts[0]!.personId });
    expect([away.status, away.body.code]).toEqual([409, 'assignment_not_yours']);
    expect(free(await queue(second, 'free')).why!.of).toBe(4);
    expect((await ask(second, 'POST', `${path}/claim`)).status).toBe(204);
    const page = await ask<DrawnQueue>(manager, 'GET', 'reviews/drawn?show=all&limit=1');
    expect([page.body.items.length, page.body.total > 1]).toEqual([1, true]);
    const next = await ask<DrawnQueue>(manager, 'GET', `reviews/drawn?show=all&limit=1&cursor=${page.body.nextCursor}`);
    expect(next.body.items[0]?.assignmentId).not.toBe(page.body.items[0]?.assignmentId);
    // From one to the next of a list: what a colleague has is passed over, and after the last comes the first.
    const left = await queue(second, 'mine');
    const walk = async (who: TestAccount, query: string) =>
      (await ask<NextDrawn>(who, 'GET', `reviews/drawn/next?${query}`)).body;
    const after = await walk(second, `show=all&after=${left.items.at(-1)!.assignmentId}`);
    expect(after.left).toBe(left.total + (await queue(second, 'free')).total - 1);
    expect(await walk(second, `show=mine&after=${left.items.at(-1)!.assignmentId}`)).toMatchObject(
      left.total > 1 ? { next: { assignmentId: left.items[0]!.assignmentId } } : { left: 0, next: null },
    );
    expect((await walk(manager, 'show=all')).next?.reviewer ?? null).toBeNull();
    const events = await sql<{ event: string }>(
      `select event from journal_entry where event like 'review.%' and call_id = $1 order by id`,
      [one.callId],
    );
    expect(events.map(({ event }) => event)).toEqual([
      ...['review.assigned', 'review.handed_on', 'review.given_back', 'review.taken'],
    ]);
    const people = await sql<{ from: string | null; to: string | null }>(
      `select details->>'fromPersonId' as from, details->>'toPersonId' as to from journal_entry join journal_detail on entry_id = id
       where event like 'review.%' and call_id = $1 order by id`,
      [one.callId],
    );
    const [a, b] = [analysts[0]!.personId, second.personId];
    expect(people).toEqual([
      ...[
        { from: null, to: b },
        { from: b, to: a },
        { from: a, to: null },
        { from: null, to: b },
      ],
    ]);
  });

  it('never gives a call to a person who took it', async () => {
    const [one] = detail.legs;
    await expect(
      sql('update review_assignment set reviewer_person_id = $2 where id = $1', [
        one!.assignmentId,
        one!.agent.personId,
      ]),
    ).rejects.toThrow('does not review it');
  });
});

describe('a plan by risk', () => {
  it('takes the worst first, as many as its reviewers can answer, and says what is left', async () => {
    const { teamA } = desk.organisation;
    // A call that is drawn at random as well counts in the means.
    for (const { id } of await sql<{ id: string }>('select id from sampling_plan where ended_at is null'))
      expect((await ask(manager, 'POST', `sampling/plans/${id}/end`)).status).toBe(204);
    const reviewers = analysts.map(({ personId }) => ({ personId, languages: ['en' as const] }));
    const risky = {
      kind: 'risk',
      strata: 'none',
      risks: ['low_score', 'abstention'],
      size: { n: 1, per: 'reviewer' },
    } as const;
    const body = { ...PLAN, ...risky, risks: [...risky.risks], reviewers };
    const { body: plan } = await ask<SamplingPlanView>(manager, 'POST', 'sampling/plans', body);
    const { drawId } = plan.next!;
    const [{ from_at: from }] = (await sql('select from_at from sampling_draw where id = $1', [drawId])) as [
      { from_at: Date },
    ];
    const bad: BuiltCall[] = [];
    for (const hours of [10, 11, 12])
      bad.push(await scored(agents[0]!, teamA, new Date(from.getTime() + hours * 3_600_000)));
    // All have 50 of 100 points; the second also has four items that wait for a person.
    for (let n = 0; n < 4; n += 1)
      await sql(
        `insert into awaiting_person (id, leg_id, checklist_id, item_id, scorecard_id, reason, opened_at)
         select gen_random_uuid(), $1, 'small', $2, id, 'ambiguous', now() from scorecard where leg_id = $1`,
        [bad[1]!.legId, `item.${n}`],
      );
    clock.at = new Date(from.getTime() + 40 * 3_600_000);
    await draws.sweep();
    const { body: drawn } = await ask<DrawDetail>(auditor, 'GET', `sampling/draws/${drawId}`);
    expect(drawn.draw.taken).toBe(2);
    expect(drawn.draw.frame! - drawn.draw.taken!).toBeGreaterThanOrEqual(1);
    expect(drawn.legs[0]).toMatchObject({ legId: bad[1]!.legId, severity: 90, risks: ['low_score', 'abstention'] });
    expect(drawn.legs[1]).toMatchObject({ severity: 50, risks: ['low_score'] });
    expect(new Set(drawn.legs.map(({ reviewer }) => reviewer?.personId)).size).toBe(2);
    // Why it was taken is told to those who see draws, and not to the agent whose call it is.
    const why = `sampling/draws/${drawId}/legs/${bad[1]!.legId}`;
    expect((await ask<WhyDrawn>(auditor, 'GET', why)).body).toMatchObject({ drawn: true });
    const refused = await ask<Problem>(agents[0]!, 'GET', why);
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect(JSON.stringify(refused.body)).not.toMatch(/low_score|severity/);
  });

  it('counts in no agent’s mean, which rests on random draws and carries n and interval', async () => {
    const means = async (who: TestAccount) => (await ask<SampledMeans>(who, 'GET', 'sampling/means')).body.agents;
    // A call that was drawn by risk is reviewed: nothing changes.
    const [one] = await sql<{ id: string; call_id: string; leg_id: string }>(
      `select one.* from review_assignment one join sampling_draw draw on draw.id = draw_id
       join sampling_plan_version version on version.plan_id = draw.plan_id and version.version = draw.plan_version
       where content->>'kind' = 'risk' and state = 'open'
         -- One that was drawn at random as well counts.
         and not exists (select 1 from review_assignment measured where measured.leg_id = one.leg_id and measured.state = 'done')`,
    );
    const before = (await means(manager)).find(({ personId }) => personId === agents[0]!.personId);
    expect(before).toMatchObject({ n: 1, mean: 0.5 });
    expect(before!.drawn).toBeGreaterThanOrEqual(2);
    expect(before!.low).toBeCloseTo(0.055, 3);
    expect(before!.high).toBeCloseTo(0.945, 3);
    await sql('update review_assignment set reviewer_person_id = $2 where id = $1', [one!.id, manager.personId]);
    const leg = { callId: one!.call_id, legId: one!.leg_id };
    expect(await made.publish(manager, leg, { 'greeting.offer': 'met' }, one!.id)).toEqual([201, undefined]);
    expect(await sql('select state from review_assignment where id = $1', [one!.id])).toEqual([{ state: 'done' }]);
    expect((await means(manager)).find(({ personId }) => personId === agents[0]!.personId)).toEqual(before);
    // By team: the second analyst sees no agent of team B.
    expect((await means(analysts[1]!)).map(({ personId }) => personId)).not.toContain(agents[1]!.personId);
    expect((await means(manager)).map(({ personId }) => personId)).toContain(agents[1]!.personId);
  });

  it('can be tried on the last period before it is saved', async () => {
    const yesterday = new Date(Date.now() - 86_400_000);
    await scored(agents[1]!, desk.organisation.teamB, yesterday);
    const { body } = await ask<SamplingPreview>(manager, 'POST', 'sampling/plans/preview', PLAN);
    expect(body).toMatchObject({ frame: 1, strata: 1, taken: 1 });
    const elsewhere = { ...PLAN, teamIds: [desk.organisation.teamA] };
    expect((await ask<SamplingPreview>(manager, 'POST', 'sampling/plans/preview', elsewhere)).body.frame).toBe(0);
    const spoken = { ...PLAN, languages: ['zh' as const] };
    expect((await ask<SamplingPreview>(manager, 'POST', 'sampling/plans/preview', spoken)).body.frame).toBe(0);
  });
});
