import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type CallAccesses,
  type CallDetail,
  type CallJournal,
  type LegalRequestView,
  type Play,
  type Problem,
  type TranscriptView,
} from '#contracts';
import { RoleAssignment } from '#people';
import { newId } from '#platform';
import { Recording, VaultService } from '#recordings';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildLegalAccount, buildLegalTeam, SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../test/factories/recordings.js';

/** Many times what sockets buffer. */
const LONG_BYTES = 64 * 2 ** 20;

describe('what a request gave', () => {
  let api: TestApi;
  let organisation: Organisation;
  let requester: SignedIn;
  let approver: SignedIn;
  let agent: SignedIn;
  let call: BuiltCall & { recordingId: string };
  let other: BuiltCall & { recordingId: string };

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const teamId = await buildLegalTeam(api.source, organisation);
    const legal = async (role: 'legal_requester' | 'legal_approver') =>
      SignedIn.signIn(api, await buildLegalAccount(api.source, organisation, { role, teamId }));
    [requester, approver] = await Promise.all([legal('legal_requester'), legal('legal_approver')]);
    agent = await SignedIn.signIn(
      api,
      await buildAccount(api.source, organisation, { role: 'agent', teamId: organisation.teamA }),
    );
    [call, other] = [await record(), await record()];
  });
  afterAll(() => api.stop());

  async function record() {
    const vault = api.app.get(VaultService);
    const leg = { personId: agent.account.personId, teamId: organisation.teamA };
    const built = await buildCall(api.source, leg, { stage: 'transcribed', customer: '138****2046' });
    const { recordingId } = await buildRecording(api.source, vault, built, { durationMs: 4000 });
    await buildTranscript(api.source, vault, recordingId, [{ speaker: 'agent', text: 'Good morning, Northwind.' }]);
    return { ...built, recordingId };
  }

  /** Ten seconds that take long to send: a range is ten seconds at most, of however many bytes. */
  async function makeLong(recordingId: string): Promise<void> {
    const vault = api.app.get(VaultService);
    const { keyId } = await api.source.manager.findOneByOrFail(Recording, { id: recordingId });
    const source = Readable.from(Array.from({ length: LONG_BYTES / 2 ** 20 }, () => Buffer.alloc(2 ** 20)));
    const written = await vault.write({ recordingId, keyId, kind: 'rendition', mimeType: 'audio/ogg', source });
    await api.source.transaction((tx) => vault.record(tx, written));
  }
  const assignmentOf = ({ account }: SignedIn) => ({ accountId: account.accountId });

  /** A request over both calls, approved. */
  const granted = async (over: Record<string, unknown> = {}) => {
    const { body } = await requester.send('POST', '/legal/requests', {
      ...{
        purpose: 'evidence',
        reason: 'The customer sues.',
        filters: { agent: agent.account.personId },
        action: 'listen',
        plays: 2,
      },
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      ...over,
    });
    await requester.send('POST', `/legal/requests/${body.requestId}/submit`);
    await approver.stepUp();
    const path = `/legal/requests/${body.requestId}/decisions`;
    const { body: approved } = await approver.send('POST', path, { decision: 'approve', round: 1 });
    expect(approved.state).toBe('approved');
    return { requestId: body.requestId, grantId: approved.grant!.grantId, code: approved.grant!.code };
  };
  const play = (grantId: string, { callId, recordingId } = call) =>
    requester.send<Play & Problem>('POST', `/calls/${callId}/plays`, { recordingId, grantId });
  const stateOf = async (requestId: string) => (await requester.send('GET', `/legal/requests/${requestId}`)).body.grant;
  const audio = (url: string) =>
    fetch(`${api.baseUrl}${url}`, { headers: { cookie: requester.cookie, range: 'bytes=0-99' } });

  it('is played with a fresh proof, masked, so many times and no more, and by its requester alone', async () => {
    const { requestId, grantId, code } = await granted();
    expect((await play(grantId)).body.code).toBe('step_up_by_password');
    expect((await stateOf(requestId))?.playsUsed).toBe(0);
    await requester.stepUp();
    const { body: detail } = await requester.send<CallDetail>('GET', `/calls/${call.callId}`);
    expect(detail.may).toMatchObject({
      listen: true,
      grantCode: code,
      readWords: false,
      requestGrants: [{ grantId, code, action: 'listen', playsLeft: 2 }],
    });
    const opened = await play(grantId);
    expect(opened).toMatchObject({ status: 201, body: { rendition: 'masked', sound: 'clean', grantCode: code } });
    expect((await audio(opened.body.audioUrl)).status).toBe(206);
    expect((await requester.send('GET', `/calls/${call.callId}/peaks?recordingId=${call.recordingId}`)).status).toBe(
      200,
    );
    // Two who use the last one at once: one of them is refused, and what is open goes on.
    const last = await Promise.all([play(grantId, other), play(grantId, other)]);
    expect(last.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await stateOf(requestId)).toMatchObject({ state: 'used_up', playsUsed: 2 });
    expect((await audio(opened.body.audioUrl)).status).toBe(206);
    expect((await play(grantId)).body.code).toBe('request_grant_over');
    const stranger = await SignedIn.signIn(
      api,
      await buildLegalAccount(api.source, organisation, { role: 'legal_requester', teamId: organisation.teamB }),
    );
    await stranger.stepUp();
    const { recordingId } = call;
    const tried = await stranger.send<Problem>('POST', `/calls/${call.callId}/plays`, { recordingId, grantId });
    expect([tried.status, tried.body.code]).toEqual([404, 'no_such_grant']);
    expect((await requester.send<Problem>('POST', `/calls/${call.callId}/plays`, { recordingId })).body.code).toBe(
      'no_grant',
    );
  });

  it.each([
    ['restricted', 'restricted = true'],
    ['past its time', `custody = 'expired'`],
  ])('hears a recording that is %s, range after range', async (_, shut) => {
    const { grantId } = await granted();
    await requester.stepUp();
    await api.source.query(`update recording set ${shut} where id = $1`, [call.recordingId]);
    try {
      const { body: detail } = await requester.send<CallDetail>('GET', `/calls/${call.callId}`);
      expect(detail.may).toMatchObject({ listen: true, listenRefusal: null });
      const opened = await play(grantId);
      expect(opened.status).toBe(201);
      for (const _range of [1, 2]) expect((await audio(opened.body.audioUrl)).status).toBe(206);
      const peaks = `/calls/${call.callId}/peaks?recordingId=${call.recordingId}`;
      expect((await requester.send('GET', peaks)).status).toBe(200);
    } finally {
      await api.source.query(`update recording set restricted = false, custody = 'sealed' where id = $1`, [
        call.recordingId,
      ]);
    }
  });

  it('holds as long as its holder is a requester, with any other roles', async () => {
    const { requestId, grantId } = await granted();
    await requester.stepUp();
    const { accountId, personId } = requester.account;
    const given = await api.source.manager.findOneByOrFail(RoleAssignment, { accountId });
    // A supervisor may play, too: the permission alone does not carry the grant.
    await api.source.manager.insert(RoleAssignment, { ...given, id: newId(), role: 'supervisor' });
    await api.source.manager.update(RoleAssignment, given.id, { role: 'auditor' });
    expect((await play(grantId)).body.code).toBe('request_grant_over');
    await api.source.manager.update(RoleAssignment, given.id, { role: 'legal_requester' });
    const suspended = newId();
    await api.source.query(
      `insert into role_suspension (id, person_id, account_id, cause, caused_at) values ($1, $2, $3, 'invited_again', now())`,
      [suspended, personId, accountId],
    );
    expect((await play(grantId)).body.code).toBe('rights_suspended');
    const { account } = approver;
    await api.source.query(
      'update role_suspension set confirmed_at = now(), confirmed_by_person_id = $2, confirmed_by_account_id = $3 where id = $1',
      [suspended, account.personId, account.accountId],
    );
    expect((await play(grantId)).status).toBe(201);
    expect(await stateOf(requestId)).toMatchObject({ state: 'active' });
    await api.source.manager.delete(RoleAssignment, { accountId, role: 'supervisor' });
  });

  it('ends with the grant, and with its approver’s right', async () => {
    await requester.stepUp();
    const [one, two, three] = [await granted(), await granted(), await granted({ rendition: 'original' })];
    const plays = [await play(one.grantId), await play(two.grantId), await play(three.grantId)] as const;
    expect(plays[2].body).toMatchObject({ rendition: 'original', sound: 'original' });
    const codeOf = async (index: 0 | 1 | 2) =>
      ((await (await audio(plays[index].body.audioUrl)).json()) as Problem).code;
    await approver.send('POST', `/legal/requests/${one.requestId}/revoke`, { words: 'The case was settled.' });
    expect(await codeOf(0)).toBe('play_ended');
    const { accountId } = approver.account;
    const role = await api.source.manager.findOneByOrFail(RoleAssignment, { accountId });
    await api.source.manager.delete(RoleAssignment, { accountId });
    expect((await stateOf(two.requestId))?.state).toBe('suspended');
    expect(await codeOf(1)).toBe('play_ended');
    expect((await play(two.grantId)).body.code).toBe('request_grant_over');
    await api.source.manager.insert(RoleAssignment, role);
    expect((await stateOf(two.requestId))?.state).toBe('active');
  });

  it.each([
    ['is revoked', (id: string) => approver.send('POST', `/legal/requests/${id}/revoke`, { words: 'Settled.' })],
    [
      'loses the right that it was approved by',
      () => api.source.manager.delete(RoleAssignment, assignmentOf(approver)),
    ],
  ])('is cut off in the middle of a range that is on its way when the grant %s', async (_, over) => {
    await requester.stepUp();
    const role = await api.source.manager.findOneByOrFail(RoleAssignment, assignmentOf(approver));
    const long = await record();
    await makeLong(long.recordingId);
    const { requestId, grantId } = await granted({ rendition: 'original' });
    const { audioUrl } = (await play(grantId, long)).body;
    // A client that has asked and reads nothing for now: what the system's buffers do not take is still to be opened and sent.
    const { hostname, port } = new URL(api.baseUrl);
    const client = connect(Number(port), hostname);
    const head = [`GET ${audioUrl} HTTP/1.1`, `host: ${hostname}`, `cookie: ${requester.cookie}`, 'range: bytes=0-'];
    client.write(`${head.join('\r\n')}\r\n\r\n`);
    await once(client, 'readable');
    expect(String(client.read(4096))).toMatch(new RegExp(`^HTTP/1.1 206 [^]*/${LONG_BYTES}\r\n`));
    await over(requestId);
    // Node 24 tells of a reset as an error, too.
    client.on('error', () => undefined);
    const reset = new Promise((closed) => client.once('close', closed));
    // It is reset while nothing is read; a reader who goes on afterwards gets what its own process had taken in already.
    await pause(1_000);
    client.resume();
    await reset;
    expect(client.bytesRead).toBeLessThan(LONG_BYTES / 2);
    await api.source.manager.save(RoleAssignment, role);
  });

  it('is read once for each use, with the words of its own list only', async () => {
    const { grantId, requestId } = await granted({
      action: 'transcript',
      plays: 1,
      filters: { agent: agent.account.personId },
    });
    await requester.stepUp();
    const outside = await record();
    expect((await requester.send('POST', `/calls/${outside.callId}/readings`, { grantId })).status).toBe(404);
    expect((await play(grantId)).body.code).toBe('no_such_grant');
    const read = await requester.send<TranscriptView>('POST', `/calls/${call.callId}/readings`, { grantId });
    expect(read.body.transcript.turns.map(({ text }) => text)).toEqual(['Good morning, Northwind.']);
    expect(await stateOf(requestId)).toMatchObject({ state: 'used_up' });
    expect((await requester.send<Problem>('POST', `/calls/${call.callId}/readings`, { grantId })).body.code).toBe(
      'request_grant_over',
    );
  });

  it('tells the agent who heard or read the call and why, and withholds who asked where that is confidential', async () => {
    const heard = async (who: SignedIn) =>
      (await who.send<CallAccesses>('GET', `/calls/${call.callId}/accesses`)).body.items;
    const before = (await heard(agent)).length;
    await requester.stepUp();
    const open = await granted({ purpose: 'dispute' });
    await play(open.grantId);
    const secret = await granted({ purpose: 'compliance', confidential: true });
    const { body } = await play(secret.grantId);
    // As if its first seconds had been sent.
    await api.source.query(`update play set released_ms = '[[0, 3000]]' where id = $1`, [body.playId]);
    await requester.send('POST', `/plays/${body.playId}/heard`, { intervals: [[0, 1500]] });
    const name = expect.objectContaining({ en: expect.stringMatching(/^Person/) }) as unknown;
    const items = await heard(agent);
    expect(items).toHaveLength(before + 2);
    expect(items.slice(0, 2)).toMatchObject([
      {
        kind: 'heard',
        times: 1,
        by: null,
        withheld: true,
        purpose: 'compliance',
        right: 'request',
        grantCode: null,
        heardMs: 1500,
      },
      { kind: 'heard', by: name, withheld: false, purpose: 'dispute', right: 'request', grantCode: open.code },
    ]);
    expect((await heard(approver))[0]).toMatchObject({ by: name, withheld: false, grantCode: secret.code });
    const journal = (await agent.send<CallJournal>('GET', `/calls/${call.callId}/journal`)).body.entries;
    const ofGrant = (id: string) =>
      journal.find(({ event, details }) => event === 'play.opened' && details['grantId'] === id);
    expect(ofGrant(secret.grantId)?.actor).toEqual({ kind: 'person', name: null });
    expect(ofGrant(open.grantId)?.actor.name).toEqual(name);
    const view = (await approver.send<LegalRequestView>('GET', `/legal/requests/${secret.requestId}`)).body;
    expect(view.requestedBy.personId).toBe(requester.account.personId);
  });
});
