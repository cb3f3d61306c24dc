/* eslint-disable max-lines -- one API and its people for all of it, as starting them takes longer than the tests */
import pg from 'pg';
import {
  QUALITY_SETTINGS,
  type CallDisputes,
  type CorrectionResult,
  type ContestedItems,
  type DisputeList,
  type DisputeView,
  type NotificationList,
  type Problem,
  type QualitySettingsView,
  type ScorecardList,
} from '#contracts';
import { JournalService, relayOnce } from '#journal';
import { writeNotifications } from '#notifications';
import { CompanyService, Person } from '#people';
import { newId, WorkService } from '#platform';
import { ChecklistVersion, readChecklist, ScoreLegService } from '#quality';
import { eraseReviews } from '#reviews';
import { VaultService } from '#recordings';
import { TRIAL } from '../../../../libs/quality/src/replay/trial.fixture.js';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const DAY_MS = 86_400_000;
const ITEM = 'greeting.company';

let desk: UploadDesk;
let agent: TestAccount;
let colleague: TestAccount;
let supervisor: TestAccount;
let elsewhere: TestAccount;
let analyst: TestAccount;
let manager: TestAccount;
let managerOfA: TestAccount;
const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { api, organisation } = desk;
  const { teamA, teamB } = organisation;
  await api.source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  const account = (role: TestAccount['role'], teamId: string | null) =>
    buildAccount(api.source, organisation, { role, teamId });
  [agent, colleague, supervisor] = [
    await account('agent', teamA),
    await account('agent', teamA),
    await account('supervisor', teamA),
  ];
  [elsewhere, analyst, manager, managerOfA] = [
    await account('supervisor', teamB),
    await account('quality_analyst', teamA),
    await account('quality_manager', null),
    await account('quality_manager', teamA),
  ];
  await buildGrant(api.source, organisation, { role: 'quality_analyst' });
  for (const who of [supervisor, manager, managerOfA]) await desk.prove(who);
  const { checklist, hash: sha256 } = readChecklist(TRIAL);
  const named = { checklistId: checklist.id, version: checklist.version, sha256, definition: checklist as object };
  await api.source.manager.insert(ChecklistVersion, { ...named, publishedAt: new Date() });
  // The trial's items were never measured: here they accuse all the same.
  await trustUnmeasured('all');
});
afterAll(() => desk?.api.stop());

async function trustUnmeasured(unmeasured: 'all' | 'none') {
  const { version } = (await ask<QualitySettingsView>(manager, 'GET', 'quality/settings')).body;
  const settings = { ...QUALITY_SETTINGS, trust: { ...QUALITY_SETTINGS.trust, unmeasured } };
  expect((await ask(manager, 'PUT', 'quality/settings', { version, settings })).status).toBe(200);
}

/** A scored call of the agent's, in which the company was not named. */
async function scoredCall(): Promise<BuiltCall> {
  const { source } = desk.api;
  const call = await buildCall(
    source,
    { personId: agent.personId, teamId: desk.organisation.teamA },
    { stage: 'transcribed' },
  );
  const { recordingId } = await buildRecording(source, get(VaultService), call, { durationMs: 2000 });
  await buildTranscript(source, get(VaultService), recordingId, [
    { speaker: 'agent', text: 'Good morning, how can I help?' },
  ]);
  const work = get(WorkService);
  const workId = (await work.open(source.manager, 'score-leg', call.legId)) ?? '';
  const lease = await work.claim(workId);
  if (!lease) throw new Error('no other worker should hold the work of the test');
  await get(ScoreLegService).score(call.legId, { lease, signal: new AbortController().signal });
  return call;
}

const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T>(...asked);

const cardsOf = async ({ callId }: BuiltCall) =>
  (await ask<ScorecardList>(manager, 'GET', `calls/${callId}/scorecards`)).body.scorecards;
const disputesOf = async (who: TestAccount, { callId }: BuiltCall) =>
  (await ask<CallDisputes>(who, 'GET', `calls/${callId}/disputes`)).body;

