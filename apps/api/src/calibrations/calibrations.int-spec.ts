import pg from 'pg';
import {
  type Calibration,
  type CalibrationChoices,
  type CalibrationList,
  type NotificationList,
  type Problem,
  type ReviewerAgreementList,
  type ScorecardList,
} from '#contracts';
import { JournalService, relayOnce } from '#journal';
import { writeNotifications } from '#notifications';
import { CalibrationAnswerRow, CalibrationDecisionRow, eraseReviews } from '#reviews';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../test/factories/scorecards.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const DAY_MS = 86_400_000;
const [SALUTATION, OFFER] = ['greeting.salutation', 'greeting.offer'];

let desk: UploadDesk;
let agent: TestAccount;
let supervisor: TestAccount;
let analyst: TestAccount;
let elsewhere: TestAccount;
let manager: TestAccount;
let managerOfB: TestAccount;
type Scored = BuiltCall & { recordingId: string };
const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });
const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T>(...asked);

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { api, organisation } = desk;
  const { teamA, teamB } = organisation;
  const account = (role: TestAccount['role'], teamId: string | null) =>
    buildAccount(api.source, organisation, { role, teamId });
  [agent, supervisor, analyst] = [
    await account('agent', teamA),
    await account('supervisor', teamA),
    await account('quality_analyst', teamA),
  ];
  [elsewhere, manager, managerOfB] = [
    await account('supervisor', teamB),
    await account('quality_manager', null),
    await account('quality_manager', teamB),
  ];
  await buildGrant(api.source, organisation, { role: 'quality_analyst' });
});
afterAll(() => desk?.api.stop());

async function scoredCall(): Promise<Scored> {
  const { source } = desk.api;
  const leg = { personId: agent.personId, teamId: desk.organisation.teamA };
  const call = await buildCall(source, leg, { stage: 'scored' });
  const { recordingId } = await buildRecording(source, get(VaultService), call, { durationMs: 2000 });
  const words = [{ speaker: 'agent' as const, text: 'Good morning.' }];
  const transcriptId = await buildTranscript(source, get(VaultService), recordingId, words);
  await buildScorecard(source, call.legId, transcriptId);
  return { ...call, recordingId };
}

const openBody = ({ callId, legId }: BuiltCall, over: object = {}) => ({
  ...{ callId, legId, checklistId: 'small', reviewerIds: [supervisor.personId, analyst.personId] },
  dueAt: new Date(Date.now() + DAY_MS).toISOString(),
  ...over,
});
const opened = async (call: BuiltCall, over: object = {}) =>
  (await ask<Calibration>(manager, 'POST', 'calibrations', openBody(call, over))).body;
const read = (who: TestAccount, id: string) => ask<Calibration & Problem>(who, 'GET', `calibrations/${id}`);
const said = (itemId: string, outcome: string, note: string | null = null, atMs: number | null = null) => ({
  ...{ itemId, outcome, note, atMs },
});
const judge = (who: TestAccount, id: string, answers: object[], submit = true) =>
  ask<Calibration & Problem>(who, 'PUT', `calibrations/${id}/answers`, { answers, submit });
const cardsOf = async (who: TestAccount, { callId }: BuiltCall) =>
  (await ask<ScorecardList>(who, 'GET', `calls/${callId}/scorecards`)).body.scorecards;
const decide = (id: string, itemId: string, outcome: string, note = 'As the handbook says.') =>
  ask<Calibration & Problem>(manager, 'POST', `calibrations/${id}/decisions`, { itemId, outcome, note });
/** The runtime role begins no destruction. */
async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
  await owner.connect();
  try {
    await owner.query(sql, values);
  } finally {
    await owner.end();
  }
}
const told = async (who: TestAccount) => {
  await relayOnce(desk.api.source, async (tx, entries) => {
    await writeNotifications(tx, entries, false);
    return [];
  });
  const { items } = (await ask<NotificationList>(who, 'GET', 'notifications')).body;
  return items.map(({ kind, code, calibrationId }) => ({ kind, code, calibrationId }));
};

