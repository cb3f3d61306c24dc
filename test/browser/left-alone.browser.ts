import { type Browser } from 'playwright-core';
import { House } from '../support/house.js';
import { comesTrue } from './comes-true.js';
import { enterAs, firstSaid, isLocked } from './desk.js';
import { leave, lookAtScreen, openScreen, picture, sendSamples, signIn, startBrowser } from './screen.js';

const SAMPLE = 'zh-deflection';
const MINUTE = 60_000;
const own = { own: true };
let product: House;
let browser: Browser;
let callId: string;
let said: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  callId = (await sendSamples(product, [SAMPLE])).get(SAMPLE) ?? '';
  await product.reaches(callId, ['scored']);
  await product.idle();
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

describe('a page that no one uses', () => {
  it('says so a minute before, locks when the company’s idle time is over, and ends the session', async () => {
    const { page, errors, close } = await openScreen(browser, own);
    await page.clock.install();
    await signIn(page, product, 'agent', `/calls/${callId}`);
    said = await firstSaid(page);
    const cookies = await page.context().cookies();
    await page.clock.fastForward(28 * MINUTE);
    await page.locator('.turn').first().waitFor();
    await page.clock.fastForward(1.5 * MINUTE);
    await page.getByText('屏幕将在一分钟内锁定').waitFor();
    await picture(page, 'idle-soon-zh');
    await page.keyboard.press('Shift');
    await page.getByText('屏幕将在一分钟内锁定').waitFor({ state: 'detached' });
    await page.clock.fastForward(29 * MINUTE);
    await page.locator('.turn').first().waitFor();
    const told = page.waitForResponse((answer) => answer.url().endsWith('/auth/left-alone'));
    await page.clock.fastForward(1.1 * MINUTE);
    await isLocked(page, said);
    expect((await told).status()).toBe(204);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const me = () => fetch(`${product.baseUrl}/api/v1/auth/me`, { headers: { cookie } });
    for (let tries = 0; (await me()).status !== 401 && tries < 100; tries++) await product.nextCommit();
    expect((await me()).status).toBe(401);
    expect(errors).toEqual([]);
    await close();
  });

  it('goes on showing a list that it keeps up to date, and asks for signing in at the first step beyond', async () => {
    const { page, errors, close } = await openScreen(browser, own);
    await page.clock.install();
    await signIn(page, product, 'supervisor', '/calls');
    const row = page.locator('.call-table [data-call]').first();
    await row.waitFor();
    await page.clock.fastForward(31 * MINUTE);
    await page.getByText('列表继续更新，其他操作需要重新登录').waitFor();
    await lookAtScreen({ page, errors }, 'looks-on-zh');
    // What happens is still shown: another call comes in.
    const listed = await page.locator('.call-table [data-call]').count();
    const more = (await sendSamples(product, ['en-deflection'])).get('en-deflection') ?? '';
    expect(await comesTrue(page, `document.querySelectorAll('.call-table [data-call]').length > ${listed}`)).toBe(true);
    await product.reaches(more, ['scored']);
    await page.goto(`${product.baseUrl}/calls/${callId}`).catch(() => null);
    await isLocked(page, 'data-ms');
    await enterAs(page, 'supervisor');
    await firstSaid(page);
    await close();
  });

  it('goes on showing the processing board to a person whose bell and rail read more than lists', async () => {
    const { page, close } = await openScreen(browser, own);
    await page.clock.install();
    await signIn(page, product, 'quality', '/processing');
    await page.getByRole('heading', { name: '处理看板' }).waitFor();
    // Runs that are under way are read for the bell.
    await page.locator('.board-table, .stage-strip').first().waitFor();
    await page.clock.fastForward(31 * MINUTE);
    await page.getByText('列表继续更新，其他操作需要重新登录').waitFor();
    const board = () =>
      page.waitForResponse((answer) => answer.url().endsWith('/api/v1/processing') && answer.status() === 200);
    for (const _ of [1, 2]) {
      const read = board();
      await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
      await page.clock.fastForward(11_000);
      await read;
    }
    expect(await page.locator('#username').count()).toBe(0);
    await page.getByRole('link', { name: '首页' }).click();
    await page.locator('#username').waitFor();
    await close();
  });
});
