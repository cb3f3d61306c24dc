import { LiveCallInstructionRow, LiveCallLedger, type LiveCallFacts } from '#floor';
import { liveCallsSchema, type LiveMoment } from '#contracts';
import { newId } from '#platform';
import { TelephonySourceRow } from '#telephony';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';

let api: TestApi;
let organisation: Organisation;
let agent: TestAccount;
let colleague: TestAccount;
let ofA: TestAccount;
let ofB: TestAccount;
let ledger: LiveCallLedger;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { teamA, teamB } = organisation;
  agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
  colleague = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
  ofA = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
  ofB = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamB });
  ledger = api.app.get(LiveCallLedger, { strict: false });
});
afterAll(() => api?.stop());

const moment = (what: LiveMoment['what'], at = new Date()): LiveMoment => ({ at: at.toISOString(), what, how: 'none' });
const facts = (over: Partial<LiveCallFacts> = {}): LiveCallFacts => ({
  ...{ id: newId(), source: 'siprec', capturedBy: '127.0.0.1:5070', beganAt: new Date(), endedAt: null },
  ...{ personId: agent.personId, teamId: organisation.teamA, customer: '138****2046' },
  ...{ timeline: [moment('consent_pending')], pauseEndsAt: null, silentSince: null, ...over },
});
const begun = async (over: Partial<LiveCallFacts> = {}): Promise<LiveCallFacts> => {
  const call = facts(over);
  await ledger.stand(call);
  return call;
};
const as = (account: TestAccount) => SignedIn.signIn(api, account);
interface Refused {
  code: string;
}
const asked = (liveCallId: string) =>
  api.source.manager.find(LiveCallInstructionRow, { where: { liveCallId }, order: { at: 'ASC', id: 'ASC' } });
const journalOf = (id: string): Promise<{ event: string; details: object }[]> =>
  api.source.query(
    `select event, detail.details from journal_entry entry join journal_detail detail on detail.entry_id = entry.id
     where detail.details ->> 'liveCallId' = $1 order by entry.at, entry.id`,
    [id],
  );

describe('calls that go on', () => {
  it('are seen by their agent and the supervisor of the team, and by no one else', async () => {
    const { id } = await begun();
    const seenBy = async (account: TestAccount) => {
      const { items } = liveCallsSchema.parse((await (await as(account)).send('GET', '/live-calls')).body);
      return items.find(({ liveCallId }) => liveCallId === id);
    };
    expect(await seenBy(agent)).toMatchObject({ recording: 'consent_pending', customer: '138****2046', asked: [] });
    expect(await seenBy(ofA)).toMatchObject({ agent: { personId: agent.personId } });
    expect(await seenBy(colleague)).toBeUndefined();
    expect(await seenBy(ofB)).toBeUndefined();
    await ledger.stand(facts({ id, endedAt: new Date() }));
    expect(await seenBy(agent)).toBeUndefined();
  });

  it('are closed where the process that captured them knows them no more', async () => {
    const [gone, stays] = [await begun({ capturedBy: 'a:1' }), await begun({ capturedBy: 'a:1' })];
    const elsewhere = await begun({ capturedBy: 'b:1' });
    await ledger.goingOn('a:1', [stays.id]);
    const rows: { id: string; over: boolean }[] = await api.source.query(
      'select id, ended_at is not null as over from live_call where id = any($1::uuid[])',
      [[gone.id, stays.id, elsewhere.id]],
    );
    expect(new Map(rows.map(({ id, over }) => [id, over]))).toEqual(
      new Map([
        [gone.id, true],
        [stays.id, false],
        [elsewhere.id, false],
      ]),
    );
  });
});

