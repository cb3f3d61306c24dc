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
import { DEEP } from '../support/deep.js';

let folder: string;
let english: SpokenCall;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-killed-'));
  // Its beginning will do: it is recognised half a dozen times, and what is counted is chunks, not words.
  const call = SAMPLE_CALLS.find(({ id }) => id === 'en-no-greeting')!;
  english = await speakCall(folder, { ...call, lines: call.lines.slice(0, 4) });
});
afterAll(async () => {
  await product?.stop();
  await rm(folder, { recursive: true });
});

let product: Product;

/**
 * In this order none is met by a call that is still to go on from the one before. Each is heard again, which is what takes long: a worker that
 * dies while it hears is also met by `production/two-of-each`, so that an ordinary run kills at the score and between two destructions alone.
 */
const POINTS = ['score.before-commit', ...(DEEP ? ['transcribe.before-commit', 'transcribe.chunk-stored'] : [])];
const LAST = 'cut.before-destruction';

interface Sent {
  callId: string;
  recordingId: string;
  /** The worker that had it first. */
  first: number | undefined;
}

describe('a worker killed', () => {
  const sent = new Map<string, Sent>();
  const killedAt: string[] = [];
  /** Words that were sealed when their worker died: what is begun is swept after a day. */
  let begun: number;

  // One product, whose worker dies once for each call: the next one that is started dies of the next.
  beforeAll(async () => {
    product = await Product.start({}, { SHOUWEN_FAULT_POINT: POINTS[0]! });
    const { worker } = product.profile;
    const following = [...POINTS.slice(1), LAST];
    worker.onEnd = () => {
      const next = following.shift();
      killedAt.push(next ?? 'the end');
      // After the last the supervisor starts one as it always does.
      if (next) void worker.stop().then(() => worker.start({ SHOUWEN_FAULT_POINT: next }));
    };
    for (const point of POINTS) await sendAndFollow(point, takeEnglish);
    begun = await product.count('object_write');
    await sendAndFollow(LAST, takeCardCode);
    await product.idle();
  }, 600_000);

  async function sendAndFollow(point: string, take: () => Promise<{ callId: string; recordingId: string }>) {
    const first = product.profile.worker.pid;
    const taken = await take();
    sent.set(point, { ...taken, first });
    await product.reaches(taken.callId, ['scored'], 200_000);
    await product.idle();
  }

  async function takeEnglish() {
    const taken = await (await product.signIn('admin')).take(callMetadata(), english.audio);
    return taken as { callId: string; recordingId: string };
  }

  it.each(POINTS)('at %s leaves, once it is back, one transcript and one score, and nothing lost', async (point) => {
    const { callId, recordingId, first } = sent.get(point)!;
    expect(product.profile.worker.pid).not.toBe(first);

    const { rows: work } = await product.database.query(
      'select job, attempts from work where subject_id = $1 or subject_id in (select id from leg where call_id = $2) order by created_at',
      [recordingId, callId],
    );
    const killedJob = point.startsWith('transcribe') ? 'transcribe-recording' : 'score-leg';
    const stages = ['seal-recording', 'transcribe-recording', 'score-leg'];
    expect(work.filter(({ job }) => stages.includes(job)).map(({ job, attempts }) => [job, attempts])).toEqual(
      stages.map((job) => [job, job === killedJob ? 2 : 1]),
    );
    expect(await product.count('transcript where recording_id = $1', recordingId)).toBe(1);
    // One of each checklist that judges the call.
    const { rows: cards } = await product.database.query(
      'select checklist_id, count(*)::int as n from scorecard join leg on leg.id = leg_id where call_id = $1 group by 1',
      [callId],
    );
    expect(cards).toContainEqual({ checklist_id: 'standard-inbound', n: 1 });
    expect(cards.every(({ n }) => n === 1)).toBe(true);
    const told = (event: string) => product.count('journal_entry where event = $1 and call_id = $2', event, callId);
    expect([await told('transcript.ready'), await told('checklist.scored')]).toEqual([1, cards.length]);
    const chunks = await product.count('transcript_chunk where recording_id = $1', recordingId);
    const { rows } = await product.database.query(
      'select count(distinct (channel, chunk))::int as n from transcript_chunk where recording_id = $1',
      [recordingId],
    );
    expect(rows[0].n).toBe(chunks);
    expect(chunks).toBeGreaterThan(1);
  });

  /** A call in which a card's code is said; its words came with it. */
  async function takeCardCode() {
    const turn = (speaker: string, fromMs: number, text: string) => ({ speaker, fromMs, toMs: fromMs + 2_000, text });
    const words = {
      language: 'en',
      turns: [turn('agent', 0, 'and the security code'), turn('customer', 2_000, 'it is 739')],
    };
    const audio = new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 5 }))]);
    const taken = await (await product.signIn('admin')).take(callMetadata(), audio, new Blob([JSON.stringify(words)]));
    return taken as { callId: string; recordingId: string };
  }

  it('between cutting a card code and destroying the old recording, destroys and certifies it once it is back', async () => {
    const { callId, recordingId, first } = sent.get(LAST)!;
    expect(product.profile.worker.pid).not.toBe(first);
    const { rows } = await product.database.query('select * from recording_cut where recording_id = $1', [recordingId]);
    expect(rows).toMatchObject([{ key_destroyed_at: expect.any(Date), old_objects_deleted_at: expect.any(Date) }]);
    expect(await product.count('destruction_certificate where recording_id = $1', recordingId)).toBe(1);
    for (const event of ['recording.cut', 'certificate.issued', 'recording.masked'])
      expect(await product.count('journal_entry where event = $1 and call_id = $2', event, callId)).toBe(1);
    expect(await product.count('object_write')).toBe(begun);
    const supervisor = await product.signIn('supervisor');
    expect((await supervisor.call(callId)).recordings[0]).toMatchObject({ keyCopies: 2, codec: 'pcm_s16le' });
  });

  it('died once for each of them', () => {
    expect(killedAt).toEqual([...POINTS.slice(1), LAST, 'the end']);
  });
});

/** The same product, whose worker was started again as it always is. */
describe('a product in trouble', () => {
  it('an API killed in the middle of an upload keeps nothing of it, and takes the same call when it is back', async () => {
    const admin = await product.signIn('admin');
    const audio = synthWav({ tones: [440, 220], seconds: 60, sampleRate: 16_000 });
    const metadata = callMetadata({ language: 'zh' });
    const before = [await product.count('call'), await product.count('recording')];
    const begun = await product.count('object_write');
    await sendHalf(admin.baseUrl, admin.cookie, metadata, audio, async () => {
      // Half of it has arrived once its intent is there, however busy the machine is.
      while ((await product.count('object_write')) === begun) await setImmediate();
      product.profile.api.kill();
    });
    await product.profile.apiReady();
    expect([await product.count('call'), await product.count('recording')]).toEqual(before);
    // The intent is what the sweep finds the remains by.
    expect(await product.count('object_write')).toBe(begun + 1);

    const taken = await (await product.signIn('admin')).take(metadata, new Blob([new Uint8Array(audio)]));
    expect(taken.sha256).toBe(createHash('sha256').update(audio).digest('hex'));
    // No engine knows Mandarin on a bare machine: sealed, and then a person's business.
    expect(await product.reaches(taken.callId, ['needs_attention'])).toMatchObject({
      reason: 'no_engine_for_language',
    });
    expect(await product.count("recording where custody = 'sealed' and call_id = $1", taken.callId)).toBe(1);
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
