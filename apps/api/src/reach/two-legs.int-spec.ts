import {
  type CallDetail,
  type CorrectionResult,
  type NotificationList,
  type Problem,
  type TickedDone,
  type TranscriptView,
  type WaitingCorrections,
} from '#contracts';
import { Leg } from '#calls';
import { relayOnce } from '#journal';
import { writeNotifications } from '#notifications';
import { CompanyService, Person, Team } from '#people';
import { newId } from '#platform';
import { Recording, VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { TickedQuery } from '../call/ticked/ticked.query.js';

/** A call that went from an agent of one team to an agent of another. */
describe('a call with two legs of two teams', () => {
  let desk: UploadDesk;
  /** Each reaches one of the legs. */
  let ofFirst: TestAccount;
  let ofSecond: TestAccount;
  let colleagueOfFirst: TestAccount;
  /** Reaches both. */
  let manager: TestAccount;
  let managerOfSecond: TestAccount;
  /** Reaches neither. */
  let stranger: TestAccount;
  let agents: [TestAccount, TestAccount, TestAccount];

  beforeAll(async () => {
    desk = await UploadDesk.open();
    const { api, organisation } = desk;
    const { teamA, teamB } = organisation;
    await api.source.transaction((tx) => api.app.get(CompanyService).setProfile(tx, PROFILE));
    const account = (role: TestAccount['role'], teamId: string | null) =>
      buildAccount(api.source, organisation, { role, teamId });
    agents = [await account('agent', teamA), await account('agent', teamB), await account('agent', teamA)];
    [ofFirst, ofSecond, colleagueOfFirst] = [
      await account('supervisor', teamA),
      await account('supervisor', teamB),
      await account('supervisor', teamA),
    ];
    stranger = await account('supervisor', await anotherTeam());
    [manager, managerOfSecond] = [await account('quality_manager', null), await account('quality_manager', teamB)];
    for (const role of ['supervisor', 'quality_manager'] as const) await buildGrant(api.source, organisation, { role });
    for (const who of [ofFirst, ofSecond, colleagueOfFirst, manager]) await desk.prove(who);
  });
  afterAll(() => desk.api.stop());

  async function anotherTeam(): Promise<string> {
    const { source } = desk.api;
    const { clientId } = await source.manager.findOneByOrFail(Team, { id: desk.organisation.teamA });
    const id = newId();
    await source.manager.insert(Team, { id, clientId, nameZh: '三组', nameEn: 'Team C' });
    return id;
  }
  const ask = <T>(...asked: Parameters<UploadDesk['ask']>) => desk.ask<T & Problem>(...asked);
  const leg = (id: string) => desk.api.source.manager.findOneByOrFail(Leg, { id });
  const recording = (id: string) => desk.api.source.manager.findOneByOrFail(Recording, { id });

  async function transferred() {
    const { source, app } = desk.api;
    const vault = app.get(VaultService);
    const { teamA, teamB } = desk.organisation;
    const first = await buildCall(source, { personId: agents[0].personId, teamId: teamA }, { stage: 'scored' });
    const second = { callId: first.callId, legId: newId() };
    const { takenByPersonId: _, ...as } = await leg(first.legId);
    await source.manager.insert(Leg, {
      ...{ ...as, id: second.legId, position: 1 },
      ...{ personId: agents[1].personId, teamId: teamB },
    });
    const heard = async (of: typeof first, text: string) => {
      const { recordingId } = await buildRecording(source, vault, of, { channels: 2, agentChannel: 'left' });
      await buildTranscript(source, vault, recordingId, [{ speaker: 'agent', text }]);
      return { ...of, recordingId };
    };
    return [await heard(first, 'Said by the first.'), await heard(second, 'Said by the second.')] as const;
  }

  const words = async (who: TestAccount, callId: string, legId?: string) => {
    const of = legId === undefined ? '' : `?legId=${legId}`;
    const { status, body } = await ask<TranscriptView>(who, 'GET', `calls/${callId}/transcript${of}`);
    return status === 200 ? body.transcript.turns.map(({ text }) => text).join(' ') : `${status} ${body.code}`;
  };
  const correct = (who: TestAccount, callId: string, changes: object, legId?: string) =>
    ask<CorrectionResult>(who, 'POST', `calls/${callId}/corrections`, {
      ...{ reason: 'The exporter had it wrong.', changes },
      ...(legId !== undefined && { legId }),
    });

  const told = async (who: TestAccount) => {
    await relayOnce(desk.api.source, async (tx, entries) => {
      await writeNotifications(tx, entries, false);
      return [];
    });
    const { items } = (await ask<NotificationList>(who, 'GET', 'notifications')).body;
    return items.map(({ kind, callId }) => `${kind} ${callId}`);
  };
  /** What the correction of a call that was made last had made again. */
  const againOf = async (callId: string) => {
    const [last] = await desk.api.source.query<{ details: { again: unknown[] } }[]>(
      `select details from journal_entry join journal_detail on entry_id = id where call_id = $1 and event = 'call.corrected' order by id desc limit 1`,
      [callId],
    );
    return last?.details.again;
  };
  const correctedFields = async (who: TestAccount, callId: string) =>
    (await ask<CallDetail>(who, 'GET', `calls/${callId}`)).body.corrections.flatMap(({ fields }) => fields);

  it('gives the words of the leg that is meant, and of none that a right does not reach', async () => {
    const [first, second] = await transferred();
    const { callId } = first;
    expect([await words(ofFirst, callId), await words(ofSecond, callId)]).toEqual([
      'Said by the first.',
      'Said by the second.',
    ]);
    expect([await words(ofFirst, callId, second.legId), await words(ofSecond, callId, first.legId)]).toEqual([
      '404 not_found',
      '404 not_found',
    ]);
    expect(await words(manager, callId)).toBe('400 which_leg');
    expect([await words(manager, callId, first.legId), await words(manager, callId, second.legId)]).toEqual([
      'Said by the first.',
      'Said by the second.',
    ]);
  });

  it('says of each leg what may be done with it, and of which each recording is', async () => {
    const [first, second] = await transferred();
    const seen = async (who: TestAccount) => (await ask<CallDetail>(who, 'GET', `calls/${first.callId}`)).body;
    const whole = await seen(manager);
    expect(whole.recordings.map(({ recordingId, legId }) => [recordingId, legId])).toEqual([
      [first.recordingId, first.legId],
      [second.recordingId, second.legId],
    ]);
    expect(whole.legs.map(({ may }) => may.listen)).toEqual([true, true]);
    expect(whole.may).toEqual(whole.legs[0]?.may);
    const part = await seen(ofSecond);
    expect([part.legs.map(({ legId }) => legId), part.recordings.map(({ legId }) => legId)]).toEqual([
      [second.legId],
      [second.legId],
    ]);
  });

  it('is corrected at the leg that is meant, and at no leg that a right does not reach', async () => {
    const [first, second] = await transferred();
    const { callId } = first;
    expect((await correct(ofSecond, callId, { queueSeconds: 31 })).status).toBe(200);
    expect([(await leg(first.legId)).queueSeconds, (await leg(second.legId)).queueSeconds]).toEqual([4, 31]);
    expect((await correct(ofSecond, callId, { queueSeconds: 99 }, first.legId)).body.code).toBe('not_found');
    expect((await correct(manager, callId, { queueSeconds: 99 })).body.code).toBe('which_leg');
    expect([(await leg(first.legId)).queueSeconds, (await leg(second.legId)).queueSeconds]).toEqual([4, 31]);
    expect([await correctedFields(ofFirst, callId), await correctedFields(ofSecond, callId)]).toEqual([
      [],
      ['queueSeconds'],
    ]);
    expect((await correct(ofSecond, callId, { agentChannel: 'right' })).body.again).toEqual(['words', 'scores']);
    expect([
      (await recording(first.recordingId)).agentChannel,
      (await recording(second.recordingId)).agentChannel,
    ]).toEqual(['left', 'right']);
  });

  it('waits for a second person of the leg, and another leg is not moved by it', async () => {
    const [first, second] = await transferred();
    const { callId } = first;
    const { staffNumber } = await desk.api.source.manager.findOneByOrFail(Person, { id: agents[2].personId });
    const { body } = await correct(ofFirst, callId, { staffNumber });
    const proposalId = body.waiting?.proposalId ?? '';
    const waiting = async (who: TestAccount) =>
      (await ask<WaitingCorrections>(who, 'GET', `corrections/waiting?callId=${callId}`)).body.items.length;
    expect([await waiting(colleagueOfFirst), await waiting(ofSecond)]).toEqual([1, 0]);
    // Who may decide is told, and reaches the other leg no more than need be.
    expect([await told(colleagueOfFirst), await told(ofSecond)]).toEqual([[`correction_waits ${callId}`], []]);
    expect((await ask(ofSecond, 'POST', `corrections/${proposalId}/confirmation`)).status).toBe(404);
    expect((await ask(colleagueOfFirst, 'POST', `corrections/${proposalId}/confirmation`)).status).toBe(200);
    expect([(await leg(first.legId)).personId, (await leg(second.legId)).personId]).toEqual([
      agents[2].personId,
      agents[1].personId,
    ]);
    // What was confirmed of one leg is written of that leg, by the database as well.
    await expect(
      desk.api.source.query(
        `insert into call_correction select (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'leg_id', $2::uuid))).*
         from call_correction one where proposal_id = $1`,
        [proposalId, second.legId],
      ),
    ).rejects.toThrow(/a second person has not confirmed it/);
    const other = 'update leg set taken_by_person_id = $2 where id = $1';
    await expect(desk.api.source.query(other, [second.legId, agents[2].personId])).rejects.toThrow(
      /two people say who took/,
    );
  });

  it('is heard again, scored again and has its sides swapped as far as the right reaches', async () => {
    const [first, second] = await transferred();
    const { callId } = first;
    expect((await ask(managerOfSecond, 'POST', `calls/${callId}/rehearings`)).status).toBe(204);
    const asked = async ({ recordingId }: { recordingId: string }) =>
      (await recording(recordingId)).rehearAskedAt !== null;
    expect([await asked(first), await asked(second)]).toEqual([false, true]);
    expect((await ask(managerOfSecond, 'POST', `calls/${callId}/rescore`)).status).toBe(204);
    const [{ details } = { details: {} }] = await desk.api.source.query<{ details: object }[]>(
      `select details from journal_entry join journal_detail on entry_id = id where call_id = $1 and event = 'call.rescore_asked'`,
      [callId],
    );
    expect(details).toEqual({ legIds: [second.legId] });
    expect((await ask(ofSecond, 'POST', 'calls/ticked/swap', { callIds: [callId] })).status).toBe(200);
    const said = async ({ recordingId }: { recordingId: string }) => (await recording(recordingId)).sidesSaid;
    expect([await said(first), await said(second)]).toEqual([null, 'swapped']);
  });

  it('has the sides that were said last, also where a swap was not done yet', async () => {
    const [first] = await transferred();
    const { callId, recordingId } = first;
    expect((await ask<TickedDone>(ofFirst, 'POST', 'calls/ticked/swap', { callIds: [callId] })).body.done).toEqual([
      callId,
    ]);
    expect(await recording(recordingId)).toMatchObject({ agentChannel: 'left', sidesSaid: 'swapped' });
    expect((await correct(ofFirst, callId, { agentChannel: 'right' })).status).toBe(200);
    expect(await recording(recordingId)).toMatchObject({ agentChannel: 'right', sidesSaid: null, speakers: null });
  });

  it('has the words of one leg made again by its channel, and those of the other only scored again', async () => {
    const [first, second] = await transferred();
    const { callId } = first;
    const { body } = await correct(manager, callId, { purpose: 'sales', agentChannel: 'right' }, second.legId);
    expect(body).toMatchObject({ fields: ['purpose', 'agentChannel'], again: ['words', 'scores'] });
    expect(await againOf(callId)).toEqual([
      { job: 'transcribe-recording', subjectId: second.recordingId },
      { job: 'score-leg', subjectId: first.legId },
    ]);
    await correct(manager, callId, { language: 'zh' }, second.legId);
    expect(await againOf(callId)).toEqual(
      [first, second].map(({ recordingId }) => ({ job: 'transcribe-recording', subjectId: recordingId })),
    );
  });

  it('begins when each of its legs can have followed', async () => {
    const [first, second] = await transferred();
    const { callId } = first;
    const at = (hours: number, seconds = 0) => new Date(Date.now() - hours * 3_600_000 + seconds * 1_000);
    const all = (hours: number) => ({
      ...{ startedAt: at(hours), alertedAt: at(hours, 4), answeredAt: at(hours, 9), endedAt: at(hours, 60) },
    });
    const refused = await correct(manager, callId, all(40), first.legId);
    expect(refused.body).toMatchObject({ code: 'impossible_times', fields: [{ path: 'changes.startedAt' }] });
    await desk.api.source.manager.update(Leg, second.legId, { alertedAt: null, answeredAt: null, endedAt: null });
    expect((await correct(manager, callId, all(40), first.legId)).body.waiting?.moves).toEqual(['retention']);
  });

  it('is told which channel is the agent’s where that is open, and nowhere else', async () => {
    const [first, second] = await transferred();
    const { callId } = first;
    const sides = async (who: TestAccount) =>
      (await ask<TickedDone>(who, 'POST', 'calls/ticked/side', { callIds: [callId], agentChannel: 'right' })).body;
    const known = { done: [], not: [{ callId, because: 'sides_known' }] };
    const has = async ({ recordingId }: { recordingId: string }) => {
      const { agentChannel, speakers } = await recording(recordingId);
      return [agentChannel, speakers];
    };
    const say = ({ recordingId }: { recordingId: string }, speakers: Recording['speakers']) =>
      desk.api.source.manager.update(Recording, recordingId, { agentChannel: null, speakers });
    // A person named the speakers of the second leg: that is not taken back, also where the first is still open.
    await say(second, ['customer', 'agent']);
    expect(await sides(manager)).toEqual(known);
    await say(first, [null, null]);
    expect(await sides(ofSecond)).toEqual(known);
    expect(await sides(manager)).toEqual({ done: [callId], not: [] });
    expect([await has(first), await has(second)]).toEqual([
      ['right', [null, null]],
      [null, ['customer', 'agent']],
    ]);
    await say(second, [null, null]);
    expect(await sides(ofFirst)).toEqual(known);
    expect(await sides(ofSecond)).toEqual({ done: [callId], not: [] });
    expect(await has(second)).toEqual(['right', [null, null]]);
    expect(await sides(ofSecond)).toEqual(known);
    // Another person was faster: the first look is over.
    jest
      .spyOn(desk.api.app.get(TickedQuery, { strict: false }), 'parts')
      .mockResolvedValue({ applies: [callId], not: [] });
    expect(await sides(ofSecond)).toEqual(known);
    const language = { callIds: [callId], language: 'zh' };
    expect((await ask<TickedDone>(stranger, 'POST', 'calls/ticked/language', language)).body.not).toEqual([
      { callId, because: 'not_there' },
    ]);
    jest.restoreAllMocks();
  });

  it('takes two where the other leg would be kept less long', async () => {
    const [first, second] = await transferred();
    const { callId } = first;
    await desk.api.source.manager.update(Leg, second.legId, { queue: 'claims' });
    const keep = (count: number) => ({ count, unit: 'years' });
    const rules = [{ when: { queue: 'claims', purpose: 'sales' }, keep: keep(1) }];
    const { first: proposes, second: agrees } = desk.organisation;
    await desk.api.source.query(
      `insert into retention_schedule (version, schedule, sha256, reason, proposed_by_person_id, proposed_at)
       values (1, $1, md5('1') || md5('2'), 'Company policy', $2, now())`,
      [{ rules, default: keep(5), graceDays: 7 }, proposes],
    );
    await desk.api.source.query(
      `update retention_schedule set decision = 'agreed', decided_by_person_id = $1, decided_at = now() where version = 1`,
      [agrees],
    );
    const { body } = await correct(ofFirst, callId, { purpose: 'sales' });
    expect([body.fields, body.waiting?.moves]).toEqual([[], ['retention']]);
  });
});
