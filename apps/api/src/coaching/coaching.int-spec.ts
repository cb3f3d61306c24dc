/* eslint-disable max-lines -- one API and its people for all of it, as starting them takes longer than the tests */
import { DateTime } from 'luxon';
import pg from 'pg';
import {
  QUALITY_SETTINGS,
  type CallComments,
  type CallDisputes,
  type CallList,
  type CoachingFigures,
  type CoachingList,
  type CoachingView,
  type ItemReport,
  type Moments,
  type MomentWords,
  type NotificationList,
  type Problem,
  type ScorecardList,
} from '#contracts';
import { ensureSigningKey, relayOnce } from '#journal';
import { writeNotifications } from '#notifications';
import { CompanyService } from '#people';
import { newId, WorkService } from '#platform';
import { ChecklistVersion, QualitySettingsService, readChecklist, Scorecard, ScoreLegService } from '#quality';
import { VaultService } from '#recordings';
import { DestroyRecordingService, DestructionOrders } from '#retention';
import { TRIAL } from '../../../../libs/quality/src/replay/trial.fixture.js';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../test/factories/scorecards.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const ITEM = { checklistId: 'trial', itemId: 'greeting.company' };
const DAY_MS = 86_400_000;

let desk: UploadDesk;
let agent: TestAccount;
let colleague: TestAccount;
let supervisor: TestAccount;
let second: TestAccount;
let elsewhere: TestAccount;
let analyst: TestAccount;
const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { api, organisation } = desk;
  await ensureSigningKey(desk.env.journalKeyFile);
  const { teamA, teamB } = organisation;
  await api.source.transaction((tx) => get(CompanyService).setProfile(tx, PROFILE));
  const account = (role: TestAccount['role'], teamId: string) =>
    buildAccount(api.source, organisation, { role, teamId });
  [agent, colleague, supervisor] = [
    await account('agent', teamA),
    await account('agent', teamA),
    await account('supervisor', teamA),
  ];
  [second, elsewhere, analyst] = [
    await account('supervisor', teamA),
    await account('supervisor', teamB),
    await account('quality_analyst', teamA),
  ];
  await buildGrant(api.source, organisation, { role: 'agent' });
  const { checklist, hash: sha256 } = readChecklist(TRIAL);
  const named = { checklistId: checklist.id, version: checklist.version, sha256, definition: checklist as object };
  await api.source.manager.insert(ChecklistVersion, { ...named, publishedAt: new Date() });
  // The trial's items were never measured: here they accuse all the same.
  const settings = { ...QUALITY_SETTINGS, trust: { ...QUALITY_SETTINGS.trust, unmeasured: 'all' as const } };
  await api.source.transaction((tx) => get(QualitySettingsService).change(tx, 0, settings, supervisor.personId));
});
afterAll(() => desk?.api.stop());

type Scored = BuiltCall & { recordingId: string };

/** A scored call of the agent's, in which the company was not named. */
async function scoredCall(who = agent): Promise<Scored> {
  const { source } = desk.api;
  const leg = { personId: who.personId, teamId: desk.organisation.teamA };
  const call = await buildCall(source, leg, { stage: 'transcribed' });
  const { recordingId } = await buildRecording(source, get(VaultService), call, { durationMs: 2000 });
  const turns = [
    { speaker: 'agent' as const, text: 'Good morning, how can I help?' },
    { speaker: 'customer' as const, text: 'My card was swallowed.' },
  ];
  await buildTranscript(source, get(VaultService), recordingId, turns);
  const lease = await leaseOf('score-leg', call.legId);
  await get(ScoreLegService).score(call.legId, { lease, signal: new AbortController().signal });
  return { ...call, recordingId };
}

async function leaseOf(job: 'score-leg' | 'destroy-recording', subjectId: string) {
  const work = get(WorkService);
  await desk.api.source.transaction((tx) => work.open(tx, job, subjectId));
  const [open]: { id: string }[] = await desk.api.source.query(
    'select id from work where job = $1 and subject_id = $2 and done_at is null',
    [job, subjectId],
  );
  const lease = await work.claim(open?.id ?? '');
  if (!lease) throw new Error('no other worker should hold the work of the test');
  return lease;
}