test('reviewers judge without each other and the machine; closed by the last, it shows all, where they differ first, and no score moves', async () => {
  const call = await scoredCall();
  const { source } = desk.api;
  const one = await opened(call);
  expect(one).toMatchObject({ state: 'open', may: ['close'], code: expect.stringMatching(/^CA-\d{4}$/) });
  expect(one.items.every(({ machine, said: all }) => machine === null && all.length === 0)).toBe(true);
  expect(await told(analyst)).toContainEqual({
    kind: 'calibration_opened',
    code: one.code,
    calibrationId: one.calibrationId,
  });

  const mine = await ask<CalibrationList>(analyst, 'GET', 'calibrations?show=mine');
  expect(mine.body.items.map(({ calibrationId }) => calibrationId)).toContain(one.calibrationId);
  const [blind] = await cardsOf(analyst, call);
  expect(blind?.withheld).toBe(true);
  expect(JSON.stringify(blind)).not.toContain('The greeting was heard');
  expect((await cardsOf(manager, call))[0]?.withheld).toBe(false);
  for (const path of [
    `calls/${call.callId}/neighbours`,
    `calls/${call.callId}/neighbours?sort=worst`,
    'calls',
    'calls?sort=worst',
  ])
    expect((await ask(analyst, 'GET', path)).status).toBe(200);

  const answers = [said(SALUTATION!, 'met', 'Right at the start.', 200), said(OFFER!, 'met')];
  await judge(supervisor, one.calibrationId, answers);
  expect(JSON.stringify((await read(analyst, one.calibrationId)).body)).not.toContain('Right at the start');
  expect(JSON.stringify((await read(manager, one.calibrationId)).body)).not.toContain('Right at the start');
  expect((await judge(supervisor, one.calibrationId, answers)).body.code).toBe('calibration_over');

  const kept = await judge(analyst, one.calibrationId, [said(SALUTATION!, 'met')], false);
  expect(kept.body.items.find(({ itemId }) => itemId === SALUTATION)?.own?.outcome).toBe('met');
  const short = await judge(analyst, one.calibrationId, [said(SALUTATION!, 'met')]);
  expect([short.status, short.body.code]).toEqual([400, 'calibration_incomplete']);
  const unknown = await judge(analyst, one.calibrationId, [said('no.such', 'met')], false);
  expect(unknown.body.code).toBe('not_on_card');

  const closed = await judge(analyst, one.calibrationId, [
    said(SALUTATION!, 'met'),
    said(OFFER!, 'not_met', 'Never.', 900),
  ]);
  expect(closed.body).toMatchObject({ state: 'closed', may: [] });
  expect(closed.body.items.map(({ itemId, differ }) => [itemId, differ])).toEqual([
    [OFFER, 'reviewers'],
    [SALUTATION, 'none'],
  ]);
  expect(closed.body.items[0]).toMatchObject({
    machine: { outcome: 'not_met' },
    said: expect.arrayContaining([{ personId: analyst.personId, outcome: 'not_met', note: 'Never.', atMs: 900 }]),
  });
  expect((await cardsOf(analyst, call))[0]?.withheld).toBe(false);
  expect(await told(manager)).toContainEqual({
    kind: 'calibration_closed',
    code: one.code,
    calibrationId: one.calibrationId,
  });
  const cards: { n: number }[] = await source.query('select count(*)::int as n from scorecard where leg_id = $1', [
    call.legId,
  ]);
  expect(cards[0]?.n).toBe(1);
});

test('a manager closes it early and notes what is right; the latest decision is the reference', async () => {
  const one = await opened(await scoredCall());
  expect((await decide(one.calibrationId, OFFER!, 'met')).body.code).toBe('calibration_still_open');
  await judge(supervisor, one.calibrationId, [said(SALUTATION!, 'met'), said(OFFER!, 'met')]);
  await judge(analyst, one.calibrationId, [said(OFFER!, 'not_met', 'Kept, never submitted.')], false);
  expect((await ask<Problem>(analyst, 'POST', `calibrations/${one.calibrationId}/close`)).status).toBe(403);
  const closed = await ask<Calibration>(manager, 'POST', `calibrations/${one.calibrationId}/close`);
  expect(closed.body).toMatchObject({ state: 'closed', may: ['decide'] });
  expect(JSON.stringify(closed.body)).not.toContain('never submitted');
  await decide(one.calibrationId, OFFER!, 'met');
  const again = await decide(one.calibrationId, OFFER!, 'not_met', 'The offer came after the question.');
  expect(again.body.items.find(({ itemId }) => itemId === OFFER)?.decision).toMatchObject({
    outcome: 'not_met',
    note: 'The offer came after the question.',
  });
  expect((await judge(analyst, one.calibrationId, [], false)).body.code).toBe('calibration_over');
});

