/* eslint-disable max-lines -- one API and its people for all of it, as starting them takes longer than the tests */
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import {
  type CallDetail,
  type CorrectionResult,
  type DisputeView,
  type NotificationList,
  type PastCorrectionList,
  type Problem,
  type ScorecardList,
  type WaitingCorrections,
} from '#contracts';
import { DatabaseModule } from '#database';
import { relayOnce } from '#journal';
import { writeNotifications } from '#notifications';
import { CompanyService, Person, RoleAssignment } from '#people';
import { newId, PlatformModule } from '#platform';
import { VaultService } from '#recordings';
import { RetentionModule, RetentionSweep } from '#retention';
import { buildAccount, buildGrant, type TestAccount } from '../../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../../test/factories/calls.js';
import { PROFILE } from '../../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../../test/factories/scorecards.js';
import { UploadDesk, WAV } from '../../../../../test/support/upload-desk.js';

let desk: UploadDesk;
let worker: INestApplicationContext;
let agent: TestAccount;
let colleague: TestAccount;
/** A team lead who takes calls as well. */
let lead: TestAccount;
let second: TestAccount;
let elsewhere: TestAccount;
let manager: TestAccount;
let unproved: TestAccount;

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { api, organisation } = desk;
  const { teamA, teamB } = organisation;
  await api.source.transaction((tx) => api.app.get(CompanyService).setProfile(tx, PROFILE));
  const account = (role: TestAccount['role'], teamId: string | null) =>
    buildAccount(api.source, organisation, { role, teamId });
  [agent, colleague] = [await account('agent', teamA), await account('agent', teamA)];
  [lead, second, elsewhere] = [
    await account('supervisor', teamA),
    await account('supervisor', teamA),
    await account('supervisor', teamB),
  ];
  [manager, unproved] = [await account('quality_manager', null), await account('supervisor', teamA)];
  await api.source.manager.insert(RoleAssignment, {
    ...{ id: newId(), accountId: lead.accountId, personId: lead.personId, role: 'agent', teamId: null, clientId: null },
    ...{ grantedByPersonId: organisation.first, approvedByPersonId: organisation.second, createdAt: new Date() },
  });
  await buildGrant(api.source, organisation, { role: 'agent' });
  for (const who of [lead, second, elsewhere, manager, agent]) await desk.prove(who);
  @Module({
    imports: [
      PlatformModule.forRoot(desk.env, 'worker'),
      DatabaseModule.forRoot(desk.env.databaseUrl, 'test'),
      RetentionModule,
    ],
  })
  class Worker {}
  worker = await NestFactory.createApplicationContext(Worker, { logger: false });
});
afterAll(async () => {
  await worker?.close();
  await desk?.api.stop();
});

/** As the owner of the database, as an older release wrote it: no trigger looks. */
async function asOwner(text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client(desk.api.ownerUrl);
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(text, values);
  await client.end();
}
const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => desk.api.source.query(text, values);
const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T & Problem>(...asked);
const staffNumberOf = async ({ personId }: TestAccount) =>
  (await desk.api.source.manager.findOneByOrFail(Person, { id: personId })).staffNumber;
const REASON = 'The exporter had it wrong.';
const correct = (who: TestAccount, { callId }: BuiltCall, changes: object) =>
  ask<CorrectionResult>(who, 'POST', `calls/${callId}/corrections`, { reason: REASON, changes });
const confirm = (who: TestAccount, proposalId = '') =>
  ask<CorrectionResult>(who, 'POST', `corrections/${proposalId}/confirmation`);
const waiting = async (who: TestAccount, { callId }: BuiltCall) =>
  (await ask<WaitingCorrections>(who, 'GET', `corrections/waiting?callId=${callId}`)).body.items[0];
const played = async (who: TestAccount, { callId }: BuiltCall, recordingId: string) =>
  (await ask(who, 'POST', `calls/${callId}/plays`, { recordingId, purpose: 'own_call' })).status;
const told = async (who: TestAccount) => {
  await relayOnce(desk.api.source, async (tx, entries) => {
    await writeNotifications(tx, entries, false);
    return [];
  });
  return (await ask<NotificationList>(who, 'GET', 'notifications')).body.items.map(
    ({ kind, callId }) => `${kind} ${callId}`,
  );
};

