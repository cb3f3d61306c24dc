import pg from 'pg';
import {
  type BackTest,
  type FlipList,
  type ModelScorerView,
  type NewReview,
  type NextWaiting,
  type Problem,
  type ScorecardList,
  type WaitingList,
} from '#contracts';
import { CompanyService } from '#people';
import { newId, WorkService } from '#platform';
import { BackTestService, ChecklistVersion, readChecklist, ScoreLegService } from '#quality';
import { VaultService } from '#recordings';
import { changedTrial, TRIAL } from '../../../../libs/quality/src/replay/trial.fixture.js';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

let desk: UploadDesk;
let analyst: TestAccount;
let manager: TestAccount;
let agent: TestAccount;
const calls: BuiltCall[] = [];

const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { api, organisation } = desk;
  await api.source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  const { teamA, teamB } = organisation;
  analyst = await buildAccount(api.source, organisation, { role: 'quality_analyst', teamId: teamA });
  manager = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
  agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
  for (const role of ['quality_analyst', 'quality_manager'] as const)
    await buildGrant(api.source, organisation, { role });
  for (const version of [
    TRIAL,
    changedTrial(2, 'greeting.company', { kind: 'phrase', lookFor: ['company_profile'], speaker: 'customer' }),
  ])
    await publish(version);
  await retire(2);
  for (const teamId of [teamA, teamA, teamB]) calls.push(await scoredCall(teamId));
});
afterAll(() => desk?.api.stop());

async function publish(definition: typeof TRIAL): Promise<void> {
  const { checklist, hash: sha256 } = readChecklist(definition);
  const named = { checklistId: checklist.id, version: checklist.version, sha256, definition: checklist as object };
  await desk.api.source.manager.insert(ChecklistVersion, { ...named, publishedAt: new Date() });
}

const retire = (version: number) =>
  desk.api.source.query(
    `insert into checklist_retirement (checklist_id, version, retired_at, retired_by_person_id, reason) values ('trial', $1, now(), $2, 'test')`,
    [version, manager.personId],
  );

async function scoredCall(teamId: string): Promise<BuiltCall> {
  const { source } = desk.api;
  const call = await buildCall(source, { personId: agent.personId, teamId }, { stage: 'transcribed' });
  const { recordingId } = await buildRecording(source, get(VaultService), call, { durationMs: 2000 });
  const said = { speaker: 'agent' as const, text: 'Thank you for calling Northwind.' };
  await buildTranscript(source, get(VaultService), recordingId, [said]);
  await run('score-leg', call.legId, (context) => get(ScoreLegService).score(call.legId, context));
  return call;
}

type Context = Parameters<ScoreLegService['score']>[1];
async function run(job: 'score-leg' | 'run-back-test', subject: string, work: (context: Context) => Promise<void>) {
  const service = get(WorkService);
  const opened = await desk.api.source.query('select id from work where job = $1 and subject_id = $2', [job, subject]);
  const workId = opened[0]?.id ?? (await service.open(desk.api.source.manager, job, subject)) ?? '';
  const lease = await service.claim(workId);
  if (!lease) throw new Error('no other worker should hold the work of the test');
  await work({ lease, signal: new AbortController().signal });
}

const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T>(...asked);

async function asOwner(text: string): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
  await owner.connect();
  await owner.query(text);
  await owner.end();
}
const waiting = async (who: TestAccount, query = '') =>
  (await ask<WaitingList>(who, 'GET', `reviews/waiting${query}`)).body;

