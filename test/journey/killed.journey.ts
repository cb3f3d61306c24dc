import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { synthWav } from '../fixtures/wav.js';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { callMetadata, Product } from '../support/product.js';
import { speakCall, type SpokenCall } from '../support/voices/speak-call.js';

let folder: string;
let english: SpokenCall;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-killed-'));
  // Its beginning will do: it is recognised half a dozen times, and what is counted is chunks, not words.
  const call = SAMPLE_CALLS.find(({ id }) => id === 'en-no-greeting')!;
  english = await speakCall(folder, { ...call, lines: call.lines.slice(0, 4) });
});
afterAll(() => rm(folder, { recursive: true }));

const POINTS = ['transcribe.chunk-stored', 'transcribe.before-commit', 'score.before-commit'];

describe('a worker killed', () => {
  let products: Map<string, Product>;
  let cutting: Product;
  // What takes long is waiting for a lease to run out, and that they can do at the same time.
  beforeAll(async () => {
    const start = async (point: string) => [point, await Product.start({}, { SHOUWEN_FAULT_POINT: point })] as const;
    const [started, cutter] = await Promise.all([Promise.all(POINTS.map(start)), start('cut.before-destruction')]);
    products = new Map(started);
    cutting = cutter[1];
    await Promise.all([...[...products.values()].map(sendAndFollow), sendCardCode(cutting)]);
  });
  afterAll(() => Promise.all([...(products?.values() ?? []), cutting].map((product) => product?.stop())));

  const sent = new Map<Product, { callId: string; recordingId: string; first: number | undefined }>();
  async function sendAndFollow(product: Product): Promise<void> {
    const first = product.profile.worker.pid;
    const taken = await (await product.signIn('admin')).take(callMetadata(), english.audio);
    sent.set(product, { ...(taken as { callId: string; recordingId: string }), first });
    await product.reaches(taken.callId, ['scored'], 200_000);
  }

  it.each(POINTS)('at %s leaves, once it is back, one transcript and one score, and nothing lost', async (point) => {
    const product = products.get(point)!;
    const { callId, recordingId, first } = sent.get(product)!;
    expect(product.profile.worker.pid).not.toBe(first);

    const { rows: work } = await product.database.query('select job, attempts, done_at from work order by created_at');
    const killedJob = point.startsWith('transcribe') ? 'transcribe-recording' : 'score-leg';
    const stages = ['seal-recording', 'transcribe-recording', 'score-leg'];
    expect(work.filter(({ job }) => stages.includes(job)).map(({ job, attempts }) => [job, attempts])).toEqual(
      stages.map((job) => [job, job === killedJob ? 2 : 1]),
    );
    expect(await product.count('transcript where recording_id = $1', recordingId)).toBe(1);
    // One of each checklist that judges the call.
    const { rows: cards } = await product.database.query(
      'select checklist_id, count(*)::int as n from scorecard group by 1',
    );
    expect(cards).toContainEqual({ checklist_id: 'standard-inbound', n: 1 });
    expect(cards.every(({ n }) => n === 1)).toBe(true);
    const told = (event: string) => product.count('journal_entry where event = $1 and call_id = $2', event, callId);
    expect([await told('transcript.ready'), await told('checklist.scored')]).toEqual([1, cards.length]);
    const chunks = await product.count('transcript_chunk where recording_id = $1', recordingId);
    const { rows } = await product.database.query(
      'select count(distinct (channel, chunk))::int as n from transcript_chunk',
    );
    expect(rows[0].n).toBe(chunks);
    expect(chunks).toBeGreaterThan(1);
  });

  /** A call in which a card's code is said; its words came with it. */
  async function sendCardCode(product: Product): Promise<void> {
    const first = product.profile.worker.pid;
    const turn = (speaker: string, fromMs: number, text: string) => ({ speaker, fromMs, toMs: fromMs + 2_000, text });
    const words = {
      language: 'en',
      turns: [turn('agent', 0, 'and the security code'), turn('customer', 2_000, 'it is 739')],
    };
    const audio = new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 5 }))]);
    const taken = await (await product.signIn('admin')).take(callMetadata(), audio, new Blob([JSON.stringify(words)]));
    sent.set(product, { ...(taken as { callId: string; recordingId: string }), first });
    await product.reaches(taken.callId, ['scored'], 200_000);
    await product.idle();
  }

  it('between cutting a card code and destroying the old recording, destroys and certifies it once it is back', async () => {
    const { callId, recordingId, first } = sent.get(cutting)!;
    expect(cutting.profile.worker.pid).not.toBe(first);
    const { rows } = await cutting.database.query('select * from recording_cut where recording_id = $1', [recordingId]);
    expect(rows).toMatchObject([{ key_destroyed_at: expect.any(Date), old_objects_deleted_at: expect.any(Date) }]);
    expect(await cutting.count('destruction_certificate where recording_id = $1', recordingId)).toBe(1);
    for (const event of ['recording.cut', 'certificate.issued', 'recording.masked'])
      expect(await cutting.count('journal_entry where event = $1 and call_id = $2', event, callId)).toBe(1);
    expect(await cutting.count('object_write')).toBe(0);
    const supervisor = await cutting.signIn('supervisor');
    expect((await supervisor.call(callId)).recordings[0]).toMatchObject({ keyCopies: 2, codec: 'pcm_s16le' });
  });
});