/** Destroys it as the sweep and the worker do. */
async function destroy({ recordingId }: Scored): Promise<void> {
  const orders = get(DestructionOrders);
  await desk.api.source.transaction(async (tx) => {
    const [recording] = await tx.query(
      'select id, call_id as "callId", key_id as "keyId" from recording where id = $1',
      [recordingId],
    );
    await orders.order(
      tx,
      recording,
      { reason: 'erasure', scheduleVersion: null, requestId: null, graceDays: 0 },
      null,
    );
  });
  expect(await orders.start(recordingId, async () => true)).toBeNull();
  const lease = await leaseOf('destroy-recording', recordingId);
  await get(DestroyRecordingService).destroy(recordingId, { lease, signal: new AbortController().signal });
}

type View = CoachingView & Problem;
const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T>(...asked);
const momentOf = ({ callId, legId }: BuiltCall, over: object = {}) => ({
  ...{ callId, legId, item: ITEM, fromMs: 0, toMs: 900, note: 'Say who we are.' },
  ...over,
});
async function prepare(calls: readonly BuiltCall[], over: object = {}, who = supervisor) {
  const moments = calls.map((call) => momentOf(call));
  const texts = { sharedText: 'Two moments to look at.', privateNotes: 'Second time this month.' };
  return ask<View>(who, 'POST', 'coaching', { agentPersonId: agent.personId, moments, ...texts, ...over });
}
const read = async (who: TestAccount, sessionId: string) => (await ask<View>(who, 'GET', `coaching/${sessionId}`)).body;
const act = (who: TestAccount, sessionId: string, what: string, body?: object) =>
  ask<View>(who, 'POST', `coaching/${sessionId}/${what}`, body);
const cardsOf = async (who: TestAccount, { callId }: BuiltCall) =>
  (await ask<ScorecardList>(who, 'GET', `calls/${callId}/scorecards`)).body;
const told = async (who: TestAccount) => {
  await relayOnce(desk.api.source, async (tx, entries) => {
    await writeNotifications(tx, entries, false);
    return [];
  });
  const { body } = await ask<NotificationList>(who, 'GET', 'notifications');
  return body.items.map(({ kind, code }) => `${kind} ${code}`);
};

