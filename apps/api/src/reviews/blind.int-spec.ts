import { type QueryRunner } from 'typeorm';
import {
  ROUTES,
  type CallJournal,
  type CallList,
  type DisputeList,
  type CallReport,
  type CommitmentFigures,
  type CommitmentList,
  type DrawnQueue,
  type Problem,
  type ReviewEffect,
  type SamplingPlanView,
  type ScorecardList,
  type WaitingList,
} from '#contracts';
import { newId } from '#platform';
import { type BlindJudgementRow } from '#quality';
import { JudgedByActs1795830650000 } from '../../../../libs/database/src/migrations/1795830650000-JudgedByActs.js';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { SamplingDesk } from '../../../../test/support/sampling-desk.js';

type Answers = Record<string, 'met' | 'not_met'>;
/** What only the machine's card of the drawn call says: points and words that are found in no other answer. */
const POINTS = 4.4375;
const TOLD = 'telltale of the machine';

let made: SamplingDesk;
let blind: TestAccount;
let other: TestAccount;
let plan: SamplingPlanView;
let call: Awaited<ReturnType<SamplingDesk['scored']>>;
let assignmentId: string;
let drawId: string;

const ask = <T>(...asked: Parameters<SamplingDesk['ask']>) => made.ask<T>(...asked);
const cards = async (who: TestAccount) =>
  (await ask<ScorecardList>(who, 'GET', `calls/${call.callId}/scorecards`)).body;
const review = async (outcomes: Answers, over: object = {}) => ({
  ...{ legId: call.legId, checklistId: 'small', basedOn: (await cards(blind)).scorecards[0]!.scorecardId },
  answers: Object.entries(outcomes).map(([itemId, outcome]) => ({ itemId, outcome })),
  ...over,
});

beforeAll(async () => {
  made = await SamplingDesk.open();
  [blind, other] = [await made.person('quality_manager', null), made.manager];
  const reviewers = [{ personId: blind.personId, languages: ['zh' as const, 'en' as const] }];
  plan = (await made.create({ strata: 'none', size: { n: 1, per: 'all' }, reviewers, blind: true })).body;
  drawId = plan.next!.drawId;
  const at = await made.hoursInto(drawId);
  call = await made.scored(made.agents[0]!, made.desk.organisation.teamA, at(10));
  await made.asOwner(
    `update scorecard set points = $2, items = (select jsonb_agg(jsonb_set(item, '{explanation}', $3::jsonb)) from jsonb_array_elements(items) item)
     where id = $1`,
    [call.scorecardId, POINTS, JSON.stringify({ zh: TOLD, en: TOLD })],
  );
  await made.asOwner('select refresh_listed_legs(array[$1::uuid])', [call.legId]);
  await made.sql(
    `insert into awaiting_person (id, leg_id, checklist_id, item_id, scorecard_id, reason, opened_at)
     values ($1, $2, 'small', 'greeting.offer', $3, 'ambiguous', now())`,
    [newId(), call.legId, call.scorecardId],
  );
  made.clock.at = at(40);
  await made.draws.sweep();
  [{ id: assignmentId }] = (await made.sql<{ id: string }>(
    `select id from review_assignment where draw_id = $1 and blind and reviewer_person_id = $2`,
    [drawId, blind.personId],
  )) as [{ id: string }];
});
afterAll(() => made?.desk.api.stop());

/** Every route that is read, or some, with the ids of the drawn call; those without one get an id of nothing. */
async function readEverything(who: TestAccount, some?: readonly string[]): Promise<Map<string, string>> {
  const { api, organisation } = made.desk;
  const cookie = await api.signIn(who.username);
  const ids: Record<string, string> = { callId: call.callId, legId: call.legId, drawId, planId: plan.planId };
  const days = `?from=${plan.next!.fromDay}&to=${plan.next!.toDay}`;
  const said = new Map<string, string>();
  for (const { method, path, query: reads } of ROUTES.filter(
    (route) => route.method === 'GET' && (some?.includes(route.path) ?? true),
  )) {
    const address = path
      .replace('/api/v1/', '')
      .replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? (name === 'checklistId' ? 'small' : newId()));
    // Of what may be asked of a list or a report, that which this route reads.
    const known = (query: string) => reads?.safeParse(Object.fromEntries(new URLSearchParams(query))).success;
    const queries = [
      '?pointsMin=1',
      '?words=Hi.',
      ...['agent', 'item', 'day'].map((by) => `${days}&team=${organisation.teamA}&by=${by}`),
    ].filter(known);
    const answers = await Promise.all(
      ['', ...queries].map(async (query) => {
        const answer = await fetch(`${api.baseUrl}/api/v1/${address}${query}`, { method, headers: { cookie } });
        return answer.text();
      }),
    );
    said.set(path, answers.join());
  }
  return said;
}

