import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ENV, type Env } from '#platform';
import { VaultService } from '#recordings';
import { Person } from '#people';
import { type Problem, type UploadResult } from '#contracts';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../../test/factories/api.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { synthWav } from '../../../../test/fixtures/wav.js';

let api: TestApi;
let organisation: Organisation;
let cookie: string;
let staffNumber: string;

beforeAll(async () => {
  api = await startTestApi();
  organisation = await buildOrganisation(api.source);
  const { username } = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
  cookie = await api.signIn(username);
  ({ staffNumber } = await api.source.manager.findOneByOrFail(Person, { id: organisation.first }));
});
afterAll(() => api.stop());

const metadata = (change: object = {}) => ({
  source: 'test',
  externalId: randomUUID(),
  direction: 'inbound',
  startedAt: '2026-03-12T14:02:00+08:00',
  language: 'zh',
  region: 'CN',
  consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-1' } },
  legs: [{ staffNumber }],
  ...change,
});
const wav = synthWav({ seconds: 1 });
const stereo = synthWav({ tones: [440, 0], seconds: 1 });

async function send(parts: [string, string | Buffer][], as = cookie) {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(value)]), 'call.wav');
  }
  const answer = await fetch(`${api.baseUrl}/api/v1/calls`, { method: 'POST', body: form, headers: { cookie: as } });
  return { status: answer.status, body: (await answer.json()) as UploadResult & Problem };
}
const upload = (about: object, audio = wav) =>
  send([
    ['metadata', JSON.stringify(about)],
    ['audio', audio],
  ]);

/** Everything that lies in the object store and the key store, tombstones of keys apart: what a refused upload must not change. */
async function stored(): Promise<string[]> {
  const { objectDir, keyDir } = api.app.get<Env>(ENV);
  const lists = await Promise.all([objectDir, keyDir].map((dir) => readdir(dir, { recursive: true }).catch(() => [])));
  const writes: unknown[] = await api.source.query('select object_id from object_write');
  return [...lists.flat().filter((name) => /[0-9a-f-]{36}(?!.*destroyed)/.test(name)), ...writes.map(String)].sort();
}
const live = async (): Promise<number> => (await stored()).length;

describe('an upload', () => {
  it('is sealed as it came, under its own hash', async () => {
    const { status, body } = await upload(metadata());
    expect(status).toBe(201);
    const sha256 = createHash('sha256').update(wav).digest('hex');
    expect(body).toMatchObject({ stage: 'recorded', sha256, durationMs: 1000, incomplete: false, duplicate: false });
    const vault = api.app.get(VaultService);
    const original = await vault.find(body.recordingId ?? '', 'original');
    const bytes = await vault.readAll(original!, { kind: 'system', job: 'seal-recording' });
    expect(bytes.equals(wav)).toBe(true);
  });

  it.each(['pcm_s16le', 'pcm_u8', 'pcm_mulaw', 'pcm_alaw'] as const)(
    'takes %s, told apart by content',
    async (codec) => {
      const { status, body } = await upload(metadata(), synthWav({ codec }));
      expect(status).toBe(201);
      const [row] = await api.source.query('select codec from recording where id = $1', [body.recordingId]);
      expect(row.codec).toBe(codec);
    },
  );

  it('sent again gives the same ids and stores nothing more', async () => {
    const about = metadata();
    const first = await upload(about);
    const before = await live();
    const again = await upload(about);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({
      callId: first.body.callId,
      recordingId: first.body.recordingId,
      duplicate: true,
    });
    expect(await live()).toBe(before);
  });

  it('with other bytes under the same identity is a conflict that names both hashes', async () => {
    const about = metadata();
    const { body: first } = await upload(about);
    const other = synthWav({ tones: [220] });
    const { status, body } = await upload(about, other);
    expect(status).toBe(409);
    const sentSha256 = createHash('sha256').update(other).digest('hex');
    expect(body).toMatchObject({ code: 'recording_conflict', storedSha256: first.sha256, sentSha256 });
  });

  it('raced against itself is stored once', async () => {
    const about = metadata();
    const answers = await Promise.all(Array.from({ length: 6 }, () => upload(about)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.recordingId)).size).toBe(1);
    const [rows] = await api.source.query('select count(*)::int as n from recording where external_id = $1', [
      about.externalId,
    ]);
    expect(rows.n).toBe(1);
  });

  it('may add a second recording to its call', async () => {
    const about = metadata();
    const { body: first } = await upload(about);
    const { status, body } = await upload({ ...about, recordingExternalId: randomUUID() }, synthWav({ tones: [220] }));
    expect(status).toBe(201);
    expect(body.callId).toBe(first.callId);
    expect(body.recordingId).not.toBe(first.recordingId);
  });

  it('that is decodable but short is kept and marked', async () => {
    const { status, body } = await upload(metadata(), wav.subarray(0, wav.length / 2));
    expect(status).toBe(201);
    expect(body.incomplete).toBe(true);
    expect(body.durationMs).toBeLessThan(520);
  });
});