test('a manager who judges as well neither sees nor closes it before they submitted', async () => {
  const one = await opened(await scoredCall(), { reviewerIds: [manager.personId, supervisor.personId] });
  expect(one.may).toEqual(['judge']);
  await judge(supervisor, one.calibrationId, [said(SALUTATION!, 'met'), said(OFFER!, 'met', 'It was said.')]);
  expect((await ask<Problem>(manager, 'POST', `calibrations/${one.calibrationId}/close`)).body.code).toBe(
    'calibration_not_judged',
  );
  expect(JSON.stringify((await read(manager, one.calibrationId)).body)).not.toContain('It was said');
});

test('who has still to calibrate is told nothing by a review of the leg, neither before nor after it would be published', async () => {
  const call = await scoredCall();
  const [card] = await cardsOf(manager, call);
  const one = await opened(call);
  const answers = [{ itemId: OFFER, outcome: 'met', places: [], reason: 'other', note: 'It was made.' }];
  const body = { legId: call.legId, checklistId: 'small', basedOn: card?.scorecardId, answers };
  const review = async (path: string) =>
    (await ask<Problem>(analyst, 'POST', `calls/${call.callId}/${path}`, body)).body.code;
  expect([await review('reviews/preview'), await review('reviews')]).toEqual([
    'calibration_first',
    'calibration_first',
  ]);
  const list = (await ask<ScorecardList>(analyst, 'GET', `calls/${call.callId}/scorecards`)).body;
  expect(list.calibrating).toEqual([{ legId: call.legId, calibrationId: one.calibrationId }]);
  for (const who of [analyst, supervisor])
    await judge(who, one.calibrationId, [said(SALUTATION!, 'met'), said(OFFER!, 'met')]);
  expect(await review('reviews/preview')).toBeUndefined();
});

test('a closed calibration tells nothing to who has still to judge its leg elsewhere; to others it is a look at the result', async () => {
  const call = await scoredCall();
  const [first, second] = [
    await opened(call),
    await opened(call, { reviewerIds: [analyst.personId, manager.personId] }),
  ];
  const answers = [said(SALUTATION!, 'met', 'Right at the start.'), said(OFFER!, 'met')];
  for (const who of [supervisor, analyst]) await judge(who, first.calibrationId, answers);
  for (const who of [analyst, manager]) {
    const { body } = await read(who, first.calibrationId);
    expect(body).toMatchObject({ state: 'closed', withheld: true, may: [] });
    expect(body.items.every(({ machine, said: all, differ }) => !machine && all.length === 0 && !differ)).toBe(true);
  }
  expect((await decide(first.calibrationId, OFFER!, 'met')).body.code).toBe('calibration_withheld');
  expect((await read(supervisor, first.calibrationId)).body).toMatchObject({ withheld: false });

  for (const who of [analyst, manager]) await judge(who, second.calibrationId, answers);
  const { body } = await read(analyst, first.calibrationId);
  expect(body.items[0]).toMatchObject({ itemId: OFFER, machine: { outcome: 'not_met' } });
  const third = await opened(call);
  expect(third.reviewers.map(({ personId, sawBefore }) => [personId, sawBefore])).toEqual(
    expect.arrayContaining([
      [supervisor.personId, true],
      [analyst.personId, true],
    ]),
  );
});