/** Acts judged the offer, and a language model that counts the salutation. */
const judgedByModels = (scorecardId: string) =>
  made.asOwner(
    `update scorecard set inputs = coalesce(inputs, '{}'), items = (select jsonb_agg(item || '{"source": "model"}' ||
       case when item->>'itemId' = 'greeting.salutation' then $2::jsonb else '{}' end) from jsonb_array_elements(items) item) where id = $1`,
    [scorecardId, JSON.stringify({ proposal: COUNTED })],
  );
const COUNTED = {
  ...{ state: 'counted', model: 'm', served: null, promptVersion: 1, questionKey: 'k', outcome: 'met', evidence: [] },
  agreement: { n: 40, agreed: 38, low: 0.8, high: 0.99, target: 0.8 },
};

const tells = (answers: Map<string, string>): string[] =>
  [...answers].filter(([, text]) => [POINTS, TOLD].some((one) => text.includes(String(one)))).map(([path]) => path);

describe('a call that is to be judged blind', () => {
  it('is told to its reviewer by no route, while others read its results', async () => {
    expect(tells(await readEverything(blind))).toEqual([]);
    const telling = [
      ...['/api/v1/calls/export.csv', '/api/v1/calls', '/api/v1/calls/{callId}'],
      '/api/v1/calls/{callId}/scorecards',
    ];
    expect(tells(await readEverything(other, telling)).toSorted()).toEqual(telling.toSorted());
  }, 60_000);

  it('says that its result is withheld, and gives every item to its reviewer', async () => {
    const { scorecards } = await cards(blind);
    expect(scorecards).toHaveLength(1);
    expect(scorecards[0]).toMatchObject({ withheld: true, points: null, counts: false, by: null });
    expect(scorecards[0]!.items.map(({ outcome, evidence }) => [outcome, evidence])).toEqual([
      ...[
        ['insufficient', []],
        ['insufficient', []],
      ],
    ]);
    const [row] = (await ask<CallList>(blind, 'GET', 'calls')).body.items;
    expect(row).toMatchObject({ callId: call.callId, score: null, scoreWithheld: true });
    const [seen] = (await ask<CallList>(other, 'GET', 'calls')).body.items;
    expect(seen).toMatchObject({ scoreWithheld: false, score: { points: POINTS } });
    const { items } = (await ask<DrawnQueue>(blind, 'GET', 'reviews/drawn')).body;
    expect(items).toMatchObject([{ assignmentId, blind: true, waiting: 0 }]);
  });

  it('is found by no filter on results, waits in no queue, and counts in no figure of results', async () => {
    const found = async (who: TestAccount, query: string) =>
      (await ask<CallList>(who, 'GET', `calls?${query}`)).body.items.length;
    for (const query of [
      'pointsMin=1',
      'pointsMax=99',
      'result=any:not_met',
      'counted=yes',
      'source=rule',
      'coverageMin=1',
    ])
      expect([query, await found(other, query), await found(blind, query)]).toEqual([query, 1, 0]);
    expect(await found(blind, 'stage=scored')).toBe(1);
    const waiting = async (who: TestAccount) => (await ask<WaitingList>(who, 'GET', 'reviews/waiting')).body.total;
    expect([await waiting(other), await waiting(blind)]).toEqual([1, 0]);
    const total = async (who: TestAccount) =>
      (await ask<CallReport>(who, 'GET', `reports/calls?by=team&from=${plan.next!.fromDay}&to=${plan.next!.toDay}`))
        .body.total;
    expect(await total(other)).toMatchObject({ calls: 1, judged: { scored: 1, oneAgent: true } });
    expect(await total(blind)).toMatchObject({ calls: 1, judged: { scored: 0, oneAgent: false, critical: 0 } });
  });

  it('shows neither what its agent contests nor that a colleague reviewed it', async () => {
    const [agent] = made.agents;
    const filed = await ask(agent!, 'POST', `calls/${call.callId}/disputes`, {
      ...{ legId: call.legId, checklistId: 'small', itemId: 'greeting.offer', basedOn: call.scorecardId },
      ...{ wanted: 'met', reason: 'words_misheard' },
    });
    expect(filed.status).toBe(201);
    const contested = async (who: TestAccount) => (await ask<DisputeList>(who, 'GET', 'disputes')).body.items.length;
    expect([await contested(other), await contested(blind)]).toEqual([1, 0]);
    const told = async (who: TestAccount) =>
      (await ask<CallJournal>(who, 'GET', `calls/${call.callId}/journal`)).body.entries.map(({ event }) => event);
    expect(await told(other)).toContain('dispute.filed');
    expect(await told(blind)).not.toContain('dispute.filed');
    const [{ id }] = (await made.sql<{ id: string }>('select id from dispute')) as [{ id: string }];
    expect((await ask(agent!, 'POST', `disputes/${id}/withdrawal`)).status).toBeLessThan(300);
  });

  it('shows no promise of it: the rule that finds them judges an item, too', async () => {
    const [agent] = made.agents;
    await made.sql(
      `insert into commitment (id, call_id, leg_id, transcript_id, kind, turn, from_char, to_char, from_ms, to_ms, owner_person_id, team_id,
         client_id, said_at, unclear, state, state_at, created_at)
       select $1, $2, $3, (select transcript_id from scorecard where id = $4), 'call_back', 0, 0, 2, 0, 500, $5, team.id, team.client_id, now(), 'no_time',
         'open', now(), now() from team where id = $6`,
      [newId(), call.callId, call.legId, call.scorecardId, agent!.personId, made.desk.organisation.teamA],
    );
    const promised = async (who: TestAccount) => [
      (await ask<CommitmentList>(who, 'GET', `calls/${call.callId}/commitments`)).body.items.length,
      (await ask<CommitmentList>(who, 'GET', 'commitments?view=open')).body.items.length,
      (await ask<CommitmentFigures>(who, 'GET', 'commitments/figures')).body.open,
    ];
    expect(await promised(other)).toEqual([1, 1, 1]);
    expect(await promised(agent!)).toEqual([1, 1, 1]);
    expect(await promised(blind)).toEqual([0, 0, 0]);
    // Nor does the review that its reader publishes blind say whether there is one.
    const [{ id }] = (await made.sql<{ id: string }>('select id from commitment')) as [{ id: string }];
    const fields = [];
    for (const commitmentId of [id, newId()]) {
      const promises = [{ commitmentId, revision: 1, answer: 'question', note: 'heard it' }];
      const whole = await review({ 'greeting.offer': 'met', 'greeting.salutation': 'met' }, { promises });
      const { body } = await ask<Problem>(blind, 'POST', `calls/${call.callId}/reviews`, whole);
      expect(body.code).toBe('promises_refused');
      fields.push(body.fields?.map(({ message }) => message));
    }
    expect(fields[0]).toEqual(fields[1]);
  });

  it('tells by a preview what the answers come to, and not what they change', async () => {
    const { status, body } = await ask<ReviewEffect>(
      ...[blind, 'POST', `calls/${call.callId}/reviews/preview`, await review({ 'greeting.offer': 'met' })],
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ before: null, changed: 0, answers: 1, blind: true },
      after: { points: 5, maxPoints: 5, coverage: 0.5 },
    });
  });

  it('is not published before every item with points is answered', async () => {
    const half = await ask<Problem>(
      ...[blind, 'POST', `calls/${call.callId}/reviews`, await review({ 'greeting.offer': 'met' })],
    );
    expect([half.status, half.body.code, half.body.fields?.map(({ path }) => path)]).toEqual([
      ...[400, 'blind_review_incomplete', ['greeting.salutation']],
    ]);
    // Confirming the remaining results would confirm results that the reviewer has not seen.
    const whole = await review({ 'greeting.offer': 'met' }, { completes: assignmentId });
    expect((await ask<Problem>(blind, 'POST', `calls/${call.callId}/reviews`, whole)).status).toBe(400);
  });

  it('is taken by no colleague who has seen the result', async () => {
    await cards(other);
    const people = await ask<{ people: { personId: string }[] }>(
      blind,
      'GET',
      `reviews/drawn/${assignmentId}/reviewers`,
    );
    expect(people.body.people.map(({ personId }) => personId)).not.toContain(other.personId);
    expect((await ask(blind, 'DELETE', `reviews/drawn/${assignmentId}/claim`)).status).toBe(204);
    const taken = await ask<Problem>(other, 'POST', `reviews/drawn/${assignmentId}/claim`);
    expect([taken.status, taken.body.code]).toEqual([409, 'saw_result']);
    expect((await ask(blind, 'POST', `reviews/drawn/${assignmentId}/claim`)).status).toBe(204);
  });

  it('stays blind: the product cannot change it', async () => {
    await expect(made.sql('update review_assignment set blind = false')).rejects.toThrow('permission denied');
  });

  it('keeps both results beside each other once it is published, and shows them', async () => {
    await judgedByModels(call.scorecardId);
    const sent = await review({ 'greeting.offer': 'met', 'greeting.salutation': 'met' });
    const published = await ask<ReviewEffect>(blind, 'POST', `calls/${call.callId}/reviews`, sent);
    expect([published.status, published.body.changed, published.body.before?.points]).toEqual([201, 1, POINTS]);
    const kept = await made.sql<Record<keyof BlindJudgementRow | string, unknown>>(
      'select * from blind_judgement order by item_id',
    );
    const said = ({ item_id, machine_outcome, person_outcome }: (typeof kept)[number]) => [
      item_id,
      machine_outcome,
      person_outcome,
    ];
    expect(kept.map(said)).toEqual([
      ['greeting.offer', 'not_met', 'met'],
      ['greeting.salutation', 'met', 'met'],
    ]);
    expect(kept[0]).toMatchObject({
      ...{ assignment_id: assignmentId, machine_scorecard_id: call.scorecardId, reviewer_person_id: blind.personId },
      ...{ checklist_version: 1, machine_source: 'model', seen_before: false, withdrawn_at: null, language: 'en' },
    });
    const byLanguageModel = () =>
      made.sql('select item_id, by_language_model as is from blind_judgement order by item_id');
    const told = [
      { item_id: 'greeting.offer', is: false },
      { item_id: 'greeting.salutation', is: true },
    ];
    expect(await byLanguageModel()).toEqual(told);
    // The migration tells old rows by their cards, and of a card without evidence takes it that a model decided.
    const old = { query: (sql: string) => !sql.startsWith('alter') && made.asOwner(sql) } as unknown as QueryRunner;
    await made.asOwner('update blind_judgement set by_language_model = false');
    await new JudgedByActs1795830650000().up(old);
    expect(await byLanguageModel()).toEqual(told);
    await made.asOwner('update scorecard set inputs = null where id = $1', [call.scorecardId]);
    await new JudgedByActs1795830650000().up(old);
    expect(await byLanguageModel()).toEqual(told.map((one) => ({ ...one, is: true })));
    expect(kept[0]!['engine']).toEqual(expect.any(String));
    const { scorecards } = await cards(blind);
    expect(scorecards.map(({ author, withheld }) => [author, withheld])).toEqual([
      ['review', false],
      ['automatic', false],
    ]);
    const offer = scorecards[0]!.items.find(({ itemId }) => itemId === 'greeting.offer');
    expect(offer?.judged).toMatchObject({ machine: 'not_met', from: 'not_met' });
    expect(await made.sql('select state from review_assignment where id = $1', [assignmentId])).toEqual([
      { state: 'done' },
    ]);
  });

  it('is drawn at random only: a draw by risk tells what the machine found', async () => {
    const refused = await ask<Problem>(other, 'POST', 'sampling/plans', {
      ...{ ...plan.plan, kind: 'risk', risks: ['low_score'], strata: 'none', blind: true },
    });
    expect([refused.status, refused.body.fields?.[0]?.message.zh]).toEqual([
      ...[400, '按风险抽样本身就透露了机器结果，不能盲评'],
    ]);
  });
});
