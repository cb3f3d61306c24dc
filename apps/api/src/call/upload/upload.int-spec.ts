import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { CallRegister } from '#intake';
import { VaultService } from '#recordings';
import { buildAccount } from '../../../../../test/factories/accounts.js';
import { synthWav } from '../../../../../test/fixtures/wav.js';
import { UploadDesk, WAV } from '../../../../../test/support/upload-desk.js';

let desk: UploadDesk;

beforeAll(async () => {
  desk = await UploadDesk.open();
});
afterAll(() => desk.api.stop());

const stereo = synthWav({ tones: [440, 0], seconds: 1 });

describe('an upload', () => {
  it('is sealed as it came, under its own hash', async () => {
    const { status, body } = await desk.upload(desk.metadata());
    expect(status).toBe(201);
    const sha256 = createHash('sha256').update(WAV).digest('hex');
    expect(body).toMatchObject({ stage: 'recorded', sha256, durationMs: 1000, incomplete: false, duplicate: false });
    const vault = desk.api.app.get(VaultService);
    const original = await vault.find(body.recordingId ?? '', 'original');
    const bytes = await vault.readAll(original!, { kind: 'system', job: 'seal-recording' });
    expect(bytes.equals(WAV)).toBe(true);
  });

  it.each(['pcm_s16le', 'pcm_u8', 'pcm_mulaw', 'pcm_alaw'] as const)(
    'takes %s, told apart by content',
    async (codec) => {
      const { status, body } = await desk.upload(desk.metadata(), synthWav({ codec }));
      expect(status).toBe(201);
      const [row] = await desk.api.source.query('select codec from recording where id = $1', [body.recordingId]);
      expect(row.codec).toBe(codec);
    },
  );

  it('sent again gives the same ids and stores nothing more', async () => {
    const about = desk.metadata();
    const first = await desk.upload(about);
    const before = (await desk.stored()).length;
    const again = await desk.upload(about);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({
      callId: first.body.callId,
      recordingId: first.body.recordingId,
      duplicate: true,
    });
    expect((await desk.stored()).length).toBe(before);
  });

  it('with other bytes under the same identity is a conflict that names both hashes', async () => {
    const about = desk.metadata();
    const { body: first } = await desk.upload(about);
    const other = synthWav({ tones: [220] });
    const { status, body } = await desk.upload(about, other);
    expect(status).toBe(409);
    const sentSha256 = createHash('sha256').update(other).digest('hex');
    expect(body).toMatchObject({ code: 'recording_conflict', storedSha256: first.sha256, sentSha256 });
  });

  it('is the same where another one stores it between looking for the call and for the recording', async () => {
    const about = desk.metadata();
    const first = await desk.upload(about);
    const found = jest.spyOn(desk.api.app.get(CallRegister), 'find').mockResolvedValueOnce(null);
    const second = await desk.upload(about);
    found.mockRestore();
    expect([second.status, second.body.recordingId]).toEqual([200, first.body.recordingId]);
  });

  it('raced against itself is stored once', async () => {
    const about = desk.metadata();
    const before = await desk.stored();
    const answers = await Promise.all(Array.from({ length: 6 }, () => desk.upload(about)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.recordingId)).size).toBe(1);
    const [rows] = await desk.api.source.query('select count(*)::int as n from recording where external_id = $1', [
      about.externalId,
    ]);
    expect(rows.n).toBe(1);
    // One object, one key: what the losers wrote is gone.
    expect((await desk.stored()).length).toBe(before.length + 2);
  });

  it('may add a second recording to its call', async () => {
    const about = desk.metadata();
    const { body: first } = await desk.upload(about);
    const { status, body } = await desk.upload(
      { ...about, recordingExternalId: randomUUID() },
      synthWav({ tones: [220] }),
    );
    expect(status).toBe(201);
    expect(body.callId).toBe(first.callId);
    expect(body.recordingId).not.toBe(first.recordingId);
  });

  it('that is decodable but short is kept and marked', async () => {
    const { status, body } = await desk.upload(desk.metadata(), WAV.subarray(0, WAV.length / 2));
    expect(status).toBe(201);
    expect(body.incomplete).toBe(true);
    expect(body.durationMs).toBeLessThan(520);
  });
});