/** A scored call of the agent's, with its recording. */
async function recorded(over: Parameters<typeof buildCall>[2] = {}, of = agent) {
  const { source, app } = desk.api;
  const leg = { personId: of.personId, teamId: desk.organisation.teamA };
  const call = await buildCall(source, leg, { stage: 'scored', ...over });
  const { recordingId } = await buildRecording(source, app.get(VaultService), call, { durationMs: 2000 });
  const transcriptId = await buildTranscript(source, app.get(VaultService), recordingId, [
    { speaker: 'agent', text: 'Hello.' },
  ]);
  await buildScorecard(source, call.legId, transcriptId, [], { 'greeting.offer': 'not_met' });
  return { ...call, recordingId };
}
/** The agent contests; the lead keeps the result. */
async function contested(call: BuiltCall): Promise<string> {
  const { scorecards } = (await ask<ScorecardList>(manager, 'GET', `calls/${call.callId}/scorecards`)).body;
  const basedOn = scorecards[0]?.scorecardId;
  const asked = { legId: call.legId, checklistId: 'small', itemId: 'greeting.offer', basedOn, wanted: 'met' };
  const filed = await ask<DisputeView>(agent, 'POST', `calls/${call.callId}/disputes`, {
    ...asked,
    ...{ reason: 'said_elsewhere', note: 'I said it.' },
  });
  expect(filed.status).toBe(201);
  const kept = { stage: 'supervisor', decision: 'kept', reason: 'not_said', note: 'I listened.', basedOn };
  expect((await ask(lead, 'POST', `disputes/${filed.body.disputeId}/decisions`, kept)).status).toBe(201);
  return filed.body.disputeId;
}

describe('whose call it is', () => {
  it('is never corrected to oneself, and no one hears a call by it', async () => {
    const call = await recorded();
    expect(await played(lead, call, call.recordingId)).toBe(403);
    const own = await correct(lead, call, { staffNumber: await staffNumberOf(lead) });
    expect([own.status, own.body.code]).toEqual([403, 'correct_to_oneself']);
    expect(await played(lead, call, call.recordingId)).toBe(403);
    expect(await played(agent, call, call.recordingId)).toBe(201);
  });

  it('waits for a second person, who is neither agent, and until then the older right holds', async () => {
    const call = await recorded();
    const { body } = await correct(second, call, { staffNumber: await staffNumberOf(lead), queueSeconds: 9 });
    expect(body).toMatchObject({ fields: [], waiting: { fields: ['staffNumber', 'queueSeconds'], moves: ['rights'] } });
    const proposalId = body.waiting?.proposalId;
    expect([await played(lead, call, call.recordingId), await played(agent, call, call.recordingId)]).toEqual([
      403, 201,
    ]);
    expect((await correct(manager, call, { staffNumber: await staffNumberOf(colleague) })).body.code).toBe(
      'correction_waits',
    );
    expect((await correct(manager, call, { queueSeconds: 3 })).body.code).toBe('correction_waits');
    expect(await told(manager)).toContainEqual(`correction_waits ${call.callId}`);
    expect(await told(lead)).not.toContainEqual(`correction_waits ${call.callId}`);
    // The one whom it names, who proposed it, who was not there, and who is of another team.
    for (const [who, code] of [
      [lead, 'not_yours_to_confirm'],
      [second, 'not_yours_to_confirm'],
      [unproved, 'step_up_by_password'],
      [elsewhere, 'not_found'],
    ] as const)
      expect((await confirm(who, proposalId)).body.code).toBe(code);
    const alone = `update correction_proposal set decision = 'confirmed', decided_at = now(), decision_proved_at = now(), decided_by_person_id = $2
      where id = $1`;
    for (const { personId } of [lead, second, agent])
      await expect(sql(alone, [proposalId, personId])).rejects.toThrow(/has no part in the call/);
    expect([(await waiting(manager, call))?.may, (await waiting(lead, call))?.may]).toEqual([
      ['confirm', 'refuse'],
      [],
    ]);
    expect((await confirm(manager, proposalId)).body).toMatchObject({ fields: ['staffNumber', 'queueSeconds'] });
    expect((await confirm(manager, proposalId)).body.code).toBe('correction_decided');
    expect([await played(lead, call, call.recordingId), await played(agent, call, call.recordingId)]).toEqual([
      201, 404,
    ]);
    expect(await told(second)).toContainEqual(`correction_confirmed ${call.callId}`);
    expect(await told(agent)).toContainEqual(`call_handed_over ${call.callId}`);
    const { corrections } = (await ask<CallDetail>(second, 'GET', `calls/${call.callId}`)).body;
    expect(corrections).toMatchObject([{ fields: ['staffNumber', 'queueSeconds'] }]);
    expect(corrections[0]?.confirmedBy).not.toBeNull();
  });

  it('takes two in the database as well', async () => {
    const call = await recorded();
    const one = 'update leg set taken_by_person_id = $2 where id = $1';
    await expect(sql(one, [call.legId, lead.personId])).rejects.toThrow(/two people say who took/);
    const said = `insert into call_correction (id, call_id, by_person_id, at, origin, reason, before, after, moved)
      values (gen_random_uuid(), $1, $2, now(), 'person', 'Without a proposal', '{}', $3, '{}')`;
    await expect(sql(said, [call.callId, second.personId, { staffNumber: 'x' }])).rejects.toThrow(/takes two/);
    await expect(sql(said, [call.callId, agent.personId, { language: 'zh' }])).rejects.toThrow(/have a part in/);
    // What one person alone once wrote opens nothing.
    await sql('update leg set person_id = $2 where id = $1', [call.legId, lead.personId]);
    expect([await played(lead, call, call.recordingId), await played(agent, call, call.recordingId)]).toEqual([
      403, 404,
    ]);
    // It may be said again, so that a second person confirms it.
    const { body } = await correct(second, call, { staffNumber: await staffNumberOf(lead) });
    expect((await confirm(manager, body.waiting?.proposalId)).status).toBe(200);
    expect(await played(lead, call, call.recordingId)).toBe(201);
  });
});

