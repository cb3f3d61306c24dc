import { type DrawnQueue, type ReviewersToChoose, type TickedDone, type TickedPreview } from '#contracts';
import { VaultService } from '#recordings';
import { buildAccount, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../../test/factories/scorecards.js';

const NOBODYS = '00000000-0000-4000-8000-000000000001';

describe('several calls at once', () => {
  let api: TestApi;
  let organisation: Organisation;
  let supervisor: TestAccount;
  let analyst: TestAccount;
  let other: TestAccount;
  const calls: Record<string, BuiltCall> = {};
  const id = (name: string) => calls[name]!.callId;

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB } = organisation;
    supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
    analyst = await buildAccount(api.source, organisation, { role: 'quality_analyst', teamId: teamA });
    other = await buildAccount(api.source, organisation, { role: 'quality_analyst', teamId: teamB });
    const a = { personId: await buildPerson(api.source, { teamId: teamA }), teamId: teamA };
    const b = { personId: await buildPerson(api.source, { teamId: teamB }), teamId: teamB };
    const vault = api.app.get(VaultService);
    const judge = async (name: string, legOf: { personId: string; teamId: string }) => {
      const call = await buildCall(api.source, legOf, { stage: 'scored' });
      const { recordingId } = await buildRecording(api.source, vault, call);
      await buildScorecard(api.source, call.legId, await buildTranscript(api.source, vault, recordingId, []));
      calls[name] = call;
    };
    await judge('judged', a);
    await judge('judged too', a);
    await judge('taken by the analyst', { personId: analyst.personId, teamId: teamA });
    await judge('of another team', b);
    calls['stopped'] = await buildCall(api.source, a, { stage: 'needs_attention', stageReason: 'engine_missing' });
  });
  afterAll(() => api.stop());

  const send = async <T>(account: TestAccount, path: string, body?: object): Promise<{ status: number; body: T }> => {
    const answer = await fetch(`${api.baseUrl}/api/v1/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        cookie: await api.signIn(account.username),
        origin: api.baseUrl,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json().catch(() => null)) as T };
  };
  const events = async (name: string): Promise<{ call_id: string; details: object }[]> =>
    api.source.query(
      'select call_id, details from journal_entry join journal_detail on entry_id = id where event = $1 order by id',
      [name],
    );

  it('says to which of them an act applies, and why not to the others', async () => {
    const callIds = [id('judged'), id('stopped'), id('of another team'), id('judged'), NOBODYS];
    const { body } = await send<TickedPreview>(supervisor, 'calls/ticked/preview', { callIds });
    const not = [
      { callId: id('of another team'), because: 'not_there' },
      { callId: NOBODYS, because: 'not_there' },
    ];
    const stops = (because: string) => ({ callId: id('stopped'), because });
    expect(body.acts).toEqual([
      { act: 'assign', applies: [id('judged')], not: [{ callId: id('stopped'), because: 'not_scored' }, ...not] },
      { act: 'export', applies: [id('judged'), id('stopped')], not },
      {
        act: 'retry',
        applies: [id('stopped')],
        not: [{ callId: id('judged'), because: 'nothing_to_retry' }, ...not],
      },
      { act: 'swap', applies: [id('judged')], not: [stops('no_recording'), ...not] },
      {
        act: 'side',
        applies: [],
        not: [{ callId: id('judged'), because: 'sides_known' }, stops('no_recording'), ...not],
      },
      { act: 'language', applies: [id('judged')], not: [stops('no_recording'), ...not] },
      {
        act: 'set_aside',
        applies: [],
        not: [{ callId: id('judged'), because: 'does_not_wait' }, stops('does_not_wait'), ...not],
      },
    ]);
    const seen = await send<TickedPreview>(analyst, 'calls/ticked/preview', { callIds });
    expect(seen.body.acts.map(({ act }) => act)).toEqual(['set_aside']);
  });

  const assign = (personId: string, ...names: string[]) =>
    send<TickedDone>(supervisor, 'calls/ticked/assign', {
      ...{ callIds: names.map(id), personId, reason: 'complaint', note: '客户来电投诉', dueDays: 3 },
    });

  it('gives calls to a reviewer, who finds them in the queue with the reason; asked again, nothing is given twice', async () => {
    const names = ['judged', 'judged too', 'taken by the analyst', 'stopped', 'of another team'];
    const first = await assign(analyst.personId, ...names);
    expect(first.body).toEqual({
      done: [id('judged'), id('judged too')].toSorted(),
      not: [
        { callId: id('stopped'), because: 'not_scored' },
        { callId: id('of another team'), because: 'not_there' },
        { callId: id('taken by the analyst'), because: 'cannot_review' },
      ],
    });
    expect((await events('review.given')).map(({ call_id: callId }) => callId).toSorted()).toEqual(
      [id('judged'), id('judged too')].toSorted(),
    );
    const queue = await send<DrawnQueue>(analyst, 'reviews/drawn');
    expect(queue.body.items.map(({ callId, why, given, blind }) => ({ callId, why, given, blind }))).toEqual(
      expect.arrayContaining([
        {
          ...{ callId: id('judged'), why: null, blind: false },
          given: { by: expect.objectContaining({ en: expect.any(String) }), reason: 'complaint', note: '客户来电投诉' },
        },
      ]),
    );
    const again = await assign(analyst.personId, 'judged', 'judged too');
    expect(again.body.done).toEqual([]);
    expect(again.body.not.map(({ because }) => because)).toEqual(['assigned_already', 'assigned_already']);
    expect(await events('review.given')).toHaveLength(2);
    expect((await assign(other.personId, 'judged')).body.not).toEqual([
      { callId: id('judged'), because: 'cannot_review' },
    ]);
  });

  it('can be given back and taken, and is in no mean of random draws', async () => {
    const [one] = (await send<DrawnQueue>(analyst, 'reviews/drawn')).body.items;
    const path = `${api.baseUrl}/api/v1/reviews/drawn/${one!.assignmentId}/claim`;
    const cookie = await api.signIn(analyst.username);
    const headers = { cookie, origin: api.baseUrl };
    expect((await fetch(path, { method: 'DELETE', headers })).status).toBe(204);
    expect((await fetch(path, { method: 'POST', headers })).status).toBe(204);
    expect((await events('review.taken')).at(-1)!.details).not.toHaveProperty('drawId');
    const joined = await api.source.query(
      'select 1 from review_assignment one join sampling_draw draw on draw.id = one.draw_id',
    );
    expect(joined).toEqual([]);
  });

  it('is only for people who may assign, and refuses what is no list of calls', async () => {
    const body = { callIds: [id('judged')], personId: analyst.personId, reason: 'other', dueDays: 1 };
    expect((await send(analyst, 'calls/ticked/assign', body)).status).toBe(403);
    expect((await send(supervisor, 'calls/ticked/assign', { ...body, callIds: [] })).status).toBe(400);
    const many = Array.from({ length: 101 }, () => id('judged'));
    expect((await send(supervisor, 'calls/ticked/retry', { callIds: many })).status).toBe(400);
    const names = { callIds: [id('judged')] };
    expect((await send(analyst, 'calls/ticked/reviewers', names)).status).toBe(403);
  });

  it('names as reviewers those who may judge some of the calls, with how many, and no person beyond them', async () => {
    const names = ['judged', 'judged too', 'taken by the analyst', 'stopped', 'of another team'];
    const { body } = await send<ReviewersToChoose>(supervisor, 'calls/ticked/reviewers', { callIds: names.map(id) });
    const canJudge = new Map(body.people.map(({ personId, calls: count }) => [personId, count]));
    // Not the call that the analyst took, nor what the supervisor may not give.
    expect(canJudge.get(analyst.personId)).toBe(2);
    expect(canJudge.has(other.personId)).toBe(false);
    const none = await send<ReviewersToChoose>(supervisor, 'calls/ticked/reviewers', { callIds: [NOBODYS] });
    expect(none.body.people).toEqual([]);
  });

  it('leaves a call alone that nothing can be tried again of, and says so', async () => {
    const { body } = await send<TickedDone>(supervisor, 'calls/ticked/retry', {
      callIds: [id('stopped'), id('judged')],
    });
    expect(body).toEqual({
      done: [],
      not: [
        { callId: id('judged'), because: 'nothing_to_retry' },
        { callId: id('stopped'), because: 'being_retried' },
      ],
    });
  });
});
