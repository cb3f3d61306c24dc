import {
  type CallDetail,
  type CorrectionResult,
  type Problem,
  type TranscriptView,
  type WaitingCorrections,
} from '#contracts';
import { Leg } from '#calls';
import { CompanyService, Person } from '#people';
import { newId } from '#platform';
import { Recording, VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

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
    [manager, managerOfSecond] = [await account('quality_manager', null), await account('quality_manager', teamB)];
    for (const role of ['supervisor', 'quality_manager'] as const) await buildGrant(api.source, organisation, { role });
    for (const who of [ofFirst, ofSecond, colleagueOfFirst, manager]) await desk.prove(who);
  });
  afterAll(() => desk.api.stop());

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
    expect((await ask(ofSecond, 'POST', `corrections/${proposalId}/confirmation`)).status).toBe(404);
    expect((await ask(colleagueOfFirst, 'POST', `corrections/${proposalId}/confirmation`)).status).toBe(200);
    expect([(await leg(first.legId)).personId, (await leg(second.legId)).personId]).toEqual([
      agents[2].personId,
      agents[1].personId,
    ]);
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
});
