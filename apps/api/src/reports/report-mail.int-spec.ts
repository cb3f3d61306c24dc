import pg from 'pg';
import {
  QUALITY_SETTINGS,
  type CallReport,
  type MailedReport,
  type Problem,
  type QualitySettingsView,
  type ReportCopies,
  type ReportRecipients,
  type ReportSubscription,
  type ReportSubscriptions,
} from '#contracts';
import { JournalService } from '#journal';
import { Mailer } from '#notifications';
import { CompanyService, Person } from '#people';
import { type MailSettings } from '#platform';
import { QualitySettingsService } from '#quality';
import { ReportsQuery } from '#reviews';
import { ReportFiles } from '#reports';
import { CopyLetters } from '../../../../libs/reports/src/mailing/copy-letters.js';
import { DueCopies } from '../../../../libs/reports/src/mailing/due-copies.service.js';
import { ReportMails } from '../../../../libs/reports/src/mailing/report-mails.service.js';
import { SendCopies } from '../../../../libs/reports/src/mailing/send-copies.service.js';
import { buildAccount, proveAddresses, type TestAccount } from '../../../../test/factories/accounts.js';
import { RECEIVER_CERTIFICATE } from '../../../../test/fixtures/receiver-test-certificate.js';
import { decodedMail, Postbox } from '../../../../test/support/postbox.js';
import { MovedClock } from '../../../../test/support/sampling-desk.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { writeManyCalls, type MadeTeams } from '../../../../measure/bench/list/many-calls.js';

const DAY = '2026-11-19';
const DAILY: MailedReport = {
  ...{ by: 'team', filters: {}, format: 'link', language: 'en' },
  rhythm: { period: 'day', weekday: null, monthDay: null, hour: 8 },
};
/** By the clock of the site. */
const at = (said: string) => new Date(`${said}:00+08:00`);

let desk: UploadDesk;
let made: MadeTeams;
let people: Record<'manager' | 'supervisor' | 'agent' | 'admin' | 'stranger', TestAccount>;
const postbox = new Postbox();
const clock = new MovedClock();

beforeAll(async () => {
  desk = await UploadDesk.open({
    SHOUWEN_SMTP_HOST: '127.0.0.1',
    SHOUWEN_SMTP_FROM: 'shouwen@company.test',
    SHOUWEN_PUBLIC_URL: 'https://calls.company.test',
  });
  const owner = new pg.Client({ connectionString: desk.api.ownerUrl });
  await owner.connect();
  made = await writeManyCalls(owner, { calls: 1_200, teams: 4, peoplePerTeam: 2 });
  const account = (role: TestAccount['role'], teamId: string | null) =>
    buildAccount(desk.api.source, desk.organisation, { role, teamId });
  people = {
    manager: await account('quality_manager', null),
    supervisor: await account('supervisor', made.teamIds[1]!),
    agent: await account('agent', null),
    admin: await account('administrator', null),
    stranger: await account('supervisor', made.teamIds[2]!),
  };
  await owner.query('update leg set person_id = $1 where person_id = $2', [people.agent.personId, made.personIds[0]]);
  await owner.end();
  for (const [name, { personId }] of Object.entries(people))
    await desk.api.source.manager.update(Person, personId, { email: `${name}@company.test` });
  await postbox.open();
});
afterAll(async () => {
  await postbox.close();
  await desk.api.stop();
});
beforeEach(async () => {
  postbox.taken.length = 0;
  await sql(`update report_copy set state = 'dropped', next_try_at = null where state = 'waiting'`);
  await sql('update report_subscription set ended_at = now() where ended_at is null');
  clock.at = at('2026-11-20T08:00');
});

const get = <T>(type: new (...args: never[]) => T): T => desk.api.app.get(type, { strict: false });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> =>
  desk.api.source.query(text, values);
const ask = <T>(who: keyof typeof people, method: string, path: string, body?: object) =>
  desk.ask<T & Problem>(people[who], method as 'GET', path, body);

interface Turns {
  /** What becomes of the worker once a mail was taken. */
  after?: () => Promise<never>;
  /** What happens while the worker has a copy ready and has not begun to send it. */
  meanwhile?: () => Promise<unknown>;
}