describe('a product in trouble', () => {
  let product: Product;
  beforeAll(async () => void (product = await Product.start()), 60_000);
  afterAll(() => product?.stop());

  it('an API killed in the middle of an upload keeps nothing of it, and takes the same call when it is back', async () => {
    const admin = await product.signIn('admin');
    const audio = synthWav({ tones: [440, 220], seconds: 60, sampleRate: 16_000 });
    const metadata = callMetadata({ language: 'zh' });
    await sendHalf(admin.baseUrl, admin.cookie, metadata, audio, async () => {
      // Half of it has arrived once its intent is there, however busy the machine is.
      while ((await product.count('object_write')) === 0) await setImmediate();
      product.profile.api.kill();
    });
    await product.profile.apiReady();
    expect(await product.count('call')).toBe(0);
    expect(await product.count('recording')).toBe(0);
    // The intent is what the sweep finds the remains by.
    expect(await product.count('object_write')).toBe(1);

    const taken = await (await product.signIn('admin')).take(metadata, new Blob([new Uint8Array(audio)]));
    expect(taken.sha256).toBe(createHash('sha256').update(audio).digest('hex'));
    // No engine knows Mandarin on a bare machine: sealed, and then a person's business.
    expect(await product.reaches(taken.callId, ['needs_attention'])).toMatchObject({
      reason: 'no_engine_for_language',
    });
    expect(await product.count("recording where custody = 'sealed'")).toBe(1);
  });

  it('a call in trouble is handed to a person, can be tried again, and does not hold up another', async () => {
    const admin = await product.signIn('admin');
    const wav = new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 2, sampleRate: 16_000 }))]);
    const rubbish = await admin.take(callMetadata({ language: 'zh' }), wav, new Blob(['{"turns": 7}']));
    const good = await admin.take(callMetadata(), english.audio);
    expect(await product.reaches(rubbish.callId, ['needs_attention'])).toMatchObject({
      reason: 'provided_words_rejected',
    });
    expect(await product.reaches(good.callId, ['scored'])).toBeTruthy();

    const supervisor = await product.signIn('supervisor');
    expect((await supervisor.request(`/api/v1/calls/${rubbish.callId}/retry`, { method: 'POST' })).status).toBe(204);
    await product.reaches(rubbish.callId, ['needs_attention']);
    expect(await product.count('journal_entry where event = $1', 'call.retried')).toBe(1);
    expect((await supervisor.request(`/api/v1/calls/${good.callId}/retry`, { method: 'POST' })).status).toBe(409);
  });
});

/** Sends an upload up to the middle of its sound, then calls `then` and lets the connection break. */
async function sendHalf(
  baseUrl: string,
  cookie: string,
  metadata: object,
  audio: Buffer,
  then: () => Promise<void>,
): Promise<void> {
  const boundary = 'half';
  const part = (name: string, more = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const head = `${part('metadata')}${JSON.stringify(metadata)}\r\n${part('audio', '; filename="a.wav"')}`;
  const length = Buffer.byteLength(head) + audio.length + Buffer.byteLength(`\r\n--${boundary}--\r\n`);
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': length };
  await new Promise<void>((broken) => {
    const upload = request(`${baseUrl}/api/v1/calls`, { method: 'POST', headers });
    upload.on('error', () => broken());
    upload.on('close', () => broken());
    upload.write(head);
    upload.write(audio.subarray(0, audio.length / 2), () => void then());
  });
}
