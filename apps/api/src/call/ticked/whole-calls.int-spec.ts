import {
  type ChosenCalls,
  type DisputeView,
  type Problem,
  type ScorecardList,
  type TickedDone,
  type TickedPreview,
  type UnreliableReason,
  type WaitingList,
  type WholeCalls,
} from '#contracts';
import { CompanyService } from '#people';
import { WorkService } from '#platform';
import { ChecklistVersion, readChecklist, ScoreLegService } from '#quality';
import { Recording, VaultService } from '#recordings';
import { TRIAL } from '../../../../../libs/quality/src/replay/trial.fixture.js';
import { buildAccount, buildGrant, type TestAccount } from '../../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../../test/factories/calls.js';
import { PROFILE } from '../../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../../test/support/upload-desk.js';

let desk: UploadDesk;
let agent: TestAccount;
let supervisor: TestAccount;
let analyst: TestAccount;
let elsewhere: TestAccount;
const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });
const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T>(...asked);

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { api, organisation } = desk;
  await api.source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  const account = (role: TestAccount['role'], teamId: string) =>
    buildAccount(api.source, organisation, { role, teamId });
  [agent, supervisor] = [await account('agent', organisation.teamA), await account('supervisor', organisation.teamA)];
  [analyst, elsewhere] = [
    await account('quality_analyst', organisation.teamA),
    await account('supervisor', organisation.teamB),
  ];
  await buildGrant(api.source, organisation, { role: 'quality_analyst' });
  // Two checklists judge each call, as where a company has one of its own beside ours.
  const own = { ...TRIAL, id: 'own', judges: { ...TRIAL.judges!, main: false } };
  for (const definition of [TRIAL, own]) {
    const { checklist, hash: sha256 } = readChecklist(definition);
    const named = { checklistId: checklist.id, version: checklist.version, sha256, definition: checklist as object };
    await api.source.manager.insert(ChecklistVersion, { ...named, publishedAt: new Date() });
  }
});
afterAll(() => desk?.api.stop());

const WORDS = [{ speaker: 'agent' as const, text: 'Good morning, how can I help?' }];
interface Heard {
  turns?: typeof WORDS;
  unreliable?: UnreliableReason[];
  recording?: Partial<Recording>;
}

async function judge({ legId }: BuiltCall): Promise<void> {
  const work = get(WorkService);
  const lease = await work.claim((await work.open(desk.api.source.manager, 'score-leg', legId)) ?? '');
  if (!lease) throw new Error('no other worker should hold the work of the test');
  await get(ScoreLegService).score(legId, { lease, signal: new AbortController().signal });
}

async function scoredCall({ turns = WORDS, unreliable = [], recording = {} }: Heard = {}): Promise<BuiltCall> {
  const { source } = desk.api;
  const place = { personId: agent.personId, teamId: desk.organisation.teamA };
  const call = await buildCall(source, place, { stage: 'transcribed' });
  const { recordingId } = await buildRecording(source, get(VaultService), call, { durationMs: 2000, ...recording });
  await buildTranscript(source, get(VaultService), recordingId, turns, { unreliable });
  await judge(call);
  return call;
}

const NOT_UNDERSTOOD = { unreliable: ['low_confidence' as const] };
const waiting = async (who = supervisor, query = '') =>
  (await ask<WaitingList>(who, 'GET', `reviews/waiting?limit=100${query}`)).body;
const ticked = <T = TickedDone>(who: TestAccount, act: string, body: object) =>
  ask<T & Problem>(who, 'POST', `calls/ticked/${act}`, body);
const rowOf = async ({ callId }: BuiltCall) => (await waiting()).items.filter((row) => row.callId === callId);

