import { type SentCallList } from '#contracts';
import { buildAccount, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildCall } from '../../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../../test/factories/organisation.js';
import { SentCalls } from './sent-calls.service.js';

describe('what became of calls that were sent', () => {
  let api: TestApi;
  let organisation: Organisation;
  let sender: TestAccount;
  let other: TestAccount;

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    sender = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    other = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  });
  afterAll(() => api.stop());

  const ask = async (account: TestAccount, ids: string) =>
    fetch(`${api.baseUrl}/api/v1/sent-calls?ids=${ids}`, {
      headers: { cookie: await api.signIn(account.username) },
    });

  it('is told to the account that sent them, as stage and reason and nothing more', async () => {
    const leg = { personId: organisation.first, teamId: organisation.teamA };
    const call = await buildCall(api.source, leg, { stage: 'needs_attention', stageReason: 'audio_undecodable' });
    const unsent = await buildCall(api.source, leg);
    const sent = api.app.get(SentCalls);
    await sent.note(sender, call.callId);
    await sent.note(sender, call.callId);
    const { calls } = (await (await ask(sender, `${call.callId},${unsent.callId}`)).json()) as SentCallList;
    expect(calls).toEqual([
      {
        callId: call.callId,
        stage: 'needs_attention',
        stageReason: 'audio_undecodable',
        stageAt: expect.any(String),
        progress: null,
      },
    ]);
    expect(await (await ask(other, call.callId)).json()).toEqual({ calls: [] });
  });

  it('is asked for at most a hundred at a time, by ids', async () => {
    expect((await ask(sender, 'nonsense')).status).toBe(400);
    expect((await ask(sender, Array(101).fill(organisation.teamA).join(','))).status).toBe(400);
  });
});
