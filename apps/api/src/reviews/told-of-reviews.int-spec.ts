import { type AcknowledgementList, type NotificationList, type Problem, type ScorecardList } from '#contracts';
import { writeNotifications } from '#notifications';
import { GivenReviews } from '#reviews';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { SamplingDesk } from '../../../../test/support/sampling-desk.js';

let made: SamplingDesk;
beforeAll(async () => {
  made = await SamplingDesk.open();
});
afterAll(() => made?.desk.api.stop());

/** Writes down who is told of all entries of an event, as the relay does. */
async function tell(event: string): Promise<void> {
  const rows = await made.sql(
    `select id, event, details, actor_person_id as "actorPersonId" from journal_entry join journal_detail on entry_id = id
     where event = $1 order by id`,
    [event],
  );
  await made.desk.api.source.transaction((tx) => writeNotifications(tx, rows as never, false));
}

const told = async () =>
  (await made.ask<NotificationList>(made.analysts[0]!, 'GET', 'notifications')).body.items.map(({ kind, code }) => [
    kind,
    code,
  ]);

describe('a published review', () => {
  it('is told to the agent, and to the reviewer whose answer it changes, and to no other', async () => {
    const [agent] = made.agents;
    const analyst = made.analysts[1];
    const call = await made.scored(agent!, made.desk.organisation.teamA, new Date());
    const whom = async () => {
      await tell('scorecard.reviewed');
      const rows = await made.sql<{ id: string; kind: string }>(
        'select person_id as id, kind from notification where call_id = $1 order by at, kind',
        [call.callId],
      );
      return rows.map(({ id, kind }) => [kind, id]);
    };
    expect(await made.publish(analyst!, call, { 'greeting.offer': 'met' })).toEqual([201, undefined]);
    expect(await whom()).toEqual([['score_reviewed', agent!.personId]]);
    expect(await made.publish(made.manager, call, { 'greeting.salutation': 'met' })).toEqual([201, undefined]);
    expect((await whom()).filter(([kind]) => kind === 'review_overturned')).toEqual([]);
    expect(await made.publish(made.manager, call, { 'greeting.offer': 'not_met' })).toEqual([201, undefined]);
    expect((await whom()).filter(([kind]) => kind === 'review_overturned')).toEqual([
      ['review_overturned', analyst!.personId],
    ]);
  });
});

