import { Leg } from '#calls';
import { type CallFigures, type CallList } from '#contracts';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { buildAccount, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildCall } from '../../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../../test/factories/scorecards.js';

describe('the list of calls', () => {
  let api: TestApi;
  let organisation: Organisation;
  let ofA: TestAccount;
  let agent: TestAccount;
  let everything: TestAccount;

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA } = organisation;
    ofA = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamA });
    agent = await buildAccount(api.source, organisation, { role: 'agent', teamId: teamA });
    everything = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
  });
  afterAll(() => api.stop());

  const get = async <T>(account: TestAccount, path: string): Promise<T> => {
    const cookie = await api.signIn(account.username);
    const response = await fetch(`${api.baseUrl}/api/v1${path}`, { headers: { cookie } });
    expect(response.status).toBe(200);
    return (await response.json()) as T;
  };
  const ids = (list: CallList) => list.items.map(({ callId }) => callId);

  it('shows each account its own part: a team, one’s own calls, everything', async () => {
    const { teamA, teamB } = organisation;
    const colleague = await buildPerson(api.source, { teamId: teamA });
    const stranger = await buildPerson(api.source, { teamId: teamB });
    const mine = await buildCall(api.source, { personId: agent.personId, teamId: teamA });
    const colleagues = await buildCall(api.source, { personId: colleague, teamId: teamA });
    const others = await buildCall(api.source, { personId: stranger, teamId: teamB });
    const seen = async (account: TestAccount) => new Set(ids(await get<CallList>(account, '/calls')));
    expect(await seen(ofA)).toEqual(new Set([mine.callId, colleagues.callId]));
    expect(await seen(agent)).toEqual(new Set([mine.callId]));
    expect(await seen(everything)).toEqual(new Set([mine.callId, colleagues.callId, others.callId]));
  });

  it('pages through calls that started in the same millisecond, and past calls that come in meanwhile', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamB });
    const supervisor = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: organisation.teamB });
    const startedAt = new Date('2026-10-01T08:00:00.123Z');
    const old: string[] = [];
    for (let i = 0; i < 7; i++) {
      old.push((await buildCall(api.source, { personId, teamId: organisation.teamB }, { startedAt })).callId);
    }
    await api.source.query(`update call set started_at = started_at + interval '1 microsecond' where id = any($1)`, [
      old.slice(0, 3),
    ]);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/calls?limit=2${cursor ? `&cursor=${cursor}` : ''}`;
      const page: CallList = await get<CallList>(supervisor, path);
      seen.push(...ids(page));
      cursor = page.nextCursor;
      await buildCall(api.source, { personId, teamId: organisation.teamB });
    } while (cursor);
    expect(seen.filter((id) => old.includes(id))).toHaveLength(7);
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(seen.slice(-4))).toEqual(new Set(old.slice(3)));
  });

  it('shows the points of the score that counts, and of one that does not only what it found', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const call = await buildCall(api.source, { personId, teamId: organisation.teamA }, { stage: 'scored' });
    const { recordingId } = await buildRecording(api.source, api.app.get(VaultService), call);
    const transcriptId = await buildTranscript(api.source, api.app.get(VaultService), recordingId, []);
    await buildScorecard(api.source, call.legId, transcriptId);
    const scoreOf = async () =>
      (await get<CallList>(everything, '/calls')).items.find(({ callId }) => callId === call.callId)?.score;
    expect(await scoreOf()).toMatchObject({ counts: { met: 1, not_met: 1 }, points: 5, maxPoints: 10 });
    await api.source.query('update counting_scorecard set scorecard_id = null where leg_id = $1', [call.legId]);
    expect(await scoreOf()).toMatchObject({ counts: { met: 1, not_met: 1 }, points: null, maxPoints: null });
  });

  it('filters by stage and language, and refuses a cursor that it did not give', async () => {
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const leg = { personId, teamId: organisation.teamA };
    const waiting = await buildCall(api.source, leg, {
      stage: 'needs_attention',
      stageReason: 'engine_missing',
      language: 'zh',
    });
    const list = await get<CallList>(ofA, '/calls?stage=needs_attention&language=zh');
    expect(list.items).toMatchObject([{ callId: waiting.callId, stageReason: 'engine_missing' }]);
    expect(ids(await get<CallList>(ofA, '/calls?stage=needs_attention&language=en'))).toEqual([]);
    const cookie = await api.signIn(ofA.username);
    const response = await fetch(`${api.baseUrl}/api/v1/calls?cursor=nonsense`, { headers: { cookie } });
    expect(await response.json()).toMatchObject({ status: 400, code: 'bad_cursor' });
  });

  it('counts the visible calls since local midnight, and who answered within three rings', async () => {
    const teamId = organisation.teamB;
    const before = await get<CallFigures>(ofA, '/calls/figures');
    const personId = await buildPerson(api.source, { teamId: organisation.teamA });
    const startedAt = new Date();
    const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
    const leg = { personId, teamId: organisation.teamA, alertedAt: startedAt };
    await buildCall(api.source, { ...leg, answeredAt: after(14.9) }, { startedAt });
    await buildCall(api.source, { ...leg, answeredAt: after(15) }, { startedAt });
    // Handed on: answered in time, then late. The late answer counts.
    const { callId } = await buildCall(api.source, { ...leg, answeredAt: after(3) }, { startedAt });
    const second = await api.source.manager.findOneByOrFail(Leg, { callId });
    await api.source.manager.insert(Leg, { ...second, id: newId(), position: 1, answeredAt: after(40) });
    await buildCall(api.source, { ...leg, answeredAt: null }, { startedAt, stage: 'scored' });
    await buildCall(api.source, { personId, teamId }, { startedAt });
    await buildCall(api.source, leg, { startedAt: new Date(Date.now() - 26 * 3_600_000) });
    const now = await get<CallFigures>(ofA, '/calls/figures');
    expect(now.known - before.known).toBe(4);
    expect(now.scored - before.scored).toBe(1);
    expect((now.withinThreeRings?.of ?? 0) - (before.withinThreeRings?.of ?? 0)).toBe(3);
    expect((now.withinThreeRings?.n ?? 0) - (before.withinThreeRings?.n ?? 0)).toBe(1);
  });
});