describe('a refused upload says why, and leaves nothing', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 415, 'recording_empty'],
    ['a web page named .wav', Buffer.from(`<!doctype html><html>${' '.repeat(600)}`), 415, 'recording_unsupported'],
    ['a header without sound', WAV.subarray(0, 44), 415, 'recording_without_sound'],
    ['a playlist', Buffer.from('#EXTM3U\nfile:///etc/passwd\n'.padEnd(600, '#')), 415, 'recording_unsupported'],
    ['one over the limit', synthWav({ seconds: 200 }), 413, 'recording_too_large'],
    ['two channels of unknown sides', stereo, 400, 'agent_channel_missing'],
  ])('%s', async (_what, audio, status, code) => {
    const before = await desk.stored();
    desk.env.maxUploadBytes = 1024 ** 2;
    const answer = await desk.upload(desk.metadata(), audio);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.detail.zh).toMatch(/\p{Script=Han}/u);
    expect(answer.body.detail.en.length).toBeGreaterThan(20);
    expect(await desk.stored()).toEqual(before);
  });

  it.each([
    [
      'audio before metadata',
      [
        ['audio', WAV],
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
        ['audio', WAV],
      ],
      400,
      'metadata_unreadable',
    ],
  ] as [string, [string, string | Buffer][], number, string][])('%s', async (_what, parts, status, code) => {
    expect(await desk.send(parts)).toMatchObject({ status, body: { code } });
  });

  it('makes not even a key for what is no recording', async () => {
    const before = await readdir(desk.env.keyDir, { recursive: true });
    await desk.upload(desk.metadata(), Buffer.from('<!doctype html>'.padEnd(600)));
    expect(await readdir(desk.env.keyDir, { recursive: true })).toEqual(before);
  });

  // A server that answers and shuts the connection while bytes still come resets it, and the sender never reads why.
  it('also to a sender who has it shut the connection, and has not sent all yet', async () => {
    const boundary = 'slow';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="metadata"\r\n\r\n${JSON.stringify(desk.metadata())}\r\n--${boundary}\r\ncontent-disposition: form-data; name="audio"; filename="a.wav"\r\n\r\n`;
    const [piece, pieces, end] = [Buffer.alloc(65_536, 'no recording '), 200, `\r\n--${boundary}--\r\n`];
    const length = head.length + piece.length * pieces + end.length;
    const { hostname, port } = new URL(desk.api.baseUrl);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    const over = new Promise<void>((done, fail) => socket.on('close', () => done()).on('error', fail));
    socket.write(`${desk.requestHead(boundary)}content-length: ${length}\r\nconnection: close\r\n\r\n${head}`);
    const sending = (async () => {
      for (let sent = 0; sent < pieces; sent += 1) {
        await new Promise((written) => socket.write(piece, written));
        await setImmediate();
      }
      socket.write(end);
    })();
    await Promise.all([over, sending]);
    expect(answer).toMatch(/^HTTP\/1.1 415/);
    expect(answer).toContain('recording_unsupported');
  });

  it('names every wrong field of the metadata', async () => {
    const { status, body } = await desk.upload(
      desk.metadata({ region: 'China', consent: { state: 'not_required' }, legs: [] }),
    );
    expect(status).toBe(400);
    expect(body.fields?.map(({ path }) => path).sort()).toEqual(['consent.reason', 'legs', 'region']);
  });

  it('an unknown agent', async () => {
    expect(await desk.upload(desk.metadata({ legs: [{ staffNumber: 'nobody' }] }))).toMatchObject({
      status: 400,
      body: { code: 'unknown_staff_number' },
    });
  });

  it('one that breaks off on the way', async () => {
    const before = await desk.stored();
    const externalId = randomUUID();
    const boundary = 'cut';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="metadata"\r\n\r\n${JSON.stringify(desk.metadata({ externalId }))}\r\n--${boundary}\r\ncontent-disposition: form-data; name="audio"; filename="a.wav"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), WAV.subarray(0, 8000)]);
    const { hostname, port } = new URL(desk.api.baseUrl);
    const request = desk.requestHead(boundary);
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
    expect(await desk.stored()).toEqual(before);
    expect(await desk.api.source.query('select id from call where external_id = $1', [externalId])).toEqual([]);
  });

  it('a sender without the right to send calls', async () => {
    const { username } = await buildAccount(desk.api.source, desk.organisation, {
      role: 'supervisor',
      teamId: desk.organisation.teamA,
    });
    const answer = await desk.send(
      [
        ['metadata', JSON.stringify(desk.metadata())],
        ['audio', WAV],
      ],
      await desk.api.signIn(username),
    );
    expect(answer.status).toBe(403);
  });
});

describe('words that other tools wrote', () => {
  const about = (change: object = {}) => desk.metadata({ language: 'en', ...change });
  const fixture = (name: string) =>
    readFile(new URL(`../../../../../test/fixtures/provided-words/${name}`, import.meta.url));
  const TWENTY = synthWav({ seconds: 20 });
  const sendWords = (metadata: object, ...words: [string, string | Buffer][]) =>
    desk.send([['metadata', JSON.stringify(metadata)], ['audio', TWENTY], ...words]);
  const storedSpeakers = async (recordingId: string | null) =>
    (await desk.api.source.query('select speakers from recording where id = $1', [recordingId]))[0].speakers;

  it('are looked at before the answer, which asks who its labels are', async () => {
    const { body } = await sendWords(about(), ['transcript', await fixture('whisperx-3.8.6.diarized.json')]);
    expect(body.words).toEqual({
      ...{ usable: true, format: 'whisper-json', turns: 5, ask: true },
      speakers: [
        { label: 'SPEAKER_01', role: null, turns: 3, seconds: 12 },
        { label: 'SPEAKER_00', role: null, turns: 2, seconds: 4 },
      ],
    });
    expect(await storedSpeakers(body.recordingId)).toEqual([null, null]);
  });

  it('are told who is who by the metadata', async () => {
    const speakers = { SPEAKER_01: 'agent', SPEAKER_00: 'customer', SPEAKER_02: 'other' };
    const { body } = await sendWords(about({ speakers }), ['transcript', await fixture('whisperx-3.8.6.diarized.srt')]);
    expect(body.words).toMatchObject({ ask: false, speakers: [{ role: 'agent' }, { role: 'customer' }] });
    expect(await storedSpeakers(body.recordingId)).toEqual(['agent', 'customer']);
  });

  it('may come in a file for each channel, and then in both', async () => {
    const [left, right] = ['transcriptLeft', 'transcriptRight'];
    const one = Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nHello.\n');
    const { body } = await sendWords(about(), [right!, one], [left!, one]);
    expect(body.words).toMatchObject({
      usable: true,
      format: 'two-channels',
      speakers: [{ label: 'left' }, { label: 'right' }],
    });
    expect(await sendWords(about(), [left!, one])).toMatchObject({ status: 400, body: { code: 'part_missing' } });
    expect(await sendWords(about(), [left!, one], ['transcript', one])).toMatchObject({
      status: 400,
      body: { code: 'unknown_part' },
    });
  });

  it('that cannot be used are kept, and the answer says why and where', async () => {
    const { status, body } = await sendWords(about(), ['transcript', Buffer.from('{"segments": [\n{"start": 0,]}')]);
    expect([status, body.words]).toMatchObject([
      201,
      { usable: false, code: 'invalid_json', at: { line: 2 }, message: { en: expect.stringContaining('line 2') } },
    ]);
    const mandarin = await sendWords(about(), ['transcript', await fixture('whisperx-3.8.6.zh.diarized.json')]);
    expect(mandarin.body.words).toMatchObject({ usable: false, code: 'language_mismatch' });
  });
});

it('stores provided words beside the sound, sealed', async () => {
  const words = JSON.stringify({ language: 'zh', turns: [] });
  const { body } = await desk.send([
    ['metadata', JSON.stringify(desk.metadata())],
    ['audio', WAV],
    ['transcript', Buffer.from(words)],
  ]);
  const vault = desk.api.app.get(VaultService);
  const object = await vault.find(body.recordingId ?? '', 'provided-words');
  expect((await vault.readAll(object!, { kind: 'system', job: 'transcribe-recording' })).toString()).toBe(words);
  const { objectDir } = desk.env;
  expect((await readFile(join(objectDir, object!.storeKey))).includes(words)).toBe(false);
});
