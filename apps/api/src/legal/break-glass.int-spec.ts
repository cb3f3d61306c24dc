import pg from 'pg';
import {
  type BreakGlassTerms,
  type LegalRequestList,
  type LegalRequestView,
  type Play,
  type Problem,
} from '#contracts';
import { RequestSweep } from '#legal';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildLegalAccount, buildLegalTeam, buildSecondAccount, SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';
import { buildRecording } from '../../../../test/factories/recordings.js';

const ROUNDS = process.env['SHOUWEN_TEST_DEEP'] === '1' ? 1000 : 8;
const WHY = 'The hearing begins in an hour; no approver answers.';

describe('an emergency opening', () => {
  let api: TestApi;
  let organisation: Organisation;
  let legal: string;
  let agent: string;
  let approver: SignedIn;
  let call: BuiltCall & { recordingId: string };

  const someone = async (role: 'legal_requester' | 'legal_approver' | 'auditor', teamId = legal) =>
    (await SignedIn.signIn(api, await buildLegalAccount(api.source, organisation, { role, teamId }))).stepUp();
  const draft = async (who: SignedIn, over: Record<string, unknown> = {}) => {
    const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    const asked = { purpose: 'dispute', reason: 'A hearing.', filters: { agent }, action: 'listen', plays: 50 };
    return (await who.send('POST', '/legal/requests', { ...asked, expiresAt, ...over })).body.requestId;
  };
  const open = (who: SignedIn, id: string, words = WHY) =>
    who.send<LegalRequestView & Problem>('POST', `/legal/requests/${id}/break-glass`, { words });
  const opened = async (who: SignedIn) => {
    const id = await draft(who);
    expect((await open(who, id)).status).toBe(200);
    return id;
  };
  const review = (who: SignedIn, id: string, outcome = 'justified') =>
    who.send<LegalRequestView & Problem>('POST', `/legal/requests/${id}/review`, { outcome, words: 'I looked at it.' });
  const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  const asOwner = async (sql: string, values: unknown[]) => {
    const client = new pg.Client({ connectionString: api.ownerUrl });
    await client.connect();
    try {
      await client.query(sql, values);
    } finally {
      await client.end();
    }
  };
  const makeOverdue = (id: string) =>
    asOwner(
      `update break_glass_opening set opened_at = now() - interval '3 days', proved_at = now() - interval '3 days', review_by = now() where request_id = $1`,
      [id],
    );
  const eventsOf = async (id: string): Promise<string[]> =>
    (
      await api.source.query(
        `select event from journal_entry join journal_detail on entry_id = id where details->>'requestId' = $1 order by at, id`,
        [id],
      )
    ).map(({ event }: { event: string }) => event);

  beforeAll(async () => {
    api = await startTestApi({ SHOUWEN_BREAK_GLASS_MINUTES: '30' });
    organisation = await buildOrganisation(api.source);
    legal = await buildLegalTeam(api.source, organisation);
    agent = await buildPerson(api.source, { teamId: organisation.teamA });
    const built = await buildCall(api.source, { personId: agent, teamId: organisation.teamA }, { stage: 'sealed' });
    call = { ...built, ...(await buildRecording(api.source, api.app.get(VaultService), built, { durationMs: 1000 })) };
    approver = await someone('legal_approver');
  });
  afterAll(() => api.stop());

  it('is heard at once, a few times and not for long; "not justified" ends it, and the journal holds it all', async () => {
    const requester = await someone('legal_requester');
    const { body: terms } = await requester.send<BreakGlassTerms>('GET', '/legal/break-glass');
    expect(terms).toEqual({ minutes: 30, recordings: 20, plays: 10, reviewWorkingDays: 2, waiting: null });
    const id = await draft(requester);
    const { body } = await open(requester, id);
    expect(body).toMatchObject({
      ...{ state: 'opened', breakGlass: true, playsAllowed: 10, recordings: 1, mayReview: false },
      ...{ grant: { state: 'active', playsAllowed: 10 }, opening: { overdue: false, review: null } },
    });
    const minutes = (Date.parse(body.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(28);
    expect(minutes).toBeLessThanOrEqual(30);
    expect(body.events).toMatchObject([{ action: 'opened', words: WHY }]);
    const { recordingId } = call;
    const grantId = body.grant?.grantId;
    const play = await requester.send<Play>('POST', `/calls/${call.callId}/plays`, { recordingId, grantId });
    expect(play).toMatchObject({ status: 201, body: { rendition: 'masked' } });
    const { body: heard } = await approver.send<{ items: unknown[] }>('GET', `/calls/${call.callId}/accesses`);
    expect(heard.items[0]).toMatchObject({ right: 'break_glass', purpose: 'dispute' });
    const auditor = await someone('auditor');
    for (const who of [approver, auditor]) {
      const { body: list } = await who.send<LegalRequestList>('GET', '/legal/requests?view=to_review');
      expect(list.items).toMatchObject([{ requestId: id, mayReview: who === approver }]);
    }

    const reviewed = await review(approver, id, 'not_justified');
    expect(reviewed.body).toMatchObject({
      ...{ state: 'reviewed', grant: { state: 'revoked' } },
      opening: { review: { outcome: 'not_justified', by: { personId: approver.account.personId } } },
    });
    const audio = await fetch(`${api.baseUrl}${play.body.audioUrl}`, { headers: { cookie: requester.cookie } });
    expect(((await audio.json()) as Problem).code).toBe('play_ended');
    expect(codeOf(await review(approver, id))).toEqual([409, 'request_not_there']);
    expect(await eventsOf(id)).toEqual(['break_glass.opened', 'break_glass.reviewed', 'request_grant.revoked']);
  });

  it('is refused without a fresh proof or a reason, for more than listening to the masked copy, and for what was submitted', async () => {
    const account = await buildLegalAccount(api.source, organisation, { role: 'legal_requester', teamId: legal });
    const requester = await SignedIn.signIn(api, account);
    const id = await draft(requester);
    expect(codeOf(await open(requester, id))).toEqual([403, 'step_up_by_password']);
    await requester.stepUp();
    expect((await open(requester, id, 'urgent')).status).toBe(400);
    for (const over of [{ action: 'evidence_export' }, { action: 'transcript' }, { rendition: 'original' }]) {
      const code = codeOf(await open(requester, await draft(requester, over)));
      expect(code).toEqual([400, 'break_glass_listens_only']);
    }
    expect(codeOf(await open(requester, await draft(requester, { filters: { agent: newId() } })))).toEqual([
      ...[400, 'scope_empty'],
    ]);
    await requester.send('POST', `/legal/requests/${id}/submit`);
    expect(codeOf(await open(requester, id))).toEqual([409, 'request_not_there']);
    expect(codeOf(await open(approver, id))).toEqual([403, 'forbidden']);
    const stranger = await someone('legal_requester');
    expect(codeOf(await open(stranger, id))).toEqual([404, 'no_such_request']);
  });

  it('takes at most twenty recordings', async () => {
    const busy = await buildPerson(api.source, { teamId: organisation.teamA });
    const built = await buildCall(api.source, { personId: busy, teamId: organisation.teamA }, { stage: 'sealed' });
    for (let i = 0; i <= 20; i++) await buildRecording(api.source, api.app.get(VaultService), built, { durationMs: 1 });
    const requester = await someone('legal_requester');
    const id = await draft(requester, { filters: { agent: busy } });
    expect(codeOf(await open(requester, id))).toEqual([400, 'break_glass_too_many']);
    expect((await requester.send('GET', `/legal/requests/${id}`)).body).toMatchObject({
      state: 'draft',
      recordings: 0,
    });
  });

  it('keeps its opener from another until it is reviewed, raced and in the database too', async () => {
    const requester = await someone('legal_requester');
    const drafts = await Promise.all([1, 2, 3, 4].map(() => draft(requester)));
    const answers = (await Promise.all(drafts.map((id) => open(requester, id)))).map(codeOf);
    expect(answers.filter(([status]) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(([status]) => status !== 200).map(String))).toEqual(new Set(['409,review_waits']));
    const id = drafts[answers.findIndex(([status]) => status === 200)]!;
    const next = drafts.find((one) => one !== id)!;
    const { body: terms } = await requester.send<BreakGlassTerms>('GET', '/legal/break-glass');
    expect(terms.waiting).toMatchObject({ requestId: id, overdue: false });
    const { accountId, personId } = requester.account;
    await expect(
      api.source.query(
        `insert into break_glass_opening (request_id, opened_by_person_id, opened_by_account_id, proved_at, opened_at, review_by)
         values ($1, $2, $3, now(), now(), now() + interval '1 day')`,
        [next, personId, accountId],
      ),
    ).rejects.toThrow('waits for its review');
    await review(approver, id);
    expect((await open(requester, next)).status).toBe(200);
    await review(approver, next);
  });

  it('stays an alarm when it is not reviewed in time', async () => {
    const requester = await someone('legal_requester');
    const id = await opened(requester);
    await makeOverdue(id);
    const sweep = api.app.get(RequestSweep);
    expect((await Promise.all([sweep.tellOverdue(), sweep.tellOverdue()])).sort()).toEqual([0, 1]);
    expect(await eventsOf(id)).toEqual(['break_glass.opened', 'break_glass.review_overdue']);
    expect((await approver.send('GET', `/legal/requests/${id}`)).body.opening).toMatchObject({ overdue: true });
    const next = await draft(requester);
    expect(codeOf(await open(requester, next))).toEqual([409, 'review_overdue']);
    const { accountId, personId } = requester.account;
    await expect(
      api.source.query(
        `insert into break_glass_opening (request_id, opened_by_person_id, opened_by_account_id, proved_at, opened_at, review_by)
         values ($1, $2, $3, now(), now(), now() + interval '1 day')`,
        [next, personId, accountId],
      ),
    ).rejects.toThrow(/not reviewed in time/);
    await review(approver, id);
    expect((await open(requester, next)).status).toBe(200);
  });

  it('is reviewed neither by its opener nor by a member of a recorded team', async () => {
    const requester = await someone('legal_requester');
    const id = await opened(requester);
    const own = await buildSecondAccount(api.source, organisation, requester.account, 'legal_approver');
    const self = await (await SignedIn.signIn(api, own)).stepUp();
    expect(codeOf(await review(self, id))).toEqual([403, 'own_opening']);
    expect((await self.send('GET', `/legal/requests/${id}`)).body.reviewRefusal).toBe('own_request');
    const colleague = await someone('legal_approver', organisation.teamA);
    expect(codeOf(await review(colleague, id))).toEqual([403, 'own_team']);
    expect(codeOf(await review(requester, id))).toEqual([403, 'forbidden']);
    expect(codeOf(await review(await someone('auditor'), id))).toEqual([403, 'forbidden']);
    await review(approver, id);
  });

  it('is no way around approval in the database', async () => {
    const requester = await someone('legal_requester');
    const id = await draft(requester);
    const run = (sql: string, ...values: unknown[]) => api.source.query(sql, [id, ...values]);
    await expect(
      run(`update legal_request set state = 'opened', break_glass = true, submitted_at = now() where id = $1`),
    ).rejects.toThrow('has its opener');
    const done = await opened(await someone('legal_requester'));
    await expect(api.source.query(`update legal_request set state = 'reviewed' where id = $1`, [done])).rejects.toThrow(
      'has its reviewer',
    );
    await expect(
      api.source.query(`update legal_request set state = 'withdrawn' where id = $1`, [done]),
    ).rejects.toThrow('has its opener');
    await expect(
      api.source.query(`update break_glass_opening set review_by = now() + interval '50 days' where request_id = $1`, [
        done,
      ]),
    ).rejects.toThrow('permission denied');
    const tooLong = api.source.transaction(async (tx) => {
      await tx.query(
        `insert into break_glass_opening (request_id, opened_by_person_id, opened_by_account_id, proved_at, opened_at, review_by)
         values ($1, $2, $3, now(), now(), now() + interval '1 day')`,
        [id, requester.account.personId, requester.account.accountId],
      );
      await tx.query(
        `insert into legal_request_recording select $1, recording_id, leg_id, call_id from legal_request_recording where request_id = $2`,
        [id, done],
      );
      await tx.query(
        `update legal_request set state = 'opened', break_glass = true, submitted_at = now(), plays_allowed = 1 where id = $1`,
        [id],
      );
    });
    await expect(tooLong).rejects.toThrow('opens little');
    await review(approver, done);
  });

  it(`gives nothing to ${ROUNDS} raced self-reviews, through second accounts and the database`, async () => {
    const requester = await someone('legal_requester');
    const accounts = await Promise.all(
      [0, 1].map(() => buildSecondAccount(api.source, organisation, requester.account, 'legal_approver')),
    );
    const own = await Promise.all(accounts.map(async (one) => (await SignedIn.signIn(api, one)).stepUp()));
    const { personId } = requester.account;
    const bySql = (id: string) =>
      api.source.query(
        `insert into break_glass_review (request_id, opened_by_person_id, outcome, reviewed_by_person_id, reviewed_by_account_id, proved_at, reviewed_at)
         values ($1, $2, 'justified', $2, $3, now(), now())`,
        [id, personId, accounts[0]!.accountId],
      );
    const statuses: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const id = await opened(requester);
      const tries = await Promise.all([
        ...own.flatMap((one) => [review(one, id), review(one, id)]).map(async (one) => (await one).status),
        bySql(id).then(
          () => 200,
          (error: Error) => (/review_needs_another_person/.test(error.message) ? 403 : 500),
        ),
      ]);
      statuses.push(...tries);
      await review(approver, id);
    }
    expect(statuses).toHaveLength(ROUNDS * 5);
    expect(new Set(statuses)).toEqual(new Set([403]));
    const [{ count }] = await api.source.query(
      'select count(*)::int from break_glass_review where reviewed_by_person_id = $1',
      [personId],
    );
    expect(count).toBe(0);
  });
});
