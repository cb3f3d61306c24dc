import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playSchema } from '#contracts';
import { synthWav } from '../fixtures/wav.js';
import { filesHolding, formsOf } from '../support/canary.js';
import { callMetadata, Product } from '../support/product.js';

const WORDS = 'zanzibar quadrille ombudsman';
const ZH_WORDS = '琥珀色的鹦鹉螺';
const NUMBER = '13971046283';
const NAME = '欧阳翡翠玲珑';

let product: Product;
let callId: string;
let recordingId: string;
const wav = synthWav({ tones: [441.7, 0], seconds: 4, sampleRate: 16_000, amplitude: 0.37 });
/** A stretch of the sound that is found nowhere else. */
const sound = wav.subarray(20_000, 20_048);

beforeAll(async () => {
  product = await Product.start({ SHOUWEN_LOG_LEVEL: 'trace' }, {}, 'valkey');
  const admin = await product.signIn('admin');
  const words = JSON.stringify({
    language: 'zh',
    turns: [
      { speaker: 'agent', fromMs: 0, toMs: 2000, text: `您好，${ZH_WORDS}，${WORDS}` },
      { speaker: 'customer', fromMs: 2000, toMs: 3900, text: `我的电话是 ${NUMBER}` },
    ],
  });
  const metadata = callMetadata({ language: 'zh', region: 'CN', customer: { name: NAME, number: NUMBER } });
  const taken = await admin.take(metadata, new Blob([new Uint8Array(wav)]), new Blob([words]));
  ({ callId, recordingId } = taken as { callId: string; recordingId: string });
  await product.reaches(callId, ['scored']);

  // Everything that unwraps: words, scores with quotes, sound.
  const supervisor = await product.signIn('supervisor');
  const read = JSON.stringify(await supervisor.json(`/api/v1/calls/${callId}/transcript`));
  expect(read).toContain(WORDS);
  // The number that was said is hidden in words at once, and in sound once the silent copy is there.
  expect(read).not.toContain(NUMBER);
  await product.idle();
  await supervisor.scorecards(callId);
  const headers = { 'content-type': 'application/json' };
  const opened = await supervisor.request(`/api/v1/calls/${callId}/plays`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ recordingId }),
  });
  const play = playSchema.parse(await opened.json());
  expect(play.sound).toBe('masked');
  const audio = await supervisor.request(play.audioUrl, { headers: { range: 'bytes=0-' } });
  expect((await audio.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  // A clean stop writes every page and log line to the disk, so that what could be found is there.
  await product.halt();
});
afterAll(() => product?.remove());

describe('a planted canary', () => {
  it.each([
    ['English words', formsOf(WORDS)],
    ['Mandarin words', formsOf(ZH_WORDS)],
    ["the customer's number", formsOf(NUMBER)],
    ["the customer's name", formsOf(NAME)],
    ['the sound', [sound]],
  ])(
    '%s: in no file of the product, its database, its queue and its logs, and in no stored object',
    async (_what, forms) => {
      expect(await product.placesHolding(forms)).toEqual([]);
    },
  );

  it('is found where it is planted in any of its forms', async () => {
    const dir = join(tmpdir(), `canary-${process.pid}`);
    await mkdir(dir);
    for (const [i, form] of formsOf(ZH_WORDS).entries())
      await writeFile(join(dir, String(i)), Buffer.concat([Buffer.from('…'), form]));
    expect(await filesHolding(dir, formsOf(ZH_WORDS))).toHaveLength(formsOf(ZH_WORDS).length);
    await rm(dir, { recursive: true });
  });
});