describe('what is asked of a call that goes on', () => {
  it('is written down once, journalled, and waits for the process that captures', async () => {
    const { id } = await begun();
    const own = await as(agent);
    const given = { state: 'given', how: 'said' };
    for (let twice = 0; twice < 2; twice += 1)
      expect((await own.send('POST', `/live-calls/${id}/consent`, given)).status).toBe(204);
    expect(await asked(id)).toMatchObject([{ act: 'consent_given', how: 'spoken', byPersonId: agent.personId }]);
    const waiting = (await ledger.waiting('127.0.0.1:5070')).filter(({ session }) => session === id);
    expect(waiting).toMatchObject([{ act: 'consent_given', how: 'spoken' }]);
    expect(await journalOf(id)).toMatchObject([{ event: 'live_call.consent_said', details: { by: 'person' } }]);

    await ledger.stand(facts({ id, timeline: [moment('consent_pending'), moment('consent_given')] }));
    await ledger.carriedOut(waiting[0]!.id);
    expect((await (await as(ofA)).send('POST', `/live-calls/${id}/pause`)).status).toBe(204);
    expect((await own.send('POST', `/live-calls/${id}/resume`)).status).toBe(204);
    expect((await asked(id)).map(({ act }) => act)).toEqual(['consent_given', 'pause', 'resume']);
    expect((await journalOf(id)).map(({ event }) => event)).toEqual([
      ...['live_call.consent_said', 'live_call.paused', 'live_call.resumed'],
    ]);
  });

  it('is refused to others as if there were no such call', async () => {
    const { id } = await begun();
    for (const account of [colleague, ofB]) {
      const { status, body } = await (await as(account)).send<Refused>('POST', `/live-calls/${id}/pause`);
      expect([status, body.code]).toEqual([404, 'live_call_not_found']);
    }
    expect(await asked(id)).toEqual([]);
  });

  it('is asked by a telephone system of calls of its teams alone', async () => {
    const { teamA, teamB } = organisation;
    const row = { name: 'of-team-a', reader: 'table', settings: { zone: 'Asia/Shanghai', home: 'CN', map: {} } };
    const id = newId();
    const rest = { teamIds: [teamA], folder: null, house: null, createdByPersonId: organisation.second };
    await api.source.manager.insert(TelephonySourceRow, { id, ...row, ...rest, createdAt: new Date() } as object);
    const source = row.name;
    const [ours, theirs, unknown] = [
      await begun({ source, timeline: [moment('consent_given')] }),
      await begun({ source, teamId: teamB }),
      await begun({ source, teamId: null, personId: null }),
    ];
    const sender = await as(await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: teamA }));
    const path = `/telephony-sources/${id}/live-calls`;
    const { items } = liveCallsSchema.parse((await sender.send('GET', path)).body);
    expect(items.map(({ liveCallId }) => liveCallId)).toEqual([ours.id]);
    const statusOf = async (one: LiveCallFacts) =>
      (await sender.send('POST', `${path}/${one.id}/instructions`, { act: 'consent_refused', how: 'said' })).status;
    expect([await statusOf(ours), await statusOf(theirs), await statusOf(unknown)]).toEqual([204, 404, 404]);
  });

  it('cannot bring back a consent that was refused, nor reach a call that is over', async () => {
    const refused = await begun({ timeline: [moment('consent_pending'), moment('consent_refused')] });
    const own = await as(agent);
    const codeOf = async (id: string, state: string) =>
      (await own.send<Refused>('POST', `/live-calls/${id}/consent`, { state, how: 'said' })).body.code;
    expect(await codeOf(refused.id, 'given')).toBe('live_consent_settled');
    const over = await begun({ endedAt: new Date() });
    expect(await codeOf(over.id, 'given')).toBe('live_call_over');
    const lost = await begun();
    await api.source.query(`update live_call set seen_at = now() - interval '1 minute' where id = $1`, [lost.id]);
    expect(await codeOf(lost.id, 'given')).toBe('live_call_over');
    expect((await own.send('POST', `/live-calls/${refused.id}/consent`, { state: 'maybe', how: 'said' })).status).toBe(
      400,
    );
  });

  it('notes in the journal that a pause ended by itself', async () => {
    const { id } = await begun({ timeline: [moment('consent_given'), moment('paused')] });
    const ended: LiveMoment = { at: new Date().toISOString(), what: 'resumed', how: 'limit' };
    const stands = facts({ id, timeline: [moment('consent_given'), moment('paused'), ended] });
    await ledger.stand(stands);
    await ledger.stand(stands);
    expect(await journalOf(id)).toMatchObject([{ event: 'live_call.resumed', details: { by: 'limit' } }]);
  });
});