describe('the queue of what waits for a person', () => {
  it('shows one’s own teams, the oldest first, page by page', async () => {
    expect((await waiting(analyst)).items.map(({ callId }) => callId)).toEqual(
      calls.slice(0, 2).map(({ callId }) => callId),
    );
    const first = await waiting(manager, '?limit=2');
    expect(first.total).toBe(3);
    expect(first.items[0]).toMatchObject({
      itemId: 'manner.kindness',
      reason: 'left_to_a_person',
      leg: 1,
      claim: null,
    });
    expect(first.items[0]?.title).toEqual(TRIAL.sections[0]?.items[2]?.title);
    const rest = await waiting(manager, `?limit=2&cursor=${first.nextCursor}`);
    expect(rest.items.map(({ callId }) => callId)).toEqual([calls[2]?.callId]);
    expect((await ask<Problem>(manager, 'GET', 'reviews/waiting?cursor=WyJ4Il0')).body.code).toBe('bad_cursor');
    expect((await waiting(manager, '?language=zh')).items).toEqual([]);
  });

  it('can be taken and put back, and says to the others who has it', async () => {
    const [item] = (await waiting(analyst)).items;
    const path = `reviews/waiting/${item?.waitingId}/claim`;
    expect((await ask(analyst, 'POST', path)).status).toBe(200);
    expect((await ask<Problem>(manager, 'POST', path)).body.code).toBe('claimed_by_other');
    expect((await waiting(manager)).items[0]?.claim).toMatchObject({ mine: false });
    expect((await waiting(analyst, '?show=mine')).items).toHaveLength(1);
    expect((await waiting(analyst, '?show=free')).items).toHaveLength(1);
    expect((await ask(analyst, 'DELETE', path)).status).toBe(204);
    expect((await ask(manager, 'POST', path)).status).toBe(200);
    expect((await ask(manager, 'DELETE', path)).status).toBe(204);
  });

  it('goes on from one to the next, past what a colleague has taken, and round again', async () => {
    const next = async (who: TestAccount, query: string) =>
      (await ask<NextWaiting>(who, 'GET', `reviews/waiting/next${query}`)).body;
    const [a, b, c] = (await waiting(manager)).items.map(({ waitingId }) => waitingId);
    const after = async (id?: string, who = manager) => {
      const { left, next: row } = await next(who, `?after=${id}`);
      return [left, row?.waitingId];
    };
    expect(await after(a)).toEqual([2, b]);
    expect(await after(c)).toEqual([2, a]);
    expect(await after(a, analyst)).toEqual([1, b]);
    // Of another team: the place says nothing, and the list begins at its top.
    expect(await after(c, analyst)).toEqual([2, a]);
    await ask(analyst, 'POST', `reviews/waiting/${b}/claim`);
    expect(await after(a)).toEqual([1, c]);
    expect(await after(a, analyst)).toEqual([1, b]);
    expect(await next(manager, `?show=mine&after=${a}`)).toEqual({ left: 0, next: null });
    expect((await next(analyst, '?show=mine')).next).toMatchObject({ waitingId: b, claim: { mine: true } });
    await ask(analyst, 'DELETE', `reviews/waiting/${b}/claim`);
  });
});

describe('a review', () => {
  const cardsOf = async ({ callId }: BuiltCall) =>
    (await ask<ScorecardList>(manager, 'GET', `calls/${callId}/scorecards`)).body.scorecards;
  const reviewOf = async (call: BuiltCall, answers: NewReview['answers']): Promise<NewReview> => {
    const [card] = await cardsOf(call);
    return { legId: call.legId, checklistId: 'trial', basedOn: card?.scorecardId ?? '', answers };
  };

  it('quotes the words that the person points at, and says why it counts', async () => {
    const call = calls[0]!;
    const places = [{ turn: 0, fromChar: 0, toChar: 9 }];
    const review = await reviewOf(call, [{ itemId: 'manner.kindness', outcome: 'met', places }]);
    const preview = await ask(analyst, 'POST', `calls/${call.callId}/reviews/preview`, review);
    expect(preview.body).toMatchObject({ before: { points: 7 }, after: { points: 10, maxPoints: 10 } });
    expect((await ask(analyst, 'POST', `calls/${call.callId}/reviews`, review)).status).toBe(201);
    const [reviewed, automatic] = await cardsOf(call);
    expect(reviewed).toMatchObject({
      author: 'review',
      standing: 'review',
      counts: true,
      basedOn: automatic?.scorecardId,
      main: true,
    });
    expect(automatic).toMatchObject({
      author: 'automatic',
      standing: 'outranked',
      counts: false,
      rescored: false,
      by: null,
    });
    expect(reviewed?.items[2]?.evidence[0]?.quote).toBe('Thank you');
    const again = await ask<Problem>(analyst, 'POST', `calls/${call.callId}/reviews`, review);
    expect([again.status, again.body.code]).toEqual([409, 'review_overtaken']);
  });

  it('is refused where its words are not there, where the call is another team’s, or one’s own', async () => {
    const [, mine, others] = calls as [BuiltCall, BuiltCall, BuiltCall];
    const beyond = [{ turn: 0, fromChar: 0, toChar: 999 }];
    const wrong = await reviewOf(mine, [{ itemId: 'manner.kindness', outcome: 'met', places: beyond }]);
    const refused = await ask<Problem>(analyst, 'POST', `calls/${mine.callId}/reviews`, wrong);
    expect([refused.status, refused.body.code]).toEqual([400, 'place_not_in_words']);
    const right = await reviewOf(others, [{ itemId: 'manner.kindness', outcome: 'met', places: [] }]);
    expect((await ask(analyst, 'POST', `calls/${others.callId}/reviews`, right)).status).toBe(404);
    expect((await ask(agent, 'POST', `calls/${mine.callId}/reviews`, right)).status).toBe(403);
    await desk.api.source.query(
      `insert into leg (id, call_id, position, person_id, team_id, hold_spans) values ($1, $2, 1, $3, $4, '[]')`,
      [newId(), others.callId, manager.personId, desk.organisation.teamB],
    );
    const own = await ask<Problem>(manager, 'POST', `calls/${others.callId}/reviews`, right);
    expect([own.status, own.body.code]).toEqual([403, 'own_call']);
    expect((await waiting(manager)).items.map(({ callId }) => callId)).not.toContain(others.callId);
    const { body } = await ask<{ may: object }>(manager, 'GET', `calls/${others.callId}`);
    expect(body.may).toMatchObject({ judge: false, judgeRefusal: 'own_call', rescore: true });
  });
});