describe('a coaching session', () => {
  it('goes from draft to closed; the agent sees it from shared on, and never what the coach noted for themselves', async () => {
    const call = await scoredCall();
    const { status, body } = await prepare([call]);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'draft',
      privateNotes: 'Second time this month.',
      may: ['edit', 'follow_up', 'share', 'discard'],
      moments: [{ callId: call.callId, item: ITEM, outcome: 'not_met', fromMs: 0, toMs: 900, note: 'Say who we are.' }],
    });
    const { sessionId, code } = body;
    for (const who of [agent, second, elsewhere]) expect((await read(who, sessionId)).code).toBe('not_found');

    expect((await act(supervisor, sessionId, 'share')).body.state).toBe('shared');
    expect(await read(agent, sessionId)).toMatchObject({
      ...{ state: 'shared', sharedText: 'Two moments to look at.', privateNotes: null, may: ['answer', 'acknowledge'] },
      moments: [{ note: 'Say who we are.', outcome: 'not_met' }],
    });
    expect(await read(second, sessionId)).toMatchObject({ privateNotes: null, may: ['follow_up', 'close'] });
    for (const who of [colleague, elsewhere]) expect((await read(who, sessionId)).code).toBe('not_found');
    expect((await ask<Problem>(analyst, 'GET', `coaching/${sessionId}`)).status).toBe(403);
    expect((await ask<CoachingFigures>(agent, 'GET', 'coaching/figures')).body).toMatchObject({ toDo: 1 });

    expect((await act(supervisor, sessionId, 'answers', { text: 'For the agent.' })).status).toBe(403);
    expect((await act(agent, sessionId, 'answers', { text: 'I was in a hurry.' })).body).toMatchObject({
      state: 'answered',
      answers: [{ text: 'I was in a hurry.' }],
    });
    expect((await act(agent, sessionId, 'acknowledgement')).body.state).toBe('acknowledged');
    expect((await act(agent, sessionId, 'acknowledgement')).body.code).toBe('coaching_read_already');
    expect((await ask<CoachingFigures>(supervisor, 'GET', 'coaching/figures')).body).toMatchObject({ answered: 1 });
    expect((await act(second, sessionId, 'close')).body.state).toBe('closed');
    expect((await act(agent, sessionId, 'answers', { text: 'Too late.' })).body.code).toBe('coaching_closed');

    expect((await told(agent)).filter((line) => line.endsWith(code))).toEqual([
      `coaching_closed ${code}`,
      `coaching_shared ${code}`,
    ]);
    expect((await told(supervisor)).filter((line) => line.endsWith(code))).toEqual(
      [`coaching_closed ${code}`, `coaching_acknowledged ${code}`, `coaching_answered ${code}`].filter(
        (line) => !line.startsWith('coaching_closed'),
      ),
    );
    const list = (await ask<CoachingList>(agent, 'GET', 'coaching?show=all')).body.items;
    expect(list.map((one) => one.sessionId)).toContain(sessionId);
  });

  it('is about the agent’s own calls, which the coach may see, and is never with oneself', async () => {
    const [own, other] = [await scoredCall(), await scoredCall(colleague)];
    const refused = async (over: object, who = supervisor) => (await prepare([], over, who)).body.code;
    expect(await refused({ moments: [momentOf(other)] })).toBe('moment_not_of_agent');
    expect(await refused({ moments: [momentOf(own, { toMs: 5000 })] })).toBe('moment_outside');
    const unknown = { checklistId: 'trial', itemId: 'nowhere' };
    expect(await refused({ moments: [momentOf(own, { item: unknown })] })).toBe('moment_not_on_card');
    expect(await refused({ moments: [momentOf(own, { fromMs: 900, toMs: 100 })] })).toBe('bad_input');
    expect(await refused({ agentPersonId: supervisor.personId })).toBe('coaching_oneself');
    expect(await refused({}, elsewhere)).toBe('not_found');
    expect((await prepare([], {}, agent)).status).toBe(403);

    const { sessionId } = (await prepare([own], { sharedText: null })).body;
    const [moment] = (await read(supervisor, sessionId)).moments;
    const path = `coaching/${sessionId}/moments/${moment?.momentId}`;
    const change = { fromMs: 100, toMs: 500, note: 'Here.' };
    expect((await ask<View>(supervisor, 'PUT', path, change)).body.moments).toMatchObject([change]);
    expect((await ask<View>(second, 'PUT', path, change)).status).toBe(404);
    expect((await ask<View>(supervisor, 'DELETE', path)).body.moments).toEqual([]);
    expect((await act(supervisor, sessionId, 'share')).body.code).toBe('coaching_empty');
    expect((await ask(supervisor, 'DELETE', `coaching/${sessionId}`)).status).toBe(204);
    expect((await read(supervisor, sessionId)).code).toBe('not_found');
  });

  it('is read no more by a coach whose role reaches its team no more, be it a draft or shared', async () => {
    const { source } = desk.api;
    const { teamA, teamB } = desk.organisation;
    const coach = await buildAccount(source, desk.organisation, { role: 'supervisor', teamId: teamA });
    const call = await scoredCall();
    const [draft, shared] = [
      (await prepare([call], {}, coach)).body.sessionId,
      (await prepare([call], {}, coach)).body,
    ];
    await act(coach, shared.sessionId, 'share');
    await source.query('update role_assignment set team_id = $2 where person_id = $1', [coach.personId, teamB]);
    const { body } = await ask<CoachingList>(coach, 'GET', 'coaching?show=all');
    expect(body.items).toEqual([]);
    for (const id of [draft, shared.sessionId]) {
      expect((await read(coach, id)).code).toBe('not_found');
      expect((await act(coach, id, 'share')).status).toBe(404);
    }
    expect((await ask<CoachingFigures>(coach, 'GET', 'coaching/figures')).body).toMatchObject({ drafts: 0 });
    // Its agent reads it, and a colleague closes it.
    expect((await act(agent, shared.sessionId, 'acknowledgement')).body.state).toBe('acknowledged');
    expect((await act(second, shared.sessionId, 'close')).body.state).toBe('closed');
  });

  it('gives the words of a moment to those who may read them, journalled like every reading', async () => {
    const call = await scoredCall();
    const { sessionId, moments } = (await prepare([call])).body;
    await act(supervisor, sessionId, 'share');
    const path = `coaching/${sessionId}/moments/${moments[0]?.momentId}/words`;
    expect((await ask<MomentWords>(agent, 'GET', path)).body.turns).toEqual([
      { speaker: 'agent', fromMs: 0, text: 'Good morning, how can I help?' },
    ]);
    expect((await ask<Problem>(supervisor, 'GET', path)).body.code).toBe('no_grant');
    const read = await desk.api.source.query(
      `select actor_person_id as by from journal_entry where event = 'transcript.read' and call_id = $1`,
      [call.callId],
    );
    expect(read).toEqual([{ by: agent.personId }]);
  });
});