test('a person is not measured by what they decided themselves; decisions and what was submitted stay, in the database too', async () => {
  const one = await opened(await scoredCall(), { reviewerIds: [manager.personId, supervisor.personId] });
  for (const who of [manager, supervisor])
    await judge(who, one.calibrationId, [said(SALUTATION!, 'met'), said(OFFER!, 'met')]);
  await decide(one.calibrationId, OFFER!, 'met');
  const { items } = (await ask<ReviewerAgreementList>(manager, 'GET', 'calibrations/agreement')).body;
  const people = items.map(({ personId }) => personId);
  expect(people).toContain(supervisor.personId);
  expect(people).not.toContain(manager.personId);
  for (const [sql, refusal] of [
    [`update calibration_decision set note = 'Another.'`, 'stays as it was made'],
    ['update calibration_reviewer set submitted_at = null', 'are submitted once'],
  ] as const)
    await expect(desk.api.source.query(sql)).rejects.toThrow(refusal);
});

test('only people who may judge the leg, and have not judged it, are asked; others do not find it', async () => {
  const call = await scoredCall();
  const choices = await ask<CalibrationChoices>(manager, 'GET', `calls/${call.callId}/calibration-choices`);
  const [leg] = choices.body.legs;
  expect(leg?.reviewers.map(({ personId }) => personId)).toEqual(
    expect.arrayContaining([supervisor.personId, analyst.personId]),
  );
  expect(leg?.reviewers.map(({ personId }) => personId)).not.toContain(elsewhere.personId);
  for (const reviewerIds of [
    [supervisor.personId, elsewhere.personId],
    [supervisor.personId, agent.personId],
  ])
    expect((await ask<Problem>(manager, 'POST', 'calibrations', openBody(call, { reviewerIds }))).body.code).toBe(
      'calibration_reviewer_unfit',
    );
  const past = openBody(call, { dueAt: new Date(Date.now() - 1000).toISOString() });
  expect((await ask<Problem>(manager, 'POST', 'calibrations', past)).body.code).toBe('calibration_due_past');
  const alone = openBody(call, { reviewerIds: [supervisor.personId] });
  expect((await ask<Problem>(manager, 'POST', 'calibrations', alone)).status).toBe(400);
  expect((await ask<Problem>(managerOfB, 'POST', 'calibrations', openBody(call))).status).toBe(404);
  const unscored = openBody(call, { checklistId: 'no-such' });
  expect((await ask<Problem>(manager, 'POST', 'calibrations', unscored)).body.code).toBe('not_scored_yet');

  const one = await opened(call);
  for (const who of [elsewhere, managerOfB]) expect((await read(who, one.calibrationId)).status).toBe(404);
  expect((await read(agent, one.calibrationId)).status).toBe(403);

  // A review of the score tells its maker what the machine had said.
  const judged = await scoredCall();
  const cards = await ask<{ scorecards: { scorecardId: string }[] }>(
    manager,
    'GET',
    `calls/${judged.callId}/scorecards`,
  );
  const answers = [{ itemId: OFFER, outcome: 'met', places: [], reason: 'other', note: 'It was made.' }];
  const body = { legId: judged.legId, checklistId: 'small', basedOn: cards.body.scorecards[0]?.scorecardId, answers };
  expect((await ask(supervisor, 'POST', `calls/${judged.callId}/reviews`, body)).status).toBe(201);
  expect((await ask<Problem>(manager, 'POST', 'calibrations', openBody(judged))).body.code).toBe(
    'calibration_reviewer_unfit',
  );
  await expect(desk.api.source.query('update calibration_answer set outcome = $1', ['met'])).rejects.toThrow(
    'what was submitted stays',
  );
});

