import pg from 'pg';
import { type UploadMetadata } from '#contracts';
import { type Browser } from 'playwright-core';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { metadataOf } from '../../tools/samples/metadata.js';
import { spokenSamples } from '../../tools/samples/sounds.js';
import { House } from '../support/house.js';
import { FORMS } from '../support/words-as-written.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;
let callId: string;
/** A mark of evidence may stand within the sentence: its beginning is looked for. */
const lastOf = (leg: typeof FIRST): string => leg!.turns.at(-1)!.text.slice(0, 3);
const [FIRST, SECOND] = spokenSamples(SAMPLE_CALLS.filter(({ language }) => language === 'zh').slice(0, 2));

async function send({ sample, audio, durationMs, turns }: NonNullable<typeof FIRST>, staffNumber: string) {
  const about = metadataOf(sample, { startedAt: new Date(), durationMs, staffNumber: '' });
  const metadata = { ...about, externalId: sample.id, legs: [{ staffNumber, holdSpans: [], queueSeconds: 7 }] };
  const words = FORMS['Whisper’s verbose JSON'](sample.language, turns, durationMs);
  const operator = await product.signIn('admin');
  const sent = (await operator.take(metadata as UploadMetadata, audio, new Blob([words]))).callId;
  await product.reaches(sent, ['scored']);
  return sent;
}

/** The second call becomes the second leg of the first, as a transfer would have it. */
beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  callId = await send(FIRST!, '3068');
  const other = await send(SECOND!, '3071');
  await product.idle();
  const owner = new pg.Client(product.ownerUrl);
  await owner.connect();
  await owner.query('set session_replication_role = replica');
  await owner.query('update leg set call_id = $1, position = 1 where call_id = $2', [callId, other]);
  for (const table of ['recording', 'listed_leg'])
    await owner.query(`update ${table} set call_id = $1 where call_id = $2`, [callId, other]);
  await owner.end();
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

it('each leg has its own words, sound and facts, and is corrected for itself', async () => {
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${callId}`);
  const turns = page.locator('.turn');
  await turns
    .filter({ hasText: lastOf(FIRST) })
    .first()
    .waitFor();
  await lookAtScreen(screen, 'two-legs-first-zh');
  await page.locator('.ant-segmented-item').filter({ hasText: '2' }).first().click();
  await turns
    .filter({ hasText: lastOf(SECOND) })
    .first()
    .waitFor();
  expect(await turns.filter({ hasText: lastOf(FIRST) }).count()).toBe(0);
  await lookAtScreen(screen, 'two-legs-second-zh');
  await page.goto(`${product.baseUrl}/calls/${callId}?leg=2`);
  await turns
    .filter({ hasText: lastOf(SECOND) })
    .first()
    .waitFor();
  await screen.close();
});

it('the language of a call that is in doubt is said at the leg that is looked at', async () => {
  const owner = new pg.Client(product.ownerUrl);
  await owner.connect();
  const told = { from: 'sound', language: 'zh', share: 0.5, doubt: 'both' };
  await owner.query('update call set language = null, language_told = $2 where id = $1', [callId, told]);
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${callId}?leg=2`);
  await page.getByRole('button', { name: '是普通话' }).click();
  await page.getByRole('region', { name: '通话语言' }).waitFor({ state: 'detached' });
  const { rows } = await owner.query(
    `select leg.position, call.language from call_correction said join leg on leg.id = said.leg_id join call on call.id = said.call_id
     where said.call_id = $1`,
    [callId],
  );
  expect(rows).toEqual([{ position: 1, language: 'zh' }]);
  await owner.end();
  expect(screen.errors).toEqual([]);
  await screen.close();
});
