import {
  type CallAccesses,
  type CallDetail,
  type CallJournal,
  type Play,
  type ScorecardList,
  type TranscriptView,
} from '#contracts';
import { JournalService } from '#journal';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../../test/factories/api.js';
import { buildCall, type BuiltCall } from '../../../../../test/factories/calls.js';
import { buildOrganisation } from '../../../../../test/factories/organisation.js';
import { buildRecording, buildTranscript } from '../../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../../test/factories/scorecards.js';

const SIGN = (quote: string | null) => [{ name: 'sent_elsewhere', evidence: [{ quote }] }];

describe('words, scores and waveform', () => {
  let api: TestApi;
  let granted: TestAccount;
  let ungranted: TestAccount;
  let manager: TestAccount;
  let call: BuiltCall;
  let silent: BuiltCall;
  let recordingId: string;
  let transcriptId: string;

  beforeAll(async () => {
    api = await startTestApi();
    const organisation = await buildOrganisation(api.source);
    const { teamA: teamId, first: personId } = organisation;
    granted = await buildAccount(api.source, organisation, { role: 'supervisor', teamId });
    ungranted = await buildAccount(api.source, organisation, { role: 'quality_analyst', teamId });
    manager = await buildAccount(api.source, organisation, { role: 'quality_manager', teamId });
    await buildAccount(api.source, organisation, { role: 'legal_approver', teamId: null });
    await buildGrant(api.source, organisation, { role: 'supervisor' });
    const vault = api.app.get(VaultService);
    call = await buildCall(api.source, { personId, teamId }, { stage: 'scored' });
    silent = await buildCall(api.source, { personId, teamId });
    ({ recordingId } = await buildRecording(api.source, vault, call));
    transcriptId = await buildTranscript(api.source, vault, recordingId, [
      { speaker: 'agent', text: 'Hello, this is Northwind.' },
      { speaker: 'customer', text: 'My parcel is late.' },
    ]);
    await buildScorecard(api.source, call.legId, transcriptId, ['sent_elsewhere']);
  });
  afterAll(() => api.stop());

  const get = async (account: TestAccount, path: string, { callId } = call) => {
    const cookie = await api.signIn(account.username);
    const response = await fetch(`${api.baseUrl}/api/v1/calls/${callId}${path}`, { headers: { cookie } });
    return (await response.json()) as Record<string, unknown>;
  };

  it('opens the words under a grant, and journals each reading', async () => {
    const view = (await get(granted, '/transcript')) as unknown as TranscriptView;
    expect(view).toMatchObject({ transcriptId, recordingId, version: 1 });
    expect(view.transcript.turns.map(({ text }) => text)).toEqual(['Hello, this is Northwind.', 'My parcel is late.']);
    const { entries } = (await get(granted, '/journal')) as unknown as CallJournal;
    expect(entries.filter(({ event }) => event === 'transcript.read')).toMatchObject([{ details: { transcriptId } }]);
  });

  it('keeps the words shut without a grant, and says when there are none', async () => {
    expect(await get(ungranted, '/transcript')).toMatchObject({ status: 403, code: 'no_grant' });
    expect(await get(granted, '/transcript', silent)).toMatchObject({ status: 404, code: 'no_transcript' });
  });

  it('shows scores to both, and quotes only to those who may read', async () => {
    const [withWords, without] = [granted, ungranted].map((account) => get(account, '/scorecards'));
    const [mine] = ((await withWords) as unknown as ScorecardList).scorecards;
    const [theirs] = ((await without) as unknown as ScorecardList).scorecards;
    expect(mine).toMatchObject({
      counts: true,
      transcriptVersion: 1,
      points: 5,
      checklist: { id: 'small', version: 1 },
      sections: [{ id: 'greeting', points: 5, maxPoints: 10 }],
      items: [
        {
          itemId: 'greeting.salutation',
          sectionId: 'greeting',
          points: 5,
          evidence: [{ quote: 'Hello' }],
          signs: SIGN('Hello'),
        },
        { itemId: 'greeting.offer', points: 0, evidence: [{ quote: null }] },
      ],
    });
    expect(theirs?.items[0]?.evidence[0]?.quote).toBeNull();
    expect(theirs?.items[0]?.signs).toMatchObject(SIGN(null));
    expect(JSON.stringify(theirs)).not.toContain('Hello');
  });

  it('gives the waveform under a grant', async () => {
    const path = `/peaks?recordingId=${recordingId}`;
    expect(await get(granted, path)).toMatchObject({ format: 'shouwen.peaks/1', data: [[1], [2]] });
    expect(await get(ungranted, path)).toMatchObject({ status: 403, code: 'no_grant' });
    expect(await get(granted, path, silent)).toMatchObject({ status: 404 });
  });

  it('tells a screen beforehand what may be done', async () => {
    const detail = (await get(granted, '')) as unknown as CallDetail;
    expect(detail.may).toMatchObject({ listen: true, listenRefusal: null, readWords: true, retry: false });
    expect(detail.recordings).toMatchObject([{ recordingId, keyCopies: 2, custody: 'sealed' }]);
    expect(detail.legs).toMatchObject([{ ringSeconds: 6, answeredOnRing: 2 }]);
    expect(detail.neighbours).toEqual({ newer: silent.callId, older: null });
    const other = (await get(ungranted, '')) as unknown as CallDetail;
    expect(other.may).toMatchObject({ listen: false, listenRefusal: 'no_grant', grantCode: null, readWords: false });
    expect([detail.may.ask, other.may.ask]).toEqual([[], [{ zh: expect.any(String), en: expect.any(String) }]]);
    expect(detail.destroyed).toBe(false);
    expect(((await get(granted, '', silent)) as unknown as CallDetail).may.listenRefusal).toBe('no_recording');
  });

  it('tells where the recording was paused, and by whom', async () => {
    const liveCallId = newId();
    await api.source.query('update call set external_id = $2 where id = $1', [call.callId, liveCallId]);
    await api.source.transaction((tx) =>
      api.app
        .get(JournalService, { strict: false })
        .append(tx, 'live_call.paused', { liveCallId }, { actorPersonId: granted.personId }),
    );
    await api.source.query(
      `update recording set began_at = (select max(at) from journal_entry where event = 'live_call.paused') - interval '12.8 seconds' where id = $1`,
      [recordingId],
    );
    await api.source.query(
      `insert into recording_unheard (recording_id, from_ms, to_ms, reason)
       values ($1, 0, 200, 'paused'), ($1, 10000, 11000, 'paused'), ($1, 13000, 14000, 'paused'), ($1, 400, 500, 'lost')`,
      [recordingId],
    );
    const pausedBy = async () =>
      ((await get(granted, '')) as unknown as CallDetail).recordings[0]!.pauses.map(({ fromMs, by }) => [fromMs, by]);
    const named = { zh: expect.any(String), en: expect.any(String) };
    // What was not taken three seconds before was a hold, or consent was open.
    const others = [0, 10_000].map((fromMs) => [fromMs, null]);
    expect(await pausedBy()).toEqual([...others, [13_000, named]]);
    const [began]: { at: Date }[] = await api.source.query('select began_at as at from recording where id = $1', [
      recordingId,
    ]);
    const hold = async (...seconds: number[]) => {
      const iso = seconds.map((one) => new Date(began!.at.getTime() + one * 1000).toISOString());
      const holds = iso.length > 0 ? JSON.stringify([iso]) : null;
      await api.source.query('update leg set holds = $2 where call_id = $1', [call.callId, holds]);
    };
    await hold(12.9, 14);
    expect(await pausedBy()).toEqual([...others, [13_000, null]]);
    await hold();
  });

  it('refuses a retry where nothing waits for one', async () => {
    const cookie = await api.signIn(granted.username);
    const response = await fetch(`${api.baseUrl}/api/v1/calls/${call.callId}/retry`, {
      method: 'POST',
      headers: { cookie },
    });
    expect(await response.json()).toMatchObject({ status: 409, code: 'nothing_to_retry' });
  });

  it('offers a retry while there is something left to try', async () => {
    const { callId } = call;
    const set = async (stage: string, reason: string | null, custody: string) => {
      await api.source.query('update call set stage = $2, stage_reason = $3 where id = $1', [callId, stage, reason]);
      await api.source.query('update recording set custody = $2 where id = $1', [recordingId, custody]);
      return ((await get(granted, '')) as unknown as CallDetail).may.retry;
    };
    expect(await set('needs_attention', 'engine_crashed', 'sealed')).toBe(true);
    expect(await set('needs_attention', 'engine_crashed', 'expired')).toBe(false);
    expect(await set('scored', null, 'sealed')).toBe(false);
  });

  it('says of one look at the page once who read, and of sound what was sent', async () => {
    const items = async () => ((await get(granted, '/accesses')) as unknown as CallAccesses).items;
    const reads = (await items()).filter(({ kind }) => kind === 'read');
    expect(reads).toHaveLength(1);
    await get(granted, '/transcript');
    expect((await items()).filter(({ kind }) => kind === 'read')).toMatchObject([{ times: reads[0]!.times + 1 }]);
    const cookie = await api.signIn(granted.username);
    const headers = { cookie, 'content-type': 'application/json', range: 'bytes=0-7999' };
    const body = JSON.stringify({ recordingId });
    const play = (await (
      await fetch(`${api.baseUrl}/api/v1/calls/${call.callId}/plays`, { method: 'POST', headers, body })
    ).json()) as Play;
    await (await fetch(`${api.baseUrl}${play.audioUrl}`, { headers })).arrayBuffer();
    expect((await items())[0]).toMatchObject({ kind: 'heard', heardMs: 0, sentMs: 1000 });
    // One's own are told apart; they are others' to another person.
    const of = async (who: typeof granted, whose: string) =>
      (await get(who, `/accesses?whose=${whose}`)) as unknown as CallAccesses;
    const [own, others, all] = [await of(granted, 'own'), await of(granted, 'others'), await of(granted, 'all')];
    expect([own.own, own.items.length, others.own]).toEqual([own.items.length, own.items.length, own.items.length]);
    expect(own.items.length).toBeGreaterThanOrEqual(2);
    expect(others.items.length).toBe(all.items.length - own.items.length);
    const seen = await of(manager, 'others');
    expect(seen.items.length).toBeGreaterThanOrEqual(own.items.length);
    expect((await of(manager, 'all')).items.length).toBe(seen.items.length + seen.own);
  });

  it('shows of a destroyed call its scores, without a word, and scores it no more', async () => {
    await api.source.query('update recording set destruction_started_at = now() where id = $1', [recordingId]);
    const detail = (await get(manager, '')) as unknown as CallDetail;
    expect(detail).toMatchObject({
      destroyed: true,
      stage: 'scored',
      may: { rescore: false, listenRefusal: 'key_destroyed' },
    });
    const { scorecards } = (await get(granted, '/scorecards')) as unknown as ScorecardList;
    expect(scorecards[0]).toMatchObject({ points: 5 });
    expect(JSON.stringify(scorecards)).not.toContain('Hello');
    const rescored = await fetch(`${api.baseUrl}/api/v1/calls/${call.callId}/rescore`, {
      method: 'POST',
      headers: { cookie: await api.signIn(manager.username) },
    });
    expect(await rescored.json()).toMatchObject({ status: 410, code: 'words_destroyed' });
  });
});