test('reviewers see how often they said what was decided, themselves alone; few answers have no share, and none is ranked', async () => {
  const agreement = async (who: TestAccount) =>
    (await ask<ReviewerAgreementList>(who, 'GET', 'calibrations/agreement')).body.items;
  const before = (await agreement(supervisor))[0]?.answers ?? 0;
  for (let n = 0; n < 12; n += 1) {
    const one = await opened(await scoredCall());
    await judge(supervisor, one.calibrationId, [said(SALUTATION!, 'met'), said(OFFER!, n < 3 ? 'met' : 'not_met')]);
    await judge(analyst, one.calibrationId, [said(SALUTATION!, 'insufficient'), said(OFFER!, 'not_met')]);
    await decide(one.calibrationId, SALUTATION!, 'met');
    await decide(one.calibrationId, OFFER!, 'not_met');
  }
  const own = await agreement(supervisor);
  expect(own.map(({ personId }) => personId)).toEqual([supervisor.personId]);
  expect(own[0]?.answers).toBe(before + 24);
  expect(own[0]?.rate).toMatchObject({ n: own[0]!.agreed, of: own[0]!.answers });
  expect(own[0]?.kappa?.value).toBeGreaterThan(0.5);
  const all = await agreement(manager);
  expect(all.map(({ personId }) => personId)).toEqual(expect.arrayContaining([supervisor.personId, analyst.personId]));
  // The analyst could not tell of half of them.
  const few = all.find(({ personId }) => personId === analyst.personId);
  expect(few).toMatchObject({ rate: null, kappa: null });
  expect(few!.answers).toBeLessThan(20);
});

test('what people wrote ends with the recording, and an open calibration closes with it', async () => {
  const { source } = desk.api;
  const [open, over] = [await scoredCall(), await scoredCall()];
  const [waiting, closed] = [await opened(open), await opened(over)];
  await judge(supervisor, waiting.calibrationId, [
    said(SALUTATION!, 'met', 'Words.', 1),
    said(OFFER!, 'met', 'Words.', 2),
  ]);
  for (const who of [supervisor, analyst])
    await judge(who, closed.calibrationId, [said(SALUTATION!, 'met', 'Words.', 1), said(OFFER!, 'met', 'Words.', 2)]);
  await decide(closed.calibrationId, OFFER!, 'met', 'Words.');
  for (const { recordingId } of [open, over]) {
    await asOwner('update recording set destruction_started_at = now() where id = $1', [recordingId]);
    await source.transaction((tx) => eraseReviews(tx, recordingId, get(JournalService)));
  }
  for (const { calibrationId } of [waiting, closed]) {
    const answers = await source.manager.findBy(CalibrationAnswerRow, { calibrationId });
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.every(({ note, atMs }) => note === null && atMs === null)).toBe(true);
  }
  expect(await source.manager.findBy(CalibrationDecisionRow, { calibrationId: closed.calibrationId })).toMatchObject([
    { note: null, outcome: 'met' },
  ]);
  expect((await read(manager, waiting.calibrationId)).body.state).toBe('closed');
  const entries: { call_id: string; details: object }[] = await source.query(
    `select call_id, details from journal_entry join journal_detail on entry_id = id
     where event = 'calibration.closed' and details->>'calibrationId' = $1`,
    [waiting.calibrationId],
  );
  expect(entries).toMatchObject([
    { call_id: open.callId, details: { calibrationId: waiting.calibrationId, legId: open.legId, submitted: 1 } },
  ]);
  expect(await told(analyst)).toContainEqual(
    expect.objectContaining({ kind: 'calibration_closed', calibrationId: waiting.calibrationId }),
  );
});

test('a review that is published just then is waited for, and refused in words', async () => {
  const call = await scoredCall();
  const publishing = new pg.Client({ connectionString: desk.api.ownerUrl });
  await publishing.connect();
  try {
    // As publishing does: the call is locked, and the card is there once all is committed.
    await publishing.query('begin');
    await publishing.query('select 1 from call where id = $1 for no key update', [call.callId]);
    await publishing.query(
      `insert into scorecard select (jsonb_populate_record(card, jsonb_build_object('id', gen_random_uuid(), 'author', 'review',
         'author_person_id', $2::uuid, 'based_on_id', card.id))).* from scorecard card where leg_id = $1`,
      [call.legId, analyst.personId],
    );
    const opening = ask<Problem>(manager, 'POST', 'calibrations', openBody(call));
    const isWaiting = async () => {
      const { rows } = await publishing.query(`select 1 from pg_locks where not granted`);
      return rows.length > 0;
    };
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20));
    await publishing.query('commit');
    const { status, body } = await opening;
    expect([status, body.code]).toEqual([409, 'calibration_judged_meanwhile']);
  } finally {
    await publishing.end();
  }
  expect(await desk.api.source.query('select 1 from calibration where call_id = $1', [call.callId])).toEqual([]);
});
