import { type CompletenessBoard, type GapKind, type GapList, type Problem } from '#contracts';
import { Call, joinCall, Leg } from '#calls';
import { GapRow, GapSweep } from '#completeness';
import { CompanyService } from '#people';
import { newId } from '#platform';
import { Recording } from '#recordings';
import { TranscriptRow } from '#transcripts';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { PROFILE } from '../../../../test/factories/organisation.js';
import { buildScorecard } from '../../../../test/factories/scorecards.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const HOUR = 3_600_000;
/** Every term is over for it. */
const startedAt = new Date(Date.now() - 6 * HOUR);
const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
const days = { from: dayOf(-2), to: dayOf(1) };

describe('what is missing of calls', () => {
  let desk: UploadDesk;
  let people: Record<'first' | 'second' | 'ofB' | 'manager' | 'auditor' | 'administrator' | 'agent', TestAccount>;

  beforeAll(async () => {
    desk = await UploadDesk.open();
    const { api, organisation } = desk;
    await api.source.transaction((tx) => api.app.get(CompanyService).setProfile(tx, PROFILE));
    const { teamA, teamB } = organisation;
    const account = (role: TestAccount['role'], teamId: string | null) =>
      buildAccount(api.source, organisation, { role, teamId });
    people = {
      first: await account('supervisor', teamA),
      second: await account('supervisor', teamA),
      ofB: await account('supervisor', teamB),
      manager: await account('quality_manager', null),
      auditor: await account('auditor', null),
      administrator: await account('administrator', null),
      agent: await account('agent', teamA),
    };
  });
  afterAll(() => desk.api.stop());

  const sweep = () => desk.api.app.get(GapSweep).run();
  const ask = <T>(who: TestAccount, path: string) => desk.ask<T & Problem>(who, 'GET', `completeness${path}`);
  const send = (who: TestAccount, path: string, body?: object, method = 'POST') =>
    desk.ask<Problem | null>(who, method, `completeness${path}`, body);
  const board = async (who: TestAccount) =>
    (await ask<CompletenessBoard>(who, `?from=${days.from}&to=${days.to}`)).body;
  const gapsOf = (callId: string) => desk.api.source.manager.find(GapRow, { where: { callId }, order: { id: 'ASC' } });
  const kindsOf = async (callId: string) =>
    (await gapsOf(callId)).map(({ kind, closing }) => (closing ? `${kind} ${closing}` : kind));

  /** As the telephone system tells of it, answered and ended. */
  async function talk(leg: Partial<Leg> = {}, call: Partial<Call> = {}): Promise<BuiltCall> {
    const { organisation, api } = desk;
    const known = { kind: 'agent', outcome: 'answered', recordKey: newId(), beganAt: after(4) } as const;
    const who = { personId: organisation.first, teamId: organisation.teamA };
    const whole = { ...who, ...known, ...leg } as Partial<Leg> & typeof who;
    return buildCall(api.source, whole, { source: 'pbx', startedAt, stage: 'ended', ...call });
  }
  async function recorded(call: BuiltCall, over: Partial<Recording> = {}): Promise<string> {
    const { manager } = desk.api.source;
    const id = newId();
    await manager.insert(Recording, {
      ...{ id, ...call, source: 'pbx', externalId: id, sha256: '0'.repeat(64), bytes: '960044', channels: 2 },
      ...{ sampleRate: 16_000, codec: 'pcm_s16le', agentChannel: 'left', custody: 'sealed', incomplete: false },
      ...{ damaged: false, keyId: newId(), sealedAt: after(80), createdAt: after(80), durationMs: 60_000 },
      ...{ soundChecks: { findings: [], channels: [] }, progress: null, ...over },
    });
    await manager.update(Call, { id: call.callId }, { stage: 'sealed' });
    return id;
  }
  async function heard(recordingId: string): Promise<string> {
    const id = newId();
    await desk.api.source.manager.insert(TranscriptRow, {
      ...{ id, recordingId, version: 1, objectId: null, language: 'en', engine: 'test', engineVersion: '1' },
      ...{ model: 'none', unreliable: [], spoken: null, createdAt: after(120) },
    });
    return id;
  }
  async function whole(leg: Partial<Leg> = {}, over: Partial<Recording> = {}, call: Partial<Call> = {}) {
    const built = await talk(leg, call);
    const transcriptId = await heard(await recorded(built, over));
    await buildScorecard(desk.api.source, built.legId, transcriptId);
    await desk.api.source.manager.update(Call, { id: built.callId }, { stage: 'scored' });
    return built;
  }

  /** To a second agent, whose talk the recording of the first goes on with. */
  async function handedOn(): Promise<BuiltCall> {
    const built = await whole({}, { durationMs: 120_000 });
    const { manager } = desk.api.source;
    const first = await manager.findOneByOrFail(Leg, { id: built.legId });
    const talked = { answeredAt: after(72), endedAt: after(130), recordKey: newId() };
    await manager.insert(Leg, { ...first, ...talked, id: newId(), position: 1, personId: desk.organisation.second });
    return built;
  }

  it('is a row for each planted gap, and none among clean calls', async () => {
    const clean: BuiltCall[] = [];
    for (let n = 0; n < 60; n++) clean.push(await whole());
    const held = await talk({}, { stage: 'not_recorded', stageReason: 'consent_declined' });
    const internal = await talk({}, { direction: 'internal' });
    const shut = await talk();
    await recorded(shut, { restricted: true });
    const unanswered = await talk({ outcome: 'no_answer', answeredAt: null });
    const findings = (finding: 'silent' | 'one_way', channel: number | null) => ({
      soundChecks: { findings: [{ finding, channel }], channels: [] },
    });
    const planted: Record<GapKind, BuiltCall> = {
      not_recorded: await talk(),
      recorded_without_call: await whole({ recordKey: null, outcome: null }),
      empty: await whole({}, findings('silent', null)),
      one_channel_silent: await whole({}, findings('one_way', 1)),
      length_differs: await whole({}, { durationMs: 31_000 }),
      ended_before_call: await whole({}, { durationMs: 31_000, beganAt: after(10) }),
      several_agents: await handedOn(),
      not_transcribed: await talk(),
      not_scored: await talk(),
    };
    await recorded(planted.not_transcribed);
    await heard(await recorded(planted.not_scored));
    expect(await sweep()).toBe(9);
    for (const [kind, { callId }] of Object.entries(planted)) expect(await kindsOf(callId)).toEqual([kind]);
    for (const { callId } of [...clean, held, internal, shut, unanswered]) expect(await kindsOf(callId)).toEqual([]);
    // Looking again opens nothing twice.
    await desk.api.source.query(`insert into to_look_at (sweep, subject_id) select 'gap', id from call`);
    expect(await sweep()).toBe(0);

    const { rows, open } = await board(people.manager);
    expect(open).toBe(9);
    expect(rows).toMatchObject([
      {
        source: 'pbx',
        team: { teamId: desk.organisation.teamA },
        legs: 71,
        recorded: 69,
        transcribed: 67,
        scored: 66,
        withGap: 9,
      },
    ]);
    expect(rows[0]!.gaps).toEqual(Object.fromEntries(Object.keys(planted).map((kind) => [kind, 1])));
  });

  it('closes when it is mended, opens again when it comes back, and lapses with its call', async () => {
    const call = await talk();
    await sweep();
    expect(await kindsOf(call.callId)).toEqual(['not_recorded']);
    const recordingId = await recorded(call, { createdAt: new Date() });
    await sweep();
    expect(await kindsOf(call.callId)).toEqual(['not_recorded mended']);
    // Sound is sealed; its words are not late yet.
    await desk.api.source.query('update recording set created_at = $2, restricted = true where id = $1', [
      recordingId,
      after(80),
    ]);
    await desk.api.source.query('update recording set restricted = false where id = $1', [recordingId]);
    await sweep();
    expect(await kindsOf(call.callId)).toEqual(['not_recorded mended', 'not_transcribed']);
    await desk.api.source.query('update recording set restricted = true where id = $1', [recordingId]);
    await sweep();
    await desk.api.source.query('update recording set restricted = false where id = $1', [recordingId]);
    await sweep();
    expect(await kindsOf(call.callId)).toEqual(['not_recorded mended', 'not_transcribed mended', 'not_transcribed']);
    await desk.api.source.manager.update(
      Call,
      { id: call.callId },
      { stage: 'given_up', stageReason: 'engine_crashed' },
    );
    await sweep();
    expect((await kindsOf(call.callId)).at(-1)).toBe('not_transcribed lapsed');
    const said = await desk.api.source.query<{ event: string }[]>(
      `select event from journal_entry where call_id = $1 and event like 'gap.%' order by id`,
      [call.callId],
    );
    expect(said.map(({ event }) => event)).toEqual(
      ['opened', 'closed', 'opened', 'closed', 'opened', 'closed'].map((one) => `gap.${one}`),
    );
  });

  it('goes with its leg into the call that the two turn out to be', async () => {
    const [into, other] = [await talk(), await talk()];
    await sweep();
    const { source } = desk.api;
    await source.transaction((tx) =>
      joinCall(tx, { id: other.callId, source: 'pbx' }, into.callId, { legsMove: true, at: new Date() }),
    );
    const look = async (callId: string) => {
      await source.query(`insert into to_look_at (sweep, subject_id) values ('gap', $1)`, [callId]);
      await sweep();
      return (await source.manager.findBy(GapRow, { legId: other.legId })).map(({ closing }) => closing);
    };
    expect(await look(into.callId)).toEqual([null]);
    expect(await look(other.callId)).toEqual([null]);
    const { items } = (await ask<GapList>(people.manager, '/gaps?limit=100')).body;
    expect(items.find(({ legId }) => legId === other.legId)?.callId).toBe(into.callId);
    await source.query('update leg set outcome = $2 where id = $1', [other.legId, 'no_answer']);
    expect(await look(into.callId)).toEqual(['mended']);
    const closed = await source.query<object[]>(
      `select 1 from journal_entry where call_id = $1 and event = 'gap.closed'`,
      [into.callId],
    );
    expect(closed).toHaveLength(1);
  });

  it('is none of a recorded call that records tell of under another id', async () => {
    await whole();
    const [recorded, told] = [await whole({ recordKey: null, outcome: null }), await whole()];
    await sweep();
    expect(await kindsOf(recorded.callId)).toEqual(['recorded_without_call']);
    await desk.api.source.query('insert into call_joined (call_id, into_call_id, at) values ($1, $2, now())', [
      recorded.callId,
      told.callId,
    ]);
    await sweep();
    expect(await kindsOf(recorded.callId)).toEqual(['recorded_without_call mended']);
    expect(await kindsOf(told.callId)).toEqual([]);
  });

  it('is not opened before its time, and is looked at again then', async () => {
    const ended = new Date(Date.now() - 60_000);
    const call = await talk(
      { answeredAt: new Date(ended.getTime() - 50_000), endedAt: ended },
      { startedAt: new Date() },
    );
    await sweep();
    expect(await kindsOf(call.callId)).toEqual([]);
    const [mark] = await desk.api.source.query<{ secs: number }[]>(
      `select extract(epoch from due_at - now())::int as secs from to_look_at where sweep = 'gap' and subject_id = $1`,
      [call.callId],
    );
    expect(mark!.secs).toBeGreaterThan(13 * 60);
    expect(mark!.secs).toBeLessThanOrEqual(14 * 60);
    await desk.api.source.query('update leg set ended_at = $2, answered_at = $3 where id = $1', [
      call.legId,
      after(70),
      after(10),
    ]);
    await sweep();
    expect(await kindsOf(call.callId)).toEqual(['not_recorded']);
  });

  it('is seen, taken on and accepted by two, as far as rights reach', async () => {
    const call = await talk();
    await sweep();
    const [gap] = await gapsOf(call.callId);
    const one = `/gaps/${gap!.id}`;
    const listed = async (who: TestAccount, query = '') => {
      const { status, body } = await ask<GapList>(who, `/gaps?limit=100${query}`);
      return status === 200 ? body.items.find(({ gapId }) => gapId === gap!.id) : body.code;
    };
    expect(await listed(people.agent)).toBe('forbidden');
    expect(await listed(people.ofB)).toBeUndefined();
    expect((await board(people.ofB)).rows).toEqual([]);
    expect(await listed(people.auditor)).toMatchObject({ kind: 'not_recorded', may: [], callShown: true });
    expect(await listed(people.administrator)).toMatchObject({
      ownedBy: 'administrator',
      callShown: false,
      may: ['take', 'ask'],
    });
    for (const path of [`${one}/owner`, `${one}/acceptance`])
      expect(
        (await send(people.ofB, path, path.endsWith('owner') ? undefined : { reason: 'not_needed' })).body,
      ).toMatchObject({ code: 'gap_not_found' });
    expect((await send(people.auditor, `${one}/owner`)).status).toBe(403);

    expect((await send(people.first, `${one}/owner`)).status).toBe(204);
    expect((await send(people.first, `${one}/acceptance`, { reason: 'other' })).body).toMatchObject({
      code: 'bad_input',
    });
    expect((await send(people.first, `${one}/acceptance/decision`, { agree: true })).body).toMatchObject({
      code: 'gap_not_asked',
    });
    const why = { reason: 'known_outage', note: 'The recorder was moved that night.' };
    expect((await send(people.first, `${one}/acceptance`, why)).status).toBe(204);
    expect((await send(people.second, `${one}/acceptance`, why)).body).toMatchObject({ code: 'gap_waits' });
    // Who asked may take it back, and ask again; the journal tells that from a colleague who does not agree.
    for (const who of [people.first, people.second]) {
      expect((await send(who, `${one}/acceptance/decision`, { agree: false })).status).toBe(204);
      expect((await send(people.first, `${one}/acceptance`, why)).status).toBe(204);
    }
    const refused = await desk.api.source.query<{ own: boolean }[]>(
      `select details->'own' as own from journal_entry join journal_detail on entry_id = id
       where event = 'gap.acceptance_refused' and call_id = $1 order by id`,
      [call.callId],
    );
    expect(refused.map(({ own }) => own)).toEqual([true, false]);
    expect(await listed(people.first, '&state=waiting')).toMatchObject({
      owner: { personId: people.first.personId },
      may: ['refuse'],
    });
    expect((await send(people.first, `${one}/acceptance/decision`, { agree: true })).body).toMatchObject({
      code: 'gap_needs_another',
    });
    expect((await send(people.second, `${one}/acceptance/decision`, { agree: true })).status).toBe(204);
    expect((await send(people.second, `${one}/owner`)).body).toMatchObject({ code: 'gap_closed' });
    expect(await listed(people.manager, '&state=closed')).toMatchObject({
      closing: 'accepted',
      reason: 'known_outage',
      note: why.note,
    });

    // It stays so and is accepted: nothing opens. Mended and gone again, it does.
    await desk.api.source.query(`insert into to_look_at (sweep, subject_id) values ('gap', $1)`, [call.callId]);
    await sweep();
    expect(await kindsOf(call.callId)).toEqual(['not_recorded accepted']);
    await desk.api.source.query('update leg set outcome = $2 where id = $1', [call.legId, 'no_answer']);
    await sweep();
    await desk.api.source.query('update leg set outcome = $2 where id = $1', [call.legId, 'answered']);
    await sweep();
    expect(await kindsOf(call.callId)).toEqual(['not_recorded accepted', 'not_recorded']);
  });

  it('pages through the list, and is told of legs that no one knows to whom every team is open', async () => {
    for (let n = 0; n < 3; n++) await talk({ personId: null, teamId: null, extension: '7001', takenByPersonId: null });
    await sweep();
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 20 && cursor !== 'none'; page++) {
      const { body } = await ask<GapList>(people.manager, `/gaps?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ gapId }) => gapId));
      cursor = body.nextCursor ?? 'none';
    }
    const [count] = await desk.api.source.query<{ n: number }[]>(
      'select count(*)::int as n from gap where closed_at is null',
    );
    expect(new Set(seen).size).toBe(count!.n);
    expect(seen).toHaveLength(count!.n);
    const unowned = (who: TestAccount) => board(who).then(({ rows }) => rows.find(({ team }) => team === null)?.gaps);
    expect(await unowned(people.manager)).toEqual({ not_recorded: 3 });
    expect(await unowned(people.first)).toBeUndefined();
    expect((await ask(people.ofB, `/gaps?cursor=${seen[0]}`)).body).toMatchObject({ code: 'gap_not_found' });
  });

  it('takes its terms from the company', async () => {
    const settings = {
      recordingMinutes: 600,
      workMinutes: 60,
      toleranceSeconds: 40,
      targetPercent: 98,
      alarmHours: null,
    };
    expect((await send(people.manager, '/settings', settings, 'PUT')).status).toBe(403);
    expect((await send(people.administrator, '/settings', settings, 'PUT')).body).toEqual(settings);
    const [late, shorter] = [await talk(), await whole({}, { durationMs: 31_000 })];
    await sweep();
    expect([await kindsOf(late.callId), await kindsOf(shorter.callId)]).toEqual([[], []]);
  });
});

function dayOf(offset: number): string {
  return new Date(Date.now() + offset * 24 * HOUR).toISOString().slice(0, 10);
}