async function contest(call: BuiltCall, over: object = {}, who = agent) {
  const [card] = await cardsOf(call);
  const asked = { legId: call.legId, checklistId: 'trial', itemId: ITEM, basedOn: card?.scorecardId, wanted: 'met' };
  const why = { reason: 'said_elsewhere', note: 'I said it after the customer’s first words.', atMs: 1200 };
  return ask<DisputeView & Problem>(who, 'POST', `calls/${call.callId}/disputes`, { ...asked, ...why, ...over });
}
async function decide(who: TestAccount, disputeId: string, body: object) {
  const { items = [] } = (await ask<Partial<DisputeList>>(manager, 'GET', 'disputes?show=all&limit=100')).body;
  const basedOn = items.find((one) => one.disputeId === disputeId)?.now.scorecardId;
  return ask<DisputeView & Problem>(who, 'POST', `disputes/${disputeId}/decisions`, { basedOn, ...body });
}
function review(who: TestAccount, call: BuiltCall, basedOn: string | undefined, itemId: string, outcome: string) {
  const answers = [{ itemId, outcome, places: [], reason: 'fact_wrong' }];
  const body = { legId: call.legId, checklistId: 'trial', basedOn, answers };
  return ask<Problem>(who, 'POST', `calls/${call.callId}/reviews`, body);
}
const told = async (who: TestAccount) => {
  await relayOnce(desk.api.source, async (tx, entries) => {
    await writeNotifications(tx, entries, false);
    return [];
  });
  const { body } = await ask<NotificationList>(who, 'GET', 'notifications');
  if (!body.items) throw new Error(JSON.stringify(body));
  return body.items.map(({ kind, code, callId }) => `${kind} ${code} ${callId}`);
};

const KEPT = { stage: 'supervisor', decision: 'kept', reason: 'not_said', note: 'I listened twice.' };
const GRANTED = { stage: 'supervisor', decision: 'granted', outcome: 'met', reason: 'agent_is_right' };

describe('contesting an item', () => {
  it('is the agent’s own, in time, once for a result, and seen by those who decide', async () => {
    const call = await scoredCall();
    const { open } = await disputesOf(agent, call);
    expect(open.map(({ itemId }) => itemId)).toEqual(['answer.three_rings', ITEM]);
    expect(Date.parse(open[0]!.until) - Date.now()).toBeGreaterThan(13 * DAY_MS);
    expect((await disputesOf(supervisor, call)).open).toEqual([]);
    expect((await contest(call, {}, colleague)).status).toBe(404);
    expect((await contest(call, { itemId: 'nowhere' })).body.code).toBe('not_on_card');
    expect((await contest(call, { itemId: 'manner.kindness' })).body.code).toBe('not_judged_yet');
    expect((await contest(call, { wanted: 'not_met' })).body.code).toBe('same_result');
    expect((await contest(call, { basedOn: newId() })).body.code).toBe('dispute_overtaken');
    expect((await contest(call, { reason: 'other', note: undefined })).status).toBe(400);

    const { status, body } = await contest(call);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ itemId: ITEM, was: 'not_met', wanted: 'met', state: 'open', stage: 'supervisor', judgedBy: null },
      ...{ atMs: 1200, may: ['withdraw'], decisions: [] },
    });
    expect((await contest(call)).body.code).toBe('contested_already');
    const seen = async (who: TestAccount) =>
      (await ask<DisputeList>(who, 'GET', 'disputes')).body.items.map(({ may }) => may);
    expect(await seen(supervisor)).toEqual([['decide']]);
    expect(await seen(manager)).toEqual([['decide']]);
    expect(await seen(analyst)).toEqual([[]]);
    expect([await seen(elsewhere), await seen(colleague)]).toEqual([[], []]);
    expect((await decide(elsewhere, body.disputeId, GRANTED)).status).toBe(404);
    expect((await decide(analyst, body.disputeId, GRANTED)).status).toBe(403);

    expect((await ask<DisputeView>(agent, 'POST', `disputes/${body.disputeId}/withdrawal`)).body.state).toBe(
      'withdrawn',
    );
    expect((await decide(supervisor, body.disputeId, GRANTED)).body.code).toBe('dispute_over');
    expect((await contest(call)).status).toBe(201);
  });

  it('is over some days after the score, as many as the quality manager sets', async () => {
    const call = await scoredCall();
    const { body: before } = await ask<QualitySettingsView>(manager, 'GET', 'quality/settings');
    const disputes = { ...before.settings.disputes, fileDays: 1 };
    const changed = { version: before.version, settings: { ...before.settings, disputes } };
    expect((await ask(supervisor, 'PUT', 'quality/settings', changed)).status).toBe(403);
    // A role for some teams sees them, and is told that it may not change them.
    expect(before.maySet).toBe(true);
    const { body: seen } = await ask<QualitySettingsView>(managerOfA, 'GET', 'quality/settings');
    expect(seen).toEqual({ ...before, maySet: false });
    expect((await ask(managerOfA, 'PUT', 'quality/settings', changed)).status).toBe(403);
    expect((await ask(manager, 'PUT', 'quality/settings', changed)).status).toBe(200);
    expect((await ask<Problem>(manager, 'PUT', 'quality/settings', changed)).body.code).toBe('settings_overtaken');
    const again = { ...changed, version: before.version + 1 };
    const atOnce = await Promise.all([1, 2].map(() => ask<Problem>(manager, 'PUT', 'quality/settings', again)));
    expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 409]);
    await asOwner(`update scorecard set created_at = created_at - interval '2 days' where leg_id = $1`, [call.legId]);
    expect((await contest(call)).body.code).toBe('contest_time_over');
    expect((await disputesOf(agent, call)).open).toEqual([]);
    const back = { version: before.version + 2, settings: before.settings };
    expect((await ask(manager, 'PUT', 'quality/settings', back)).status).toBe(200);
  });
});