describe('the agent of a review', () => {
  it('says that they have read it, once for each review, alone and in person', async () => {
    const [agent] = made.agents;
    const { teamA, teamB } = made.desk.organisation;
    const supervisor = await made.person('supervisor', teamA);
    const stranger = await made.person('supervisor', teamB);
    const call = await made.scored(agent!, teamA, new Date());
    const shown = async (who: TestAccount) =>
      (await made.ask<ScorecardList>(who, 'GET', `calls/${call.callId}/scorecards`)).body.scorecards[0]!;
    const list = async (who: TestAccount, show: string) => {
      const { body } = await made.ask<AcknowledgementList>(who, 'GET', `reviews/acknowledgements?show=${show}`);
      return body.items.filter(({ callId }) => callId === call.callId);
    };
    const read = async (who: TestAccount, scorecardId: string, note?: string) =>
      (await made.ask<Problem>(who, 'POST', `calls/${call.callId}/reviews/${scorecardId}/acknowledgement`, { note }))
        .body?.code ?? 'done';

    expect((await shown(agent!)).acknowledgement).toBeNull();
    expect(await made.publish(made.manager, call, { 'greeting.offer': 'met' })).toEqual([201, undefined]);
    const first = await shown(agent!);
    expect(first.acknowledgement).toMatchObject({ at: null, mine: true });
    expect((await shown(supervisor)).acknowledgement).toMatchObject({ at: null, mine: false });
    expect(await list(supervisor, 'unread')).toMatchObject([
      { scorecardId: first.scorecardId, agent: { personId: agent!.personId }, acknowledgedAt: null },
    ]);
    expect([await list(stranger, 'unread'), await read(stranger, first.scorecardId)]).toEqual([[], 'not_found']);
    expect(await read(supervisor, first.scorecardId)).toBe('agent_acknowledges');
    // A newer review takes its place, and asks again.
    expect(await made.publish(made.manager, call, { 'greeting.salutation': 'met' })).toEqual([201, undefined]);
    const second = await shown(agent!);
    expect(await read(agent!, first.scorecardId)).toBe('review_replaced');
    expect(await read(agent!, second.scorecardId, 'Understood.')).toBe('done');
    expect(await read(agent!, second.scorecardId)).toBe('acknowledged_already');
    expect((await shown(supervisor)).acknowledgement).toMatchObject({ at: expect.any(String), note: 'Understood.' });
    expect([await list(supervisor, 'unread'), (await list(supervisor, 'read')).map(({ note }) => note)]).toEqual([
      [],
      ['Understood.'],
    ]);
    expect(await made.publish(made.manager, call, { 'greeting.salutation': 'not_met' })).toEqual([201, undefined]);
    expect((await list(agent!, 'unread')).length).toBe(1);
    await expect(
      made.sql(
        'update review_acknowledgement set acknowledged_at = now(), acknowledged_by_person_id = $2 where scorecard_id = $1',
        [(await shown(agent!)).scorecardId, supervisor.personId],
      ),
    ).rejects.toThrow('only the agent of a leg');
    const entries = await made.sql(`select 1 from journal_entry where event = 'review.acknowledged' and call_id = $1`, [
      call.callId,
    ]);
    expect(entries).toHaveLength(1);
  });

  it('is asked no more about a review that was retracted', async () => {
    const [agent] = made.agents;
    const call = await made.scored(agent!, made.desk.organisation.teamA, new Date());
    await made.publish(made.manager, call, { 'greeting.offer': 'met' });
    const { body } = await made.ask<ScorecardList>(made.manager, 'GET', `calls/${call.callId}/scorecards`);
    const { scorecardId } = body.scorecards[0]!;
    const gone = { reason: 'mistaken' };
    const path = `calls/${call.callId}/reviews/${scorecardId}`;
    expect((await made.ask(made.manager, 'POST', `${path}/retraction`, gone)).status).toBe(204);
    expect((await made.ask<Problem>(agent!, 'POST', `${path}/acknowledgement`, {})).body.code).toBe('review_replaced');
  });

  it('is asked again about the review before the one that was retracted, unless they had read it', async () => {
    const [agent] = made.agents;
    const call = await made.scored(agent!, made.desk.organisation.teamA, new Date());
    const publish = async (outcome: 'met' | 'not_met') => {
      expect(await made.publish(made.manager, call, { 'greeting.offer': outcome })).toEqual([201, undefined]);
      return counting();
    };
    const counting = async () => {
      const { body } = await made.ask<ScorecardList>(made.manager, 'GET', `calls/${call.callId}/scorecards`);
      return body.scorecards.find(({ counts }) => counts)!.scorecardId;
    };
    const send = async (who: TestAccount, scorecardId: string, what: string, sent: object) =>
      (await made.ask(who, 'POST', `calls/${call.callId}/reviews/${scorecardId}/${what}`, sent)).status;
    const retract = (scorecardId: string) => send(made.manager, scorecardId, 'retraction', { reason: 'mistaken' });
    const unread = async () => {
      const { body } = await made.ask<AcknowledgementList>(agent!, 'GET', 'reviews/acknowledgements?show=unread');
      return body.items.filter(({ callId }) => callId === call.callId).map(({ scorecardId }) => scorecardId);
    };

    const first = await publish('met');
    const second = await publish('not_met');
    expect(await unread()).toEqual([second]);
    expect(await retract(second)).toBe(204);
    expect([await counting(), await unread()]).toEqual([first, [first]]);
    expect(await send(agent!, first, 'acknowledgement', {})).toBe(204);
    expect(await retract(await publish('not_met'))).toBe(204);
    expect([await counting(), await unread()]).toEqual([first, []]);
  });
});

describe('a reviewer', () => {
  it('is told once of all calls that a colleague gives them, however many', async () => {
    const [analyst] = made.analysts;
    const { teamA } = made.desk.organisation;
    const calls = [
      await made.scored(made.agents[0]!, teamA, new Date()),
      await made.scored(made.agents[0]!, teamA, new Date()),
    ];
    const legs = calls.map(({ callId, legId }) => ({ callId, legId, checklistId: 'small' }));
    const giving = { toPersonId: analyst!.personId, byPersonId: made.manager.personId, reason: 'complaint' as const };
    const { given } = await made.get(GivenReviews).give(legs, { ...giving, note: null, dueDays: 3 });
    expect(given).toHaveLength(2);
    await tell('review.given');
    await tell('review.given');
    expect(await told()).toEqual([['review_given', '']]);
  });

  it('is told once of a call that takes the place of another', async () => {
    const [analyst] = made.analysts;
    const reviewers = [{ personId: analyst!.personId, languages: ['zh' as const, 'en' as const] }];
    const plan = (await made.create({ strata: 'none', size: { n: 1, per: 'all' }, reviewers })).body;
    const at = await made.hoursInto(plan.next!.drawId);
    const { teamA } = made.desk.organisation;
    for (const hours of [9, 10]) await made.scored(made.agents[0]!, teamA, at(hours));
    made.clock.at = at(40);
    await made.draws.sweep();
    const [{ id }] = (await made.sql<{ id: string }>('select id from review_assignment where draw_id = $1', [
      plan.next!.drawId,
    ])) as [{ id: string }];
    const replaced = await made.ask(made.manager, 'POST', `sampling/assignments/${id}/replacement`, {
      reason: 'sound_unusable',
    });
    expect(replaced.status).toBeLessThan(300);
    await tell('sampling.replaced');
    await tell('sampling.replaced');
    expect(await told()).toEqual([
      ['review_assigned', plan.code],
      ['review_given', ''],
    ]);
  });
});
