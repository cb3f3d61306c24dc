import { type LegalRequestView, type NotificationList, type ToldSettings } from '#contracts';
import { JournalService, relayOnce } from '#journal';
import { ChatDrain, ChatSweep, MailDrain, Mailer, MAILBOX_ID, writeNotifications, type ToldNow } from '#notifications';
import { KEY_PROVIDER, WorkService, type KeyProvider, type MailSettings } from '#platform';
import { VaultService } from '#recordings';
import { AddressRanges, CheckedPost } from '#webhooks';
import { ChatSecrets } from '../../../../libs/notifications/src/chat/chat-secrets.js';
import { ChatSender } from '../../../../libs/notifications/src/chat/chat-sender.js';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildLegalAccount, buildLegalTeam, SignedIn } from '../../../../test/factories/legal.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';
import { StandingClock } from '../../../../test/factories/webhooks.js';
import { RECEIVER_CERTIFICATE } from '../../../../test/fixtures/receiver-test-certificate.js';
import { decodedMail, Postbox } from '../../../../test/support/postbox.js';
import { answer, Receiver } from '../../../../test/support/receiver.js';

const HOUSE = { SHOUWEN_WEBHOOK_ALLOW_RANGES: '127.0.0.1', SHOUWEN_PUBLIC_URL: 'https://calls.company.test' };
const FEISHU_TOOK_IT = answer(200, {}, '{"code":0,"msg":"success"}');
const CUSTOMER = 'Mrs Chen of 138****2046.';