describe('a decision', () => {
  it('that grants it files a card that counts, and the machine’s card stays', async () => {
    const call = await scoredCall();
    const [before] = await cardsOf(call);
    const { disputeId } = (await contest(call)).body;
    expect((await decide(supervisor, disputeId, { ...GRANTED, outcome: undefined })).status).toBe(400);
    const { status, body } = await decide(supervisor, disputeId, GRANTED);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'granted',
      may: [],
      dueAt: null,
      decisions: [{ stage: 'supervisor', outcome: 'met', note: null }],
    });
    const cards = await cardsOf(call);
    expect(cards.map(({ author, counts, standing }) => [author, counts, standing])).toEqual([
      ['dispute', true, 'decision'],
      ['automatic', false, 'outranked'],
    ]);
    expect(cards[0]?.items.find(({ itemId }) => itemId === ITEM)).toMatchObject({ outcome: 'met', source: 'human' });
    expect((cards[0]?.points ?? 0) - (before?.points ?? 0)).toBe(3);
    expect((await decide(manager, disputeId, GRANTED)).body.code).toBe('dispute_over');
    const { items } = (await ask<ContestedItems>(manager, 'GET', 'disputes/items')).body;
    expect(items[0]).toMatchObject({
      itemId: ITEM,
      granted: 1,
      rate: { n: 1 },
      examples: [{ disputeId, callId: call.callId, atMs: 1200 }],
    });
  });

  it('that keeps the result can be taken to a quality manager, whose word is the last', async () => {
    const call = await scoredCall();
    const { disputeId } = (await contest(call)).body;
    expect((await ask<Problem>(agent, 'POST', `disputes/${disputeId}/escalation`, {})).body.code).toBe(
      'escalation_time_over',
    );
    const { note: _, ...silent } = KEPT;
    expect((await decide(supervisor, disputeId, silent)).status).toBe(400);
    expect((await decide(supervisor, disputeId, KEPT)).body).toMatchObject({
      state: 'answered',
      decisions: [{ note: KEPT.note }],
    });
    expect((await ask<Problem>(colleague, 'POST', `disputes/${disputeId}/escalation`, {})).status).toBe(404);
    const went = await ask<DisputeView>(agent, 'POST', `disputes/${disputeId}/escalation`, {
      note: 'Please listen from 0:01.',
    });
    expect(went.body).toMatchObject({
      state: 'open',
      stage: 'quality_manager',
      escalationNote: 'Please listen from 0:01.',
    });
    expect((await decide(supervisor, disputeId, GRANTED)).body.code).toBe('dispute_over');
    expect((await decide(supervisor, disputeId, { ...GRANTED, stage: 'quality_manager' })).body.code).toBe(
      'quality_manager_decides',
    );
    const last = { ...KEPT, stage: 'quality_manager', reason: 'checklist_is_clear' };
    expect((await decide(manager, disputeId, last)).body).toMatchObject({
      state: 'kept',
      decisions: [{}, { stage: 'quality_manager' }],
    });
    expect((await ask<Problem>(agent, 'POST', `disputes/${disputeId}/withdrawal`)).body.code).toBe('dispute_over');
    expect((await contest(call)).body.code).toBe('contested_already');
    // What was kept is a person's from the first decision on; the second makes no further card of it.
    const cards = await cardsOf(call);
    expect(cards.map(({ author }) => author)).toEqual(['dispute', 'automatic']);
    expect(cards[0]?.items.find(({ itemId }) => itemId === ITEM)).toMatchObject({
      outcome: 'not_met',
      source: 'human',
    });
  });

  it('is never made by a person who judged or took the call, in the database as well', async () => {
    const call = await scoredCall();
    const [card] = await cardsOf(call);
    const answers = [{ itemId: 'manner.kindness', outcome: 'met', places: [] }];
    const review = { legId: call.legId, checklistId: 'trial', basedOn: card?.scorecardId, answers };
    expect((await ask(supervisor, 'POST', `calls/${call.callId}/reviews`, review)).status).toBe(201);
    const { disputeId } = (await contest(call)).body;
    expect(
      (await ask<DisputeList>(supervisor, 'GET', 'disputes?show=waiting')).body.items.find(
        (one) => one.disputeId === disputeId,
      )?.may,
    ).toEqual([]);
    expect((await decide(supervisor, disputeId, KEPT)).body.code).toBe('not_yours_to_decide');
    const insert = (by: TestAccount) =>
      desk.api.source.query(
        `insert into dispute_decision (dispute_id, stage, decision, reason, decided_by_person_id, decided_at)
         values ($1, 'supervisor', 'kept', 'not_said', $2, now())`,
        [disputeId, by.personId],
      );
    await expect(insert(supervisor)).rejects.toThrow(/decides no dispute/);
    await expect(insert(agent)).rejects.toThrow(/decides no dispute/);
    const own = `insert into dispute (id, call_id, leg_id, checklist_id, item_id, scorecard_id, was, wanted, reason, filed_by_person_id,
        filed_at, stage, due_at)
      select gen_random_uuid(), call_id, leg_id, checklist_id, 'other', scorecard_id, was, wanted, reason, $2, now(), stage, due_at
      from dispute where id = $1`;
    await expect(desk.api.source.query(own, [disputeId, colleague.personId])).rejects.toThrow(/contest their own/);
    // A quality manager who decides first has the last word at once.
    expect((await decide(manager, disputeId, KEPT)).body).toMatchObject({ state: 'kept', stage: 'quality_manager' });
  });

  it('of two at once is one', async () => {
    const call = await scoredCall();
    const { disputeId } = (await contest(call)).body;
    const said = await Promise.all([decide(supervisor, disputeId, KEPT), decide(manager, disputeId, GRANTED)]);
    expect(said.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(
      (await desk.api.source.query('select 1 from dispute_decision where dispute_id = $1', [disputeId])).length,
    ).toBe(1);
  });
});