describe('a refused upload says why, and leaves nothing', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 415, 'recording_empty'],
    ['a web page named .wav', Buffer.from(`<!doctype html><html>${' '.repeat(600)}`), 415, 'recording_unsupported'],
    ['a header without sound', wav.subarray(0, 44), 415, 'recording_without_sound'],
    ['a playlist', Buffer.from('#EXTM3U\nfile:///etc/passwd\n'.padEnd(600, '#')), 415, 'recording_unsupported'],
    ['one over the limit', synthWav({ seconds: 200 }), 413, 'recording_too_large'],
    ['two channels of unknown sides', stereo, 400, 'agent_channel_missing'],
  ])('%s', async (_what, audio, status, code) => {
    const before = await stored();
    api.app.get<Env>(ENV).maxUploadBytes = 1024 ** 2;
    const answer = await upload(metadata(), audio);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.detail.zh).toMatch(/\p{Script=Han}/u);
    expect(answer.body.detail.en.length).toBeGreaterThan(20);
    expect(await stored()).toEqual(before);
  });

  it.each([
    [
      'audio before metadata',
      [
        ['audio', wav],
        ['metadata', '{}'],
      ],
      400,
      'metadata_must_come_first',
    ],
    ['no audio', [['metadata', JSON.stringify({})]], 400, 'bad_input'],
    [
      'broken JSON',
      [
        ['metadata', '{"a":'],
        ['audio', wav],
      ],
      400,
      'metadata_unreadable',
    ],
  ] as [string, [string, string | Buffer][], number, string][])('%s', async (_what, parts, status, code) => {
    expect(await send(parts)).toMatchObject({ status, body: { code } });
  });

  it('names every wrong field of the metadata', async () => {
    const { status, body } = await upload(metadata({ region: 'China', consent: { state: 'not_required' }, legs: [] }));
    expect(status).toBe(400);
    expect(body.fields?.map(({ path }) => path).sort()).toEqual(['consent.reason', 'legs', 'region']);
  });

  it('an agent that nobody knows', async () => {
    expect(await upload(metadata({ legs: [{ staffNumber: 'nobody' }] }))).toMatchObject({
      status: 400,
      body: { code: 'unknown_staff_number' },
    });
  });

  it('one that breaks off on the way', async () => {
    const before = await stored();
    const externalId = randomUUID();
    const boundary = 'cut';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="metadata"\r\n\r\n${JSON.stringify(metadata({ externalId }))}\r\n--${boundary}\r\ncontent-disposition: form-data; name="audio"; filename="a.wav"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), wav.subarray(0, 8000)]);
    const { hostname, port } = new URL(api.baseUrl);
    const request = `POST /api/v1/calls HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${cookie}\r\ncontent-type: multipart/form-data; boundary=${boundary}\r\n`;
    // Whole by its content-length, cut within the part: the server can still answer.
    const answer = await new Promise<string>((done, fail) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`${request}content-length: ${body.length}\r\nconnection: close\r\n\r\n`);
        socket.write(body);
      });
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => done(text));
      socket.on('error', fail);
    });
    expect(answer).toMatch(/^HTTP\/1.1 400/);
    expect(answer).toContain('upload_cut_short');
    expect(await stored()).toEqual(before);
    expect(await api.source.query('select id from call where external_id = $1', [externalId])).toEqual([]);
  });

  it('whoever may not send calls in', async () => {
    const { username } = await buildAccount(api.source, organisation, {
      role: 'supervisor',
      teamId: organisation.teamA,
    });
    const answer = await send(
      [
        ['metadata', JSON.stringify(metadata())],
        ['audio', wav],
      ],
      await api.signIn(username),
    );
    expect(answer.status).toBe(403);
  });
});

