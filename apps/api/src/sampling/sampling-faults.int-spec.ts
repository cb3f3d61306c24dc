import { setTimeout as sleep } from 'node:timers/promises';
import { type Problem, type SampledMeans, type SamplingPlan } from '#contracts';
import { newId } from '#platform';
import { SamplingDraws } from '#reviews';
import { startTestApi } from '../../../../test/factories/api.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { PLAN, SamplingDesk } from '../../../../test/support/sampling-desk.js';

let made: SamplingDesk;
beforeAll(async () => {
  made = await SamplingDesk.open();
});
afterAll(() => made?.desk.api.stop());

/** Legs, calls, recordings and cards like those of a call, so many, in eight queues. */
const copies = (like: { callId: string; legId: string; recordingId: string; scorecardId: string }, n: number) =>
  made.asOwner(`
    set session_replication_role = replica;
    create temp table copied as select gen_random_uuid() as call, gen_random_uuid() as leg, gen_random_uuid() as recording,
      gen_random_uuid() as card, n from generate_series(1, ${n}) n;
    insert into call select (jsonb_populate_record(old, jsonb_build_object('id', copied.call, 'external_id', copied.call))).*
      from call old, copied where old.id = '${like.callId}';
    insert into leg select (jsonb_populate_record(old, jsonb_build_object('id', copied.leg, 'call_id', copied.call, 'queue', 'q' || n % 8))).*
      from leg old, copied where old.id = '${like.legId}';
    insert into recording select (jsonb_populate_record(old, jsonb_build_object('id', copied.recording, 'call_id', copied.call,
      'leg_id', copied.leg, 'external_id', copied.recording, 'sha256', copied.recording, 'key_id', copied.recording))).* from recording old, copied where old.id = '${like.recordingId}';
    insert into scorecard select (jsonb_populate_record(old, jsonb_build_object('id', copied.card, 'leg_id', copied.leg))).*
      from scorecard old, copied where old.id = '${like.scorecardId}';
    insert into counting_scorecard select (jsonb_populate_record(old, jsonb_build_object('leg_id', copied.leg, 'scorecard_id', copied.card))).*
      from counting_scorecard old, copied where old.leg_id = '${like.legId}'`);

describe('the sweep that draws', () => {
  it('has nothing to do on a new installation, which has no company yet', async () => {
    const api = await startTestApi();
    expect(await api.source.query('select id from company')).toEqual([]);
    expect(await api.app.get(SamplingDraws).sweep()).toBe(0);
    await api.stop();
  });

  it('keeps every plan from the fault of another, and tells of the fault when all are tried', async () => {
    const [broken, whole] = [(await made.create()).body, (await made.create()).body];
    const at = await made.hoursInto(whole.next!.drawId);
    const { teamA } = made.desk.organisation;
    await made.scored(made.agents[0]!, teamA, at(1));
    const content = JSON.stringify({ ...PLAN, period: 'decade', strata: 'nothing' });
    await made.asOwner('update sampling_plan_version set content = $2 where plan_id = $1', [broken.planId, content]);
    made.clock.at = at(25);
    const failure = await made.draws.sweep().then(
      () => null,
      (error: unknown) => error as AggregateError,
    );
    // Its seeds, and its draw.
    expect(failure?.errors).toHaveLength(2);
    expect((await made.read(whole.next!.drawId)).draw).toMatchObject({ taken: 1 });
    made.desk.api.declared.leave('samplingDraw');
    expect((await made.read(broken.next!.drawId)).draw.drawnAt).toBeNull();
    // Once it is mended it has what the other had before: a draw, and seeds for the days that came nearer.
    const mended = JSON.stringify(PLAN);
    await made.asOwner('update sampling_plan_version set content = $2 where plan_id = $1', [broken.planId, mended]);
    expect(await made.draws.sweep()).toBe(3);
    for (const { planId } of [broken, whole]) await made.ask(made.manager, 'POST', `sampling/plans/${planId}/end`);
  });

  it('takes as many at once as plans may ask for', async () => {
    const { planId, next } = (await made.create({ strata: 'queue', size: { n: 500, per: 'stratum' } })).body;
    const at = await made.hoursInto(next!.drawId);
    const { teamA } = made.desk.organisation;
    const like = await made.scored(made.agents[0]!, teamA, at(2));
    await copies(like, 4100);
    made.clock.at = at(25);
    await made.draws.sweep();
    expect((await made.read(next!.drawId)).draw).toMatchObject({ taken: 4000 + 2, open: 4000 + 2 });
    await made.ask(made.manager, 'POST', `sampling/plans/${planId}/end`);
  });
});