describe('after a decision', () => {
  it('a review completes the card and counts, and does not touch what was decided', async () => {
    const call = await scoredCall();
    await decide(supervisor, (await contest(call)).body.disputeId, GRANTED);
    const [decided] = await cardsOf(call);
    const refused = await review(analyst, call, decided?.scorecardId, ITEM, 'not_met');
    expect(refused.body).toMatchObject({ code: 'review_refused', fields: [{ path: ITEM }] });
    expect((await review(analyst, call, decided?.scorecardId, 'manner.kindness', 'met')).status).toBe(201);
    const [now] = await cardsOf(call);
    expect(now).toMatchObject({ author: 'review', counts: true, basedOn: decided?.scorecardId });
    expect(now?.items.find(({ itemId }) => itemId === ITEM)).toMatchObject({
      outcome: 'met',
      judged: { from: 'not_met' },
    });
    const waiting = `awaiting_person where leg_id = $1 and closed_at is null`;
    expect(await desk.api.source.query(`select 1 from ${waiting}`, [call.legId])).toEqual([]);
  });

  it('the person who made the new card does not decide about it, and the agent may contest it', async () => {
    const call = await scoredCall();
    await decide(supervisor, (await contest(call)).body.disputeId, { ...GRANTED, outcome: 'not_applicable' });
    const again = await contest(call);
    expect(again.body).toMatchObject({ was: 'not_applicable', state: 'open' });
    expect(again.body.judgedBy).not.toBeNull();
    expect((await decide(supervisor, again.body.disputeId, GRANTED)).body.code).toBe('not_yours_to_decide');
    expect((await decide(manager, again.body.disputeId, GRANTED)).body.state).toBe('granted');
  });

  it('a quality manager’s word is the last one, granted or kept: no agent contests it and no reviewer changes it', async () => {
    const granted = await scoredCall();
    await decide(manager, (await contest(granted)).body.disputeId, { ...GRANTED, outcome: 'not_applicable' });
    expect((await contest(granted)).body.code).toBe('contested_already');
    const kept = await scoredCall();
    const { disputeId } = (await contest(kept)).body;
    await decide(manager, disputeId, KEPT);
    const [card] = await cardsOf(kept);
    expect(card?.items.find(({ itemId }) => itemId === ITEM)).toMatchObject({ taken: 'decided', source: 'human' });
    const refused = await review(analyst, kept, card?.scorecardId, ITEM, 'met');
    expect(refused.body).toMatchObject({
      code: 'review_refused',
      fields: [{ path: ITEM, message: { en: expect.stringContaining('it may change the others') } }],
    });
    expect((await review(analyst, kept, card?.scorecardId, 'manner.kindness', 'met')).status).toBe(201);
  });

  it('of an item bars its maker from a later dispute of that item, also where they kept the result', async () => {
    const call = await scoredCall();
    const { disputeId } = (await contest(call)).body;
    await decide(supervisor, disputeId, KEPT);
    await ask(agent, 'POST', `disputes/${disputeId}/withdrawal`);
    // It is scored again, so that there is a new result.
    await asOwner(
      `with newer as (insert into scorecard select (jsonb_populate_record(card, jsonb_build_object('id', gen_random_uuid(),
           'created_at', now()))).* from scorecard card where leg_id = $1 and author = 'automatic' returning id, leg_id, checklist_id)
       update counting_scorecard counting set scorecard_id = newer.id from newer
       where counting.leg_id = newer.leg_id and counting.checklist_id = newer.checklist_id`,
      [call.legId],
    );
    const again = (await contest(call)).body;
    expect(again.state).toBe('open');
    expect((await decide(supervisor, again.disputeId, KEPT)).body.code).toBe('not_yours_to_decide');
    expect((await decide(manager, again.disputeId, KEPT)).body.state).toBe('kept');
  });

  it('of which card and result another came meanwhile, it says so and changes nothing', async () => {
    const call = await scoredCall();
    const { disputeId, now } = (await contest(call)).body;
    expect((await decide(supervisor, disputeId, { ...GRANTED, basedOn: newId() })).body.code).toBe(
      'decision_overtaken',
    );
    expect((await decide(supervisor, disputeId, { ...KEPT, basedOn: newId() })).body.code).toBe('decision_overtaken');
    expect((await decide(supervisor, disputeId, { ...KEPT, basedOn: undefined })).status).toBe(400);
    expect((await decide(supervisor, disputeId, { ...GRANTED, outcome: 'not_met' })).body.code).toBe('same_result');
    const contradicting = { ...GRANTED, reason: 'not_said' };
    expect((await decide(supervisor, disputeId, contradicting)).status).toBe(400);
    expect((await cardsOf(call)).map(({ scorecardId }) => scorecardId)).toEqual([now.scorecardId]);
  });

  it('giving up leaves the decision, so that the same result is not contested again', async () => {
    const call = await scoredCall();
    const { disputeId } = (await contest(call)).body;
    await decide(supervisor, disputeId, KEPT);
    // Another item's score, or another card: not while the agent may still go on with this one.
    expect((await contest(call)).body.code).toBe('contested_already');
    expect((await ask<DisputeView>(agent, 'POST', `disputes/${disputeId}/withdrawal`)).body.state).toBe('kept');
    expect((await contest(call)).body.code).toBe('contested_already');
  });

  it('a new result of the same item is not contested while the agent may go on with the old one', async () => {
    const call = await scoredCall();
    const { disputeId } = (await contest(call)).body;
    await decide(supervisor, disputeId, KEPT);
    const [kept] = await cardsOf(call);
    expect((await review(analyst, call, kept?.scorecardId, ITEM, 'not_met')).status).toBe(201);
    expect((await contest(call)).body.code).toBe('contested_already');
    expect((await ask<DisputeView>(agent, 'POST', `disputes/${disputeId}/escalation`, {})).body.state).toBe('open');
  });
});

