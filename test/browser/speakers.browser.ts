import { readFileSync } from 'node:fs';
import { type Browser } from 'playwright-core';
import { soundOf } from '#recordings';
import { mixDown } from '../../measure/eval-spoken/mix-down.js';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { SAMPLE_AGENT_STAFF_NUMBER } from '../../tools/demo/seed/organisation.js';
import { metadataOf } from '../../tools/samples/metadata.js';
import { spokenSamples } from '../../tools/samples/sounds.js';
import { hasRecogniser } from '../support/recogniser.js';
import { heardOnce } from '../support/run-recogniser.js';
import { House } from '../support/house.js';
import { leave, lookAtScreen, openScreen, signIn, startBrowser } from './screen.js';

const hears = hasRecogniser();
let product: House;
let browser: Browser;
let oneChannel: string;
let swapped: string;

beforeAll(async () => {
  if (!hears) return;
  [product, browser] = await Promise.all([House.open(await heardOnce()), startBrowser()]);
  oneChannel = await send('zh-no-greeting', 'mixed');
  swapped = await send('en-deflection', 'swapped');
  await product.reaches(oneChannel, ['scored', 'needs_attention'], 400_000);
  await product.reaches(swapped, ['scored', 'needs_attention'], 400_000);
  await product.idle();
}, 450_000);
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

/** A sample in one channel, or with its agent said to be where the customer is. */
async function send(name: string, how: 'mixed' | 'swapped'): Promise<string> {
  const { sample, audio, durationMs } = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === name))[0]!;
  const staffNumber = SAMPLE_AGENT_STAFF_NUMBER[sample.language];
  const { agentChannel: _, ...about } = metadataOf(sample, { startedAt: new Date(), durationMs, staffNumber });
  const bytes = readFileSync(audio);
  const operator = await product.signIn('admin');
  if (how === 'swapped') return (await operator.take({ ...about, agentChannel: 'right' }, audio)).callId;
  const { mixed } = await mixDown(bytes, soundOf(bytes), true);
  return (await operator.take(about, new Blob([new Uint8Array(mixed)]))).callId;
}

const ifHeard = hears ? it : it.skip;

ifHeard('two people on one channel are told apart, and the page says how', async () => {
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${oneChannel}`);
  await page.getByText('录音只有一个声道：按声音区分说话人，按说话内容判断坐席。').waitFor();
  expect(await page.locator('.turn.agent').count()).toBeGreaterThan(1);
  expect(await page.locator('.turn.customer').count()).toBeGreaterThan(1);
  await lookAtScreen(screen, 'one-channel-zh');
  await page.getByRole('button', { name: '切换到英文' }).click();
  await page.getByRole('button', { name: 'Wrong? Change it' }).click();
  await page.getByText('Who is voice 1?').waitFor();
  await lookAtScreen(screen, 'one-channel-en');
  await screen.close();
});

ifHeard('channels that seem swapped judge no agent, and are corrected with one press', async () => {
  const screen = await openScreen(browser);
  const { page } = screen;
  await signIn(page, product, 'quality', `/calls/${swapped}`);
  const asked = page.locator('.who-speaks');
  // A person who chose English before finds it again.
  await asked.getByText('The channels may be swapped').waitFor();
  await lookAtScreen(screen, 'swapped-en');
  await page.getByRole('button', { name: 'Switch to Chinese' }).click();
  await asked.getByText('声道可能接反了').waitFor();
  // What holds of all items is said once, and not at each of them.
  await page.locator('.card-shared').getByText('还不能确定哪一方是坐席').waitFor();
  expect(await page.locator('.item').getByText('还不能确定哪一方是坐席').count()).toBe(0);
  expect(await page.locator('.item.not_met').count()).toBe(0);
  await lookAtScreen(screen, 'swapped-zh');
  await asked.getByRole('button', { name: '保存并重新评分' }).click();
  await page.locator('.turn.agent').first().waitFor();
  await page.getByText('说话人由人工指明。').waitFor();
  await product.idle();
  await page.locator('.card-shared').waitFor({ state: 'detached' });
  await lookAtScreen(screen, 'swapped-answered-zh');
  const { recordings } = await (await product.signIn('quality')).call(swapped);
  expect(recordings[0]).toMatchObject({ agentChannel: 'left', speakers: ['agent', 'customer'] });
  await screen.close();
});