describe('two who are one', () => {
  /** `deputy` acts in the place of `away` from yesterday until tomorrow. */
  const deputises = (deputy: TestAccount, away: TestAccount) =>
    sql(
      `insert into absence (id, person_id, deputy_person_id, first_on, last_on, begins_at, ends_at, works, asked_at)
       values ($1, $2, $3, current_date - 1, current_date + 1, now() - interval '1 day', now() + interval '1 day', '{reviews}', now())`,
      [newId(), away.personId, deputy.personId],
    ).then(() => sql('update absence set accepted_at = now() where deputy_person_id = $1', [deputy.personId]));
  const isBack = ({ personId }: TestAccount) =>
    sql('update absence set ended_at = now(), ended_by_person_id = person_id where deputy_person_id = $1', [personId]);

  it('are a deputy and who is away, as themselves too, and in a small house no one for a day', async () => {
    const call = await recorded();
    const { body } = await correct(second, call, { staffNumber: await staffNumberOf(colleague) });
    const proposalId = body.waiting?.proposalId;
    for (const away of [second, agent, colleague]) {
      await deputises(manager, away);
      expect((await confirm(manager, proposalId)).body.code).toBe('not_yours_to_confirm');
      await isBack(manager);
    }
    await deputises(second, colleague);
    const other = await recorded();
    expect((await correct(second, other, { staffNumber: await staffNumberOf(colleague) })).body.code).toBe(
      'correct_to_oneself',
    );
    await isBack(second);
    const inDatabase = `select has_part_in_correction($1, $2, now()) as today, has_part_in_correction($1, $2, now() + interval '25 hours') as later`;
    expect(await sql(inDatabase, [proposalId, second.personId])).toEqual([{ today: true, later: true }]);
    await asOwner(`insert into small_house_period (id, chosen_by_person_id, chosen_at, in_force_from)
      select gen_random_uuid(), id, now(), now() from person limit 1`);
    expect(await sql(inDatabase, [proposalId, second.personId])).toEqual([{ today: true, later: false }]);
    expect((await confirm(second, proposalId)).body.code).toBe('needs_a_day');
    await asOwner('delete from small_house_period');
    expect((await confirm(manager, proposalId)).status).toBe(200);
  });
});