describe('a result that gives no points yet', () => {
  beforeAll(() => trustUnmeasured('none'));
  afterAll(() => trustUnmeasured('all'));
  const itemOf = async (call: BuiltCall) => {
    const [card] = await cardsOf(call);
    return { card, item: card?.items.find(({ itemId }) => itemId === ITEM) };
  };

  it('is a person’s once a dispute keeps it, and counts; the last word stays the last', async () => {
    const call = await scoredCall();
    const before = await itemOf(call);
    expect(before.item).toMatchObject({ outcome: 'not_met', source: 'rule', points: null });
    const { disputeId } = (await contest(call)).body;
    expect((await decide(supervisor, disputeId, KEPT)).body).toMatchObject({ state: 'answered' });
    const kept = await itemOf(call);
    expect(kept.item).toMatchObject({ outcome: 'not_met', source: 'human', points: 0 });
    expect(kept.item?.notTrusted).toBeUndefined();
    expect(kept.card).toMatchObject({ author: 'dispute', counts: true });
    // The agent may go on, and does: the manager's word makes no further card of the same result.
    expect((await contest(call)).body.code).toBe('contested_already');
    expect((await ask<DisputeView>(agent, 'POST', `disputes/${disputeId}/escalation`, {})).body.state).toBe('open');
    const last = { ...KEPT, stage: 'quality_manager' };
    expect((await decide(manager, disputeId, last)).body).toMatchObject({ state: 'kept' });
    const ended = await itemOf(call);
    expect([ended.card?.scorecardId, ended.item?.taken]).toEqual([kept.card?.scorecardId, 'decided']);
    expect((await contest(call)).body.code).toBe('contested_already');
    expect((await review(analyst, call, ended.card?.scorecardId, ITEM, 'met')).body.code).toBe('review_refused');
  });

  it('is a review’s to judge where it was kept before keeping made it a person’s', async () => {
    const call = await scoredCall();
    const { disputeId } = (await contest(call)).body;
    await decide(manager, disputeId, KEPT);
    // As an earlier version left it: a decision without a card, and the machine's card on top.
    await asOwner('alter table dispute_decision disable trigger kept_result_is_filed_once', []);
    await asOwner('update dispute_decision set scorecard_id = null where dispute_id = $1', [disputeId]);
    await asOwner('alter table dispute_decision enable trigger kept_result_is_filed_once', []);
    await asOwner(`update counting_scorecard counting set scorecard_id = null where leg_id = $1`, [call.legId]);
    await asOwner('delete from review_answer using scorecard card where card.id = scorecard_id and card.leg_id = $1', [
      call.legId,
    ]);
    await asOwner(
      `update awaiting_person waiting set scorecard_id = machine.id from scorecard machine
       where machine.leg_id = waiting.leg_id and machine.author = 'automatic' and waiting.leg_id = $1`,
      [call.legId],
    );
    await asOwner(`delete from scorecard where leg_id = $1 and author = 'dispute'`, [call.legId]);
    const { card, item } = await itemOf(call);
    expect(item).toMatchObject({ source: 'rule', points: null });
    expect(item?.taken).toBeFalsy();
    expect((await review(analyst, call, card?.scorecardId, ITEM, 'not_met')).status).toBe(201);
    expect((await itemOf(call)).item).toMatchObject({ source: 'human', points: 0 });
  });
});