describe('an agent’s own scoring', () => {
  const asked = (sessionId: string, { legId }: BuiltCall) =>
    act(supervisor, sessionId, 'evaluations', { legId, checklistId: 'trial' });

  it('comes before the result: no way shows it to the agent until they have answered; then both are side by side', async () => {
    const call = await scoredCall();
    const seen = async (who: TestAccount) => {
      const today = DateTime.now().setZone(PROFILE.timeZone).toISODate();
      const days = `from=${today}&to=${today}`;
      const { scorecards, withheld } = await cardsOf(who, call);
      const disputes = (await ask<CallDisputes>(who, 'GET', `calls/${call.callId}/disputes`)).body;
      const rows = (await ask<CallList>(who, 'GET', `calls?${days}`)).body.items;
      const found = (await ask<CallList>(who, 'GET', `calls?${days}&result=greeting.company:not_met`)).body.items;
      const counted = (await ask<CallList>(who, 'GET', `calls?${days}&counted=yes`)).body.items;
      const home = (await ask<Moments>(who, 'GET', 'home/moments?of=week')).body.items;
      const items = (await ask<ItemReport>(who, 'GET', `reports/items?by=item&${days}`)).body.rows;
      const detail = (await ask<{ call: { score: unknown }; score: unknown }>(who, 'GET', `calls/${call.callId}`)).body;
      const has = (list: { callId: string }[]) => list.some(({ callId }) => callId === call.callId);
      return {
        cards: scorecards.length,
        withheld,
        contestable: disputes.open.length > 0,
        inList: has(rows),
        score: rows.find(({ callId }) => callId === call.callId)?.score !== null,
        detail: (detail.call ?? detail).score !== null,
        found: has(found),
        counted: has(counted),
        home: has(home),
        missed: items.find(({ key }) => key === 'greeting.company')?.figures.not_met ?? 0,
      };
    };
    const before = await seen(agent);
    expect(before).toMatchObject({ withheld: [], contestable: true, score: true, found: true, home: true });
    const { sessionId } = (await prepare([call])).body;
    expect((await asked(sessionId, call)).status).toBe(201);
    expect((await asked(sessionId, call)).body.code).toBe('evaluation_asked');
    // Nothing is withheld while the agent cannot know why.
    expect(await seen(agent)).toEqual(before);

    await act(supervisor, sessionId, 'share');
    expect(await seen(agent)).toEqual({
      ...{ cards: 0, withheld: [call.legId], contestable: false, inList: true, score: false, detail: false },
      ...{ found: false, counted: false, home: false, missed: before.missed - 1 },
    });
    const shown = await read(agent, sessionId);
    expect(shown.moments).toMatchObject([{ withheld: true, item: null, outcome: null, note: null, fromMs: null }]);
    expect(shown.evaluations[0]?.items.map(({ result }) => result).filter(Boolean)).toEqual([]);
    const theirs = await read(supervisor, sessionId);
    expect(theirs.evaluations[0]?.items.find(({ itemId }) => itemId === ITEM.itemId)?.result).toBe('not_met');
    expect(theirs.moments).toMatchObject([{ withheld: false, outcome: 'not_met' }]);
    const contest = { legId: call.legId, ...ITEM, basedOn: newId(), wanted: 'met', reason: 'fact_wrong' };
    const disputed = await ask<Problem>(agent, 'POST', `calls/${call.callId}/disputes`, contest);
    expect(disputed.body.code).toBe('own_scoring_first');

    const { evaluationId, until } = shown.evaluations[0]!;
    expect(Date.parse(until!) - Date.now()).toBeGreaterThan(6 * DAY_MS);
    const path = `evaluations/${evaluationId}/answers`;
    const answers = [{ itemId: ITEM.itemId, outcome: 'met', comment: 'I think I said it.' }];
    expect((await act(colleague, sessionId, path, { answers })).status).toBe(404);
    const twice = { answers: [...answers, ...answers] };
    expect((await act(agent, sessionId, path, twice)).body.code).toBe('evaluation_item_unknown');
    const { status, body } = await act(agent, sessionId, path, { answers });
    expect(status).toBe(201);
    const pair = { own: 'met', result: 'not_met', comment: 'I think I said it.' };
    expect(body.evaluations[0]?.items).toContainEqual(expect.objectContaining({ itemId: ITEM.itemId, ...pair }));
    expect(body.evaluations[0]?.same).toEqual({ n: 0, of: 1 });
    expect(await seen(agent)).toEqual(before);
    expect((await act(agent, sessionId, path, { answers })).body.code).toBe('evaluation_over');
    expect((await told(supervisor))[0]).toBe(`coaching_evaluated ${body.code}`);
  });

  it('is withheld no longer than leaves days to contest, ends when it is taken back, and never begins after a dispute', async () => {
    const { source } = desk.api;
    const [late, seen, back] = [await scoredCall(), await scoredCall(), await scoredCall()];
    await asOld(late, 10.5);
    const { sessionId } = (await prepare([late, back])).body;
    await asked(sessionId, late);
    expect((await act(supervisor, sessionId, 'share')).body.code).toBe('evaluation_too_late');
    await asOld(late, 8);
    const { evaluations } = (await act(supervisor, sessionId, 'share')).body;
    expect((Date.parse(evaluations[0]?.until ?? '') - Date.now()) / DAY_MS).toBeCloseTo(3, 1);

    const later = (await asked(sessionId, back)).body.evaluations[1];
    expect((await cardsOf(agent, back)).withheld).toEqual([back.legId]);
    await ask(supervisor, 'DELETE', `coaching/${sessionId}/evaluations/${later?.evaluationId}`);
    expect((await cardsOf(agent, back)).scorecards).toHaveLength(1);
    await source.query(`update withheld_score set until = now() where leg_id = $1`, [late.legId]);
    expect((await cardsOf(agent, late)).scorecards).toHaveLength(1);

    const [card] = (await cardsOf(agent, seen)).scorecards;
    const contest = { legId: seen.legId, ...ITEM, basedOn: card?.scorecardId, wanted: 'met', reason: 'fact_wrong' };
    expect((await ask(agent, 'POST', `calls/${seen.callId}/disputes`, contest)).status).toBe(201);
    expect((await asked(sessionId, seen)).body.code).toBe('evaluation_seen');
  });

  it('asked for in a draft keeps no colleague from asking; of two that begin the second is refused', async () => {
    const call = await scoredCall();
    const { sessionId: draft } = (await prepare([call])).body;
    await asked(draft, call);
    const { sessionId: other } = (await prepare([call], {}, second)).body;
    const evaluation = { legId: call.legId, checklistId: 'trial' };
    expect((await act(second, other, 'evaluations', evaluation)).status).toBe(201);
    expect((await act(second, other, 'share')).body.state).toBe('shared');
    expect((await act(supervisor, draft, 'share')).body.code).toBe('evaluation_asked');
    expect((await read(supervisor, draft)).state).toBe('draft');
    await act(second, other, 'close');
    expect((await act(supervisor, draft, 'share')).body.state).toBe('shared');
    expect((await cardsOf(agent, call)).withheld).toEqual([call.legId]);
  });

  it('withholds what was remarked on the call with its result, as a remark tells it', async () => {
    const call = await scoredCall();
    const [card] = (await cardsOf(agent, call)).scorecards;
    const id = newId();
    await desk.api.source.transaction(async (tx) => {
      await tx.query(
        `insert into leg_comment (id, leg_id, call_id, person_id, at_ms, created_at, scorecard_id)
         values ($1, $2, $3, $4, 500, now(), $5)`,
        [id, call.legId, call.callId, supervisor.personId, card?.scorecardId],
      );
      await tx.query(
        `insert into leg_comment_text (comment_id, version, text, written_at) values ($1, 1, 'No company named.', now())`,
        [id],
      );
    });
    const remarked = async (who: TestAccount) =>
      (await ask<CallComments>(who, 'GET', `calls/${call.callId}/comments`)).body.comments.map(({ text }) => text);
    expect(await remarked(agent)).toEqual(['No company named.']);
    const { sessionId } = (await prepare([call])).body;
    await asked(sessionId, call);
    await act(supervisor, sessionId, 'share');
    expect([await remarked(agent), await remarked(supervisor)]).toEqual([[], ['No company named.']]);
    await act(supervisor, sessionId, 'close');
    expect(await remarked(agent)).toEqual(['No company named.']);
  });

  /** As if its score were from so many days ago. */
  const asOld = ({ legId }: BuiltCall, days: number): Promise<void> =>
    asOwner(`update scorecard set created_at = now() - $2::float8 * interval '1 day' where leg_id = $1`, [legId, days]);
});