describe('corrections of before', () => {
  it('that would be refused now are listed for the auditor, also as a file, and those of today are not', async () => {
    const auditor = await buildAccount(desk.api.source, desk.organisation, { role: 'auditor', teamId: null });
    const [own, year, plain] = [await recorded(), await recorded(), await recorded()];
    const made = (call: BuiltCall, before: object, after: object) =>
      asOwner(
        `insert into call_correction (id, call_id, leg_id, by_person_id, at, origin, reason, before, after)
         values (gen_random_uuid(), $1, $2, $3, now(), 'person', 'As it was done before', $4, $5)`,
        [call.callId, call.legId, lead.personId, before, after],
      );
    const [was, is] = [await staffNumberOf(agent), await staffNumberOf(lead)];
    await made(own, { staffNumber: was }, { staffNumber: is });
    await made(year, { startedAt: '2026-03-12T06:02:00.000Z' }, { startedAt: '2019-03-12T06:02:00.000Z' });
    await made(plain, { language: 'en' }, { language: 'zh' });
    expect((await correct(manager, plain, { queueSeconds: 31 })).body.waiting).toBeNull();
    const { corrections } = (await ask<PastCorrectionList>(auditor, 'GET', 'accesses/corrections')).body;
    const found = (call: BuiltCall) => corrections.filter(({ callId }) => callId === call.callId);
    expect(found(own)).toMatchObject([{ why: ['to_oneself', 'alone'], moved: ['rights'], fields: ['staffNumber'] }]);
    expect(found(year)).toMatchObject([{ why: ['alone'], moved: ['retention'], by: { personId: lead.personId } }]);
    expect(found(plain)).toEqual([]);
    const file = await fetch(`${desk.api.baseUrl}/api/v1/accesses/corrections/export.csv`, {
      headers: { cookie: await desk.api.signIn(auditor.username) },
    });
    expect(await file.text()).toContain(year.callId);
  });
});

describe('until when it is kept', () => {
  const keep = (count: number) => ({ rules: [], default: { count, unit: 'years' }, graceDays: 0 });
  let version = 0;
  const publish = async (schedule: object) => {
    const { organisation } = desk;
    version += 1;
    await sql(
      `insert into retention_schedule (version, schedule, sha256, reason, proposed_by_person_id, proposed_at)
       values ($1, $2, md5(random()::text) || md5(random()::text), 'Company policy', $3, now())`,
      [version, schedule, organisation.first],
    );
    await sql(
      `update retention_schedule set decision = 'agreed', decided_by_person_id = $2, decided_at = now() where version = $1`,
      [version, organisation.second],
    );
  };
  const sweep = () => worker.get(RetentionSweep, { strict: false }).run();
  const ordered = async ({ recordingId }: { recordingId: string }) =>
    (await sql('select 1 from destruction where recording_id = $1', [recordingId])).length;

  it('is not shortened by one person, also where the schedule is lengthened afterwards', async () => {
    const call = await recorded({ startedAt: new Date(Date.now() - 86_400_000) });
    await publish(keep(3));
    await sweep();
    const { body } = await correct(lead, call, {
      startedAt: '2019-03-12T14:02:00+08:00',
      alertedAt: null,
      answeredAt: null,
      endedAt: null,
    });
    await sweep();
    await publish(keep(5));
    await sweep();
    expect(await ordered(call)).toBe(0);
    expect(body.waiting?.moves).toEqual(['retention']);
    // Confirmed, it is looked at again at once, and not with the next version.
    expect((await confirm(manager, body.waiting?.proposalId)).status).toBe(200);
    await sweep();
    expect(await ordered(call)).toBe(1);
  });

  it('is the later of both terms while a correction waits, and as it was where it is refused', async () => {
    const rules = [{ when: { purpose: 'sales' }, keep: { count: 10, unit: 'years' } }];
    await publish({ ...keep(1), rules });
    const call = await recorded({ startedAt: new Date('2024-03-12T06:02:00Z') });
    const { body } = await correct(lead, call, { purpose: 'sales' });
    expect(body.waiting?.moves).toEqual(['retention']);
    await sweep();
    expect(await ordered(call)).toBe(0);
    const refusal = { reason: 'It was a complaint.' };
    const path = `corrections/${body.waiting?.proposalId}/refusal`;
    expect((await ask(second, 'POST', path, { reason: 'no' })).status).toBe(400);
    expect((await ask(second, 'POST', path, refusal)).status).toBe(204);
    expect(await told(lead)).toContainEqual(`correction_refused ${call.callId}`);
    await sweep();
    expect(await ordered(call)).toBe(1);
  });

  it('moves with nothing that no rule asks for, so that this holds at once', async () => {
    await publish(keep(5));
    const call = await recorded({ startedAt: new Date('2026-03-12T06:02:00Z') });
    const { body } = await correct(lead, call, {
      purpose: 'sales',
      outcome: 'sold',
      queue: 'billing',
      startedAt: '2026-03-12T06:01:00Z',
    });
    expect(body).toMatchObject({ waiting: null, fields: ['startedAt', 'purpose', 'outcome', 'queue'] });
  });

  it('is not held up by a correction whose facts changed meanwhile: it is made again', async () => {
    const call = await recorded({ startedAt: new Date('2026-03-12T06:02:00Z') });
    const { body } = await correct(lead, call, { startedAt: '2026-03-11T06:02:00Z', direction: 'outbound' });
    await sql(`update call set direction = 'internal' where id = $1`, [call.callId]);
    expect((await confirm(manager, body.waiting?.proposalId)).body.code).toBe('correction_overtaken');
    const path = `corrections/${body.waiting?.proposalId}/withdrawal`;
    expect((await ask(second, 'POST', path)).body.code).toBe('not_yours_to_withdraw');
    expect((await ask(lead, 'POST', path)).status).toBe(204);
    expect(await waiting(manager, call)).toBeUndefined();
  });
});