describe('two results of one score', () => {
  /** A score with two results that the agent may contest: one by the machine, one by the analyst's review. */
  async function contestedTwice() {
    const call = await scoredCall();
    const [card] = await cardsOf(call);
    expect((await review(analyst, call, card?.scorecardId, 'manner.kindness', 'not_met')).status).toBe(201);
    const first = (await contest(call)).body;
    const second = (await contest(call, { itemId: 'manner.kindness' })).body;
    return { call, first, second };
  }

  it('may be contested side by side, and one supervisor decides both', async () => {
    const { call, first, second } = await contestedTwice();
    const [shown] = await cardsOf(call);
    // Each belongs to the card that gave it.
    expect([first.scorecardId === shown?.basedOn, first.judgedBy]).toEqual([true, null]);
    expect([second.scorecardId === shown?.scorecardId, second.judgedBy !== null]).toEqual([true, true]);
    expect((await decide(supervisor, first.disputeId, GRANTED)).status).toBe(201);
    expect((await decide(supervisor, second.disputeId, GRANTED)).body).toMatchObject({ state: 'granted' });
    const [now] = await cardsOf(call);
    expect(now?.items.map(({ itemId, outcome, judged }) => [itemId, outcome, judged?.decision])).toEqual(
      expect.arrayContaining([
        [ITEM, 'met', true],
        ['manner.kindness', 'met', true],
      ]),
    );
  });

  it('are not contested again after a card that only carries them on', async () => {
    const { call, first, second } = await contestedTwice();
    await decide(manager, first.disputeId, KEPT);
    await decide(supervisor, second.disputeId, GRANTED);
    expect((await contest(call)).body.code).toBe('contested_already');
    const { open } = await disputesOf(agent, call);
    expect(open.map(({ itemId }) => itemId)).not.toContain(ITEM);
  });

  it('have days of their own, from the card that gave each', async () => {
    const { call } = await contestedTwice();
    await Promise.all(
      (await disputesOf(agent, call)).items.map(({ disputeId }) =>
        ask(agent, 'POST', `disputes/${disputeId}/withdrawal`),
      ),
    );
    const old = `update scorecard set created_at = created_at - interval '15 days' where leg_id = $1 and author = 'automatic'`;
    await asOwner(old, [call.legId]);
    expect((await contest(call)).body.code).toBe('contest_time_over');
    expect((await disputesOf(agent, call)).open.map(({ itemId }) => itemId)).toEqual(['manner.kindness']);
    expect((await contest(call, { itemId: 'manner.kindness' })).status).toBe(201);
  });

  it('are not answered by a review while they wait for a decision, and others of the score are', async () => {
    const { call } = await contestedTwice();
    const [shown] = await cardsOf(call);
    const refused = await review(analyst, call, shown?.scorecardId, ITEM, 'met');
    expect(refused.body).toMatchObject({ code: 'review_refused', fields: [{ path: ITEM }] });
  });
});