describe('calls that cannot be judged as a whole', () => {
  it('are one row each, and not one for each item of each card', async () => {
    const before = await waiting();
    const calls = [
      await scoredCall({ turns: [] }),
      ...(await Promise.all([1, 2, 3, 4].map(() => scoredCall(NOT_UNDERSTOOD)))),
    ];
    const { total, items } = await waiting();
    const open = await desk.api.source.query(
      `select count(*)::int as n from awaiting_person where leg_id = any($1) and closed_at is null`,
      [calls.map(({ legId }) => legId)],
    );
    // Two items of each card wait: what rests on words, and what is left to a person.
    expect([open[0].n, total - before.total]).toEqual([20, 5]);
    const mine = items.filter(({ callId }) => calls.some((one) => one.callId === callId));
    expect(mine.map(({ whole }) => whole)).toEqual(calls.map(() => ({ items: 4 })));
    expect(new Set(mine.map(({ reason }) => reason))).toEqual(new Set(['too_few_words', 'words_unreliable']));
    // What is open in a call that was understood is asked item by item.
    const other = await rowOf(await scoredCall());
    expect(other.map(({ whole, reason }) => [whole, reason])).toEqual([
      [null, 'left_to_a_person'],
      [null, 'left_to_a_person'],
    ]);
  });

  it('are taken as one, with what waits of every card', async () => {
    const call = await scoredCall(NOT_UNDERSTOOD);
    const [row] = await rowOf(call);
    const claimed = await ask<{ items: number }>(supervisor, 'POST', `reviews/waiting/${row!.waitingId}/claim`);
    expect(claimed.body.items).toBe(4);
    expect((await waiting(analyst, '&show=free')).items.filter(({ callId }) => callId === call.callId)).toEqual([]);
    expect((await ticked(analyst, 'set-aside', { callIds: [call.callId], reason: 'no_speech' })).body.not).toEqual([
      { callId: call.callId, because: 'claimed' },
    ]);
    expect((await ask(supervisor, 'DELETE', `reviews/waiting/${row!.waitingId}/claim`)).status).toBe(204);
    expect(await rowOf(call)).toMatchObject([{ claim: null }]);
  });

  it('are answered many at once, wait again when that is taken back, and when they have other words', async () => {
    const calls = [await scoredCall(NOT_UNDERSTOOD), await scoredCall({ turns: [] }), await scoredCall()];
    const callIds = calls.map(({ callId }) => callId);
    const body = { callIds, reason: 'no_conversation' };
    const preview = await ticked<TickedPreview>(supervisor, 'preview', { callIds });
    expect(preview.body.acts.find(({ act }) => act === 'set_aside')).toEqual({
      ...{ act: 'set_aside', applies: callIds.slice(0, 2), not: [{ callId: callIds[2], because: 'does_not_wait' }] },
    });
    expect((await ticked(supervisor, 'set-aside', { callIds, reason: 'bored' })).status).toBe(400);
    const done = await ticked(supervisor, 'set-aside', body);
    expect(done.body).toEqual({ done: callIds.slice(0, 2), not: [{ callId: callIds[2], because: 'does_not_wait' }] });
    expect([await rowOf(calls[0]!), await rowOf(calls[1]!)]).toEqual([[], []]);
    // No points, and no person's card: nothing was judged.
    const { scorecards } = (await ask<ScorecardList>(supervisor, 'GET', `calls/${callIds[0]}/scorecards`)).body;
    expect(scorecards.map(({ author, points }) => [author, points])).toEqual([
      ['automatic', null],
      ['automatic', null],
    ]);
    expect((await ticked(supervisor, 'set-aside', body)).body.done).toEqual([]);
    expect(await journal('leg.set_aside')).toBe(2);

    expect((await ticked(supervisor, 'set-aside/undo', { callIds: [callIds[0]] })).body.done).toEqual([callIds[0]]);
    expect(await rowOf(calls[0]!)).toMatchObject([{ whole: { items: 4 } }]);
    expect(await journal('leg.awaited_again')).toBe(1);

    const { id } = await desk.api.source.manager.findOneByOrFail(Recording, { legId: calls[1]!.legId });
    await buildTranscript(desk.api.source, get(VaultService), id, [], { version: 2 });
    await desk.api.source.transaction((tx) => get(ScoreLegService).scoreAgain(tx, calls[1]!.legId));
    expect(await rowOf(calls[1]!)).toMatchObject([{ whole: { items: 4 } }]);
  });

  it('are named all at once, by why they wait, and as far as the asker may judge', async () => {
    const [unclear, mute, judged] = [
      await scoredCall(NOT_UNDERSTOOD),
      await scoredCall({ turns: [] }),
      await scoredCall(),
    ];
    const all = async (who: TestAccount, query = '') =>
      (await ask<WholeCalls>(who, 'GET', `reviews/waiting/whole${query}`)).body;
    const { reasons, more } = await all(supervisor);
    const of = (reason: string) => reasons.find((one) => one.reason === reason)?.callIds ?? [];
    expect([of('words_unreliable').includes(unclear.callId), of('too_few_words').includes(mute.callId)]).toEqual([
      true,
      true,
    ]);
    const named = reasons.flatMap(({ callIds }) => callIds);
    expect([named.includes(judged.callId), new Set(named).size, more]).toEqual([false, named.length, false]);
    expect(named).toHaveLength((await waiting()).items.filter(({ whole }) => whole).length);
    expect(await all(elsewhere)).toEqual({ reasons: [], more: false });
    expect((await all(supervisor, '?language=zh')).reasons).toEqual([]);
    expect((await ask(agent, 'GET', 'reviews/waiting/whole')).status).toBe(403);
    const chosen = await ask<ChosenCalls>(supervisor, 'GET', `calls/chosen?call=${judged.callId},${mute.callId}`);
    expect(chosen.body).toEqual({ callIds: expect.arrayContaining([judged.callId, mute.callId]), more: false });
    expect((await ask<ChosenCalls>(elsewhere, 'GET', `calls/chosen?call=${judged.callId}`)).body.callIds).toEqual([]);
  });

  it('are looked at by their thousands', async () => {
    const callIds = Array.from({ length: 5_000 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    const seen = await ticked<TickedPreview>(supervisor, 'preview', { callIds, act: 'set_aside' });
    expect(seen.body.acts.map(({ act, applies, not }) => [act, applies.length, not.length])).toEqual([
      ['set_aside', 0, 5_000],
    ]);
    expect((await ticked(supervisor, 'preview', { callIds: [...callIds, callIds[0]] })).status).toBe(400);
  });

  it('are answered by those who may judge them, and never by who took them', async () => {
    const call = await scoredCall(NOT_UNDERSTOOD);
    const body = { callIds: [call.callId], reason: 'no_speech' };
    expect((await ticked(agent, 'set-aside', body)).status).toBe(403);
    expect((await ticked(elsewhere, 'set-aside', body)).body.not).toEqual([
      { callId: call.callId, because: 'not_there' },
    ]);
    await expect(
      desk.api.source.query(
        `insert into set_aside (id, leg_id, transcript_id, reason, by_person_id, at)
         select gen_random_uuid(), leg_id, transcript_id, 'no_speech', $2, now() from scorecard where leg_id = $1 limit 1`,
        [call.legId, agent.personId],
      ),
    ).rejects.toThrow(/a person judges no call that they took/);
    expect(await rowOf(call)).toHaveLength(1);
  });
});

describe('a folder that was sent with the wrong channel', () => {
  it('is swapped in one act, and swapped back', async () => {
    const calls = [await scoredCall(), await scoredCall({ recording: { agentChannel: null, speakers: [null, null] } })];
    const mono = await scoredCall({ recording: { channels: 1, agentChannel: null } });
    const never = await scoredCall({ recording: { agentChannel: null } });
    const callIds = [...calls, mono, never].map(({ callId }) => callId);
    expect((await ticked(analyst, 'swap', { callIds })).status).toBe(403);
    const said = async () =>
      (
        await desk.api.source.manager.find(Recording, {
          where: calls.map(({ legId }) => ({ legId })),
          order: { createdAt: 'ASC' },
        })
      ).map(({ sidesSaid }) => sidesSaid);
    const not = [
      { callId: mono.callId, because: 'one_channel' },
      { callId: never.callId, because: 'sides_unknown' },
    ];
    expect((await ticked(supervisor, 'swap', { callIds })).body).toEqual({ done: callIds.slice(0, 2), not });
    expect(await said()).toEqual(['swapped', 'swapped']);
    const [entry] = await desk.api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = 'sides.swapped' and call_id = $1`,
      [callIds[0]],
    );
    // Nothing is heard again.
    expect(entry.details.again).toEqual([{ job: 'take-provided-words', subjectId: expect.any(String) }]);
    expect((await ticked(supervisor, 'swap', { callIds: callIds.slice(0, 2) })).body.done).toHaveLength(2);
    expect(await said()).toEqual(['as_they_are', 'as_they_are']);
  });

  it('leaves out a call of whose open dispute the person has a part, and swaps the others', async () => {
    const { source } = desk.api;
    const [disputed, free] = [await scoredCall(), await scoredCall()];
    const lead = await buildAccount(source, desk.organisation, { role: 'supervisor', teamId: desk.organisation.teamA });
    const { scorecards } = (await ask<ScorecardList>(agent, 'GET', `calls/${disputed.callId}/scorecards`)).body;
    const { scorecardId: id, items, checklist } = scorecards.find(({ main }) => main)!;
    const { itemId } = items.find(({ outcome }) => outcome === 'not_met')!;
    const filed = await ask<DisputeView>(agent, 'POST', `calls/${disputed.callId}/disputes`, {
      ...{ legId: disputed.legId, checklistId: checklist.id, itemId, basedOn: id },
      ...{ wanted: 'met', reason: 'said_elsewhere', note: 'I said it.' },
    });
    expect(filed.status).toBe(201);
    const kept = { stage: 'supervisor', decision: 'kept', reason: 'not_said', note: 'I listened.', basedOn: id };
    expect((await ask(lead, 'POST', `disputes/${filed.body.disputeId}/decisions`, kept)).status).toBe(201);
    const callIds = [disputed.callId, free.callId];
    const not = [{ callId: disputed.callId, because: 'disputed' }];
    expect((await ticked(lead, 'swap', { callIds })).body).toEqual({ done: [free.callId], not });
    expect((await ticked(lead, 'language', { callIds, language: 'zh' })).body).toEqual({ done: [free.callId], not });
    // A colleague who has no part in it may.
    expect((await ticked(supervisor, 'swap', { callIds: [disputed.callId] })).body.done).toEqual([disputed.callId]);
  });

  it('is swapped once by one decision, however often it is sent', async () => {
    const { callId, legId } = await scoredCall();
    const actId = '0123456789abcdef0123456789abcdef';
    const said = async () => (await desk.api.source.manager.findOneByOrFail(Recording, { legId })).sidesSaid;
    for (const _ of [1, 2]) {
      expect((await ticked(supervisor, 'swap', { callIds: [callId], actId })).body.done).toEqual([callId]);
      expect(await said()).toBe('swapped');
    }
    const other = actId.replaceAll('0', '1');
    expect((await ticked(supervisor, 'swap', { callIds: [callId], actId: other })).body.done).toEqual([callId]);
    expect(await said()).toBe('as_they_are');
  });

  it('without a channel is answered for all of it, and nothing is heard again', async () => {
    const open = { agentChannel: null, speakers: [null, null] };
    const calls = [await scoredCall({ recording: open }), await scoredCall({ recording: open })];
    const [known, mono] = [await scoredCall(), await scoredCall({ recording: { channels: 1, agentChannel: null } })];
    const callIds = [...calls, known, mono].map(({ callId }) => callId);
    const body = { callIds, agentChannel: 'right' };
    expect((await ticked(analyst, 'side', body)).status).toBe(403);
    expect((await ticked(supervisor, 'side', { callIds })).status).toBe(400);
    const not = [
      { callId: known.callId, because: 'sides_known' },
      { callId: mono.callId, because: 'one_channel' },
    ];
    const preview = await ticked<TickedPreview>(supervisor, 'preview', { callIds, act: 'side' });
    expect(preview.body.acts).toEqual([{ act: 'side', applies: callIds.slice(0, 2), not }]);
    expect((await ticked(elsewhere, 'side', body)).body.not.map(({ because }) => because)).toEqual(
      callIds.map(() => 'not_there'),
    );
    expect((await ticked(supervisor, 'side', body)).body).toEqual({ done: callIds.slice(0, 2), not });
    const recordings = await desk.api.source.manager.findBy(
      Recording,
      calls.map(({ legId }) => ({ legId })),
    );
    // Speakers that are still to be named, and a channel: the words of before are named by it.
    expect(recordings.map(({ agentChannel, speakers }) => ({ agentChannel, speakers }))).toEqual(
      calls.map(() => ({ agentChannel: 'right', speakers: [null, null] })),
    );
    const [entry] = await desk.api.source.query(
      `select details from journal_entry join journal_detail on entry_id = id where event = 'call.corrected' and call_id = $1`,
      [callIds[0]],
    );
    expect(entry.details).toMatchObject({
      after: { agentChannel: 'right' },
      again: [{ job: 'take-provided-words', subjectId: expect.any(String) }],
    });
    expect((await ticked(supervisor, 'side', body)).body.done).toEqual([]);
  });

  it('of which the language was wrong is heard in the other one', async () => {
    const [call, other] = [await scoredCall(), await scoredCall()];
    const callIds = [call.callId, other.callId];
    expect((await ticked(supervisor, 'language', { callIds, language: 'en' })).body.not).toEqual(
      callIds.map((callId) => ({ callId, because: 'same_language' })),
    );
    expect((await ticked(supervisor, 'language', { callIds, language: 'zh' })).body.done).toEqual(callIds);
    const rows = await desk.api.source.query('select language from call where id = any($1)', [callIds]);
    expect(rows).toEqual([{ language: 'zh' }, { language: 'zh' }]);
  });
});

const journal = async (event: string): Promise<number> =>
  (await desk.api.source.query('select count(*)::int as n from journal_entry where event = $1', [event]))[0].n;
