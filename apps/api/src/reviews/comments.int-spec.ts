import { type CallComments, type CallJournal, type MadeComment, type Problem } from '#contracts';
import { JournalService } from '#journal';
import { eraseReviews } from '#reviews';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { SamplingDesk } from '../../../../test/support/sampling-desk.js';

let made: SamplingDesk;
let author: TestAccount;
let manager: TestAccount;
let agent: TestAccount;
let call: Awaited<ReturnType<SamplingDesk['scored']>>;
let commentId: string;

const ask = <T>(...asked: Parameters<SamplingDesk['ask']>) => made.ask<T>(...asked);
const path = () => `calls/${call.callId}/comments`;
const seen = async (who: TestAccount) => (await ask<CallComments>(who, 'GET', path())).body.comments;
const make = (who: TestAccount, text = 'Here the customer asks for the price.') =>
  ask<MadeComment & Problem>(who, 'POST', path(), { legId: call.legId, atMs: 400, text });

beforeAll(async () => {
  made = await SamplingDesk.open();
  [author, manager, agent] = [made.analysts[0]!, made.manager, made.agents[0]!];
  call = await made.scored(agent, made.desk.organisation.teamA, new Date());
});
afterAll(() => made?.desk.api.stop());

describe('a comment at a second', () => {
  it('is made by a person who may hear the call, and seen by those who judge', async () => {
    const { status, body } = await make(author);
    expect(status).toBe(201);
    ({ commentId } = body);
    expect(await seen(author)).toMatchObject([
      { atMs: 400, mine: true, published: false, text: expect.stringMatching(/price/) },
    ]);
    expect(await seen(manager)).toMatchObject([{ mine: false, text: expect.stringMatching(/price/), earlier: [] }]);
    const { body: told } = await ask<CallJournal>(manager, 'GET', `calls/${call.callId}/journal`);
    expect(JSON.stringify(told.entries.filter(({ event }) => event === 'comment.made'))).toContain(commentId);
    expect(JSON.stringify(told)).not.toContain('price');
  });

  it('is not made without a right to hear, nor by the agent, nor without words', async () => {
    // Standing grants let analysts listen; this role has none.
    const deaf = await made.person('supervisor', made.desk.organisation.teamA);
    const refused = await make(deaf);
    expect([refused.status, refused.body.code]).toEqual([403, 'no_grant']);
    expect((await make(agent)).status).toBe(403);
    expect((await make(author, '  ')).status).toBe(400);
  });

  it('is worded otherwise by its author alone, and keeps what it said before', async () => {
    const edit = (who: TestAccount) =>
      ask<Problem>(who, 'PUT', `${path()}/${commentId}`, { text: 'He asks for the rate.' });
    expect((await edit(manager)).status).toBe(404);
    // By the address of another call it is not there.
    const elsewhere = await made.scored(agent, made.desk.organisation.teamA, new Date());
    const text = { text: 'From elsewhere.' };
    expect((await ask(author, 'PUT', `calls/${elsewhere.callId}/comments/${commentId}`, text)).status).toBe(404);
    expect((await ask(author, 'DELETE', `calls/${elsewhere.callId}/comments/${commentId}`)).status).toBe(404);
    expect((await edit(author)).status).toBe(204);
    expect(await seen(manager)).toMatchObject([
      { text: 'He asks for the rate.', earlier: [{ text: 'Here the customer asks for the price.' }] },
    ]);
  });

  it('is shown to the agent once its author publishes the review of the leg, as it is now', async () => {
    expect(await seen(agent)).toEqual([]);
    expect(await made.publish(manager, call, { 'greeting.offer': 'met' })).toEqual([201, undefined]);
    expect(await seen(agent)).toEqual([]);
    expect(await made.publish(author, call, { 'greeting.offer': 'met' })).toEqual([201, undefined]);
    expect(await seen(agent)).toMatchObject([
      { text: 'He asks for the rate.', mine: false, published: true, earlier: [] },
    ]);
    expect((await make(author, 'And here.')).status).toBe(201);
    expect(await seen(agent)).toHaveLength(2);
  });

  it('is hidden with its review where that is retracted, and shown again with the next one', async () => {
    const [card] = await made.sql<{ id: string }>(
      `select id from scorecard where leg_id = $1 and author_person_id = $2 order by created_at desc limit 1`,
      [call.legId, author.personId],
    );
    const back = `calls/${call.callId}/reviews/${card!.id}/retraction`;
    expect((await ask(author, 'POST', back, { reason: 'mistaken' })).status).toBeLessThan(300);
    expect(await seen(agent)).toEqual([]);
    expect(await seen(manager)).toMatchObject(Array(2).fill({ published: false, withdrawnAt: null }));
    expect(await made.publish(author, call, { 'greeting.offer': 'not_met' })).toEqual([201, undefined]);
    expect(await seen(agent)).toHaveLength(2);
  });

  it('is withdrawn by its author: the agent sees it no more, others that it was there', async () => {
    expect((await ask(author, 'DELETE', `${path()}/${commentId}`)).status).toBe(204);
    const again = await ask<Problem>(author, 'DELETE', `${path()}/${commentId}`);
    expect([again.status, again.body.code]).toEqual([409, 'comment_withdrawn']);
    expect(await seen(agent)).toHaveLength(1);
    const [gone] = (await seen(manager)).filter((one) => one.commentId === commentId);
    expect(gone).toMatchObject({ text: null, earlier: [], withdrawnAt: expect.any(String) });
  });

  it('tells a person who judges the leg blind nothing but their own', async () => {
    const blind = await made.person('quality_analyst', null);
    const reviewers = [{ personId: blind.personId, languages: ['zh' as const, 'en' as const] }];
    const { body } = await made.create({ strata: 'none', size: { n: 1, per: 'all' }, reviewers, blind: true });
    const at = await made.hoursInto(body.next!.drawId);
    const drawn = await made.scored(agent, made.desk.organisation.teamA, at(10));
    made.clock.at = at(40);
    await made.draws.sweep();
    [call] = [drawn];
    expect((await make(author)).status).toBe(201);
    expect((await make(blind, 'Mine.')).status).toBe(201);
    expect((await seen(blind)).map(({ text }) => text)).toEqual(['Mine.']);
    expect(await seen(manager)).toHaveLength(2);
  });

  it('ends with the recording: neither text nor place stays, and none is made any more', async () => {
    await made.sql('update recording set destruction_started_at = now() where id = $1', [call.recordingId]);
    const late = await make(author);
    expect(late.status).toBeGreaterThanOrEqual(400);
    // What was written when the review went to another call, or was given by hand, is of this call as well.
    await made.asOwner(
      `update review_assignment set replaced_note = 'Words.', given_note = 'Words.' where leg_id = $1`,
      [call.legId],
    );
    await made.desk.api.source.transaction((tx) =>
      eraseReviews(tx, call.recordingId, made.desk.api.app.get(JournalService, { strict: false })),
    );
    expect(
      await made.sql('select 1 from leg_comment_text said join leg_comment on id = comment_id where leg_id = $1', [
        call.legId,
      ]),
    ).toEqual([]);
    expect((await seen(manager)).map(({ text, atMs }) => [text, atMs])).toEqual([
      [null, null],
      [null, null],
    ]);
    const notes = await made.sql('select replaced_note, given_note from review_assignment where leg_id = $1', [
      call.legId,
    ]);
    expect(notes).toEqual([{ replaced_note: null, given_note: null }]);
  });
});