describe('a card that came while a person was deciding', () => {
  it('is looked at first; a decision may then confirm what it says', async () => {
    const call = await scoredCall();
    const { disputeId, now } = (await contest(call)).body;
    await decide(supervisor, disputeId, KEPT);
    // Answered: a review may correct the item before the agent goes on.
    const [kept] = await cardsOf(call);
    expect((await review(analyst, call, kept?.scorecardId, ITEM, 'met')).status).toBe(201);
    await ask(agent, 'POST', `disputes/${disputeId}/escalation`, {});
    const last = { ...GRANTED, stage: 'quality_manager' };
    expect((await decide(manager, disputeId, { ...last, basedOn: now.scorecardId })).body.code).toBe(
      'decision_overtaken',
    );
    expect((await decide(manager, disputeId, last)).body.state).toBe('granted');
    expect((await cardsOf(call))[0]).toMatchObject({ author: 'dispute', standing: 'decision' });
  });
});

/** Two people say that the call is another agent's. */
async function handOver(call: BuiltCall, to: TestAccount, [one, other] = [supervisor, manager]): Promise<void> {
  const { staffNumber } = await desk.api.source.manager.findOneByOrFail(Person, { id: to.personId });
  const said = { reason: 'The seat was another person’s.', changes: { staffNumber } };
  const { body } = await ask<CorrectionResult>(one, 'POST', `calls/${call.callId}/corrections`, said);
  expect(body).toMatchObject({ fields: [], waiting: { fields: ['staffNumber'] } });
  const confirmed = await ask(other, 'POST', `corrections/${body.waiting?.proposalId}/confirmation`);
  expect([confirmed.status, confirmed.body]).toMatchObject([200, { fields: ['staffNumber'] }]);
}

describe('a leg that was another agent’s', () => {
  it('puts what its former agent contested to sleep, tells them, shows it to them and not to the other, and wakes it put back', async () => {
    const call = await scoredCall();
    const { disputeId, code, dueAt } = (await contest(call)).body;
    await handOver(call, colleague);
    const mine = async (who: TestAccount) =>
      (await ask<DisputeList>(who, 'GET', 'disputes?show=all&limit=100')).body.items.find(
        (one) => one.disputeId === disputeId,
      );
    // What was, and nothing of the colleague or the customer.
    const own = await mine(agent);
    expect(own).toMatchObject({ state: 'asleep', may: ['withdraw'], customer: null, now: { outcome: 'not_met' } });
    expect(own?.agent).toMatchObject({ personId: agent.personId, name: own?.filedBy });
    expect((await mine(supervisor))?.agent.personId).toBe(colleague.personId);
    expect(await mine(colleague)).toBeUndefined();
    expect((await mine(supervisor))?.filedBy).not.toEqual((await mine(supervisor))?.agent.name);
    expect(await told(agent)).toContainEqual(`dispute_suspended ${code} ${call.callId}`);
    const open = (await disputesOf(colleague, call)).open.map(({ itemId }) => itemId);
    expect(open).toContain(ITEM);
    expect((await ask<Problem>(agent, 'POST', `disputes/${disputeId}/escalation`, {})).body.code).toBe(
      'dispute_asleep',
    );
    expect((await decide(manager, disputeId, KEPT)).body.code).toBe('dispute_asleep');
    // It waits for a second person: not for who proposed that the call is another agent's.
    expect([(await mine(supervisor))?.may, (await mine(manager))?.may]).toEqual([[], ['close']]);
    await handOver(call, agent);
    const back = await mine(agent);
    expect(back).toMatchObject({ state: 'open', stage: 'supervisor', may: ['withdraw'] });
    expect(Date.parse(back?.dueAt ?? '')).toBeGreaterThanOrEqual(Date.parse(dueAt ?? ''));
    expect(await told(agent)).toContainEqual(`dispute_resumed ${code} ${call.callId}`);
  });

  it('is closed by a second person as not this agent’s, held in the database, and is open again where the call is put back', async () => {
    const call = await scoredCall();
    const { disputeId, code } = (await contest(call)).body;
    await decide(supervisor, disputeId, KEPT);
    await ask(agent, 'POST', `disputes/${disputeId}/escalation`, {});
    // The supervisor decided: no correction of theirs touches the call.
    const byPart = await ask<Problem>(supervisor, 'POST', `calls/${call.callId}/corrections`, {
      ...{ reason: 'It is another agent’s.', changes: { queueSeconds: 5 } },
    });
    expect(byPart.body.code).toBe('correct_disputed_call');
    const close = (who: TestAccount) => ask<DisputeView & Problem>(who, 'POST', `disputes/${disputeId}/closing`);
    expect((await close(manager)).body.code).toBe('dispute_not_asleep');
    await handOver(call, colleague, [managerOfA, manager]);
    expect((await close(supervisor)).body.code).toBe('quality_manager_decides');
    expect((await close(managerOfA)).body.code).toBe('not_yours_to_close');
    const inDatabase = (by: TestAccount) =>
      desk.api.source.query('update dispute set closed_at = now(), closed_by_person_id = $2 where id = $1', [
        ...[disputeId, by.personId],
      ]);
    await expect(inDatabase(managerOfA)).rejects.toThrow(/second person closes/);
    await expect(inDatabase(supervisor)).rejects.toThrow(/second person closes/);
    expect((await close(manager)).body).toMatchObject({ state: 'not_theirs', may: [] });
    expect(await told(agent)).toContainEqual(`dispute_closed ${code} ${call.callId}`);
    await handOver(call, agent, [managerOfA, manager]);
    const { items } = await disputesOf(agent, call);
    expect(items).toMatchObject([{ state: 'open', stage: 'quality_manager', may: ['withdraw'] }]);
  });
});

