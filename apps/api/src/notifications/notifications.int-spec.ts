import { io } from 'socket.io-client';
import { SOCKET_PATH, type Hello, type LegalRequestView, type NotificationList } from '#contracts';
import { JournalService, relayOnce } from '#journal';
import { MailDrain, Mailer, MAILBOX_ID, MailSweep, writeNotifications } from '#notifications';
import { Account, LostFactorService, OpenAccountService, Person } from '#people';
import { Clock, WorkService, type MailSettings } from '#platform';
import { VaultService } from '#recordings';
import { PASSWORD } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildLegalAccount, buildLegalTeam, SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';
import { RECEIVER_CERTIFICATE } from '../../../../test/fixtures/receiver-test-certificate.js';
import { decodedMail, Postbox } from '../../../../test/support/postbox.js';

/** A clock that is moved by hand. */
class MovedClock extends Clock {
  ahead = 0;
  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}

describe('what people are told', () => {
  let api: TestApi;
  let organisation: Organisation;
  let agent: string;
  let legalTeam: string;
  let call: BuiltCall;
  let requester: SignedIn;
  let approver: SignedIn;
  let auditor: SignedIn;
  let supervisor: SignedIn;
  let stranger: SignedIn;
  const postbox = new Postbox();
  const clock = new MovedClock();

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const legal = await buildLegalTeam(api.source, organisation);
    legalTeam = legal;
    const someone = async (role: Parameters<typeof buildLegalAccount>[2]['role'], reach?: string) => {
      const of = { role, teamId: reach ?? legal, ...(reach !== undefined && { reach }) };
      return (await SignedIn.signIn(api, await buildLegalAccount(api.source, organisation, of))).stepUp();
    };
    agent = await buildPerson(api.source, { teamId: organisation.teamA });
    call = await buildCall(api.source, { personId: agent, teamId: organisation.teamA }, { stage: 'sealed' });
    await buildRecording(api.source, api.app.get(VaultService), call, { durationMs: 1000 });
    [requester, approver, auditor] = [
      await someone('legal_requester'),
      await someone('legal_approver'),
      await someone('auditor'),
    ];
    supervisor = await someone('supervisor', organisation.teamA);
    stranger = await someone('supervisor', organisation.teamB);
    await postbox.open();
  });
  afterAll(async () => {
    await postbox.close();
    await api.stop();
  });
  beforeEach(async () => {
    await relay(false);
    await api.source.query('delete from notification');
    postbox.taken.length = 0;
    clock.ahead = 0;
  });

  const relay = (withMail: boolean) =>
    relayOnce(api.source, async (tx, entries) => {
      await writeNotifications(tx, entries, withMail);
      return [];
    });
  const submitted = async (): Promise<LegalRequestView> => {
    const { requestId } = await draft();
    return (await requester.send('POST', `/legal/requests/${requestId}/submit`)).body;
  };
  const draft = async (): Promise<LegalRequestView> => {
    const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const asked = {
      purpose: 'dispute',
      reason: 'Mrs Chen of 138****2046.',
      filters: { agent },
      action: 'listen',
      plays: 1,
    };
    return (await requester.send('POST', '/legal/requests', { ...asked, expiresAt })).body;
  };
  const told = async (who: SignedIn): Promise<NotificationList> =>
    (await who.send<NotificationList>('GET', '/notifications')).body;
  const kindsOf = async (who: SignedIn): Promise<string[]> => (await told(who)).items.map(({ kind }) => kind);
  const address = (who: SignedIn, email: string | null) =>
    api.source.manager.update(Person, who.account.personId, { email });

  /** Sends what is due, as the job does. */
  const send = async (over: Partial<MailSettings> = {}): Promise<void> => {
    const settings: MailSettings = {
      ...{ host: '127.0.0.1', port: postbox.port, tls: 'starttls', user: 'shouwen', password: 'the right one' },
      ...{
        from: { name: 'Shouwen', address: 'shouwen@company.test' },
        publicUrl: 'https://calls.company.test/',
        ...over,
      },
    };
    const mailer = new Mailer(settings, { ca: RECEIVER_CERTIFICATE, servername: 'receiver.test' });
    const work = api.app.get(WorkService);
    const journal = api.app.get(JournalService);
    await new MailSweep(api.source, work, clock, mailer).openDue();
    const [open]: { id: string }[] = await api.source.query(
      `select id from work where job = 'send-mail' and subject_id = $1 and done_at is null`,
      [MAILBOX_ID],
    );
    const lease = open ? await work.claim(open.id) : null;
    if (!lease) throw new Error('no mail is due');
    const drain = new MailDrain(api.source, work, journal, clock, mailer);
    await drain.drain({ lease, signal: new AbortController().signal });
  };
  const mails = () => api.source.query('select state, tries, reason from mail order by created_at, id');

  it('of an invitation for which many wrong codes were tried: who made it, once', async () => {
    const inviter = await SignedIn.signIn(
      api,
      await buildLegalAccount(api.source, organisation, { role: 'administrator', teamId: legalTeam }),
    );
    await inviter.stepUp();
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    expect((await inviter.send('POST', `/people/${personId}/invitation`, { username: 'pursued' })).status).toBe(201);
    const openings = api.app.get(OpenAccountService);
    for (let place = 1; place <= 14; place += 1)
      await openings
        .check({ username: 'pursued', code: '0000-0000-0000-0000', address: `192.0.2.${place}` })
        .catch(() => null);
    await relay(true);
    const items = (await told(inviter)).items.filter(({ kind }) => kind === 'invitation_guessed');
    expect(items).toMatchObject([{ person: { personId }, alarm: null, requestId: null }]);
  });

  it('of rights that wait: their person, those who may confirm them, and every other administrator where it was done on the machine', async () => {
    const administrator = () =>
      buildLegalAccount(api.source, organisation, { role: 'administrator', teamId: legalTeam });
    const [lost, other] = [await administrator(), await SignedIn.signIn(api, await administrator())];
    await address(other, 'other@company.test');
    const given = await api.app.get(LostFactorService).reset(lost.username);
    await relay(true);
    const [first] = (await told(other)).items;
    expect(first).toMatchObject({
      kind: 'way_in_reset',
      person: { personId: lost.personId },
      requestId: null,
      alarm: null,
    });
    expect([await kindsOf(approver), await kindsOf(stranger)]).toEqual([['rights_wait'], []]);
    await send();
    const mail = decodedMail(postbox.taken[0]!.raw);
    expect(mail).toContain('A command on the server reset how an account signs in');
    expect(mail).not.toContain(lost.username);

    const notice = { version: 1, language: 'en' };
    await approver.send('POST', '/open-account', { ...given, expiresAt: undefined, password: PASSWORD, notice });
    await approver.send('POST', `/people/${lost.personId}/suspension/confirmation`);
    await relay(false);
    const theirs: { kind: string }[] = await api.source.query(
      'select kind from notification where person_id = $1 order by at, id',
      [lost.personId],
    );
    expect(theirs.map(({ kind }) => kind)).toEqual(['rights_suspended', 'rights_confirmed']);
    await address(other, null);
  });

  it('follows a request to everyone it concerns, and no one else; the person who acted is not told', async () => {
    const { requestId, code } = await submitted();
    await relay(false);
    expect(await told(approver)).toMatchObject({
      unread: 1,
      items: [{ kind: 'submitted', requestId, code, callId: null }],
    });
    const decide = (decision: string, round: number) =>
      approver.send('POST', `/legal/requests/${requestId}/decisions`, { decision, round, words: 'Which one?' });
    await decide('ask_back', 1);
    await requester.send('POST', `/legal/requests/${requestId}/answer`, { words: 'That one.' });
    await decide('approve', 2);
    await approver.send('POST', `/legal/requests/${requestId}/revoke`, { words: 'Settled.' });
    await relay(false);
    expect(await kindsOf(requester)).toEqual(['revoked', 'approved', 'asked_back']);
    expect(await kindsOf(approver)).toEqual(['answered', 'submitted']);
    for (const who of [auditor, supervisor, stranger]) expect(await kindsOf(who)).toEqual([]);

    const [newest] = (await told(requester)).items;
    await approver.send('POST', '/notifications/read', { notificationIds: [newest!.notificationId] });
    expect((await told(requester)).unread).toBe(3);
    await requester.send('POST', '/notifications/read', { notificationIds: [newest!.notificationId] });
    const { unread, items } = await told(requester);
    expect([unread, items.map(({ readAt }) => readAt !== null)]).toEqual([2, [true, false, false]]);
    const next = await requester.send<NotificationList>(
      'GET',
      `/notifications?limit=1&cursor=${newest!.notificationId}`,
    );
    expect(next.body.items).toMatchObject([{ kind: 'approved' }]);
    await requester.send('POST', '/notifications/read', {});
    expect((await told(requester)).unread).toBe(0);
  });

  it('raises the alarm of an emergency at once: approvers, auditors, and supervisors of the team, over the socket too', async () => {
    const { requestId } = await draft();
    const socket = io(api.baseUrl, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      extraHeaders: { cookie: supervisor.cookie },
    });
    const heard: unknown[] = [];
    const { rooms } = await new Promise<Hello>((resolve) => socket.once('hello', resolve));
    const room = `told:${supervisor.account.personId}`;
    expect(Object.keys(rooms)).toContain(room);
    const alarm = new Promise((resolve) =>
      socket.on('delta', (delta: { kind: string }) => delta.kind === 'told' && resolve(heard.push(delta))),
    );
    await requester.send('POST', `/legal/requests/${requestId}/break-glass`, {
      words: 'It cannot wait for an approval.',
    });
    await relay(false);
    await alarm;
    socket.disconnect();
    expect(heard).toMatchObject([{ kind: 'told', room }]);
    expect(await told(supervisor)).toMatchObject({ items: [{ kind: 'team_opened', callId: call.callId }] });
    expect([await kindsOf(approver), await kindsOf(auditor)]).toEqual([['opened'], ['opened']]);
    expect([await kindsOf(requester), await kindsOf(stranger)]).toEqual([[], []]);
    await approver.send('POST', `/legal/requests/${requestId}/review`, { outcome: 'justified', words: 'It was.' });
    await relay(false);
    expect(await kindsOf(requester)).toEqual(['reviewed']);
  });

  it('goes by mail over STARTTLS, signed in, once, in the person’s language, and says nothing of a call', async () => {
    await address(approver, 'approver@company.test');
    await api.source.manager.update(Account, approver.account.accountId, { language: 'zh' });
    await address(requester, null);
    const { requestId, code } = await submitted();
    const relayed = () => relay(true);
    await Promise.all([relayed(), relayed()]);
    await send();
    expect(await mails()).toEqual([{ state: 'sent', tries: 1, reason: null }]);
    const [mail] = postbox.taken;
    expect(postbox.taken).toHaveLength(1);
    expect(mail).toMatchObject({
      ...{ from: 'shouwen@company.test', to: ['approver@company.test'], user: 'shouwen', secure: true },
    });
    const decoded = decodedMail(mail!.raw);
    expect(decoded).toContain(`[首问] 申请 ${code}：等待审批`);
    expect(decoded).toContain(`https://calls.company.test/legal/requests/${requestId}`);
    expect(decoded).toMatch(/Message-ID: <[0-9a-f-]{36}@calls\.company\.test>/);
    expect(decoded).not.toMatch(/Chen|138\*|dispute|争议/);
  });

  it('waits for a server that is down, and arrives when it is back; a mail that no server takes is given up visibly', async () => {
    await address(approver, 'approver@company.test');
    await submitted();
    await relay(true);
    await postbox.close();
    await send();
    expect(await mails()).toEqual([{ state: 'waiting', tries: 1, reason: 'unreachable' }]);
    await postbox.open();
    clock.ahead = 20_000;
    await send({ password: 'a wrong one' });
    expect(await mails()).toEqual([{ state: 'waiting', tries: 2, reason: 'sign_in_refused' }]);
    clock.ahead = 120_000;
    await send();
    expect(await mails()).toEqual([{ state: 'sent', tries: 3, reason: null }]);
    expect(postbox.taken).toHaveLength(1);

    await address(approver, 'gone@company.test');
    const { requestId } = await submitted();
    await relay(true);
    await send();
    expect((await mails()).at(-1)).toEqual({ state: 'failed', tries: 1, reason: 'recipient_refused' });
    const given = await api.source.query(
      `select details->>'reason' as reason, details->>'personId' as person from journal_entry join journal_detail on entry_id = id
       where event = 'mail.given_up' and details->>'requestId' = $1`,
      [requestId],
    );
    expect(given).toEqual([{ reason: 'recipient_refused', person: approver.account.personId }]);
    // People who have left get no more mail.
    await address(approver, 'approver@company.test');
    await submitted();
    await relay(true);
    await address(approver, null);
    await send();
    expect((await mails()).at(-1)).toMatchObject({ state: 'dropped', reason: 'no_address' });
  });

  it('lets no name or address add a header or a recipient', async () => {
    const hostile = 'Eve\r\nBcc: evil@other.test\r\n\r\n<evil@other.test>, "x';
    await api.source.manager.update(Person, approver.account.personId, { nameZh: hostile, nameEn: hostile });
    await address(approver, 'approver@company.test');
    await submitted();
    await relay(true);
    await send();
    const [mail] = postbox.taken;
    expect(mail?.to).toEqual(['approver@company.test']);
    const head = mail!.raw.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^(?:bcc|cc):/im);
    expect(head.match(/^to:/gim)).toHaveLength(1);
    expect(decodedMail(head)).not.toMatch(/<evil@other\.test>/);
    for (const email of [
      'a@b.test\r\nBcc: evil@other.test',
      'a@b.test, evil@other.test',
      '<evil@other.test>',
      'a b@c.test',
    ])
      await expect(address(approver, email)).rejects.toThrow('email_has_its_form');
  });
});
