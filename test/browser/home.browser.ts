import { DateTime } from 'luxon';
import { type Browser } from 'playwright-core';
import { metadataOf } from '../../tools/samples/metadata.js';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { spokenSamples, wordsOf } from '../../tools/samples/sounds.js';
import { House } from '../support/house.js';
import { leave, type Look, openScreen, picture, signIn, startBrowser } from './screen.js';

const SAMPLE = 'en-deflection';
let product: House;
let browser: Browser;
let callId: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  const [spoken] = spokenSamples(SAMPLE_CALLS.filter(({ id }) => id === SAMPLE));
  if (!spoken) throw new Error(`there is no sample ${SAMPLE}`);
  const { sample, audio, durationMs } = spoken;
  const yesterday = DateTime.now().setZone('Asia/Shanghai').minus({ days: 1 }).set({ hour: 12 }).toJSDate();
  const metadata = metadataOf(sample, { startedAt: yesterday, durationMs, staffNumber: '3068' });
  callId = (await (await product.signIn('admin')).take(metadata, audio, wordsOf(spoken))).callId;
  await product.reaches(callId, ['scored']);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function as(username: string, look: Look = {}) {
  const screen = await openScreen(browser, look);
  await signIn(screen.page, product, username, '/');
  await screen.page.waitForURL(/\/home$/);
  return screen;
}

describe('home', () => {
  it('has the worst moment of yesterday in sight: played where it is, and its call one click away', async () => {
    const { page, errors, close } = await as('supervisor');
    const moment = page.locator('.home-moment').first();
    await moment.getByText('自动评分，未经人工复核').waitFor();
    await picture(page, 'home-supervisor-1440');

    await moment.getByRole('button', { name: /播放/ }).click();
    await moment.getByRole('button', { name: '暂停' }).waitFor();
    await moment.getByRole('button', { name: '暂停' }).click();
    expect(await product.count('play where call_id = $1', callId)).toBe(1);

    await page.getByRole('link', { name: '已评分 1 通' }).click();
    await page.locator('.row-link').first().waitFor();
    expect(await page.locator('.row-link').count()).toBe(1);
    await page.goBack();
    await moment.getByRole('link').first().click();
    await page.waitForURL(new RegExp(`/calls/${callId}\\?item=`));
    expect(errors).toEqual([]);
    await close();
  });

  it('is the agent’s own: what cost them points, with advice, and who listened', async () => {
    const { page, errors, close } = await as('agent', { width: 390, theme: 'dark' });
    await page.locator('.home-moment').first().waitFor();
    await page.locator('.home-panel', { hasText: '谁听过您的通话' }).getByRole('link').first().waitFor();
    expect(await page.locator('.home-panel', { hasText: '本周还没有人复核过的坐席' }).count()).toBe(0);
    await picture(page, 'home-agent-390-dark');
    expect(errors).toEqual([]);
    await close();
  });

  it.each(['quality', 'requester', 'legal', 'auditor', 'admin'])(
    'has something for %s, and no failure',
    async (username) => {
      const { page, errors, close } = await as(username);
      await page.locator('.home-panel').first().waitFor();
      await page.waitForLoadState('networkidle');
      await picture(page, `home-${username}-1440`);
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(errors).toEqual([]);
      await close();
    },
  );
});