/** What the clock does for reports, by the test's clock and to its server. */
function mails(over: Partial<MailSettings> = {}, { after, meanwhile }: Turns = {}): ReportMails {
  const { source } = desk.api;
  const settings: MailSettings = {
    ...{ host: '127.0.0.1', port: postbox.port, tls: 'starttls', user: 'shouwen', password: 'the right one' },
    from: { name: 'Shouwen', address: 'shouwen@company.test' },
    ...{ publicUrl: 'https://calls.company.test/', ...over },
  };
  const mailer = new Mailer(settings, { ca: RECEIVER_CERTIFICATE, servername: 'receiver.test' });
  const { sender } = mailer.ready();
  const send = sender.send.bind(sender);
  if (after) sender.send = (letter) => send(letter).then(after);
  const letters = new CopyLetters(source, get(ReportsQuery), get(ReportFiles), get(QualitySettingsService), mailer);
  const write = letters.write.bind(letters);
  letters.write = async (copy) => {
    const written = await write(copy);
    await meanwhile?.();
    return written;
  };
  const sends = new SendCopies(source, letters, mailer, get(JournalService), clock);
  return new ReportMails(new DueCopies(source, get(CompanyService), clock), sends, mailer);
}

const KILLED: Turns = { after: () => Promise.reject(new Error('killed')) };

/** Subscribed since before the made calls. */
async function subscribed(
  who: keyof typeof people,
  over: Partial<MailedReport> = {},
  to?: (keyof typeof people)[],
): Promise<ReportSubscription> {
  const report = { ...DAILY, ...over };
  const { status, body } = to
    ? await ask<ReportSubscription>(who, 'POST', 'reports/subscriptions/for-others', {
        ...report,
        recipients: to.map((one) => people[one].personId),
      })
    : await ask<ReportSubscription>(who, 'POST', 'reports/subscriptions', report);
  expect([status, body.code]).toEqual([201, undefined]);
  await sql('update report_subscription set sends_since = $2 where id = $1', [
    body.subscriptionId,
    at('2026-11-01T00:00'),
  ]);
  return body;
}
async function lettingFiles(filesByMail: boolean): Promise<void> {
  await proveAddresses((text) => desk.api.source.query(text));
  const { body } = await ask<QualitySettingsView>('manager', 'GET', 'quality/settings');
  const settings = { ...QUALITY_SETTINGS, reports: { filesByMail } };
  const answer = await ask('manager', 'PUT', 'quality/settings', { version: body.version, settings });
  expect(answer.status).toBe(200);
}
const copiesOf = async (who: keyof typeof people, id: string) =>
  (await ask<ReportCopies>(who, 'GET', `reports/subscriptions/${id}/copies`)).body.items;
const report = async (who: keyof typeof people, filters = '') =>
  (await ask<CallReport>(who, 'GET', `reports/calls?by=team&from=${DAY}&to=${DAY}${filters}`)).body;
const journal = async (event: string, subscriptionId: string) =>
  (
    await sql<{ details: Record<string, unknown> }>(
      `select details from journal_entry join journal_detail on entry_id = id where event = $1 and details->>'subscriptionId' = $2`,
      [event, subscriptionId],
    )
  ).map(({ details }) => details);
const mailTo = (name: keyof typeof people) =>
  postbox.taken.filter(({ to }) => to.includes(`${name}@company.test`)).map(({ raw }) => decodedMail(raw));

const attachedTo = (name: keyof typeof people): string => {
  const { raw } = postbox.taken.find(({ to }) => to.includes(`${name}@company.test`))!;
  const [, body = ''] = /Content-Disposition: attachment;[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw) ?? [];
  return Buffer.from(body, 'base64').toString('utf8');
};

