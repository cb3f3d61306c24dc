import { type MeasuresOfCall } from '#contracts';
import { Recording, RecordingSpeech, VaultService } from '#recordings';
import { buildAccount, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../../test/factories/calls.js';
import { buildOrganisation } from '../../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../../test/factories/recordings.js';

describe('the measures of a call', () => {
  let api: TestApi;
  let supervisor: TestAccount;
  let stranger: TestAccount;
  let auditor: TestAccount;
  let call: BuiltCall;
  let recordingId: string;

  beforeAll(async () => {
    api = await startTestApi();
    const organisation = await buildOrganisation(api.source);
    const { teamA: teamId, teamB, first: personId } = organisation;
    supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId });
    stranger = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamB });
    auditor = await buildAccount(api.source, organisation, { role: 'auditor', teamId: null });
    call = await buildCall(api.source, { personId, teamId }, { stage: 'scored' });
    ({ recordingId } = await buildRecording(api.source, api.app.get(VaultService), call));
    const holdSpans = JSON.stringify([{ fromMs: 30_000, toMs: 50_000 }]);
    await api.source.query('update leg set hold_spans = $2 where id = $1', [call.legId, holdSpans]);
  });
  afterAll(() => api.stop());

  const get = async (account: TestAccount): Promise<MeasuresOfCall & { status?: number; code?: string }> => {
    const cookie = await api.signIn(account.username);
    const response = await fetch(`${api.baseUrl}/api/v1/calls/${call.callId}/measures`, { headers: { cookie } });
    return (await response.json()) as never;
  };

  it('are missing for a recording from before', async () => {
    expect(await get(supervisor)).toEqual({ recordings: [{ recordingId, legId: call.legId, measures: null }] });
  });

  it('leave out holds, and tell a rate once there are words', async () => {
    const channels = [
      [0, 12_000, 31_000, 49_000],
      [14_000, 20_000, 55_000, 60_000],
    ];
    const speech = { recordingId, detector: 'spec/1', channels, measuredAt: new Date() };
    await api.source.manager.insert(RecordingSpeech, speech);
    const before = (await get(supervisor)).recordings[0]!.measures!;
    expect(before).toMatchObject({
      durationMs: 60_000,
      sides: { agent: { speechMs: 12_000, rate: null }, customer: { speechMs: 11_000 } },
      silences: [
        { fromMs: 20_000, toMs: 30_000 },
        { fromMs: 50_000, toMs: 55_000 },
      ],
      longestSilence: { fromMs: 20_000, toMs: 30_000 },
    });
    await buildTranscript(api.source, api.app.get(VaultService), recordingId, [
      { speaker: 'agent', text: 'thank you for waiting, '.repeat(7) + 'thank you' },
      { speaker: 'customer', text: 'well it is quite all right I have time you know' },
    ]);
    const { sides } = (await get(supervisor)).recordings[0]!.measures!;
    expect([sides?.agent.rate, sides?.customer.rate]).toEqual([
      { perMinute: 150, unit: 'words' },
      { perMinute: 60, unit: 'words' },
    ]);
  });

  it('name no sides where it was not said whose channel is whose', async () => {
    await api.source.manager.update(Recording, recordingId, { agentChannel: null });
    const measures = (await get(supervisor)).recordings[0]!.measures!;
    expect(measures).toMatchObject({ sides: null, sidesUnknown: 'unassigned', talkOver: null });
  });

  it('stay within the team, and with those who see scores', async () => {
    expect(await get(stranger)).toMatchObject({ status: 404 });
    expect(await get(auditor)).toMatchObject({ status: 403 });
  });
});
