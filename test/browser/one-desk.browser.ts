import { type Browser, type Page } from 'playwright-core';
import { House } from '../support/house.js';
import { comesTrue } from './comes-true.js';
import { endSessions as endSessionsOf, enterAs, firstSaid, isLocked, signOut } from './desk.js';
import {
  leave,
  lookAtScreen,
  openScreen,
  picture,
  sendSamples,
  signIn,
  signInByScreen,
  startBrowser,
} from './screen.js';

const SAMPLE = 'zh-deflection';
let product: House;
let browser: Browser;
let callId: string;
/** What the call's first turn says, as it is on the screen. */
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

const readCall = async (page: Page, username: string, enter = signIn) => {
  await enter(page, product, username, `/calls/${callId}`);
  await wordsShown(page);
};
const wordsShown = async (page: Page) => {
  said = await firstSaid(page);
};
const locked = (page: Page) => isLocked(page, said);
const endSessions = (username: string) => endSessionsOf(product, username);
const readings = () => product.count(`journal_entry where event = 'transcript.read'`);

describe('a desk that several people use', () => {
  it.each(['light', 'dark'] as const)('loses what is shown when the session ends on the server (%s)', async (theme) => {
    const { page, errors, close } = await openScreen(browser, { theme });
    await readCall(page, 'agent');
    await endSessions('agent');
    await locked(page);
    await page.getByRole('heading', { name: '屏幕已锁定' }).waitFor();
    await lookAtScreen({ page, errors }, `locked-zh-${theme}`);
    await page.getByRole('button', { name: '切换到英文' }).click();
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await lookAtScreen({ page, errors }, `locked-en-${theme}`);
    await close();
  });

  it('shows the next person nothing of the one before, not by Back either', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signInByScreen(page, product, 'agent', '/calls');
    await page.goto(`${product.baseUrl}/calls/${callId}`);
    await wordsShown(page);
    await page.getByRole('link', { name: '首页' }).click();
    await page.locator('.turn').first().waitFor({ state: 'detached' });
    // As the palette keeps it.
    await page.evaluate(`sessionStorage.setItem('shouwen.recent', 'names of calls')`);
    await page.evaluate(`sessionStorage.setItem('shouwen.list', '{"search":"?q=Li"}')`);
    const before = await readings();
    await endSessions('agent');
    await locked(page);
    expect(await page.evaluate(`sessionStorage.getItem('shouwen.recent')`)).toBeNull();
    await enterAs(page, 'agent3');
    // Their own page, and not where the other was.
    expect(new URL(page.url()).pathname).toBe('/home');
    for (const step of [1, 2]) {
      await page.goBack();
      await page.locator('.shell').waitFor();
      expect([step, new URL(page.url()).pathname]).toEqual([step, '/home']);
      expect(await page.content()).not.toContain(said);
    }
    expect(await readings()).toBe(before);
    expect(await page.evaluate(`String(sessionStorage.getItem('shouwen.list'))`)).not.toContain('Li');
    await close();
    expect(errors).toEqual([]);
  });

  it('asks again for everything when the same person comes back', async () => {
    const { page, close } = await openScreen(browser);
    await readCall(page, 'agent');
    const before = await readings();
    await endSessions('agent');
    await locked(page);
    await enterAs(page, 'agent');
    await wordsShown(page);
    expect(new URL(page.url()).pathname).toBe(`/calls/${callId}`);
    expect(await readings()).toBeGreaterThan(before);
    await close();
  });

  it('keeps what was typed for the person who typed it, and for no other', async () => {
    const { page, errors, close } = await openScreen(browser);
    const typed = '这里说得很好，值得大家学习';
    const remark = () => page.getByRole('dialog').locator('textarea');
    const openRemark = async () => {
      await wordsShown(page);
      await page.keyboard.press('c');
      await remark().waitFor();
    };
    await signInByScreen(page, product, 'supervisor', `/calls/${callId}`);
    await openRemark();
    await remark().fill(typed);
    await endSessions('supervisor');
    await locked(page);
    await page.getByText('未发送的内容已为本人保留').waitFor();
    await picture(page, 'locked-typed-zh');
    expect(await page.evaluate('JSON.stringify(localStorage) + JSON.stringify(sessionStorage)')).not.toContain(typed);
    await enterAs(page, 'quality');
    await page.goto(`${product.baseUrl}/calls/${callId}`);
    await openRemark();
    expect(await remark().inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await remark().waitFor({ state: 'detached' });
    await signOut(page);
    await enterAs(page, 'supervisor');
    await page.goto(`${product.baseUrl}/calls/${callId}`);
    await openRemark();
    expect(await remark().inputValue()).toBe(typed);
    // Not once more, once it was closed without being sent.
    await page.keyboard.press('Escape');
    await remark().waitFor({ state: 'detached' });
    await page.reload();
    await openRemark();
    expect(await remark().inputValue()).toBe('');
    expect(errors).toEqual([]);
    await close();
  });

  it('keeps answers of a review that the server did not have yet', async () => {
    const { page, close } = await openScreen(browser);
    await readCall(page, 'supervisor');
    await page.route('**/review-drafts', (route) => route.abort());
    await page.locator('[data-item="ownership.no_deflection"] .item-title').click();
    await page.locator('.item.selected .judge-open').click();
    const chosen = page.locator('.item.selected .judge-keys button').nth(2);
    await chosen.click();
    await page.locator('.item.selected .judge-reason textarea').fill('客户自己要求转接');
    await endSessions('supervisor');
    await locked(page);
    await page.unroute('**/review-drafts');
    const saved = page.waitForResponse(
      (answer) => answer.url().endsWith('/review-drafts') && answer.request().method() === 'PUT',
    );
    await enterAs(page, 'supervisor');
    await wordsShown(page);
    expect((await saved).ok()).toBe(true);
    const { rows } = await product.database.query(`select answers::text as answers from review_draft`);
    expect(rows.map(({ answers }) => answers).join()).toContain('ownership.no_deflection');
    await close();
  });

  it('locks the tab behind when another person signs in in front, which asks nothing in their name', async () => {
    const { page, close } = await openScreen(browser);
    await readCall(page, 'agent');
    const front = await page.context().newPage();
    await front.goto(`${product.baseUrl}/calls`);
    await front.locator('.shell').waitFor();
    const asked: string[] = [];
    page.on(
      'response',
      (answer) => void (/\/api\/v1\/calls\//.test(answer.url()) && answer.ok() && asked.push(answer.url())),
    );
    await signOut(front);
    await page.locator('#username').waitFor({ state: 'visible' });
    await enterAs(front, 'agent3');
    // It asks again when it comes to the front.
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
    expect(await comesTrue(page, `location.pathname === '/home'`)).toBe(true);
    expect(await page.content()).not.toContain(said);
    expect(asked).toEqual([]);
    await close();
  });

  it('refuses what a page of one account asks with the session of another', async () => {
    const { page, close } = await openScreen(browser);
    await readCall(page, 'supervisor');
    // The session is put in place of the other behind the page's back, so that no tab tells it.
    const { cookie } = await product.signIn('quality');
    const cookies = cookie.split('; ').map((one) => one.split('='));
    const codes: string[] = [];
    await page.route('**/api/v1/calls?**', async (route) => {
      const answer = await route.fetch();
      codes.push(`${answer.status()} ${((await answer.json()) as { code?: string }).code}`);
      await route.fulfill({ response: answer });
    });
    await page.context().addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: product.baseUrl })));
    await page.getByRole('link', { name: '通话', exact: true }).click();
    // The page of the other account takes its place.
    expect(await comesTrue(page, `location.pathname === '/home'`)).toBe(true);
    expect(new Set(codes)).toEqual(new Set(['401 other_account']));
    expect(await page.content()).not.toContain(said);
    await close();
  });

  it('forgets a page that the browser froze and brings back', async () => {
    const { page, close } = await openScreen(browser);
    await readCall(page, 'agent');
    let answered = () => {};
    const held = new Promise<void>((resolve) => (answered = resolve));
    await page.route('**/auth/me', async (route) => {
      await held;
      await route.continue();
    });
    await page.evaluate(`window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
    await locked(page);
    answered();
    await wordsShown(page);
    await close();
  });
});

describe('a server that starts again', () => {
  it('locks nothing, and takes nothing that was typed away', async () => {
    const { page, errors, close } = await openScreen(browser);
    await readCall(page, 'supervisor');
    await page.keyboard.press('c');
    const remark = page.getByRole('dialog').locator('textarea');
    await remark.fill('写到一半');
    await product.withoutApi(async () => {
      await page.locator('.stale').waitFor();
      // A proxy in front says so in its own words.
      await page.route('**/api/v1/**', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }));
      await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
      await page.locator('.turn').first().waitFor();
    });
    await page.unroute('**/api/v1/**');
    await page.getByText('已重新连接').or(page.locator('.shell:not(:has(.stale))')).first().waitFor();
    expect(await remark.inputValue()).toBe('写到一半');
    expect(await page.locator('#username').count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });
});