describe('how a person is told', () => {
  let api: TestApi;
  let organisation: Organisation;
  let agent: string;
  let requester: SignedIn;
  let approver: SignedIn;
  let admin: SignedIn;
  let chat: Receiver;
  let clock = new StandingClock();
  const postbox = new Postbox();

  beforeAll(async () => {
    api = await startTestApi(HOUSE);
    organisation = await buildOrganisation(api.source);
    const legal = await buildLegalTeam(api.source, organisation);
    const someone = async (role: 'legal_requester' | 'legal_approver') =>
      (await SignedIn.signIn(api, await buildLegalAccount(api.source, organisation, { role, teamId: legal }))).stepUp();
    [requester, approver] = [await someone('legal_requester'), await someone('legal_approver')];
    admin = await SignedIn.signIn(
      api,
      await buildAccount(api.source, organisation, { role: 'administrator', teamId: null }),
    );
    agent = await buildPerson(api.source, { teamId: organisation.teamA });
    const call = await buildCall(api.source, { personId: agent, teamId: organisation.teamA }, { stage: 'sealed' });
    await buildRecording(api.source, api.app.get(VaultService), call, { durationMs: 1000 });
    chat = await new Receiver('https').listen();
    chat.reply = FEISHU_TOOK_IT;
    trust(RECEIVER_CERTIFICATE);
    await postbox.open();
  });
  afterAll(async () => {
    await Promise.all([chat.close(), postbox.close()]);
    await api.stop();
  });
  beforeEach(async () => {
    await relay();
    for (const table of ['notification', 'told_choice', 'told_setting']) await api.source.query(`delete from ${table}`);
    chat.received.length = 0;
    postbox.taken.length = 0;
    clock = new StandingClock();
  });

  /** Names are looked up here: `receiver.test` is the server of this test, `inside.test` a machine of the house. */
  const trust = (ca?: string) =>
    Object.assign(
      api.app.get(CheckedPost),
      new CheckedPost({
        allowed: new AddressRanges(['127.0.0.1']),
        resolve: (name) => Promise.resolve([name === 'receiver.test' ? '127.0.0.1' : '10.0.0.7']),
        ...(ca !== undefined && { ca }),
      }),
    );
  const relay = async (withMail = false): Promise<ToldNow> => {
    let now: ToldNow = { mail: false, chats: [] };
    await relayOnce(api.source, async (tx, entries) => {
      now = await writeNotifications(tx, entries, withMail);
      return [];
    });
    return now;
  };
  const submitted = async (): Promise<LegalRequestView> => {
    const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const asked = { purpose: 'dispute', reason: CUSTOMER, filters: { agent }, action: 'listen', plays: 1, expiresAt };
    const { body } = await requester.send<LegalRequestView>('POST', '/legal/requests', asked);
    return (await requester.send<LegalRequestView>('POST', `/legal/requests/${body.requestId}/submit`)).body;
  };
  const settings = async (of = approver) => (await of.send<ToldSettings>('GET', '/account/notifications')).body;
  const choose = (part: Partial<ToldSettings>) =>
    approver.send<ToldSettings>('PUT', '/account/notifications', {
      ...{ kinds: [], quiet: null, digest: 'at_once', digestHour: 8 },
      ...part,
    });
  const allow = (...hosts: string[]) => admin.send('PUT', '/chat-hosts', { hosts });
  const setChat = (part: object = {}) =>
    approver.send<ToldSettings>('PUT', '/account/chat-address', {
      ...{ format: 'feishu', url: chat.url('receiver.test'), secret: 'SEC-of-the-bot' },
      ...part,
    });
  /** The worker's own, that believes the test's certificate. */
  const chats = () => {
    const post = api.app.get(CheckedPost);
    const secrets = new ChatSecrets(api.app.get<KeyProvider>(KEY_PROVIDER));
    const sender = new ChatSender(api.source, post, secrets, clock);
    const work = new WorkService(api.source);
    const env = { publicUrl: HOUSE.SHOUWEN_PUBLIC_URL } as never;
    return {
      sweep: new ChatSweep(api.source, work, clock),
      drain: new ChatDrain(api.source, work, new JournalService(clock), clock, sender, env),
      work,
    };
  };
  const deliver = async () => {
    const { sweep, drain, work } = chats();
    await sweep.openDue();
    const [row]: { id: string; subjectId: string }[] = await api.source.query(
      `select id, subject_id as "subjectId" from work where job = 'send-chat' and done_at is null`,
    );
    if (!row) return;
    const lease = await work.claim(row.id);
    await drain.drain(row.subjectId, { lease: lease!, signal: new AbortController().signal });
  };
  const told = async () => (await approver.send<NotificationList>('GET', '/notifications')).body.items;
  const words = () => chat.received.map(({ body }) => (JSON.parse(body) as { content: { text: string } }).content.text);
  const messages = () => api.source.query(`select state, tries, reason from chat_message order by created_at, id`);

  it('is offered by role, with what must be told locked', async () => {
    const { kinds, timeZone, digest } = await settings();
    expect(kinds.find(({ kind }) => kind === 'submitted')).toEqual({
      ...{ kind: 'submitted', bell: true, mail: true, chat: true, must: false },
      topic: { zh: '法务申请', en: 'Legal requests' },
      name: { zh: '申请等待审批', en: 'A request is waiting for approval' },
    });
    expect(kinds.find(({ kind }) => kind === 'rights_suspended')).toMatchObject({ must: true });
    expect(kinds.map(({ kind }) => kind)).not.toContain('dispute_filed');
    expect([timeZone, digest]).toEqual(['Asia/Shanghai', 'at_once']);
    const asked = await choose({ kinds: [{ kind: 'opened', bell: false, mail: false, chat: false }] as never });
    expect(asked.body.kinds.find(({ kind }) => kind === 'opened')).toMatchObject({
      bell: true,
      mail: true,
      chat: false,
    });
    await expect(
      api.source.query(`insert into told_choice values ($1, 'opened', false, true, true)`, [admin.account.personId]),
    ).rejects.toThrow('what_must_be_told_is_told');
    expect((await choose({ quiet: { from: '22:00', until: '22:00' } })).status).toBe(400);
    expect((await choose({ quiet: { from: '25:00', until: '07:00' } })).status).toBe(400);
  });

  it('goes to a chat that administrators allow, over https, outside of the house, and to no other', async () => {
    await allow();
    expect((await setChat()).body).toMatchObject({ code: 'chat_host_not_allowed' });
    expect((await allow('not a host')).status).toBe(400);
    await allow('open.feishu.cn', '*.webhook.office.com');
    expect((await setChat()).body).toMatchObject({ code: 'chat_host_not_allowed' });
    // A name that no server knows is answered like any other: what is inside is not told.
    const unknown = (await setChat({ url: 'https://no-such-name.test/hook' })).body;
    expect(unknown).toMatchObject({ code: 'chat_host_not_allowed' });
    await allow('receiver.test', 'inside.test', 'open.feishu.cn');
    expect((await setChat({ url: chat.url('receiver.test').replace('https', 'http') })).body).toMatchObject({
      code: 'webhook_not_https',
    });
    expect((await setChat({ url: 'https://inside.test/hook' })).body).toMatchObject({
      code: 'webhook_address_refused',
    });
    expect((await setChat({ url: `https://a:b@receiver.test:${chat.port}/` })).body).toMatchObject({
      code: 'webhook_has_credentials',
    });
    expect((await setChat({ format: 'slack' })).body).toMatchObject({ code: 'chat_secret_unknown' });
    const { status, body } = await setChat();
    expect([status, body.chat.address]).toMatchObject([200, { format: 'feishu', host: 'receiver.test', signed: true }]);
    // Neither address nor secret is in an answer, in the journal, or readable in the database.
    const journalled = await api.source.query(
      `select details::text from journal_entry join journal_detail on entry_id = id where event = 'chat.address_set'`,
    );
    const [{ sealed }] = await api.source.query('select sealed from chat_address');
    for (const text of [JSON.stringify(body), JSON.stringify(journalled), (sealed as Buffer).toString('latin1')])
      expect(text).not.toMatch(/hooks|SEC-of-the-bot/);
  });

  it('keeps the last of several that are named at once', async () => {
    await allow('receiver.test');
    const answers = await Promise.all(Array.from({ length: 6 }, () => setChat()));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await api.source.query('select 1 from chat_address')).toHaveLength(1);
  });

  it('reaches the chat once, signed, with what happened and a link and nothing of the call', async () => {
    await allow('receiver.test');
    await setChat();
    await choose({ kinds: [{ kind: 'submitted', bell: false, mail: false, chat: true }] as never });
    const { requestId, code } = await submitted();
    expect((await relay()).chats).toHaveLength(1);
    await deliver();
    await deliver();
    expect(words()).toEqual([expect.stringContaining(`https://calls.company.test/legal/requests/${requestId}`)]);
    expect(words()[0]).toContain(code);
    expect(JSON.stringify(chat.received)).not.toMatch(/Chen|2046|dispute/);
    expect(JSON.parse(chat.received[0]!.body)).toMatchObject({
      timestamp: expect.any(String),
      sign: expect.any(String),
    });
    expect(await messages()).toEqual([{ state: 'sent', tries: 1, reason: null }]);
    // They turned the bell off for this kind.
    expect(await told()).toEqual([]);
    expect((await settings()).chat.address).toMatchObject({ failingSince: null, lastSentAt: expect.any(String) });
  });

  it('waits for a chat that refuses, tells its owner, and puts what could not leave under the bell', async () => {
    await allow('receiver.test');
    await setChat();
    await choose({ kinds: [{ kind: 'submitted', bell: false, mail: false, chat: true }] as never });
    chat.reply = answer(200, {}, '{"code":19021,"msg":"sign match fail"}');
    await submitted();
    await relay();
    await deliver();
    expect((await settings()).chat.address).toMatchObject({ lastReason: 'refused', chatCode: '19021', waiting: 1 });
    for (const seconds of [15, 60]) {
      clock.advance({ seconds });
      await deliver();
    }
    await relay();
    expect((await told()).map(({ kind }) => kind)).toEqual(['chat_failing']);
    // An administrator takes the host off: nothing is sent there.
    const before = chat.received.length;
    await allow('open.feishu.cn');
    for (let tries = 4; tries <= 10; tries += 1) {
      clock.advance({ seconds: 28_800 });
      await deliver();
    }
    expect(chat.received).toHaveLength(before);
    expect(await messages()).toEqual([{ state: 'failed', tries: 10, reason: 'host_not_allowed' }]);
    expect((await told()).map(({ kind }) => kind).sort()).toEqual(['chat_failing', 'submitted']);
    chat.reply = FEISHU_TOOK_IT;
  });

  it('is silent in quiet hours, sends what gathered as one, and nothing waits of what must be told', async () => {
    await allow('receiver.test');
    await setChat();
    const [zoned]: { from: string; until: string }[] = await api.source.query(
      `select to_char(now() at time zone 'Asia/Shanghai' - interval '1 hour', 'HH24:MI') as from,
         to_char(now() at time zone 'Asia/Shanghai' + interval '2 hours', 'HH24:MI') as until`,
    );
    await choose({ quiet: zoned! });
    await api.source.query(`update person set email = 'approver@company.test' where id = $1`, [
      approver.account.personId,
    ]);
    const [first, second] = [await submitted(), await submitted()];
    expect(await relay(true)).toEqual({ mail: false, chats: [] });
    await deliver();
    expect(chat.received).toEqual([]);
    expect(await told()).toHaveLength(2);
    clock.advance({ seconds: 3 * 3_600 });
    await deliver();
    expect(words()).toHaveLength(1);
    expect(words()[0]).toContain(first.code);
    expect(words()[0]).toContain(second.code);
    await sendMail();
    expect(postbox.taken).toHaveLength(1);
    expect(decodedMail(postbox.taken[0]!.raw)).toMatch(new RegExp(`${first.code}[\\s\\S]*${second.code}`));
    await api.source.query(`update person set email = null where id = $1`, [approver.account.personId]);
  });

  const sendMail = async () => {
    const mail: MailSettings = {
      ...{ host: '127.0.0.1', port: postbox.port, tls: 'starttls', user: 'shouwen', password: 'the right one' },
      ...{ from: { name: 'Shouwen', address: 'shouwen@company.test' }, publicUrl: HOUSE.SHOUWEN_PUBLIC_URL },
    } as MailSettings;
    const mailer = new Mailer(mail, { ca: RECEIVER_CERTIFICATE, servername: 'receiver.test' });
    const work = new WorkService(api.source);
    const opened = await work.open(api.source.manager, 'send-mail', MAILBOX_ID);
    const lease = await work.claim(opened!);
    const drain = new MailDrain(api.source, work, new JournalService(clock), clock, mailer);
    await drain.drain({ lease: lease!, signal: new AbortController().signal });
  };

  it('sends a test on demand, and not again within ten seconds; a removed chat leaves what waits under the bell', async () => {
    await allow('receiver.test');
    await api.source.query('delete from chat_address');
    expect((await approver.send('POST', '/account/chat-address/test')).body).toMatchObject({
      code: 'chat_address_not_set',
    });
    await setChat();
    // Nothing is sent to a server whose certificate is not believed.
    trust();
    expect((await approver.send('POST', '/account/chat-address/test')).body).toEqual({
      reason: 'not_encrypted',
      chatCode: null,
    });
    expect((await approver.send('POST', '/account/chat-address/test')).body).toMatchObject({
      code: 'chat_test_too_soon',
    });
    trust(RECEIVER_CERTIFICATE);
    await setChat();
    expect((await approver.send('POST', '/account/chat-address/test')).body).toEqual({ reason: null, chatCode: null });
    expect(words().at(-1)).toContain('https://calls.company.test/account');
    await choose({ kinds: [{ kind: 'submitted', bell: false, mail: false, chat: true }] as never });
    await submitted();
    await relay();
    expect(await told()).toEqual([]);
    expect((await approver.send<ToldSettings>('DELETE', '/account/chat-address')).body.chat.address).toBeNull();
    expect((await told()).map(({ kind }) => kind)).toEqual(['submitted']);
  });
});
