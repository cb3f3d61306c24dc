import {
  type CallComments,
  type CallList,
  type DisputeList,
  type ItemResult,
  type Problem,
  type ScorecardList,
} from '#contracts';
import { writeNotifications } from '#notifications';
import { GivenReviews } from '#reviews';
import { filedCards } from '../../../../libs/quality/src/replay/back-test.ledger.js';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { SamplingDesk } from '../../../../test/support/sampling-desk.js';
import { shownCardSql } from '../coaching/moments.query.js';

type Call = Awaited<ReturnType<SamplingDesk['scored']>>;
let made: SamplingDesk;
let author: TestAccount;
let manager: TestAccount;
let agent: TestAccount;

const ask = <T>(...asked: Parameters<SamplingDesk['ask']>) => made.ask<T>(...asked);
const scored = () => made.scored(agent, made.desk.organisation.teamA, new Date());
const cards = async (call: Call) =>
  (await ask<ScorecardList>(manager, 'GET', `calls/${call.callId}/scorecards`)).body.scorecards;
const reviewed = async (call: Call, who = author) => {
  expect(await made.publish(who, call, { 'greeting.offer': 'met' })).toEqual([201, undefined]);
  return (await cards(call)).find(({ counts }) => counts)!.scorecardId;
};
const retract = async (who: TestAccount, call: Call, scorecardId: string, body: object = { reason: 'mistaken' }) => {
  const answer = await ask<Problem | null>(who, 'POST', `calls/${call.callId}/reviews/${scorecardId}/retraction`, body);
  return [answer.status, answer.body?.code];
};
const pointsOf = async (call: Call) => {
  const { items } = (await ask<CallList>(manager, 'GET', 'calls')).body;
  return items.find(({ callId }) => callId === call.callId)?.score?.points;
};

beforeAll(async () => {
  made = await SamplingDesk.open();
  [author, manager, agent] = [made.analysts[0]!, made.manager, made.agents[0]!];
});
afterAll(() => made?.desk.api.stop());