describe('an open dispute', () => {
  it('is ended by no correction, and no one who has a part in it corrects anything', async () => {
    const call = await recorded();
    const disputeId = await contested(call);
    expect((await ask(agent, 'POST', `disputes/${disputeId}/escalation`, {})).status).toBe(200);
    const other = await staffNumberOf(colleague);
    for (const changes of [{ staffNumber: other }, { language: 'zh' }]) {
      const { status, body } = await correct(lead, call, changes);
      expect([status, body.code]).toEqual([403, 'correct_disputed_call']);
    }
    const speakers = { recordingId: call.recordingId, roles: ['agent', 'customer'] };
    expect((await ask(lead, 'PUT', `calls/${call.callId}/speakers`, speakers)).body.code).toBe('correct_disputed_call');
    const words = { recordingId: call.recordingId, transcriptId: newId(), turns: [{ turn: 0, text: 'x' }] };
    expect((await ask(lead, 'POST', `calls/${call.callId}/words-corrections`, words)).body.code).toBe(
      'correct_disputed_call',
    );
    // Nor does the database take it from elsewhere.
    const version = `insert into transcript select (jsonb_populate_record(null::transcript, to_jsonb(heard) || $2)).*
      from transcript heard where recording_id = $1`;
    const by = { id: newId(), version: 2, origin: 'corrected', by_person_id: lead.personId };
    await expect(sql(version, [call.recordingId, by])).rejects.toMatchObject({ constraint: 'corrects_no_own_words' });
    // The call's page offers neither.
    expect((await ask<CallDetail>(lead, 'GET', `calls/${call.callId}`)).body.may).toMatchObject({
      ...{ correct: false, correctWords: false },
    });
    const state = async () =>
      (await sql<{ outcome: string | null }>('select outcome from dispute where id = $1', [disputeId]))[0];
    expect(await state()).toEqual({ outcome: null });
    // A fact on which it rests waits, no matter who says it; who decided does not confirm it.
    const { body } = await correct(second, call, { queue: 'billing' });
    expect(body.waiting?.moves).toEqual(['dispute']);
    expect((await confirm(lead, body.waiting?.proposalId)).body.code).toBe('not_yours_to_confirm');
    expect((await confirm(manager, body.waiting?.proposalId)).status).toBe(200);
    // There and back again: it is where it was.
    for (const to of [other, await staffNumberOf(agent)]) {
      const proposed = (await correct(second, call, { staffNumber: to })).body.waiting;
      expect(proposed?.moves).toEqual(['rights', 'dispute']);
      expect((await confirm(manager, proposed?.proposalId)).status).toBe(200);
    }
    expect((await ask<DisputeView>(agent, 'GET', `calls/${call.callId}/disputes`)).body).toMatchObject({
      items: [{ state: 'open', stage: 'quality_manager' }],
    });
  });

  it('is not decided by who corrected its facts, words or sides since', async () => {
    const call = await recorded();
    const disputeId = await contested(call);
    expect((await ask(agent, 'POST', `disputes/${disputeId}/escalation`, {})).status).toBe(200);
    // No fact that it may be judged by is written by one person alone; who the customer is, is.
    const { body } = await correct(manager, call, { hangupParty: 'agent' });
    expect(body).toMatchObject({ fields: [], waiting: { moves: ['dispute'] } });
    const alone = `insert into call_correction (id, call_id, by_person_id, at, origin, reason, before, after, moved)
      values (gen_random_uuid(), $1, $2, now(), 'person', 'Without a proposal', '{}', $3, '{}')`;
    await expect(sql(alone, [call.callId, manager.personId, { hangupParty: 'agent' }])).rejects.toMatchObject({
      constraint: 'disputed_facts_take_two',
    });
    const may = async () =>
      (await ask<{ items: DisputeView[] }>(manager, 'GET', `calls/${call.callId}/disputes`)).body.items[0]?.may;
    expect((await correct(manager, call, { customer: { number: '13900001111' } })).body.fields).toEqual(['customer']);
    expect(await may()).toContain('decide');
    expect((await confirm(second, body.waiting?.proposalId)).status).toBe(200);
    expect(await may()).not.toContain('decide');
    // Nor by who confirmed the correction.
    expect(await sql('select decides_not_the_dispute($1, $2, null) as no', [disputeId, second.personId])).toEqual([
      { no: true },
    ]);
    const { scorecards } = (await ask<ScorecardList>(manager, 'GET', `calls/${call.callId}/scorecards`)).body;
    const decided = await ask(manager, 'POST', `disputes/${disputeId}/decisions`, {
      ...{ stage: 'quality_manager', decision: 'kept', reason: 'not_said', note: 'I listened.' },
      basedOn: scorecards[0]?.scorecardId,
    });
    expect(decided.body.code).toBe('not_yours_to_decide');
    const decision = `insert into dispute_decision select (jsonb_populate_record(said, jsonb_build_object('id', gen_random_uuid(),
      'decided_by_person_id', $2::uuid, 'stage', 'quality_manager'))).* from dispute_decision said where dispute_id = $1`;
    await expect(sql(decision, [disputeId, manager.personId])).rejects.toMatchObject({
      constraint: 'others_decide_disputes',
    });
    // Correcting more stays open to them, as it does to who has only said whose words are whose.
    expect((await correct(manager, call, { queue: 'billing' })).body.waiting?.moves).toEqual(['dispute']);
    const other = await recorded();
    const theirs = await contested(other);
    const judges = async () =>
      (await sql<{ no: boolean }>('select decides_not_the_dispute($1, $2, null) as no', [theirs, manager.personId]))[0];
    expect(await judges()).toEqual({ no: false });
    expect((await ask(manager, 'POST', 'calls/ticked/swap', { callIds: [other.callId] })).body).toMatchObject({
      done: [other.callId],
    });
    expect(await judges()).toEqual({ no: true });
    // Of several calls at once, one whose dispute is open is left out.
    for (const [who, because] of [
      [unproved, 'takes_two'],
      [manager, 'correction_waits'],
    ] as const) {
      const asked = { callIds: [other.callId], language: 'zh' };
      const { body: ticked } = await ask(who, 'POST', 'calls/ticked/language', asked);
      expect(ticked).toEqual({ done: [], not: [{ callId: other.callId, because }] });
    }
  });

  it('sleeps, and keeps the sound until a second person closes it', async () => {
    const call = await recorded({ startedAt: new Date('2020-03-12T06:02:00Z') });
    const disputeId = await contested(call);
    const proposed = (await correct(second, call, { staffNumber: await staffNumberOf(colleague) })).body.waiting;
    expect((await confirm(manager, proposed?.proposalId)).status).toBe(200);
    // Long after it was due.
    await sql(
      `update dispute set due_at = now() - interval '90 days', final_at = now() - interval '80 days' where id = $1`,
      [disputeId],
    );
    const sweep = () => worker.get(RetentionSweep, { strict: false }).run();
    const ordered = () => sql('select 1 from destruction where recording_id = $1', [call.recordingId]);
    await sweep();
    expect(await ordered()).toEqual([]);
    expect((await ask(manager, 'POST', `disputes/${disputeId}/closing`)).status).toBe(200);
    await sweep();
    expect(await ordered()).toHaveLength(1);
  });
});