describe('the consent gate', () => {
  it.each([
    ['declined', { state: 'declined' }, 'consent_declined'],
    ['withdrawn', { state: 'withdrawn' }, 'consent_withdrawn'],
    ['unknown', { state: 'unknown' }, 'consent_unknown'],
    ['an exemption nobody accepts', { state: 'not_required', reason: 'as usual' }, 'exemption_not_accepted'],
  ])('keeps not a byte of a call that is %s, and the call itself visible', async (_what, consent, reason) => {
    const before = await stored();
    const { status, body } = await upload(metadata({ consent }));
    expect(status).toBe(201);
    expect(body).toMatchObject({ stage: 'not_recorded', stageReason: reason, recordingId: null, sha256: null });
    expect(await stored()).toEqual(before);
    const events = await api.source.query(
      'select event, details from journal_entry join journal_detail on entry_id = id where call_id = $1 order by id',
      [body.callId],
    );
    expect(events.map(({ event }: { event: string }) => event)).toEqual([
      'call.known',
      'consent.decided',
      'call.not_recorded',
    ]);
    expect(events[1].details).toMatchObject({ state: consent.state, mayRecord: false, ruleId: 'cn-inbound' });
  });

  it.each([
    [{ classification: 'private', consent: { state: 'given' } }, 'private_call_excluded'],
    [{ direction: 'internal', consent: { state: 'announced' } }, 'internal_call_excluded'],
  ])('leaves out %j by rule', async (change, reason) => {
    expect((await upload(metadata(change))).body).toMatchObject({ stage: 'not_recorded', stageReason: reason });
  });

  it('stays closed for a call that was held back once', async () => {
    const about = metadata({ consent: { state: 'declined' } });
    await upload(about);
    expect((await upload(about)).status).toBe(200);
    const later = await upload({ ...about, consent: { state: 'given' } });
    expect(later).toMatchObject({ status: 409, body: { code: 'call_not_recorded' } });
  });

  it('is also in the database: no row can say that a declined call may be recorded', async () => {
    const { body } = await upload(metadata({ consent: { state: 'declined' } }));
    const forged = api.source.query(
      `insert into consent_decision (id, call_id, state, rule_id, may_record, decided_at) values ($1, $2, 'declined', 'x', true, now())`,
      [randomUUID(), body.callId],
    );
    await expect(forged).rejects.toThrow(/consent_fails_closed/);
  });
});

it('stores provided words beside the sound, sealed', async () => {
  const words = JSON.stringify({ language: 'zh', turns: [] });
  const { body } = await send([
    ['metadata', JSON.stringify(metadata())],
    ['audio', wav],
    ['transcript', Buffer.from(words)],
  ]);
  const vault = api.app.get(VaultService);
  const object = await vault.find(body.recordingId ?? '', 'provided-words');
  expect((await vault.readAll(object!, { kind: 'system', job: 'transcribe-recording' })).toString()).toBe(words);
  const { objectDir } = api.app.get<Env>(ENV);
  const { readFile } = await import('node:fs/promises');
  expect((await readFile(join(objectDir, object!.storeKey))).includes(words)).toBe(false);
});