describe('people of a dispute', () => {
  it('are told: those who decide, the agent, and the person whose judgement it was', async () => {
    const call = await scoredCall();
    const [card] = await cardsOf(call);
    const answers = [{ itemId: ITEM, outcome: 'not_met', places: [] }];
    const review = { legId: call.legId, checklistId: 'trial', basedOn: card?.scorecardId, answers };
    expect((await ask(analyst, 'POST', `calls/${call.callId}/reviews`, review)).status).toBe(201);
    const { disputeId, code, judgedBy } = (await contest(call)).body;
    expect(judgedBy).not.toBeNull();
    expect(code).toMatch(/^DS-\d{4}$/);
    const kinds = async (who: TestAccount) =>
      (await told(who)).filter((line) => line.endsWith(`${code} ${call.callId}`)).map((line) => line.split(' ')[0]);
    expect([await kinds(supervisor), await kinds(manager), await kinds(elsewhere)]).toEqual([
      ['dispute_filed'],
      ['dispute_filed'],
      [],
    ]);
    const bell = async (who: TestAccount) =>
      (await ask<NotificationList>(who, 'GET', 'notifications')).body.items
        .filter((one) => one.code === code)
        .map(({ words, readAt }) => [words.en, readAt !== null]);
    expect(await bell(manager)).toEqual([[`Dispute ${code} is waiting for a decision`, false]]);
    await decide(supervisor, disputeId, KEPT);
    const over = [`Dispute ${code} no longer waits for your decision`, true];
    expect(await bell(manager)).toEqual([over]);
    expect([await kinds(agent), await kinds(analyst)]).toEqual([['dispute_kept'], ['dispute_kept']]);
    await ask(agent, 'POST', `disputes/${disputeId}/escalation`, {});
    expect(await kinds(manager)).toEqual(['dispute_escalated', 'dispute_filed']);
    expect(await bell(manager)).toEqual([[`Dispute ${code} is waiting for a quality manager`, false], over]);
    await decide(manager, disputeId, { ...GRANTED, stage: 'quality_manager' });
    expect(await bell(manager)).toEqual([over, over]);
    expect(await kinds(agent)).toEqual(['dispute_granted', 'dispute_kept']);
    expect(await kinds(colleague)).toEqual([]);
  });

  it('who reviewed the score are not asked to decide', async () => {
    const call = await scoredCall();
    const [card] = await cardsOf(call);
    expect((await review(supervisor, call, card?.scorecardId, 'manner.kindness', 'met')).status).toBe(201);
    const { code } = (await contest(call)).body;
    const of = async (who: TestAccount) => (await told(who)).filter((line) => line.includes(` ${code} `));
    expect([await of(supervisor), await of(manager)]).toEqual([[], [`dispute_filed ${code} ${call.callId}`]]);
  });
});

describe('what people wrote in a dispute', () => {
  it('ends with the recording; outcome and reasons stay', async () => {
    const call = await scoredCall();
    const { disputeId } = (await contest(call)).body;
    await decide(supervisor, disputeId, KEPT);
    await ask(agent, 'POST', `disputes/${disputeId}/escalation`, { note: 'Listen again, please.' });
    const [recording] = await desk.api.source.query('select id from recording where leg_id = $1', [call.legId]);
    await asOwner('update recording set destruction_started_at = now() where id = $1', [recording.id]);
    await desk.api.source.transaction((tx) => eraseReviews(tx, recording.id, get(JournalService)));
    const { items, open } = await disputesOf(agent, call);
    expect(items[0]).toMatchObject({
      escalationNote: null,
      note: null,
      atMs: null,
      reason: 'said_elsewhere',
      decisions: [{ note: null, reason: 'not_said' }],
    });
    expect(open).toEqual([]);
    // What is decided now is said with a code: words would outlive the recording.
    const last = { ...KEPT, stage: 'quality_manager' };
    expect((await decide(manager, disputeId, last)).body).toMatchObject({
      state: 'kept',
      decisions: [{ note: null }, { note: null }],
    });
    expect((await contest(call)).body.code).toBe('contested_already');
  });
});

async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
  await owner.connect();
  await owner.query(sql, values);
  await owner.end();
}
