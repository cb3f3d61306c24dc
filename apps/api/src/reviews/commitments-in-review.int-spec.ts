import { type CommitmentList, type Problem, type CommitmentInReviewName, type ScorecardList } from '#contracts';
import { newId } from '#platform';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { SamplingDesk } from '../../../../test/support/sampling-desk.js';

type Call = Awaited<ReturnType<SamplingDesk['scored']>>;
let made: SamplingDesk;
let supervisor: TestAccount;
let analyst: TestAccount;
let agent: TestAccount;

const ask = <T>(...asked: Parameters<SamplingDesk['ask']>) => made.ask<T>(...asked);

beforeAll(async () => {
  made = await SamplingDesk.open();
  supervisor = await made.person('supervisor', made.desk.organisation.teamA);
  [analyst, agent] = [made.analysts[1]!, made.agents[0]!];
});
afterAll(() => made?.desk.api.stop());

/** A scored call of the agent in which so many promises were made. */
async function promised(count: number): Promise<{ call: Call; ids: string[] }> {
  const { teamA } = made.desk.organisation;
  const call = await made.scored(agent, teamA, new Date());
  const ids = Array.from({ length: count }, () => newId());
  for (const [at, id] of ids.entries())
    await made.sql(
      `insert into commitment (id, call_id, leg_id, transcript_id, kind, turn, from_char, to_char, from_ms, to_ms, owner_person_id, team_id,
         client_id, said_at, unclear, state, state_at, created_at)
       select $1, $2, $3, (select transcript_id from scorecard where id = $4), 'call_back', $7, 0, 2, $7 * 1000, $7 * 1000 + 500, $5, team.id, team.client_id,
         now(), 'no_time', 'open', now(), now() from team where id = $6`,
      [id, call.callId, call.legId, call.scorecardId, agent.personId, teamA, at],
    );
  return { call, ids };
}

const listed = async (who: TestAccount, { callId }: Call) =>
  (await ask<CommitmentList>(who, 'GET', `calls/${callId}/commitments`)).body.items;

type Said = readonly [commitmentId: string, answer: CommitmentInReviewName, revision?: number];
/** Reviews the call, and answers for promises with it. */
async function review(who: TestAccount, call: Call, ...said: Said[]) {
  const { scorecards } = (await ask<ScorecardList>(who, 'GET', `calls/${call.callId}/scorecards`)).body;
  const answer = { itemId: 'greeting.offer', outcome: 'met', reason: 'meaning_misread' };
  const promises = said.map(([commitmentId, name, revision = 1]) => {
    return { commitmentId, answer: name, revision, note: 'heard it' };
  });
  const shown = { legId: call.legId, checklistId: 'small', basedOn: scorecards[0]!.scorecardId };
  const { status, body } = await ask<Problem>(who, 'POST', `calls/${call.callId}/reviews`, {
    ...{ ...shown, answers: [answer], promises },
  });
  return { status, code: body.code, fields: body.fields?.map(({ path, message }) => [path, message.en]) };
}
const cardsOf = async ({ legId }: Call) =>
  (await made.sql('select id from scorecard where leg_id = $1', [legId])).length;
const journalled = (commitmentId: string) =>
  made.sql(
    `select event, details->>'answer' as answer, actor_person_id as who from journal_entry join journal_detail on entry_id = id
     where details->>'commitmentId' = $1 order by id`,
    [commitmentId],
  );

describe('the promises of a leg', () => {
  it('are settled with its review by the supervisor; what is left stays open', async () => {
    const { call, ids } = await promised(3);
    const [kept, struck, left] = ids as [string, string, string];
    expect((await listed(supervisor, call)).map(({ mayInReview }) => mayInReview)).toEqual(
      ids.map(() => ['kept', 'broken', 'strike']),
    );
    expect((await review(supervisor, call, [kept, 'kept'], [struck, 'strike'])).status).toBe(201);
    expect((await listed(agent, call)).map(({ state }) => state)).toEqual(['kept', 'struck', 'open']);
    expect(await journalled(kept)).toEqual([
      { event: 'commitment.answered', answer: 'kept', who: supervisor.personId },
    ]);
    expect(await made.sql('select action, note from commitment_event where commitment_id = $1', [struck])).toEqual([
      { action: 'struck', note: 'heard it' },
    ]);
    expect(await journalled(left)).toEqual([]);
  });

  it('refuse the publication where one was changed meanwhile, and nothing of either is stored', async () => {
    const { call, ids } = await promised(2);
    const [first, changed] = ids as [string, string];
    const later = { answer: 'set_time', revision: 1, note: 'agreed', dueAt: new Date(Date.now() + 3.6e6) };
    expect((await ask(agent, 'POST', `commitments/${changed}/answers`, later)).status).toBe(204);
    const refused = await review(supervisor, call, [first, 'kept'], [changed, 'broken'], [newId(), 'kept']);
    expect(refused).toMatchObject({ status: 409, code: 'promises_refused' });
    expect(refused.fields).toEqual([
      [changed, expect.stringContaining('was changed while you were answering')],
      [expect.any(String), expect.stringContaining('no such promise')],
    ]);
    expect((await listed(agent, call)).map(({ state }) => state)).toEqual(['open', 'open']);
    expect([await cardsOf(call), await journalled(first)]).toEqual([1, []]);
    expect((await review(supervisor, call, [first, 'kept'], [changed, 'broken', 2])).status).toBe(201);
    // A promise of another leg is none of this review's.
    const other = await promised(1);
    expect((await review(supervisor, other.call, [first, 'kept', 2])).code).toBe('promises_refused');
  });

  it('are asked about by a reviewer who does not settle them, and then settled by a supervisor', async () => {
    const { call, ids } = await promised(1);
    const [id] = ids as [string];
    expect((await listed(analyst, call))[0]).toMatchObject({ may: [], mayInReview: ['question'] });
    expect((await review(analyst, call, [id, 'kept'])).fields?.[0]?.[1]).toContain('for a supervisor to decide');
    expect((await review(analyst, call, [id, 'question'])).status).toBe(201);
    expect((await listed(agent, call))[0]).toMatchObject({
      state: 'open',
      question: { by: { personId: analyst.personId }, note: 'heard it' },
    });
    expect((await listed(analyst, call))[0]?.mayInReview).toEqual([]);
    expect((await review(supervisor, call, [id, 'strike', 2])).status).toBe(201);
    expect((await journalled(id)).map((one) => one['event'])).toEqual([
      ...['commitment.questioned', 'commitment.answered', 'commitment.question_settled'],
    ]);
  });
});