describe('consent that is taken back', () => {
  it('closes at once after a fresh proof, whatever else waits, and agent and quality manager are told', async () => {
    const call = await recorded();
    const changes = { consent: { state: 'withdrawn' } };
    expect((await correct(unproved, call, changes)).body.code).toBe('step_up_by_password');
    expect(await sql('select 1 from recording where call_id = $1 and restricted', [call.callId])).toEqual([]);
    const { body } = await correct(lead, call, { ...changes, staffNumber: await staffNumberOf(colleague) });
    expect(body).toMatchObject({ fields: ['consent'], shut: true, waiting: { fields: ['staffNumber'] } });
    expect(await sql('select 1 from recording where call_id = $1 and restricted', [call.callId])).toHaveLength(1);
    for (const who of [agent, manager]) expect(await told(who)).toContainEqual(`call_shut ${call.callId}`);
    await ask(lead, 'POST', `corrections/${body.waiting?.proposalId}/withdrawal`);
    // What opens again takes two.
    const again = await correct(lead, call, { consent: { state: 'given', evidence: { kind: 'spoken' } } });
    expect(again.body).toMatchObject({ fields: [], waiting: { fields: ['consent'], moves: ['consent'] } });
    expect((await confirm(second, again.body.waiting?.proposalId)).body).toMatchObject({
      fields: ['consent'],
      shut: false,
    });
  });
});