describe('a report that comes due', () => {
  it('is counted for each person with their own reach, and names nothing', async () => {
    const { subscriptionId } = await subscribed('manager', {}, ['manager', 'supervisor', 'agent']);
    await mails().sendDue();
    for (const name of ['manager', 'supervisor', 'agent'] as const) {
      const [mail, ...others] = mailTo(name);
      expect(others).toEqual([]);
      const { total } = await report(name);
      expect(total.calls).toBeGreaterThan(0);
      expect(mail).toContain(`Calls: ${total.calls}\n`.trim());
      expect(mail).toContain(`Critical item not met: ${total.judged!.critical}`);
      expect(mail).toContain(`https://calls.company.test/reports?from=${DAY}&to=${DAY}&by=team`);
      for (const word of ['班组', 'Team 1', 'Agent 1', '****']) expect(mail).not.toContain(word);
    }
    const counted = await Promise.all((['manager', 'supervisor', 'agent'] as const).map((name) => report(name)));
    expect(new Set(counted.map(({ total }) => total.calls)).size).toBe(3);
    expect(await copiesOf('manager', subscriptionId)).toMatchObject(
      Array(3).fill({ state: 'sent', attached: false, from: DAY, to: DAY, reason: null }),
    );
    expect(await journal('report.mailed', subscriptionId)).toHaveLength(3);
    expect((await copiesOf('agent', subscriptionId)).map(({ person }) => person.personId)).toEqual([
      people.agent.personId,
    ]);
  });

  it('is sent once, though two workers run at once, and again, and later that day', async () => {
    await subscribed('manager', {}, ['manager', 'supervisor']);
    await Promise.all([mails().sendDue(), mails().sendDue(), mails().sendDue()]);
    await mails().sendDue();
    clock.at = at('2026-11-20T23:00');
    await mails().sendDue();
    expect(postbox.taken).toHaveLength(2);
    clock.at = at('2026-11-21T08:00');
    await mails().sendDue();
    expect(postbox.taken).toHaveLength(4);
  });

  it('is not sent again unasked where a worker ended while it sent it: the screen says so, and a person decides', async () => {
    const { subscriptionId } = await subscribed('supervisor');
    // It goes out, and before that is recorded the worker is gone.
    await expect(mails({}, KILLED).sendDue()).rejects.toThrow('killed');
    expect(postbox.taken).toHaveLength(1);
    clock.at = at('2026-11-20T08:06');
    await mails().sendDue();
    await mails().sendDue();
    expect(postbox.taken).toHaveLength(1);
    const [copy] = await copiesOf('supervisor', subscriptionId);
    expect(copy).toMatchObject({ state: 'failed', reason: 'perhaps_sent', canResend: true });
    expect(await journal('report.not_mailed', subscriptionId)).toMatchObject([{ reason: 'perhaps_sent' }]);
    await ask('supervisor', 'POST', `reports/subscriptions/${subscriptionId}/copies/${copy!.copyId}/resending`);
    await sql('update report_copy set next_try_at = $2 where id = $1', [copy!.copyId, clock.at]);
    await mails().sendDue();
    const ids = postbox.taken.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await copiesOf('supervisor', subscriptionId)).toMatchObject([{ state: 'sent', reason: null }]);
  });

  it.each([
    ['has sent it', {}],
    ['is sending it', KILLED],
  ] as const)('is left alone by a slow worker whose twin %s', async (_, turns) => {
    const { subscriptionId } = await subscribed('supervisor');
    const twin = async () => {
      // The slow one holds it no more.
      clock.at = at('2026-11-20T08:06');
      await mails({}, turns)
        .sendDue()
        .catch(() => undefined);
    };
    await mails({}, { meanwhile: twin }).sendDue();
    expect(postbox.taken).toHaveLength(1);
    expect(await journal('report.mailed', subscriptionId)).toHaveLength(turns === KILLED ? 0 : 1);
    const [{ begun }] = (await sql(
      'select sending_since is not null as begun from report_copy where subscription_id = $1',
      [subscriptionId],
    )) as [{ begun: boolean }];
    // Of one that is being sent it stays known that it may have arrived.
    expect(begun).toBe(turns === KILLED);
  });

  it('is not sent before its time, nor for a time before it was subscribed', async () => {
    const { subscriptionId } = await subscribed('supervisor');
    await sql('update report_subscription set sends_since = $2 where id = $1', [
      subscriptionId,
      at('2026-11-20T08:30'),
    ]);
    clock.at = at('2026-11-20T12:00');
    await mails().sendDue();
    clock.at = at('2026-11-21T07:59');
    await mails().sendDue();
    expect(postbox.taken).toEqual([]);
    clock.at = at('2026-11-21T08:00');
    await mails().sendDue();
    expect(postbox.taken).toHaveLength(1);
  });

  it('is the latest alone after a worker was down for a week, and one that still waits is overtaken', async () => {
    const { subscriptionId } = await subscribed('supervisor');
    clock.at = at('2026-11-14T08:00');
    await mails({ port: 1 }).sendDue();
    expect(await copiesOf('supervisor', subscriptionId)).toMatchObject([{ state: 'waiting', reason: 'unreachable' }]);
    clock.at = at('2026-11-20T09:00');
    await mails().sendDue();
    expect(postbox.taken).toHaveLength(1);
    expect(mailTo('supervisor')[0]).toContain(DAY);
    expect(
      (await copiesOf('supervisor', subscriptionId)).map(({ state, reason, from }) => [state, reason, from]),
    ).toEqual([
      ['sent', null, DAY],
      ['dropped', 'overtaken', '2026-11-13'],
    ]);
  });

  it('is tried again while the server is away, and given up where it refuses the person; the screen says both', async () => {
    const { subscriptionId } = await subscribed('manager', {}, ['supervisor', 'stranger']);
    await desk.api.source.manager.update(Person, people.stranger.personId, { email: 'gone@company.test' });
    await mails({ port: 1 }).sendDue();
    const first = await copiesOf('manager', subscriptionId);
    expect(first.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    // A server that is away is asked once.
    expect(first.map(({ tries }) => tries).sort()).toEqual([0, 1]);
    expect(first.find(({ tries }) => tries === 1)).toMatchObject({
      reason: 'unreachable',
      nextTryAt: expect.any(String),
    });
    clock.at = at('2026-11-20T08:01');
    await mails().sendDue();
    const states = (await copiesOf('manager', subscriptionId)).map(({ person, state, reason }) => [
      person.personId,
      state,
      reason,
    ]);
    expect(states).toEqual(
      expect.arrayContaining([
        [people.supervisor.personId, 'sent', null],
        [people.stranger.personId, 'failed', 'recipient_refused'],
      ]),
    );
    const { body } = await ask<ReportSubscriptions>('manager', 'GET', 'reports/subscriptions');
    expect(body.items[0]).toMatchObject({ last: { sent: 1, failed: 1, waiting: 0 }, lastSentAt: expect.any(String) });
    expect(await journal('report.not_mailed', subscriptionId)).toMatchObject([
      { personId: people.stranger.personId, reason: 'recipient_refused' },
    ]);
    await desk.api.source.manager.update(Person, people.stranger.personId, { email: 'stranger@company.test' });
  });

  it('goes to none who left, lost the right or has no address', async () => {
    const someone = await buildAccount(desk.api.source, desk.organisation, {
      role: 'supervisor',
      teamId: made.teamIds[1]!,
    });
    const other = await buildAccount(desk.api.source, desk.organisation, {
      role: 'supervisor',
      teamId: made.teamIds[1]!,
    });
    const { body } = await ask<ReportSubscription>('manager', 'POST', 'reports/subscriptions/for-others', {
      ...DAILY,
      recipients: [someone.personId, other.personId, people.supervisor.personId],
    });
    await sql('update report_subscription set sends_since = $2 where id = $1', [
      body.subscriptionId,
      at('2026-11-01T00:00'),
    ]);
    await sql(`update person set email = 'x@company.test', left_at = now() where id = $1`, [someone.personId]);
    await sql(`update person set email = 'y@company.test' where id = $1`, [other.personId]);
    await sql('delete from role_assignment where person_id = $1', [other.personId]);
    await desk.api.source.manager.update(Person, people.supervisor.personId, { email: null });
    await mails().sendDue();
    await desk.api.source.manager.update(Person, people.supervisor.personId, { email: 'supervisor@company.test' });
    await proveAddresses((text) => desk.api.source.query(text));
    expect(postbox.taken).toEqual([]);
    const reasons = (await copiesOf('manager', body.subscriptionId)).map(({ person, state, reason }) => [
      person.personId,
      state,
      reason,
    ]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        [someone.personId, 'dropped', 'left'],
        [other.personId, 'dropped', 'no_right'],
        [people.supervisor.personId, 'dropped', 'no_address'],
      ]),
    );
  });

  it('has its file where the company lets files leave, with what its reader may export, and else a link', async () => {
    const refused = await ask('supervisor', 'POST', 'reports/subscriptions', { ...DAILY, format: 'csv' });
    expect([refused.status, refused.body.code]).toEqual([409, 'report_files_stay']);
    await lettingFiles(true);
    const { subscriptionId } = await subscribed('manager', { format: 'csv', language: 'zh' }, ['supervisor', 'agent']);
    await mails().sendDue();
    const [mail] = mailTo('supervisor');
    const rows = (await report('supervisor')).rows;
    expect(mail).toContain(`report-team-${DAY}-${DAY}.csv`);
    const file = attachedTo('supervisor');
    expect(file).toContain(`"班组2",${rows[0]!.figures.calls}`);
    expect(file).not.toContain('"班组1"');
    expect(mailTo('agent')[0]).toContain('您的角色不能导出通话');
    expect(await journal('report.mailed', subscriptionId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ personId: people.supervisor.personId, format: 'csv', rows: 1 }),
        expect.objectContaining({ personId: people.agent.personId, format: 'link', rows: null }),
      ]),
    );
    await lettingFiles(false);
    clock.at = at('2026-11-21T08:00');
    postbox.taken.length = 0;
    await mails().sendDue();
    expect(mailTo('supervisor')[0]).toContain('公司设置不允许报表文件随邮件发出');
    expect(mailTo('supervisor')[0]).not.toContain('.csv');
  });

  it('is narrowed by the filters of its subscription', async () => {
    await subscribed('manager', { filters: { team: made.teamIds[0]!, language: 'zh' } });
    await mails().sendDue();
    const { total } = await report('manager', `&team=${made.teamIds[0]!}&language=zh`);
    expect(mailTo('manager')[0]).toContain(`Calls: ${total.calls}`);
    expect(mailTo('manager')[0]).toContain('Narrowed by the filters');
  });

  it('names no queue or team in its link either, by which it is narrowed', async () => {
    const filters = { team: made.teamIds[0]!, queue: 'complaints' };
    const { subscriptionId } = await subscribed('manager', { filters });
    await mails().sendDue();
    const [mail] = mailTo('manager');
    expect(mail).toContain(`/reports/mail/${subscriptionId}?from=${DAY}&to=${DAY}&by=team`);
    for (const name of [filters.team, filters.queue]) expect(mail).not.toContain(name);
  });

  it('is sent again by hand once it failed, by those whose it is, until the next one comes due', async () => {
    const { subscriptionId } = await subscribed('manager', {}, ['supervisor', 'stranger']);
    await desk.api.source.manager.update(Person, people.stranger.personId, { email: 'gone@company.test' });
    await mails().sendDue();
    await desk.api.source.manager.update(Person, people.stranger.personId, { email: 'stranger@company.test' });
    const copies = await copiesOf('manager', subscriptionId);
    const idOf = (who: keyof typeof people) =>
      copies.find(({ person }) => person.personId === people[who].personId)!.copyId;
    expect(copies.map(({ state, canResend }) => [state, canResend]).sort()).toEqual([
      ['failed', true],
      ['sent', false],
    ]);
    const again = async (who: keyof typeof people, copyId: string) =>
      (await ask<object>(who, 'POST', `reports/subscriptions/${subscriptionId}/copies/${copyId}/resending`)).body?.code;
    expect(await again('supervisor', idOf('stranger'))).toBe('report_subscription_not_found');
    expect(await again('agent', idOf('stranger'))).toBe('report_subscription_not_found');
    expect(await again('supervisor', idOf('supervisor'))).toBe('report_copy_over');
    await ask('manager', 'POST', `reports/subscriptions/${subscriptionId}/pause`);
    expect(await again('stranger', idOf('stranger'))).toBe('report_copy_over');
    await ask('manager', 'POST', `reports/subscriptions/${subscriptionId}/resumption`);
    expect(await again('stranger', idOf('stranger'))).toBeUndefined();
    expect(await again('stranger', idOf('stranger'))).toBe('report_copy_over');
    // The API goes by the true time.
    await sql('update report_copy set next_try_at = $2 where id = $1', [idOf('stranger'), clock.at]);
    await mails().sendDue();
    expect(mailTo('stranger')).toHaveLength(1);
    expect(await copiesOf('stranger', subscriptionId)).toMatchObject([{ state: 'sent', tries: 1, canResend: false }]);
    expect(await journal('report.resend_asked', subscriptionId)).toMatchObject([
      { copyId: idOf('stranger'), personId: people.stranger.personId },
    ]);
    await sql(`update report_copy set state = 'failed' where id = $1`, [idOf('stranger')]);
    clock.at = at('2026-11-21T08:00');
    await sql('update report_subscription set sends_since = $2 where id = $1', [
      subscriptionId,
      at('2026-11-01T00:00'),
    ]);
    await mails().sendDue();
    expect(await again('manager', idOf('stranger'))).toBe('report_copy_over');
  });
});