describe('a goal', () => {
  const day = (days: number) => DateTime.now().setZone(PROFILE.timeZone).plus({ days }).toISODate() ?? '';
  const item = { checklistId: 'small', itemId: 'greeting.offer' };

  /** So many scored calls of a person so many days ago, of which some met the item. */
  async function calls(who: TestAccount, transcriptId: string, daysAgo: number, met: number, missed: number) {
    const { source } = desk.api;
    for (let at = 0; at < met + missed; at += 1) {
      const startedAt = new Date(Date.now() - daysAgo * DAY_MS);
      const leg = { personId: who.personId, teamId: desk.organisation.teamA };
      const { legId } = await buildCall(source, leg, { startedAt, stage: 'scored' });
      await buildScorecard(source, legId, transcriptId, [], { 'greeting.offer': at < met ? 'met' : 'not_met' });
    }
  }

  it('is followed up by the agent’s later calls, and says nothing where they are few or intervals overlap', async () => {
    const { source, organisation } = { ...desk.api, organisation: desk.organisation };
    const who = await buildAccount(source, organisation, { role: 'agent', teamId: organisation.teamA });
    const place = await scoredCall(colleague);
    const [{ id: transcriptId }] = await source.query('select id from transcript where recording_id = $1', [
      place.recordingId,
    ]);
    await buildScorecard(source, place.legId, transcriptId);
    const { sessionId } = (await prepare([], { agentPersonId: who.personId })).body;
    const goal = { item, targetPercent: 80, fromDay: day(-5), untilDay: day(10) };
    const set = (body: object) => act(supervisor, sessionId, 'goals', body);
    expect((await set({ ...goal, untilDay: day(-6) })).body.code).toBe('bad_input');
    expect((await set({ ...goal, item: { ...item, itemId: 'nowhere' } })).body.code).toBe('goal_item_unknown');
    expect((await set({ ...goal, measure: { name: 'interruptions', atMost: 1 } })).body.code).toBe('bad_input');
    const { body } = await set(goal);
    expect(body.goals).toMatchObject([{ item, before: null, after: null, reached: 'too_few', change: 'too_few' }]);
    await act(supervisor, sessionId, 'share');
    expect((await told(who))[0]).toMatch(/^coaching_shared/);

    await calls(who, transcriptId, 12, 4, 16);
    await calls(who, transcriptId, 1, 9, 0);
    // Of a colleague, and before the days that are counted.
    await calls(colleague, transcriptId, 1, 0, 3);
    await calls(who, transcriptId, 60, 3, 0);
    const now = async () => (await read(who, sessionId)).goals[0];
    expect(await now()).toMatchObject({
      before: { n: 4, of: 20 },
      after: { n: 9, of: 9 },
      reached: 'too_few',
      change: 'too_few',
    });
    await calls(who, transcriptId, 1, 21, 0);
    expect(await now()).toMatchObject({ after: { n: 30, of: 30 }, reached: 'reached', change: 'better', due: false });
    await calls(who, transcriptId, 1, 0, 20);
    expect(await now()).toMatchObject({ after: { n: 30, of: 50 }, reached: 'not_reached', change: 'better' });
    await calls(who, transcriptId, 12, 6, 0);
    expect(await now()).toMatchObject({ before: { n: 10, of: 26 }, change: 'cannot_tell' });
    // What is not trusted yet speaks neither for nor against the agent.
    await asOwner(
      `update scorecard set items = replace(items::text, '"outcome": "not_met"', '"outcome": "not_met", "notTrusted": {}')::jsonb
       where leg_id in (select id from leg where person_id = $1)`,
      [who.personId],
    );
    expect(await now()).toMatchObject({ before: { n: 10, of: 10 }, after: { n: 30, of: 30 } });

    await source.query('update coaching_goal set until_day = $1 where session_id = $2', [day(-1), sessionId]);
    expect((await ask<CoachingFigures>(supervisor, 'GET', 'coaching/figures')).body.followUps).toBe(1);
    await act(supervisor, sessionId, 'close');
    const [due] = (await read(second, sessionId)).goals;
    expect(due?.due).toBe(true);
    expect((await act(agent, sessionId, `goals/${due?.goalId}/end`)).status).toBe(403);
    expect((await act(second, sessionId, `goals/${due?.goalId}/end`)).body.goals).toMatchObject([{ due: false }]);
    expect((await act(second, sessionId, `goals/${due?.goalId}/end`)).body.code).toBe('goal_over');
    expect((await told(who))[0]).toMatch(/^coaching_goal_ended/);
  });

  it('can be a measure of the sound, as the automatic score was given it', async () => {
    const { source, organisation } = { ...desk.api, organisation: desk.organisation };
    const who = await buildAccount(source, organisation, { role: 'agent', teamId: organisation.teamA });
    const { sessionId } = (await prepare([], { agentPersonId: who.personId })).body;
    const measure = (name: string, atMost: number) =>
      act(supervisor, sessionId, 'goals', {
        ...{ measure: { name, atMost }, targetPercent: 90, fromDay: day(-1), untilDay: day(5) },
      });
    for (const [name, atMost] of [
      ['longest_silence', 10],
      ['interruptions', 1],
      ['talk_share', 60],
    ] as const)
      await measure(name, atMost);
    const call = await scoredCall(who);
    const sides = { agent: { talkShare: 0.7, interruptions: [{ fromMs: 0, toMs: 1 }] } };
    await asOwner(`update scorecard set inputs = $2 where leg_id = $1`, [
      call.legId,
      JSON.stringify({ measures: { sides, longestSilence: { fromMs: 1000, toMs: 9000 } } }),
    ]);
    const { goals } = await read(supervisor, sessionId);
    expect(goals.map(({ after }) => after?.n)).toEqual([1, 1, 0]);
    await asOwner(`update scorecard set inputs = $2 where leg_id = $1`, [call.legId, '{"measures": {"sides": null}}']);
    expect((await read(supervisor, sessionId)).goals.map(({ after }) => after)).toEqual([null, null, null]);
  });
});