describe('a replacement', () => {
  const replacement = (who: typeof made.manager, assignmentId: string) =>
    made.ask<Problem>(who, 'POST', `sampling/assignments/${assignmentId}/replacement`, { reason: 'sound_unusable' });

  it('waits for a review that is being published, and then says that the call was reviewed', async () => {
    const { planId, next } = (await made.create({ teamIds: [made.desk.organisation.teamB] })).body;
    const { drawId } = next!;
    const at = await made.hoursInto(drawId);
    for (const hours of [1, 2, 3]) await made.scored(made.agents[1]!, made.desk.organisation.teamB, at(hours));
    made.clock.at = at(25);
    await made.draws.sweep();
    const [one, other] = (await made.read(drawId)).legs;
    const publishing = made.desk.api.source.createQueryRunner();
    await publishing.startTransaction();
    await publishing.query(
      `update review_assignment set state = 'done', ended_at = now(), reviewer_person_id = $2,
         scorecard_id = (select scorecard_id from counting_scorecard where leg_id = review_assignment.leg_id) where id = $1`,
      [one!.assignmentId, made.analysts[0]!.personId],
    );
    const replaced = replacement(made.manager, one!.assignmentId);
    const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    while ((await made.sql(waits)).length === 0) await sleep(20);
    await publishing.commitTransaction();
    await publishing.release();
    expect(await replaced).toMatchObject({ status: 409, body: { code: 'assignment_over' } });
    // Not by its own reviewer, who could choose among the seed's calls by it.
    const mine = 'update review_assignment set reviewer_person_id = $2 where id = $1';
    await made.sql(mine, [other!.assignmentId, made.manager.personId]);
    const own = await replacement(made.manager, other!.assignmentId);
    expect([own.status, own.body.code, own.body.detail.en]).toEqual([
      ...[403, 'replaces_own_review', expect.stringContaining('Ask another quality manager')],
    ]);
    // Nor by a person who took part in the call.
    await made.sql(mine, [other!.assignmentId, null]);
    const partId = newId();
    const part = { call_id: other!.callId, person_id: made.manager.personId, team_id: made.desk.organisation.teamB };
    await made.asOwner(`insert into leg select (jsonb_populate_record(leg, $2::jsonb)).* from leg where id = $1`, [
      other!.legId,
      JSON.stringify({ ...part, id: partId, position: 2 }),
    ]);
    const tookPart = await replacement(made.manager, other!.assignmentId);
    expect([tookPart.status, tookPart.body.code]).toEqual([403, 'own_call']);
    // Nor hands it on: by that, too, a person would choose who judges their call.
    const onward = await made.ask<Problem>(
      ...([made.manager, 'POST', `reviews/drawn/${other!.assignmentId}/hand-on`] as const),
      { personId: made.analysts[0]!.personId },
    );
    expect([onward.status, onward.body.code]).toEqual([403, 'own_call']);
    // Only a leg that records alone tell of may go.
    await made.asOwner(`update leg set record_key = 'gone' where id = $1`, [partId]);
    await made.asOwner('delete from leg where id = $1', [partId]);
    const handed = await made.ask(
      ...([made.manager, 'POST', `reviews/drawn/${other!.assignmentId}/hand-on`] as const),
      { personId: made.analysts[0]!.personId },
    );
    expect(handed.status).toBe(204);
    await made.ask(made.manager, 'POST', `sampling/plans/${planId}/end`);
  });
});