describe('a review that is retracted', () => {
  it('counts no more: the card before it does, its own stays with by whom and why, and people are told', async () => {
    const call = await scored();
    const id = await reviewed(call);
    expect(await pointsOf(call)).toBe(10);
    expect(await retract(author, call, id, { reason: 'other' })).toEqual([400, 'bad_input']);
    expect(await retract(author, call, id, { reason: 'other', note: 'I took another call for it.' })).toEqual([
      204,
      undefined,
    ]);
    expect(await pointsOf(call)).toBe(5);
    const [counting, gone] = await cards(call);
    expect(counting).toMatchObject({
      scorecardId: call.scorecardId,
      counts: true,
      standing: 'automatic',
      retracted: null,
    });
    expect(gone).toMatchObject({ scorecardId: id, counts: false, standing: 'retracted', mayRetract: false });
    expect(gone?.retracted).toMatchObject({ reason: 'other', note: 'I took another call for it.' });
    const moved = await made.sql<{ event: string; rule: string }>(
      `select event, details->>'rule' as rule from journal_entry join journal_detail on entry_id = id
       where call_id = $1 and event in ('review.retracted', 'scorecard.counted') order by id desc limit 2`,
      [call.callId],
    );
    expect(moved).toEqual([
      { event: 'scorecard.counted', rule: 'automatic' },
      { event: 'review.retracted', rule: null },
    ]);
    await tell('review.retracted', call);
    expect(await made.sql('select person_id, kind from notification where call_id = $1', [call.callId])).toEqual([
      { person_id: agent.personId, kind: 'review_retracted' },
    ]);
  });

  it('is its author’s or a quality manager’s to take back, once, and no other’s', async () => {
    const call = await scored();
    const id = await reviewed(call);
    expect(await retract(made.analysts[1]!, call, id)).toEqual([403, 'not_yours_to_retract']);
    expect((await retract(agent, call, id))[0]).toBe(403);
    expect(await retract(manager, call, call.scorecardId)).toEqual([404, 'not_found']);
    expect(await retract(manager, call, id)).toEqual([204, undefined]);
    expect(await retract(author, call, id)).toEqual([409, 'retracted_already']);
    await tell('review.retracted', call);
    const told = await made.sql<{ person_id: string }>('select person_id from notification where call_id = $1', [
      call.callId,
    ]);
    expect(new Set(told.map(({ person_id }) => person_id))).toEqual(new Set([agent.personId, author.personId]));
  });

  it('is not taken back once a result of it was contested, nor from under a later review', async () => {
    const call = await scored();
    const first = await reviewed(call);
    const filed = await ask(agent, 'POST', `calls/${call.callId}/disputes`, {
      ...{ legId: call.legId, checklistId: 'small', itemId: 'greeting.offer', basedOn: first },
      ...{ wanted: 'not_applicable', reason: 'words_misheard' },
    });
    expect(filed.status).toBe(201);
    expect(await retract(author, call, first)).toEqual([409, 'review_contested']);
    const disputeId = (await ask<DisputeList>(manager, 'GET', 'disputes')).body.items[0]!.disputeId;
    expect((await ask(agent, 'POST', `disputes/${disputeId}/withdrawal`)).status).toBeLessThan(300);
    expect(await made.publish(manager, call, { 'greeting.salutation': 'met' })).toEqual([201, undefined]);
    expect(await retract(author, call, first)).toEqual([409, 'review_built_on']);
    const later = (await cards(call)).find(({ counts }) => counts)!.scorecardId;
    expect(await retract(manager, call, later)).toEqual([204, undefined]);
    expect((await cards(call)).find(({ counts }) => counts)?.scorecardId).toBe(first);
    expect(await retract(author, call, first)).toEqual([204, undefined]);
    expect(await pointsOf(call)).toBe(5);
  });

  it('shows no points where nothing counts before it, and is followed by another review', async () => {
    const call = await scored();
    await made.asOwner('update scorecard set trusted = false where id = $1', [call.scorecardId]);
    const id = await reviewed(call);
    expect(await retract(author, call, id)).toEqual([204, undefined]);
    expect(await pointsOf(call)).toBeNull();
    expect(await made.sql('select results from listed_leg where leg_id = $1', [call.legId])).toEqual([
      { results: expect.arrayContaining(['greeting.offer:not_met:rule']) },
    ]);
    expect(await made.publish(author, call, { 'greeting.salutation': 'met' })).toEqual([201, undefined]);
  });

  it('is no card that coaching shows, and no answer of a person that a back-test compares with', async () => {
    const call = await scored();
    await made.asOwner('update scorecard set trusted = false where id = $1', [call.scorecardId]);
    const id = await reviewed(call);
    const { manager: tx } = made.desk.api.source;
    const shown = async () => {
      const sql = `select card.items from leg cross join lateral (${shownCardSql(`'small'`)}) card where leg.id = $1`;
      const [card] = await made.sql<{ items: ItemResult[] }>(sql, [call.legId]);
      return card?.items.map(({ outcome }) => outcome);
    };
    const human = async () => (await filedCards(tx, 'small', [call.legId])).get(call.legId)?.human ?? null;
    expect([await shown(), (await human())?.length]).toEqual([['met', 'met'], 2]);
    expect(await retract(author, call, id)).toEqual([204, undefined]);
    expect([await shown(), await human()]).toEqual([['met', 'not_met'], null]);
  });

  it('keeps what its author remarks later from the agent, until they publish again', async () => {
    const call = await scored();
    expect(await retract(author, call, await reviewed(call))).toEqual([204, undefined]);
    const remark = { legId: call.legId, atMs: 400, text: 'Not for you yet.' };
    expect((await ask(author, 'POST', `calls/${call.callId}/comments`, remark)).status).toBe(201);
    const seen = async () => (await ask<CallComments>(agent, 'GET', `calls/${call.callId}/comments`)).body.comments;
    expect(await seen()).toEqual([]);
    await reviewed(call);
    expect(await seen()).toHaveLength(1);
  });

  it('opens a call again that was given by hand, unless it was given once more', async () => {
    const call = await scored();
    const legs = [{ legId: call.legId, callId: call.callId, checklistId: 'small' }];
    const giving = { toPersonId: author.personId, byPersonId: manager.personId, reason: 'second_look' as const };
    const give = () => made.get(GivenReviews).give(legs, { ...giving, note: null, dueDays: 3 });
    const states = async () =>
      (
        await made.sql<{ state: string }>(
          'select state from review_assignment where leg_id = $1 order by created_at, id',
          [call.legId],
        )
      ).map(({ state }) => state);
    await give();
    const whole = { 'greeting.offer': 'met', 'greeting.salutation': 'met' } as const;
    const publish = async () => {
      expect(await made.publish(author, call, whole)).toEqual([201, undefined]);
      return (await cards(call)).find(({ counts }) => counts)!.scorecardId;
    };
    expect(await retract(author, call, await publish())).toEqual([204, undefined]);
    expect(await states()).toEqual(['open']);
    const second = await publish();
    expect((await give()).given).toHaveLength(1);
    expect(await retract(author, call, second)).toEqual([204, undefined]);
    expect(await states()).toEqual(['done', 'open']);
  });

  it('gives a drawn call back: a blind one to people who have not seen its result, and its judgements count no more', async () => {
    const reviewers = [{ personId: author.personId, languages: ['zh' as const, 'en' as const] }];
    const { body } = await made.create({ strata: 'none', size: { n: 1, per: 'all' }, reviewers, blind: true });
    const at = await made.hoursInto(body.next!.drawId);
    const call = await made.scored(agent, made.desk.organisation.teamA, at(10));
    made.clock.at = at(40);
    await made.draws.sweep();
    await tell('sampling.drawn', null);
    expect(await made.sql(`select person_id from notification where kind = 'review_assigned'`)).toEqual([
      { person_id: author.personId },
    ]);
    expect(await made.publish(author, call, { 'greeting.offer': 'met', 'greeting.salutation': 'met' })).toEqual([
      201,
      undefined,
    ]);
    const id = (await cards(call)).find(({ counts }) => counts)!.scorecardId;
    await cards(call);
    expect(await retract(author, call, id)).toEqual([204, undefined]);
    expect(await made.sql('select count(*)::int as n from blind_judgement where withdrawn_at is null')).toEqual([
      { n: 0 },
    ]);
    const open = `select state, reviewer_person_id as by from review_assignment where leg_id = $1`;
    expect(await made.sql(open, [call.legId])).toEqual([{ state: 'open', by: null }]);
    const [{ id: assignmentId }] = (await made.sql<{ id: string }>(
      'select id from review_assignment where leg_id = $1',
      [call.legId],
    )) as [{ id: string }];
    await ask<ScorecardList>(author, 'GET', `calls/${call.callId}/scorecards`);
    const again = await ask<Problem>(author, 'POST', `reviews/drawn/${assignmentId}/claim`);
    expect([again.status, again.body.code]).toEqual([409, 'saw_result']);
  });
});

/** Writes down who is told of the newest entry, as the relay does. */
async function tell(event: string, call: Call | null): Promise<void> {
  const rows = await made.sql<{
    id: string;
    event: never;
    details: Record<string, unknown>;
    actorPersonId: string | null;
  }>(
    `select id, event, details, actor_person_id as "actorPersonId" from journal_entry join journal_detail on entry_id = id
     where event = $1 and ($2::uuid is null or call_id = $2) order by id desc limit 1`,
    [event, call?.callId ?? null],
  );
  await made.desk.api.source.transaction((tx) => writeNotifications(tx, rows as never, false));
}