describe('a review that was retracted', () => {
  it('is not what a moment shows, also where no other card counts', async () => {
    const { source } = desk.api;
    const call = await scoredCall();
    const card = await source.manager.findOneByOrFail(Scorecard, { legId: call.legId });
    const review = {
      ...card,
      id: newId(),
      author: 'review' as const,
      authorPersonId: second.personId,
      basedOnId: card.id,
    };
    const items = card.items.map((one) => (one.itemId === ITEM.itemId ? { ...one, outcome: 'met' as const } : one));
    await source.manager.insert(Scorecard, { ...review, items, createdAt: new Date() });
    await source.query('update counting_scorecard set scorecard_id = null where leg_id = $1', [call.legId]);
    const { sessionId } = (await prepare([call])).body;
    const shown = async () => (await read(supervisor, sessionId)).moments[0]?.outcome;
    expect(await shown()).toBe('met');
    await source.query(
      `insert into review_retraction (scorecard_id, leg_id, call_id, author_person_id, retracted_by_person_id, retracted_at, reason)
       values ($1, $2, $3, $4, $4, now(), 'mistaken')`,
      [review.id, call.legId, call.callId, second.personId],
    );
    expect(await shown()).toBe('not_met');
    // What is not trusted yet is no accusation that a moment could show.
    await asOwner(
      `update scorecard set items = replace(items::text, '"outcome": "not_met"', '"outcome": "not_met", "notTrusted": {}')::jsonb
       where id = $1`,
      [card.id],
    );
    expect(await shown()).toBeNull();
  });
});