describe('the database', () => {
  it('lets the product commit no seed, and take none back, once the period has begun by its own clock', async () => {
    const { planId, next } = (await made.create()).body;
    const { drawId } = next!;
    const added = `insert into sampling_draw (id, plan_id, plan_version, from_day, to_day, from_at, to_at, seed, seed_sha256, committed_at)
      select gen_random_uuid(), plan_id, plan_version, '2020-01-01', '2020-01-01', '2020-01-01', '2020-01-02', seed, seed_sha256, '2019-12-31'
      from sampling_draw where id = $1`;
    await expect(made.sql(added, [drawId])).rejects.toThrow('before its period begins');
    await made.asOwner(`
      set session_replication_role = replica;
      update sampling_draw set from_at = now() - interval '1 hour', committed_at = now() - interval '2 hours' where id = '${drawId}'`);
    const withdrawn = `update sampling_draw set withdrawn_at = now() - interval '90 minutes' where id = $1`;
    await expect(made.sql(withdrawn, [drawId])).rejects.toThrow('period has begun is made');
    // Nor does it when the plan is ended: what has begun is drawn.
    expect((await made.ask(made.manager, 'POST', `sampling/plans/${planId}/end`)).status).toBe(204);
    expect(
      await made.sql('select id from sampling_draw where plan_id = $1 and withdrawn_at is null', [planId]),
    ).toEqual([{ id: drawId }]);
  });

  it('takes nothing more into the frame of a draw that is made', async () => {
    const { planId, next } = (await made.create()).body;
    const { drawId } = next!;
    const at = await made.hoursInto(drawId);
    const { teamA } = made.desk.organisation;
    await made.scored(made.agents[0]!, teamA, at(3));
    made.clock.at = at(25);
    await made.draws.sweep();
    const late = await made.scored(made.agents[0]!, teamA, at(4));
    const frame = `insert into sampling_frame values ($1, $2, $3, 'small', '', 0, '{}')`;
    await expect(made.sql(frame, [drawId, late.legId, late.callId])).rejects.toThrow('has its frame');
    await made.ask(made.manager, 'POST', `sampling/plans/${planId}/end`);
  });
});