describe('a subscription', () => {
  it('is paused, resumed from its next time on, left and ended; what waits is not sent', async () => {
    const { subscriptionId } = await subscribed('manager', {}, ['supervisor', 'agent']);
    const to = (who: keyof typeof people, what: string) =>
      ask(who, 'POST', `reports/subscriptions/${subscriptionId}/${what}`).then(({ status }) => status);
    expect(await to('manager', 'pause')).toBe(204);
    await mails().sendDue();
    expect(postbox.taken).toEqual([]);
    const paused = (await ask<ReportSubscriptions>('supervisor', 'GET', 'reports/subscriptions')).body.items[0];
    expect(paused).toMatchObject({ subscriptionId, mine: true, manages: false, next: null, recipients: [{}] });
    expect(await to('manager', 'resumption')).toBe(204);
    // What came due while it was paused is not sent.
    await mails().sendDue();
    expect(postbox.taken).toEqual([]);
    await sql('update report_subscription set sends_since = $2 where id = $1', [
      subscriptionId,
      at('2026-11-19T20:00'),
    ]);
    expect(await to('agent', 'leave')).toBe(204);
    await mails({ port: 1 }).sendDue();
    expect(await to('supervisor', 'end')).toBe(404);
    expect(await to('admin', 'end')).toBe(204);
    clock.at = at('2026-11-20T08:05');
    await mails().sendDue();
    expect(postbox.taken).toEqual([]);
    const events = await sql<{ event: string }>(
      `select event from journal_entry join journal_detail on entry_id = id where details->>'subscriptionId' = $1 order by at, id`,
      [subscriptionId],
    );
    expect(events.map(({ event }) => event)).toEqual([
      ...['report.subscribed', 'report.subscription_paused', 'report.subscription_resumed'],
      ...['report.subscription_left', 'report.subscription_ended'],
    ]);
    expect(await to('manager', 'pause')).toBe(404);
  });

  it('is seen by those who make, get or send it, and by no others', async () => {
    const { subscriptionId } = await subscribed('supervisor');
    expect((await ask('stranger', 'GET', `reports/subscriptions/${subscriptionId}/copies`)).status).toBe(404);
    expect((await ask<ReportSubscriptions>('stranger', 'GET', 'reports/subscriptions')).body.items).toEqual([]);
    for (const who of ['manager', 'admin'] as const) {
      const { body } = await ask<ReportSubscriptions>(who, 'GET', 'reports/subscriptions');
      expect(body.items).toMatchObject([{ subscriptionId, manages: true, mine: false }]);
    }
    const { body } = await ask<ReportRecipients>('admin', 'GET', 'reports/recipients');
    const ids = body.people.map(({ personId }) => personId);
    expect(ids).toEqual(expect.arrayContaining([people.supervisor.personId, people.agent.personId]));
    expect(ids).not.toContain(people.admin.personId);
  });

  it('is sent to others by those who may alone, and to people who may see reports alone', async () => {
    const to = (who: keyof typeof people, recipients: string[]) =>
      ask(who, 'POST', 'reports/subscriptions/for-others', { ...DAILY, recipients });
    expect((await to('supervisor', [people.agent.personId])).status).toBe(403);
    const unfit = await to('manager', [people.supervisor.personId, people.admin.personId]);
    expect([unfit.status, unfit.body.code]).toEqual([409, 'report_recipient_unfit']);
    expect((await ask('admin', 'POST', 'reports/subscriptions', DAILY)).status).toBe(403);
  });

  it.each([
    [{ rhythm: { period: 'week', weekday: null, monthDay: null, hour: 8 } }, 'rhythm.weekday'],
    [{ rhythm: { period: 'day', weekday: null, monthDay: 3, hour: 8 } }, 'rhythm.monthDay'],
    [{ rhythm: { period: 'day', weekday: null, monthDay: null, hour: 24 } }, 'rhythm.hour'],
    [{ filters: { team: 'not an id' } }, 'filters'],
    [{ filters: { from: DAY } }, 'filters'],
    [{ by: 'mood' }, 'by'],
  ])('with %j is refused and says where', async (over, path) => {
    const { status, body } = await ask('supervisor', 'POST', 'reports/subscriptions', { ...DAILY, ...over });
    expect(status).toBe(400);
    expect(JSON.stringify(body.fields)).toContain(path);
  });
});
