import { DateTime } from 'luxon';
import { type Leg, Matter } from '#calls';
import {
  type CommitmentAnswer,
  type CommitmentFigures,
  type CommitmentHistory,
  type CommitmentList,
  type CommitmentView,
} from '#contracts';
import { writeNotifications } from '#notifications';
import { newId, WorkService } from '#platform';
import { Commitment, DueSweep, FindCommitmentsService, MatchCommitmentsService } from '#commitments';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';

let api: TestApi;
let organisation: Organisation;
let agent: TestAccount;
let colleague: TestAccount;
let supervisor: TestAccount;
let stranger: TestAccount;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { teamA, teamB } = organisation;
  const of = (role: 'agent' | 'supervisor', teamId: string) => buildAccount(api.source, organisation, { role, teamId });
  agent = await of('agent', teamA);
  colleague = await of('agent', teamA);
  supervisor = await of('supervisor', teamA);
  stranger = await of('supervisor', teamB);
  await buildGrant(api.source, organisation, { role: 'agent' });
});
afterAll(() => api.stop());

const PROMISE = "I'll call you back tomorrow at three.";

const send = async (account: TestAccount, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${api.baseUrl}/api/v1${path}`, {
    method,
    headers: {
      cookie: await api.signIn(account.username),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as { code?: string } };
};
const listed = async (account: TestAccount, call: BuiltCall): Promise<CommitmentView[]> =>
  ((await send(account, 'GET', `/calls/${call.callId}/commitments`)).body as CommitmentList).items ?? [];
const answer = (account: TestAccount, one: CommitmentView, given: Partial<CommitmentAnswer>) =>
  send(account, 'POST', `/commitments/${one.commitmentId}/answers`, { revision: one.revision, ...given });
const actions = async (one: CommitmentView) =>
  ((await send(supervisor, 'GET', `/commitments/${one.commitmentId}/history`)).body as CommitmentHistory).entries.map(
    ({ action }) => action,
  );
const told = async (event: string, commitmentId: string) => {
  const [{ n }] = await api.source.query(
    `select count(*)::int as n from journal_entry join journal_detail on entry_id = id where event = $1 and details->>'commitmentId' = $2`,
    [event, commitmentId],
  );
  return n as number;
};

/** Runs a job of the worker as a worker does. */
async function runJob(job: 'find-commitments' | 'match-commitments', subjectId: string): Promise<void> {
  const work = api.app.get(WorkService);
  const lease = await work.claim((await work.open(api.source.manager, job, subjectId)) ?? '');
  const context = { lease: lease!, signal: new AbortController().signal };
  if (job === 'find-commitments') await api.app.get(FindCommitmentsService, { strict: false }).find(subjectId, context);
  else await api.app.get(MatchCommitmentsService, { strict: false }).match(subjectId, context);
}

async function say(call: BuiltCall, ...texts: string[]): Promise<void> {
  const vault = api.app.get(VaultService);
  const { recordingId } = await buildRecording(api.source, vault, call);
  const turns = texts.map((text) => ({ speaker: 'agent' as const, text }));
  await buildTranscript(api.source, vault, recordingId, turns);
  await runJob('find-commitments', call.legId);
}

/** A call of the agent's in which something was promised. */
async function promised(text = PROMISE, over: Parameters<typeof buildCall>[2] = {}) {
  const call = await buildCall(api.source, { personId: agent.personId, teamId: organisation.teamA }, over);
  await say(call, 'Good morning.', text);
  const [one] = await listed(agent, call);
  return { call, one: one! };
}

async function matter(): Promise<string> {
  const id = newId();
  await api.source.manager.insert(Matter, { id, source: 'test', externalId: id, title: 'A fee' });
  return id;
}

/** An outbound call an hour later. */
async function calledLater(over: Parameters<typeof buildCall>[2], leg: Partial<Leg> = {}): Promise<string> {
  const startedAt = new Date(Date.now() + 3_600_000);
  const place = { personId: agent.personId, teamId: organisation.teamA, ...leg };
  const { callId } = await buildCall(api.source, place, { direction: 'outbound', startedAt, ...over });
  await runJob('match-commitments', callId);
  return callId;
}

describe('what an agent promised', () => {
  it('becomes a commitment once, with its time by the company’s clock, its owner and its second', async () => {
    const { call, one } = await promised();
    await runJob('find-commitments', call.legId);
    const tomorrow = DateTime.now().setZone('Asia/Shanghai').plus({ days: 1 }).startOf('day').set({ hour: 15 });
    expect(one).toMatchObject({
      ...{ kind: 'call_back', state: 'open', dueAt: tomorrow.toUTC().toISO(), dueBasis: 'clock', unclear: null },
      ...{ fromMs: 1000, owner: { personId: agent.personId } },
    });
    expect(await listed(agent, call)).toHaveLength(1);
    expect(await told('commitment.found', one.commitmentId)).toBe(1);
  });

  it('asks for a time where none was said, and takes the one that a person sets', async () => {
    const { call, one } = await promised("I'll call you back as soon as possible.");
    expect(one).toMatchObject({ dueAt: null, unclear: 'no_time' });
    const dueAt = new Date(Date.now() + 7_200_000).toISOString();
    expect(
      (await answer(agent, one, { answer: 'set_time', note: 'agreed by phone', dueAt: '2026-01-01T00:00:00Z' })).body
        .code,
    ).toBe('time_is_past');
    expect((await answer(agent, one, { answer: 'set_time', note: 'agreed by phone', dueAt })).status).toBe(204);
    expect((await listed(agent, call))[0]).toMatchObject({ dueAt, dueBasis: 'person', unclear: null });
  });

  it('follows newer words, and loses nothing that a person decided', async () => {
    const { call } = await promised(PROMISE);
    await say(call, "I'll send you the form tomorrow.");
    const [replaced, ...more] = await listed(agent, call);
    expect([replaced?.kind, more]).toEqual(['send', []]);
    await answer(agent, replaced!, { answer: 'broken', note: 'no form exists' });
    await say(call, 'Good bye.');
    expect(await listed(agent, call)).toMatchObject([{ kind: 'send', state: 'broken' }]);
    expect(await api.source.manager.countBy(Commitment, { callId: call.callId, state: 'superseded' })).toBe(1);
  });
});

describe('who sees and answers', () => {
  it('shows the words by right, masked, and nothing to other teams', async () => {
    const { one } = await promised("I'll call you back on 13800138000 tomorrow at three.");
    const path = `/commitments/${one.commitmentId}/words`;
    const mine = (await send(agent, 'GET', path)).body as { words?: { promise: string } };
    expect(mine.words?.promise).toMatch(/^I'll call you back on ■+ tomorrow at three$/);
    // The supervisor may know of it and holds no grant to read.
    expect((await send(supervisor, 'GET', path)).body).toEqual({ words: null });
    for (const account of [stranger, colleague]) {
      expect((await send(account, 'GET', path)).status).toBe(404);
      expect((await answer(account, one, { answer: 'kept', note: 'done' })).status).toBe(404);
    }
  });

  it('lets the first of two answers count, and tells the second', async () => {
    const { call, one } = await promised();
    const results = await Promise.all([
      answer(agent, one, { answer: 'kept', note: 'called at noon' }),
      answer(supervisor, one, { answer: 'broken', note: 'not called in time' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await actions(one)).toHaveLength(2);
    const [after] = await listed(agent, call);
    expect(['kept', 'broken']).toContain(after?.state);
    expect(await told('commitment.answered', one.commitmentId)).toBe(1);
  });

  it('refuses an answer about what has changed, and one without a reason', async () => {
    const { one } = await promised();
    expect((await answer(agent, { ...one, revision: 7 }, { answer: 'kept', note: 'done' })).body.code).toBe(
      'commitment_changed',
    );
    expect((await answer(agent, one, { answer: 'broken' })).status).toBe(400);
  });

  it('leaves releasing and striking to a supervisor, and takes an answer back', async () => {
    const { call, one } = await promised();
    expect(one.may).not.toContain('strike');
    expect((await answer(agent, one, { answer: 'strike', note: 'was a joke' })).body.code).toBe('supervisor_decides');
    expect((await answer(supervisor, one, { answer: 'strike', note: 'a quotation' })).status).toBe(204);
    const [struck] = await listed(agent, call);
    expect(struck).toMatchObject({ state: 'struck', may: [] });
    expect((await answer(supervisor, struck!, { answer: 'reopen', note: 'it was one' })).status).toBe(204);
    expect((await listed(agent, call))[0]?.state).toBe('open');
  });

  it('is said by its owner to be none, which another supervisor settles and the owner is told', async () => {
    const { call, one } = await promised();
    const whom = async (event: string) => {
      const rows = await api.source.query(
        `select id, event, details, actor_person_id as "actorPersonId" from journal_entry join journal_detail on entry_id = id
         where event = $1 and details->>'commitmentId' = $2`,
        [event, one.commitmentId],
      );
      await api.source.transaction((tx) => writeNotifications(tx, rows, false));
      return api.source.query(
        `select kind, person_id as id from notification where alarm_subject = $1 order by at, kind`,
        [one.commitmentId],
      );
    };
    const figures = async (who: TestAccount) =>
      (await send(who, 'GET', '/commitments/figures')).body as unknown as CommitmentFigures;
    const now = async () => (await listed(agent, call))[0]!;
    const ask = { answer: 'question', note: 'I only repeated what the customer said' } as const;
    expect((await answer(agent, one, { answer: 'question' })).status).toBe(400);
    expect((await answer(supervisor, one, ask)).body.code).toBe('owner_questions');
    expect((await answer(stranger, one, ask)).status).toBe(404);
    expect((await answer(agent, one, ask)).status).toBe(204);
    expect(await now()).toMatchObject({
      state: 'open',
      question: { by: { personId: agent.personId }, note: ask.note },
    });
    expect((await answer(agent, await now(), ask)).body.code).toBe('already_questioned');
    expect([(await figures(supervisor)).questionedForMe, (await figures(agent)).questionedForMe]).toEqual([1, 0]);
    const { items } = (await send(supervisor, 'GET', '/commitments?view=questioned')).body as CommitmentList;
    expect(items.map(({ commitmentId, may }) => [commitmentId, may.includes('uphold')])).toEqual([
      [one.commitmentId, true],
    ]);
    expect(await whom('commitment.questioned')).toEqual([{ kind: 'promise_questioned', id: supervisor.personId }]);

    expect((await answer(supervisor, await now(), { answer: 'uphold', note: 'it was meant' })).status).toBe(204);
    expect(await now()).toMatchObject({ state: 'open', question: null });
    expect((await answer(agent, await now(), ask)).body.code).toBe('question_settled');
    expect((await whom('commitment.question_settled')).slice(1)).toEqual([
      { kind: 'promise_upheld', id: agent.personId },
    ]);
    expect(await actions(one)).toEqual(['found', 'questioned', 'upheld']);
  });

  it('is settled by no person who owns it or asked, whatever the service does', async () => {
    const { call, one } = await promised();
    await answer(agent, one, { answer: 'question', note: 'a quotation' });
    const settle = (personId: string) =>
      api.source.query(
        `insert into commitment_event (id, commitment_id, at, action, by_person_id, state) values ($1, $2, now(), 'struck', $3, 'struck')`,
        [newId(), one.commitmentId, personId],
      );
    await expect(settle(agent.personId)).rejects.toThrow('a person settles no promise of their own');
    await answer(agent, (await listed(agent, call))[0]!, { answer: 'withdraw_question' });
    await api.source.query('update commitment set owner_person_id = $2 where id = $1', [
      one.commitmentId,
      colleague.personId,
    ]);
    await expect(settle(agent.personId)).rejects.toThrow('a person settles no promise of their own');
    // Who asked as its owner, took it back and handed it on is told so.
    const asked = `insert into commitment_event (id, commitment_id, at, action, by_person_id, state) values ($1, $2, now(), 'questioned', $3, 'open')`;
    const earlier = await promised();
    await api.source.query(asked, [newId(), earlier.one.commitmentId, supervisor.personId]);
    expect((await answer(supervisor, earlier.one, { answer: 'strike', note: 'a quotation' })).body.code).toBe(
      'not_about_oneself',
    );
    await answer(supervisor, (await listed(supervisor, call))[0]!, { answer: 'strike', note: 'a quotation' });
    expect(await told('commitment.question_settled', one.commitmentId)).toBe(0);
    expect(await actions(one)).toEqual(['found', 'questioned', 'question_withdrawn', 'struck']);
  });

  it('hands over only when the other accepts', async () => {
    const { call, one } = await promised();
    const outside = await answer(agent, one, { answer: 'hand_over', toPersonId: organisation.first });
    expect(outside.body.code).toBe('cannot_take_over');
    expect((await answer(agent, one, { answer: 'hand_over', toPersonId: colleague.personId })).status).toBe(204);
    const [offered] = await listed(agent, call);
    expect(offered).toMatchObject({ owner: { personId: agent.personId }, offeredTo: { personId: colleague.personId } });
    expect((await answer(supervisor, offered!, { answer: 'accept' })).body.code).toBe('not_offered_to_you');
    expect((await answer(colleague, offered!, { answer: 'decline', note: 'on leave' })).status).toBe(204);
    const [declined] = await listed(agent, call);
    expect(declined).toMatchObject({ owner: { personId: agent.personId }, offeredTo: null });
    await answer(agent, declined!, { answer: 'hand_over', toPersonId: colleague.personId });
    await answer(colleague, (await listed(agent, call))[0]!, { answer: 'accept' });
    expect((await listed(supervisor, call))[0]?.owner.personId).toBe(colleague.personId);
  });
});

describe('time', () => {
  it('makes overdue exactly once, however many workers look', async () => {
    const { one, call } = await promised();
    await api.source.query(`update commitment set due_at = now() - interval '1 minute' where id = $1`, [
      one.commitmentId,
    ]);
    const sweep = api.app.get(DueSweep, { strict: false });
    await Promise.all([sweep.tell(), sweep.tell(), sweep.tell()]);
    await sweep.tell();
    expect(await told('commitment.overdue', one.commitmentId)).toBe(1);
    const [overdue] = await listed(agent, call);
    expect(overdue?.state).toBe('overdue');
    const figures = (await send(agent, 'GET', '/commitments/figures')).body;
    expect(figures).toMatchObject({ overdue: 1 });
    const page = (await send(supervisor, 'GET', '/commitments?view=overdue')).body as CommitmentList;
    expect(page.items.map(({ commitmentId }) => commitmentId)).toEqual([one.commitmentId]);
    // Kept by mistake and reopened: it is overdue as before, and not told again.
    await answer(agent, overdue!, { answer: 'kept', note: 'a slip' });
    await answer(agent, (await listed(agent, call))[0]!, { answer: 'reopen', note: 'not yet' });
    await sweep.tell();
    expect((await listed(agent, call))[0]?.state).toBe('overdue');
    expect(await told('commitment.overdue', one.commitmentId)).toBe(1);
  });

  it('says once that something is due soon', async () => {
    const { one, call } = await promised();
    await api.source.query(`update commitment set due_at = now() + interval '5 minutes' where id = $1`, [
      one.commitmentId,
    ]);
    const sweep = api.app.get(DueSweep, { strict: false });
    await Promise.all([sweep.tell(), sweep.tell()]);
    expect(await told('commitment.due_soon', one.commitmentId)).toBe(1);
    expect((await listed(agent, call))[0]).toMatchObject({ state: 'open', dueSoon: true });
  });

  it('pages through what is open by what is due first', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = (await send(supervisor, 'GET', `/commitments?view=open&limit=2${more}`)).body as CommitmentList;
      seen.push(...page.items.map(({ commitmentId }) => commitmentId));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await api.source.manager.countBy(Commitment, { state: 'open' }));
    expect((await send(supervisor, 'GET', '/commitments?cursor=x')).body.code).toBe('bad_cursor');
  });
});

describe('a later call', () => {
  it('that was answered on the same matter keeps the promise of a call, until a person says otherwise', async () => {
    const matterId = await matter();
    const { call, one } = await promised(PROMISE, { matterId });
    await calledLater({ matterId }, { answeredAt: null });
    expect((await listed(agent, call))[0]?.state).toBe('open');
    const callId = await calledLater({ matterId });
    const [kept] = await listed(agent, call);
    expect(kept).toMatchObject({ state: 'kept', fulfilledByCallId: callId });
    expect((await answer(agent, kept!, { answer: 'reopen', note: 'only voicemail' })).status).toBe(204);
    await runJob('match-commitments', callId);
    expect((await listed(agent, call))[0]).toMatchObject({ state: 'open', fulfilledByCallId: null });
    expect(await actions(one)).toEqual(['found', 'kept', 'reopened']);
  });

  it('to the same masked number is only shown as one that may have kept it', async () => {
    const customer = '139****7001';
    const { call } = await promised(PROMISE, { customer });
    const callId = await calledLater({ customer });
    const [one] = await listed(agent, call);
    expect(one).toMatchObject({ state: 'open', candidateCallId: callId });
    await answer(agent, one!, { answer: 'kept', note: 'spoke with her', evidenceCallId: callId });
    expect((await listed(agent, call))[0]).toMatchObject({ state: 'kept', fulfilledByCallId: callId });
  });

  it('to one number is found by the whole number, and never by a mask that two numbers share', async () => {
    const customer = '139****7002';
    const [hers, his] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const { call } = await promised(PROMISE, { customer, customerKey: hers });
    const found = async () => (await listed(agent, call))[0]?.candidateCallId;
    await calledLater({ customer, customerKey: his });
    expect(await found()).toBeNull();
    await calledLater({ customer });
    expect(await found()).toBeNull();
    const callId = await calledLater({ customer: null, customerKey: hers });
    expect(await found()).toBe(callId);
  });

  it('to a mask is found within one source alone', async () => {
    const customer = '139****7003';
    const { call } = await promised(PROMISE, { customer });
    await calledLater({ customer, source: 'another' });
    expect((await listed(agent, call))[0]?.candidateCallId).toBeNull();
  });

  it('that only waited in a queue of the team keeps none', async () => {
    const matterId = await matter();
    const { call } = await promised(PROMISE, { matterId });
    await calledLater({ matterId }, { kind: 'queue', personId: null });
    expect((await listed(agent, call))[0]?.state).toBe('open');
  });

  it('keeps a promise whose words came after it', async () => {
    const matterId = await matter();
    const startedAt = new Date(Date.now() - 7_200_000);
    const call = await buildCall(
      api.source,
      { personId: agent.personId, teamId: organisation.teamA },
      { matterId, startedAt },
    );
    await calledLater({ matterId });
    await say(call, 'Good morning.', PROMISE);
    expect((await listed(agent, call))[0]?.state).toBe('kept');
  });
});
