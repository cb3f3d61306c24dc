import { DateTime } from 'luxon';
import {
  type CallCount,
  type Listeners,
  type Moments,
  type OverturnedItems,
  type Outcome,
  type SetUp,
  type UnreviewedAgents,
} from '#contracts';
import { CompanyService, RoleProposal } from '#people';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../test/factories/scorecards.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

let desk: UploadDesk;
let agent: TestAccount;
let colleague: TestAccount;
let supervisor: TestAccount;
let elsewhere: TestAccount;
const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });
const ask = async <T>(who: TestAccount, path: string) => (await desk.ask<T>(who, 'GET', path)).body;

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { api, organisation } = desk;
  await api.source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  const account = (role: TestAccount['role'], teamId: string) =>
    buildAccount(api.source, organisation, { role, teamId });
  [agent, colleague] = [await account('agent', organisation.teamA), await account('agent', organisation.teamA)];
  [supervisor, elsewhere] = [
    await account('supervisor', organisation.teamA),
    await account('supervisor', organisation.teamB),
  ];
});
afterAll(() => desk?.api.stop());

const daysAgo = (days: number, hour = 12) =>
  DateTime.now().setZone(PROFILE.timeZone).minus({ days }).startOf('day').set({ hour }).toJSDate();

/** A scored call whose offer of help was missed, unless it says otherwise. */
async function scored(who: TestAccount, startedAt: Date, outcomes: Record<string, Outcome> = {}): Promise<BuiltCall> {
  const { source } = desk.api;
  const leg = { personId: who.personId, teamId: desk.organisation.teamA };
  const call = await buildCall(source, leg, { stage: 'scored', startedAt });
  const { recordingId } = await buildRecording(source, get(VaultService), call, { durationMs: 2000 });
  const said = [{ speaker: 'agent' as const, text: 'Hello.' }];
  const transcriptId = await buildTranscript(source, get(VaultService), recordingId, said);
  await buildScorecard(source, call.legId, transcriptId, [], outcomes);
  return call;
}

const ENGINE = {
  name: 'e',
  version: '1',
  available: true,
  enabled: true,
  production: true,
  languages: ['zh'],
  advice: null,
};
const PRESENCE = `insert into worker_presence (id, host, roles, version, started_at, heartbeat_at, running, engines, clock_skew_ms)
  values ($1, 'h', '[]', '1', now(), now(), '{}', $2, 0)`;
const GOOD = { 'greeting.salutation': 'met', 'greeting.offer': 'met' } as const;

describe('how far a new installation has come', () => {
  const stepsOf = ({ steps }: SetUp) =>
    Object.fromEntries(steps.map(({ step, state, waitsFor }) => [step, waitsFor ?? state]));

  it('is told in steps to those who run it, from an invitation to a right to hear calls', async () => {
    const { api, organisation } = desk;
    const account = (role: TestAccount['role']) => buildAccount(api.source, organisation, { role, teamId: null });
    const administrator = await account('administrator');
    const steps = async () => stepsOf(await ask<SetUp>(administrator, 'home/set-up'));
    expect(await steps()).toMatchObject({
      administrators: 'done',
      staff: 'done',
      quality_manager: 'open',
      legal: 'open',
    });
    expect(await steps()).toMatchObject({ listening: 'open', engine: 'open', call: 'open', score: 'open' });

    const { accountId, personId } = agent;
    const proposal = {
      id: newId(),
      accountId,
      personId,
      role: 'quality_manager',
      state: 'waiting',
      proposedAt: new Date(),
    } as const;
    await api.source.manager.insert(RoleProposal, { ...proposal, proposedByPersonId: organisation.first });
    expect(await steps()).toMatchObject({ quality_manager: 'approval' });
    const manager = await account('quality_manager');
    expect(await steps()).toMatchObject({ quality_manager: 'done' });

    await account('legal_requester');
    const { personId: approvedByPersonId } = await account('legal_approver');
    await buildGrant(api.source, organisation, { role: 'quality_analyst', approvedByPersonId });
    expect(await steps()).toMatchObject({ legal: 'done', listening: 'done' });
    await api.source.query(PRESENCE, [
      newId(),
      JSON.stringify([
        ENGINE,
        { ...ENGINE, languages: ['en'], production: false },
        { ...ENGINE, name: 'provided', languages: ['zh', 'en'] },
      ]),
    ]);
    expect(await ask<SetUp>(manager, 'home/set-up')).toMatchObject({ finished: false, languages: ['zh'] });
  });
});