describe('what people write in coaching', () => {
  it('ends also where its moment was taken out, and where an answer is being written at that moment', async () => {
    const gone = await scoredCall();
    const { sessionId, moments } = (await prepare([gone])).body;
    await act(supervisor, sessionId, 'evaluations', { legId: gone.legId, checklistId: 'trial' });
    await ask(supervisor, 'DELETE', `coaching/${sessionId}/moments/${moments[0]?.momentId}`);
    await act(supervisor, sessionId, 'share');
    const writing = new pg.Client({ connectionString: desk.api.ownerUrl });
    await writing.connect();
    await writing.query('begin');
    await writing.query('select 1 from coaching_session where id = $1 for update', [sessionId]);
    await writing.query(`insert into coaching_answer (id, session_id, said, at) values ($1, $2, 'I see.', now())`, [
      newId(),
      sessionId,
    ]);
    let over = false;
    const destroyed = destroy(gone).finally(() => (over = true));
    const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%coaching_session%'`;
    while (!over && (await desk.api.source.query(waiting)).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await writing.query('commit');
    await writing.end();
    await destroyed;
    expect(await read(supervisor, sessionId)).toMatchObject({
      ...{ sharedText: null, privateNotes: null, answers: [{ text: null }] },
    });
  });

  it('ends with the recording that it is about, when it is really destroyed', async () => {
    const [gone, stays] = [await scoredCall(), await scoredCall()];
    const both = (await prepare([gone, stays])).body.sessionId;
    const one = (await prepare([gone])).body.sessionId;
    await act(supervisor, one, 'evaluations', { legId: gone.legId, checklistId: 'trial' });
    for (const sessionId of [both, one]) await act(supervisor, sessionId, 'share');
    const { evaluationId } = (await read(agent, one)).evaluations[0]!;
    const answers = [{ itemId: ITEM.itemId, outcome: 'met', comment: 'I said it.' }];
    await act(agent, one, `evaluations/${evaluationId}/answers`, { answers });
    for (const sessionId of [both, one]) await act(agent, sessionId, 'answers', { text: 'I see.' });
    await destroy(gone);

    expect(await read(supervisor, both)).toMatchObject({
      sharedText: 'Two moments to look at.',
      privateNotes: 'Second time this month.',
      answers: [{ text: 'I see.' }],
      moments: [
        { gone: true, note: null, fromMs: null, recording: null, item: ITEM },
        { gone: false, note: 'Say who we are.' },
      ],
    });
    const emptied = await read(supervisor, one);
    expect(emptied).toMatchObject({
      sharedText: null,
      privateNotes: null,
      answers: [{ text: null }],
      state: 'answered',
    });
    const [own] = emptied.evaluations[0]!.items.filter(({ itemId }) => itemId === ITEM.itemId);
    expect(own).toMatchObject({ own: 'met', comment: null });
    // What is written now would outlive it.
    expect((await act(agent, one, 'answers', { text: 'More.' })).body.code).toBe('words_of_coaching_gone');
    expect((await act(supervisor, both, 'moments', momentOf(gone))).body.code).toBe('moment_gone');
  });
});

/** Scores are never changed by the product. */
async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
  await owner.connect();
  await owner.query(sql, values);
  await owner.end();
}