describe('a token, and an upload that says otherwise', () => {
  async function tokenOf(who: TestAccount): Promise<string> {
    const wanted = { name: 'exporter', scopes: ['calls.correct', 'calls.read'], days: 1 };
    return (await ask<{ token: string }>(who, 'POST', 'account/tokens', wanted)).body.token;
  }

  it('propose what moves something, without a proof, and decide nothing', async () => {
    const call = await recorded();
    const authorization = `Bearer ${await tokenOf(manager)}`;
    const byToken = async (path: string, body?: object) => {
      const answer = await fetch(`${desk.api.baseUrl}/api/v1/${path}`, {
        method: 'POST',
        headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as CorrectionResult & Problem };
    };
    const say = (changes: object) => byToken(`calls/${call.callId}/corrections`, { reason: REASON, changes });
    expect((await say({ queueSeconds: 5 })).body).toMatchObject({ fields: ['queueSeconds'], waiting: null });
    const moved = await say({ startedAt: '2019-03-12T06:02:00Z', alertedAt: null, answeredAt: null, endedAt: null });
    expect(moved.body).toMatchObject({ fields: [], waiting: { moves: ['retention'] } });
    const path = `corrections/${moved.body.waiting?.proposalId}`;
    for (const act of ['confirmation', 'withdrawal'])
      expect((await byToken(`${path}/${act}`)).body.code).toBe('session_needed');
    expect((await confirm(manager, moved.body.waiting?.proposalId)).body.code).toBe('not_yours_to_confirm');
    expect(await waiting(second, call)).toMatchObject({ from: 'token', may: ['confirm', 'refuse'] });
    expect((await ask(manager, 'POST', `${path}/withdrawal`)).status).toBe(204);
    // Without a proof it closes nothing alone either.
    expect((await say({ consent: { state: 'withdrawn' } })).body).toMatchObject({
      shut: false,
      waiting: { moves: ['consent'] },
    });
  });

  it('are proposed once, and not again what was refused', async () => {
    const cookie = await desk.api.signIn(manager.username);
    const send = async (about: object) =>
      (
        await desk.send(
          [
            ['metadata', JSON.stringify(about)],
            ['audio', WAV],
          ],
          cookie,
        )
      ).body;
    const about = desk.metadata({ language: 'en' });
    const { callId } = await send(about);
    const otherwise = { ...about, startedAt: '2019-03-12T14:02:00+08:00' };
    for (let i = 0; i < 2; i += 1)
      expect((await send(otherwise)).resent).toEqual({
        fields: ['startedAt'],
        applied: [],
        waiting: ['startedAt'],
        route: null,
      });
    const one = await waiting(second, { callId } as BuiltCall);
    expect(one).toMatchObject({ from: 'upload', changes: [{ field: 'startedAt' }] });
    const refusal = { reason: 'That year is wrong.' };
    expect((await ask(second, 'POST', `corrections/${one?.proposalId}/refusal`, refusal)).status).toBe(204);
    expect((await send(otherwise)).resent).toMatchObject({ applied: [], waiting: [] });
  });
});