describe('a frame', () => {
  it('holds what a reviewer may open, and says how many had no score, also of calls that failed or were given up', async () => {
    const { teamB } = made.desk.organisation;
    const { planId, next } = (await made.create({ teamIds: [teamB], size: { n: 1, per: 'stratum' } })).body;
    const { drawId } = next!;
    const at = await made.hoursInto(drawId);
    const before = made.clock.at;
    const calls = [];
    for (let n = 10; n < 15; n += 1) calls.push(await made.scored(made.agents[1]!, teamB, at(n)));
    const set = (change: string, { recordingId }: { recordingId: string }) =>
      made.asOwner(
        `set session_replication_role = replica; update recording set ${change} where id = '${recordingId}'`,
      );
    await set('restricted = true', calls[0]!);
    await set(`custody = 'expired'`, calls[1]!);
    for (const stage of ['needs_attention', 'given_up'] as const) {
      const leg = { personId: made.agents[1]!.personId, teamId: teamB };
      await buildCall(made.desk.api.source, leg, { stage, stageReason: 'no_speech', startedAt: at(16) });
    }
    made.clock.at = at(25);
    // Neither is on its way to a score: nothing is waited for.
    await made.draws.sweep();
    const { draw, legs } = await made.read(drawId);
    const inFrame = await made.sql<{ leg_id: string }>('select leg_id from sampling_frame where draw_id = $1', [
      drawId,
    ]);
    expect(inFrame.map(({ leg_id: id }) => id)).not.toEqual(expect.arrayContaining([calls[0]!.legId]));
    expect(inFrame.map(({ leg_id: id }) => id)).not.toEqual(expect.arrayContaining([calls[1]!.legId]));
    expect(draw).toMatchObject({ notReady: 2, taken: 1, lapsed: 0 });
    // What takes its place can be heard, and is due as many days from now as the others were from the draw.
    const rest: { legId: string; place: number }[] = [];
    for (const { leg_id: legId } of inFrame) {
      const path = `sampling/draws/${drawId}/legs/${legId}`;
      const { place } = (await made.ask<{ place: number }>(made.auditor, 'GET', path)).body;
      if (place > 1) rest.push({ legId, place });
    }
    const [first, second] = rest.toSorted((one, other) => one.place - other.place);
    await made.asOwner('update recording set restricted = true where leg_id = $1', [first!.legId]);
    await made.sql(`update review_assignment set due_at = '2020-01-01' where draw_id = $1`, [drawId]);
    const replaced = await made.ask<{ assignmentId: string }>(
      ...([made.manager, 'POST', `sampling/assignments/${legs[0]!.assignmentId}/replacement`] as const),
      { reason: 'sound_unusable' },
    );
    expect(replaced.status).toBe(201);
    const taken = (await made.read(drawId)).legs.find(
      ({ assignmentId }) => assignmentId === replaced.body.assignmentId,
    )!;
    expect(taken.legId).toBe(second!.legId);
    const days = (new Date(taken.dueAt).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(4.9);
    made.clock.at = before;
    await made.ask(made.manager, 'POST', `sampling/plans/${planId}/end`);
  });
});

describe('a mean', () => {
  it('counts a leg once that two plans judge by two checklists, and nothing of a plan that leaves calls out', async () => {
    const { teamA } = made.desk.organisation;
    const [twice, left] = [await made.person('agent', teamA), await made.person('agent', teamA)];
    const plans = [(await made.create()).body, (await made.create()).body];
    const drawId = plans[1]!.next!.drawId;
    const at = await made.hoursInto(drawId);
    const calls = [await made.scored(twice, teamA, at(20)), await made.scored(twice, teamA, at(21))];
    made.clock.at = at(25);
    await made.draws.sweep();
    await made.asOwner(
      `update review_assignment set checklist_id = 'another', reviewer_person_id = '${made.manager.personId}' where draw_id = $1`,
      [drawId],
    );
    await made.sql('update review_assignment set reviewer_person_id = $2 where draw_id = $1', [
      ...[plans[0]!.next!.drawId, made.manager.personId],
    ]);
    const whole = { 'greeting.salutation': 'met', 'greeting.offer': 'met' } as const;
    expect(await made.publish(made.manager, calls[0]!, whole)).toEqual([201, undefined]);
    for (const { planId } of plans) await made.ask(made.manager, 'POST', `sampling/plans/${planId}/end`);
    const means = (await made.ask<SampledMeans>(made.manager, 'GET', 'sampling/means')).body.agents;
    expect(means.find(({ personId }) => personId === twice.personId)).toMatchObject({ drawn: 2, n: 1, mean: 1 });

    await made.scored(left, teamA, at(22));
    for (const narrow of [
      { teamIds: [teamA] },
      { languages: ['zh', 'en'] as const },
      { clientIds: [await clientOf(teamA)] },
    ]) {
      const { planId, next } = (await made.create(narrow as Partial<SamplingPlan>)).body;
      await made.draws.sweep();
      const legs = (await made.read(next!.drawId)).legs.map(({ agent }) => agent.personId);
      expect(legs).toContain(left.personId);
      await made.ask(made.manager, 'POST', `sampling/plans/${planId}/end`);
    }
    const after = (await made.ask<SampledMeans>(made.manager, 'GET', 'sampling/means')).body.agents;
    expect(after.map(({ personId }) => personId)).not.toContain(left.personId);
  });
});

const clientOf = async (teamId: string): Promise<string> => {
  const [row] = await made.sql<{ client_id: string }>('select client_id from team where id = $1', [teamId]);
  return row!.client_id;
};