describe('moments of the last day', () => {
  it('with a scored call are looked for a week back, and yesterday has none where there is none', async () => {
    const day = (days: number) => DateTime.fromJSDate(daysAgo(days), { zone: PROFILE.timeZone }).toISODate();
    expect(await ask<Moments>(supervisor, 'home/moments')).toMatchObject({ from: day(1), scored: { counted: 0 } });
    await scored(agent, daysAgo(9));
    expect((await ask<Moments>(supervisor, 'home/moments')).from).toBe(day(1));
    await scored(agent, daysAgo(5));
    expect(await ask<Moments>(supervisor, 'home/moments')).toMatchObject({
      from: day(5),
      to: day(5),
      scored: { counted: 1 },
    });
  });

  it('are the heaviest of each call in reach, with where to hear them, and count as the list of calls does', async () => {
    const bad = await scored(agent, daysAgo(1), { 'greeting.salutation': 'not_met', 'greeting.offer': 'met' });
    await scored(colleague, daysAgo(1, 0), { 'greeting.salutation': 'met', 'greeting.offer': 'not_met' });
    await scored(agent, daysAgo(1), GOOD);
    await scored(agent, daysAgo(0, 0));
    await scored(agent, daysAgo(2));
    const day = DateTime.fromJSDate(daysAgo(1), { zone: PROFILE.timeZone }).toISODate();

    const seen = await ask<Moments>(supervisor, 'home/moments');
    expect(seen).toMatchObject({ from: day, to: day, scored: { counted: 3 }, withNotMet: { counted: 2 } });
    expect(seen.items.map(({ itemId }) => itemId).sort()).toEqual(['greeting.offer', 'greeting.salutation']);
    expect(seen.items.find(({ callId }) => callId === bad.callId)).toMatchObject({
      ...{ leg: 1, cost: 5, critical: false, reviewed: false, source: 'rule', advice: null, atMs: 0 },
      recording: { durationMs: 2000 },
      agent: { personId: agent.personId },
    });
    const listed = (filters: string) =>
      ask<CallCount>(supervisor, `calls/count?from=${day}&to=${day}&${filters}`).then(({ counted }) => counted);
    expect([await listed('stage=scored'), await listed('result=any:not_met')]).toEqual([3, 2]);

    expect((await ask<Moments>(elsewhere, 'home/moments')).items).toEqual([]);
    const own = await ask<Moments>(agent, 'home/moments?of=week');
    expect([own.scored.counted, own.items.every((one) => one.agent.personId === agent.personId)]).toEqual([5, true]);
    expect((await desk.ask(agent, 'GET', 'home/moments?of=year')).status).toBe(400);
  });

  it('offer no sound that is being destroyed', async () => {
    const call = await scored(agent, daysAgo(1), { 'greeting.salutation': 'not_met' });
    await desk.api.source.query(`update recording set destruction_started_at = now() where leg_id = $1`, [call.legId]);
    const { items } = await ask<Moments>(supervisor, 'home/moments');
    expect(items.find(({ callId }) => callId === call.callId)?.recording).toBeNull();
  });
});

