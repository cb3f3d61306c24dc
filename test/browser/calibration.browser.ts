import { type Browser, type Page } from 'playwright-core';
import { House } from '../support/house.js';
import { hindrances, leave, type Look, openScreen, picture, sendSamples, signIn, startBrowser } from './screen.js';

let product: House;
let browser: Browser;
let callId: string;
let englishCallId: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  const calls = await sendSamples(product, ['zh-deflection', 'en-deflection']);
  callId = calls.get('zh-deflection')!;
  englishCallId = calls.get('en-deflection')!;
  for (const one of [callId, englishCallId]) await product.reaches(one, ['scored']);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function as(username: string, path: string, look: Look = {}) {
  const screen = await openScreen(browser, look);
  await signIn(screen.page, product, username, path);
  return screen;
}

const speak = async (page: Page, language: 'zh' | 'en') => {
  const body = JSON.stringify(JSON.stringify({ language }));
  await page.evaluate(
    `fetch('/api/v1/auth/me/language', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: ${body} })`,
  );
  await page.reload();
};

/** Answers every item, the first otherwise than the rest, and submits. */
async function judgeAll(page: Page, first: '达成' | '未达成', why: string): Promise<void> {
  const items = page.locator('.calibration-items > li');
  await items.first().waitFor();
  const count = await items.count();
  for (let n = 0; n < count; n += 1)
    await items
      .nth(n)
      .getByText(n === 0 ? first : '达成', { exact: true })
      .click();
  await items.first().getByRole('textbox').fill(why);
  await page.getByRole('button', { name: /提\s*交/ }).click();
  await page.getByRole('button', { name: /^确\s*定$/ }).click();
}

let session: string;

describe('calibration', () => {
  it('is begun from a call, for reviewers who may judge it', async () => {
    const { page, errors, close } = await as('quality', `/calls/${callId}`);
    await page.getByRole('link', { name: '发起校准' }).click();
    const dialog = page.getByRole('dialog');
    const reviewers = dialog.getByLabel('复核员（至少两位）');
    await reviewers.click();
    for (const name of ['王蕾', '何琳']) await page.locator('.ant-select-item-option', { hasText: name }).click();
    await page.keyboard.press('Escape');
    await picture(page, 'calibration-open-zh-1280');
    await dialog.getByRole('button', { name: /发\s*起/ }).click();
    await page.waitForURL(/\/calibrations\/[0-9a-f-]{36}$/);
    session = new URL(page.url()).pathname;
    await page.getByText('您的判断').waitFor();
    expect(await page.getByText('自动评分判').count()).toBe(0);
    expect(await product.count(`journal_entry where event = 'calibration.opened'`)).toBe(1);
    expect(errors).toEqual([]);
    await close();
  });

  it('waits on the home of each reviewer, who judges without the others', async () => {
    const { page, errors, close } = await as('supervisor', '/home');
    await page.getByRole('link', { name: /待您判断的校准/ }).click();
    await page.locator('.calibration-items > li').first().waitFor();
    await picture(page, 'calibration-judge-zh-1280');
    expect(await hindrances(page)).toEqual([]);
    await judgeAll(page, '未达成', '开头没有问候。');
    await page.getByText('您已提交').first().waitFor();
    expect(errors).toEqual([]);
    await close();

    const telephone = await as('quality', session, { width: 390 });
    await telephone.page.locator('.calibration-items > li').first().waitFor();
    await picture(telephone.page, 'calibration-judge-zh-390');
    expect(await telephone.page.getByText('开头没有问候。').count()).toBe(0);
    await telephone.close();
  });

  it('closes with the last, shows all side by side where they differ first, and takes a decision', async () => {
    const { page, errors, close } = await as('quality', session);
    await judgeAll(page, '达成', '说了“您好”。');
    await page.getByText('复核员判断不同').first().waitFor();
    await page.getByText('开头没有问候。').waitFor();
    await page.locator('.calibration-compared').first().getByRole('button', { name: '定结论' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('正确的结果').click();
    await page.locator('.ant-select-item-option', { hasText: /^达成$/ }).click();
    await dialog.getByLabel('理由').fill('“您好”就是问候。');
    await dialog.getByRole('button', { name: '保存结论' }).click();
    await page.getByText('“您好”就是问候。').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await picture(page, 'calibration-compared-zh-1280');
    expect(await hindrances(page)).toEqual([]);
    await page.goto(`${product.baseUrl}/calibrations?show=closed`);
    await page.getByText('次数还不够').first().waitFor();
    await speak(page, 'en');
    await page.getByText('Not enough yet').first().waitFor();
    await picture(page, 'calibrations-en-1280');
    expect(await hindrances(page)).toEqual([]);
    await page.goto(product.baseUrl + session);
    await page.getByRole('heading', { name: 'Side by side' }).waitFor();
    await picture(page, 'calibration-compared-en-1280');
    expect(errors).toEqual([]);
    await speak(page, 'zh');
    await close();
  });
});

describe('trust', () => {
  it('is shown on the card: what is not trusted yet has no points and says why', async () => {
    const { page, errors, close } = await as('supervisor', `/calls/${englishCallId}?item=ownership.resolution`);
    await page.getByText('尚未可信，不计分').first().waitFor();
    await page.getByText(/既不得分也不扣分（产品自测 \d+ 段对话，kappa 值 ?0\.\d+/).waitFor();
    await page.getByText(/另有 \d+ 项尚未可信/).waitFor();
    await picture(page, 'trust-card-zh-1280');
    expect(await hindrances(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it('has a screen that says what it rests on, where a quality manager sets a target', async () => {
    const { page, errors, close } = await as('quality', '/checklists');
    await page.getByRole('link', { name: '评分项可信程度' }).click();
    await page
      .getByText(/产品自测 \d+ 段/)
      .first()
      .waitFor();
    await picture(page, 'trust-zh-1280');
    expect(await hindrances(page)).toEqual([]);
    await page.getByLabel('只看尚未可信的').check();
    const rows = page.locator('.trust-scroll tbody tr');
    expect(await rows.count()).toBeGreaterThanOrEqual(2);
    const row = rows.filter({ hasText: 'ownership.resolution' }).first();
    await row.getByRole('button', { name: '单独设定' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/kappa 值至少/).fill('0.3');
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await row.waitFor({ state: 'detached' });
    expect(await product.count(`journal_entry where event = 'quality.settings_changed'`)).toBe(1);
    await page.goto(`${product.baseUrl}/checklists/standard-inbound`);
    await page.getByText('尚未可信（', { exact: false }).first().waitFor();
    await picture(page, 'trust-checklist-zh-1280');
    await page.goto(`${product.baseUrl}/trust`);
    await speak(page, 'en');
    await page.getByText('Not yet trusted').first().waitFor();
    await page.waitForLoadState('networkidle');
    await picture(page, 'trust-en-1280');
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, 'trust-en-390');
    await speak(page, 'zh');
    expect(errors).toEqual([]);
    await close();
  });
});