describe('a back-test', () => {
  it('counts by item and agent, and lists what flips with its second; who reaches fewer teams does not see it', async () => {
    const period = { from: '2020-01-01', to: '2099-12-31' };
    const asked = await ask<{ runId: string }>(manager, 'POST', 'back-tests', {
      ...period,
      checklistId: 'trial',
      version: 2,
    });
    expect(asked.status).toBe(202);
    const { runId } = asked.body;
    await run('run-back-test', runId, (context) => get(BackTestService).run(runId, context));
    const { body } = await ask<BackTest>(manager, 'GET', `back-tests/${runId}`);
    expect(body).toMatchObject({ judged: 3, flips: 3, run: { state: 'finished', done: 4, total: 4, leftOut: 1 } });
    expect(body.items.map(({ itemId, flips }) => [itemId, flips])).toEqual([
      ['answer.three_rings', 0],
      ['greeting.company', 3],
      ['manner.kindness', 0],
    ]);
    expect(body.agents.map(({ agent: who, flips }) => [who.personId, flips])).toEqual([[agent.personId, 3]]);
    const flips = await ask<FlipList>(manager, 'GET', `back-tests/${runId}/flips?from=met&to=not_met&limit=2`);
    expect(flips.body.flips[0]).toMatchObject({ itemId: 'greeting.company', from: 'met', to: 'not_met', leg: 1 });
    expect(flips.body.flips[0]?.atMs).not.toBeNull();
    const next = await ask<FlipList>(manager, 'GET', `back-tests/${runId}/flips?cursor=${flips.body.nextCursor}`);
    expect(next.body.flips).toHaveLength(1);
    const narrow = await buildAccount(desk.api.source, desk.organisation, {
      role: 'quality_manager',
      teamId: desk.organisation.teamA,
    });
    expect((await ask(narrow, 'GET', `back-tests/${runId}`)).status).toBe(404);
    expect((await ask<Problem>(manager, 'POST', `back-tests/${runId}/cancel`)).body.code).toBe('run_has_ended');
    const none = await ask<Problem>(manager, 'POST', 'rescores', { from: '2001-01-01', to: '2001-01-02' });
    expect(none.body.code).toBe('nothing_to_run');
  });

  it('leaves a leg that its reader is to judge blind out of every figure, and says so', async () => {
    const tested = { from: '2020-01-01', to: '2099-12-31', checklistId: 'trial', version: 2 };
    const { runId } = (await ask<{ runId: string }>(manager, 'POST', 'back-tests', tested)).body;
    await run('run-back-test', runId, (context) => get(BackTestService).run(runId, context));
    const read = async (who: TestAccount) => (await ask<BackTest>(who, 'GET', `back-tests/${runId}`)).body;
    const reviewer = await buildAccount(desk.api.source, desk.organisation, { role: 'quality_manager', teamId: null });
    expect(await read(reviewer)).toEqual(await read(manager));
    // A person has judged this leg: agreement, too, would tell what the machine says of it.
    const { legId, callId } = calls[0]!;
    await asOwner(
      // What a draw writes; the draw itself is not what is tried here.
      `set session_replication_role = replica;
       insert into review_assignment (id, draw_id, leg_id, call_id, checklist_id, stratum, place, reviewer_person_id, due_at, state, created_at, blind)
       values (gen_random_uuid(), gen_random_uuid(), '${legId}', '${callId}', 'trial', '', 1, '${reviewer.personId}', now(), 'open', now(), true)`,
    );
    const [whole, rest] = [await read(manager), await read(reviewer)];
    expect([whole.judged, whole.withheld, whole.flips, whole.points.compared]).toEqual([3, 0, 3, 3]);
    expect([rest.judged, rest.withheld, rest.flips, rest.points.compared]).toEqual([2, 1, 2, 2]);
    const legs = (moves: BackTest['moves']) => moves.reduce((sum, move) => sum + move.legs, 0);
    expect(rest.items.map(({ moves }) => legs(moves))).toEqual([2, 2, 2]);
    expect(rest.agents.map(({ moves }) => legs(moves))).toEqual([6]);
    // Of a run that kept sums only, none can be told.
    await asOwner(`delete from back_test_leg where run_id = '${runId}'`);
    expect(await read(reviewer)).toMatchObject({
      ...{ judged: 0, withheld: 3, flips: 0, moves: [], agreement: null, points: { compared: 0, largest: [] } },
      items: whole.items.map(({ itemId }) => ({ itemId, moves: [], agreement: null })),
    });
    expect((await read(manager)).judged).toBe(3);
    await asOwner(`delete from review_assignment where reviewer_person_id = '${reviewer.personId}'`);
  });
});