describe('people', () => {
  it('without a review this week are named, the longest without one first', async () => {
    const monday = DateTime.now().setZone(PROFILE.timeZone).startOf('week').plus({ minutes: 5 }).toJSDate();
    const call = await scored(agent, monday);
    await scored(colleague, monday);
    const names = async (who: TestAccount) =>
      (await ask<UnreviewedAgents>(who, 'home/unreviewed')).items.map((one) => one.agent.personId);
    expect(await names(supervisor)).toEqual(expect.arrayContaining([agent.personId, colleague.personId]));
    expect(await names(elsewhere)).toEqual([]);
    expect((await desk.ask(agent, 'GET', 'home/unreviewed')).status).toBe(403);

    await review(call, 'greeting.offer', 'met');
    expect(await names(supervisor)).toEqual([colleague.personId]);
    const { items } = await ask<OverturnedItems>(supervisor, 'home/overturned');
    expect(items).toMatchObject([
      { itemId: 'greeting.offer', answered: 1, overturned: 1, examples: [{ callId: call.callId, leg: 1 }] },
    ]);
    expect((await ask<OverturnedItems>(elsewhere, 'home/overturned')).items).toEqual([]);
  });

  it('see who listened to their own calls, and not themselves', async () => {
    const call = await scored(agent, daysAgo(0, 0));
    const { id: grantId } = await buildGrant(desk.api.source, desk.organisation, { role: 'supervisor' });
    const play = (by: TestAccount, heard: number[][]) =>
      desk.api.source.query(
        `insert into play (id, call_id, recording_id, person_id, account_id, session_id, grant_id, purpose, rendition, opened_at, last_used_at,
           expires_at, heard_ms)
         select $1, call_id, id, $3, $4::uuid, (select id from session where account_id = $4 limit 1), $6,
           'quality', 'masked', now(), now(), now(), $5::jsonb from recording where call_id = $2`,
        [newId(), call.callId, by.personId, by.accountId, JSON.stringify(heard), grantId],
      );
    await ask(supervisor, 'home/moments');
    await ask(agent, 'home/moments');
    await play(supervisor, [
      [0, 500],
      [1000, 1700],
    ]);
    await play(agent, [[0, 2000]]);
    const { items } = await ask<Listeners>(agent, 'home/listeners');
    expect(items).toMatchObject([{ callId: call.callId, purpose: 'quality', live: false, heardMs: 1200 }]);
    expect(items[0]?.by).not.toBeNull();
    const listenedIn = (endReason: string | null) =>
      desk.api.source.query(
        `insert into live_listening (id, live_call_id, source, captured_by, agent_person_id, session_id, person_id, grant_id, follows, purpose,
           opened_at, seen_at, sent_ms, ended_at, end_reason, sound_key, sound_key_version)
         select $1, call.external_id::uuid, call.source, 'test', $3, (select id from session where account_id = $5 limit 1), $4, $6, 'sound', 'quality',
           now(), now(), 14000, case when $7::text is not null then now() end, $7, case when $7::text is null then 'key'::bytea end,
           case when $7::text is null then '1' end from call where id = $2`,
        [newId(), call.callId, agent.personId, supervisor.personId, supervisor.accountId, grantId, endReason],
      );
    await desk.api.source.query('update call set external_id = $2 where id = $1', [call.callId, newId()]);
    await listenedIn('call_over');
    await listenedIn(null);
    const told = (await ask<Listeners>(agent, 'home/listeners')).items;
    expect(told.map(({ live, heardMs }) => [live, heardMs])).toEqual([
      [true, 14_000],
      [false, 1200],
    ]);
    expect((await ask<Listeners>(colleague, 'home/listeners')).items).toEqual([]);
  });
});

async function review(call: BuiltCall, itemId: string, outcome: Outcome): Promise<void> {
  const { scorecards } = await ask<{ scorecards: { scorecardId: string }[] }>(
    supervisor,
    `calls/${call.callId}/scorecards`,
  );
  const answers = [{ itemId, outcome, places: [], reason: 'fact_wrong' }];
  const body = { legId: call.legId, checklistId: 'small', basedOn: scorecards[0]?.scorecardId, answers };
  expect((await desk.ask(supervisor, 'POST', `calls/${call.callId}/reviews`, body)).status).toBe(201);
}

it('is over for a new installation once calls are scored, may be heard, and are not kept for ever', async () => {
  const { username } = await buildAccount(desk.api.source, desk.organisation, { role: 'administrator', teamId: null });
  const setUp = async (who: { username: string }) => (await desk.ask<SetUp>(who, 'GET', 'home/set-up')).body;
  expect((await setUp({ username })).finished).toBe(false);
  await desk.api.source.query(
    `insert into retention_schedule (version, schedule, sha256, reason, proposed_by_person_id, proposed_at, decision, decided_at, decided_by_person_id)
     values (1, $1, repeat('0', 64), 'set-up', $2, now(), 'agreed', now(), $3)`,
    [
      JSON.stringify({ rules: [], default: { count: 6, unit: 'months' }, graceDays: 7 }),
      desk.organisation.first,
      desk.organisation.second,
    ],
  );
  // An administrator opens no call; who does is led to one.
  expect(await setUp({ username })).toMatchObject({ finished: true, scoredCallId: null });
});
