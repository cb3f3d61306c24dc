import { randomUUID } from 'node:crypto';
import { type TranscriptView, type WordsVersionList } from '#contracts';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant } from '../../../../../test/factories/accounts.js';
import { buildRecording, buildTranscript } from '../../../../../test/factories/recordings.js';
import { buildScorecard } from '../../../../../test/factories/scorecards.js';
import { UploadDesk } from '../../../../../test/support/upload-desk.js';

let desk: UploadDesk;
/** A quality manager's session. */
let cookie: string;

beforeAll(async () => {
  desk = await UploadDesk.open();
  const { source } = desk.api;
  const { username } = await buildAccount(source, desk.organisation, { role: 'quality_manager', teamId: null });
  cookie = await desk.api.signIn(username);
  await buildGrant(source, desk.organisation, { role: 'quality_manager', actions: ['read'] });
});
afterAll(() => desk.api.stop());

async function ask<T>(method: 'GET' | 'POST', path: string, body?: object, as = cookie) {
  const answer = await fetch(`${desk.api.baseUrl}/api/v1/calls/${path}`, {
    method,
    headers: { cookie: as, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T & { code?: string } };
}
const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => desk.api.source.query(text, values);

const TURNS = [
  { speaker: 'agent' as const, text: 'Good morning, Green Belly Bank' },
  { speaker: 'customer' as const, text: 'my card is 4111 1111 1111 1111 please' },
];

async function heard(turns: typeof TURNS | null = TURNS, engineName = 'test') {
  const { callId } = (await desk.upload(desk.metadata({ language: 'en', externalId: randomUUID() }))).body;
  const { source, app } = desk.api;
  const [leg] = await sql<{ id: string }>('select id from leg where call_id = $1', [callId]);
  const vault = app.get(VaultService);
  const { recordingId } = await buildRecording(source, vault, { callId, legId: leg!.id } as never, {
    durationMs: 5_000,
  });
  const transcriptId = turns ? await buildTranscript(source, vault, recordingId, turns, { engineName }) : '';
  await sql(`update call set stage = 'scored' where id = $1`, [callId]);
  return { callId, recordingId, transcriptId };
}
const correct = (
  { callId, ...of }: { callId: string; recordingId: string; transcriptId: string },
  turns: object[],
  as?: string,
) => ask<{ transcriptId: string }>('POST', `${callId}/words-corrections`, { ...of, turns }, as);
const eventsOf = async (callId: string) =>
  (await sql<{ event: string }>(`select event from journal_entry where call_id = $1 order by at, event`, [callId])).map(
    ({ event }) => event,
  );

describe('correcting what was misheard', () => {
  it('makes the next version, says who and how much, and leaves the old one to be read', async () => {
    const call = await heard();
    const first = { turn: 0, text: 'Good morning, Green Valley Bank' };
    const { status, body } = await correct(call, [first]);
    expect(status).toBe(200);
    const { body: view } = await ask<TranscriptView>('GET', `${call.callId}/transcript`);
    expect(view).toMatchObject({ transcriptId: body.transcriptId, version: 2 });
    expect(view.transcript.turns[0]).toMatchObject({ text: first.text, speaker: 'agent', fromMs: 0 });
    expect(view.redaction.spans).toMatchObject([{ turn: 1 }]);
    const { body: list } = await ask<WordsVersionList>('GET', `${call.callId}/words-versions`);
    expect(list).toMatchObject({
      beingMade: false,
      versions: [
        { version: 2, origin: 'corrected', by: { en: expect.any(String) }, changed: { changed: 1 }, readable: true },
        { version: 1, origin: 'heard', by: null, changed: null },
      ],
    });
    const old = await ask<TranscriptView>('GET', `${call.callId}/words-versions/${call.transcriptId}`);
    expect(old.body.transcript.turns[0]!.text).toBe(TURNS[0]!.text);
    const events = await eventsOf(call.callId);
    expect(events).toEqual(expect.arrayContaining(['words.corrected', 'transcript.ready']));
    // Of each version, and once of what was corrected and then looked at again.
    expect(events.filter((event) => event === 'transcript.read')).toHaveLength(2);
  });

  it('takes a turn out in which nothing was said', async () => {
    const call = await heard([{ speaker: 'agent', text: 'you' }, ...TURNS]);
    await correct(call, [{ turn: 0, text: ' ' }]);
    const { body } = await ask<TranscriptView>('GET', `${call.callId}/transcript`);
    expect(body.transcript.turns.map(({ index, text }) => [index, text.slice(0, 4)])).toEqual([
      [0, 'Good'],
      [1, 'my c'],
    ]);
  });

  it('is refused where it would change nothing, what is not there, what is hidden or no longer the newest', async () => {
    const call = await heard();
    const code = async (answer: ReturnType<typeof correct>) => {
      const { status, body } = await answer;
      return [status, body.code];
    };
    expect(await code(correct(call, [{ turn: 0, text: TURNS[0]!.text }]))).toEqual([409, 'no_words_corrected']);
    expect(await code(correct(call, [{ turn: 7, text: 'x' }]))).toEqual([409, 'no_such_turn']);
    expect(await code(correct(call, [{ turn: 1, text: 'my card is 4' }]))).toEqual([403, 'turn_has_hidden_words']);
    expect(await code(correct(call, []))).toEqual([400, 'bad_input']);
    expect(await code(correct({ ...call, transcriptId: randomUUID() }, [{ turn: 0, text: 'x' }]))).toEqual([
      404,
      'not_found',
    ]);
    await correct(call, [{ turn: 0, text: 'Good morning, Green Valley Bank' }]);
    expect(await code(correct(call, [{ turn: 0, text: 'Good evening' }]))).toEqual([409, 'words_moved_on']);
    expect(await sql('select 1 from transcript where recording_id = $1', [call.recordingId])).toHaveLength(2);
  });

  it('is refused to the agent who took the call, and without a grant to read', async () => {
    const call = await heard();
    const own = await buildAccount(desk.api.source, desk.organisation, { role: 'quality_manager', teamId: null });
    await sql('update leg set person_id = $2 where call_id = $1', [call.callId, own.personId]);
    const theirs = await desk.api.signIn(own.username);
    expect((await correct(call, [{ turn: 0, text: 'x' }], theirs)).body.code).toBe('correct_own_call');
    const analyst = await buildAccount(desk.api.source, desk.organisation, { role: 'quality_analyst', teamId: null });
    const without = await desk.api.signIn(analyst.username);
    expect((await correct(call, [{ turn: 0, text: 'x' }], without)).body.code).toBe('no_grant');
  });

  it('waits while the sound is heard again', async () => {
    const call = await heard();
    expect((await ask('POST', `${call.callId}/rehearings`)).status).toBe(204);
    expect((await correct(call, [{ turn: 0, text: 'x' }])).body.code).toBe('words_being_made');
    expect((await ask('POST', `${call.callId}/rehearings`)).body.code).toBe('words_being_made');
    expect((await ask<WordsVersionList>('GET', `${call.callId}/words-versions`)).body.beingMade).toBe(true);
    const [{ details } = { details: {} }] = await sql<{ details: object }>(
      `select details from journal_entry join journal_detail on entry_id = id where call_id = $1 and event = 'call.rehear_asked'`,
      [call.callId],
    );
    expect(details).toEqual({ runId: null, again: [{ job: 'transcribe-recording', subjectId: call.recordingId }] });
    // The words that there are count until then.
    expect((await ask('GET', `${call.callId}/transcript`)).status).toBe(200);
  });

  it('says why nothing can be heard again', async () => {
    const brought = await heard(TURNS, 'provided');
    expect((await ask('POST', `${brought.callId}/rehearings`)).body.code).toBe('words_came_along');
    const unheard = await heard(null);
    expect((await ask('POST', `${unheard.callId}/rehearings`)).body.code).toBe('nothing_heard_yet');
  });
});

describe('what hearing a period again came to', () => {
  it('is how many words differ, and which outcomes went from what to what', async () => {
    const call = await heard();
    const { source, app } = desk.api;
    const [leg] = await sql<{ id: string; team_id: string; person_id: string }>(
      'select * from leg where call_id = $1',
      [call.callId],
    );
    const runId = randomUUID();
    await sql(
      `insert into quality_run (id, kind, asked_by_person_id, asked_at, team_ids, from_day, to_day, from_at, to_at, at_most, total)
       values ($1, 'rehear', $2, now(), null, '2026-01-01', '2026-01-02', now(), now(), 10, 1)`,
      [runId, leg!.person_id],
    );
    const again = await buildTranscript(source, app.get(VaultService), call.recordingId, TURNS, { version: 2, runId });
    await buildScorecard(source, leg!.id, call.transcriptId);
    await buildScorecard(source, leg!.id, again, [], { 'greeting.salutation': 'not_met' });
    const answer = await fetch(`${desk.api.baseUrl}/api/v1/rehearings/${runId}`, { headers: { cookie } });
    expect(await answer.json()).toMatchObject({
      run: { kind: 'rehear', state: 'waiting' },
      heard: { recordings: 1 },
      failed: 0,
      items: [
        {
          itemId: 'greeting.salutation',
          title: { en: 'greeting.salutation' },
          moves: [{ from: 'met', to: 'not_met', legs: 1 }],
        },
      ],
    });
  });
});