describe('what a language model proposes', () => {
  const ITEM = 'manner.kindness';
  let call: BuiltCall;
  const proposalOf = async (who: TestAccount) => {
    const { body } = await ask<ScorecardList>(who, 'GET', `calls/${call.callId}/scorecards`);
    return body.scorecards[0]?.items.find(({ itemId }) => itemId === ITEM)?.proposal;
  };
  const look = (who: TestAccount, itemId = ITEM) =>
    ask<Problem>(who, 'POST', `calls/${call.callId}/proposals/looks`, {
      legId: call.legId,
      checklistId: 'trial',
      itemId,
    });

  beforeAll(async () => {
    call = await scoredCall(desk.organisation.teamA);
    const at = { transcriptVersion: 1, turn: 0, fromMs: 0, toMs: 900, fromChar: 0, toChar: 9 };
    const proposal = {
      ...{ state: 'proposed', model: 'm-1', served: 'm.gguf', promptVersion: 2, questionKey: 'q', checked: false },
      ...{ outcome: 'met', evidence: [{ kind: 'words', ...at }] },
    };
    const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
    await owner.connect();
    await owner.query(
      `update scorecard set items = (select jsonb_agg(case when item->>'itemId' = $2 then item || jsonb_build_object('proposal', $3::jsonb)
         else item end order by at) from jsonb_array_elements(items) with ordinality listed (item, at)) where leg_id = $1`,
      [call.legId, ITEM, JSON.stringify(proposal)],
    );
    await owner.end();
  });

  it('is closed to those who judge until they look, and nothing to the agent whose call it is', async () => {
    expect(await proposalOf(analyst)).toEqual({ state: 'hidden', model: 'm-1' });
    expect(await proposalOf(agent)).toBeNull();
    expect((await look(agent)).status).toBe(403);
    expect((await look(analyst, 'greeting.company')).status).toBe(404);
    for (let twice = 0; twice < 2; twice += 1) expect((await look(analyst)).status).toBe(204);
    expect(await proposalOf(analyst)).toMatchObject({
      ...{ state: 'proposed', outcome: 'met', served: 'm.gguf', checked: false },
      evidence: [{ at: { turn: 0 }, quote: 'Thank you' }],
    });
    expect(await proposalOf(manager)).toEqual({ state: 'hidden', model: 'm-1' });
  });

  it('is set beside the answer of the person who judged, and is no secret from then on', async () => {
    const { body: cards } = await ask<ScorecardList>(manager, 'GET', `calls/${call.callId}/scorecards`);
    const basedOn = cards.scorecards[0]?.scorecardId;
    const answers = [{ itemId: ITEM, outcome: 'met', places: [] }];
    const review = { legId: call.legId, checklistId: 'trial', basedOn, answers };
    expect((await ask(manager, 'POST', `calls/${call.callId}/reviews`, review)).status).toBe(201);
    expect(
      await desk.api.source.query('select said, proposed, blind, language from model_agreement where leg_id = $1', [
        call.legId,
      ]),
    ).toEqual([{ said: 'met', proposed: 'met', blind: true, language: 'en' }]);
    expect(await proposalOf(manager)).toMatchObject({ state: 'proposed', outcome: 'met' });
    const { status, body } = await ask<ModelScorerView>(manager, 'GET', 'model-scorer');
    expect([status, body.state, body.asked]).toEqual([200, 'off', []]);
    expect(body.worth).toMatchObject([
      { itemId: ITEM, language: 'en', model: 'm-1', served: 'm.gguf', outcome: 'met', n: 1, agreed: 1, counts: false },
    ]);
    expect(body.worth[0]?.title).toEqual(TRIAL.sections[0]?.items[2]?.title);
  });
});
