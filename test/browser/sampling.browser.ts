import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Browser, type Page } from 'playwright-core';
import { Product } from '../support/product.js';
import { openScreen, picture, hindrances, sendSamples, signIn, startBrowser } from './screen.js';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), startBrowser()]);
  const calls = await sendSamples(product, ['zh-deflection', 'en-billing']);
  for (const callId of calls.values()) await product.reaches(callId, ['scored']);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function as(username: string, path: string, look = {}) {
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

/** A period whose seed was committed long ago, and that is over now. The product itself can make none: its owner takes the guard away. */
async function periodPasses(): Promise<void> {
  const seed = '5e'.repeat(32);
  const url = new URL(product.profile.databaseUrl);
  url.username = 'shouwen_owner';
  url.password = await readFile(join(product.dataDir, 'secrets/database-owner.password'), 'utf8');
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await owner.query(`
    begin;
    alter table sampling_draw disable trigger sampling_seed_first;
    insert into sampling_draw (id, plan_id, plan_version, from_day, to_day, from_at, to_at, seed, seed_sha256, committed_at)
    select gen_random_uuid(), id, 1, '2020-01-01', current_date, '2020-01-01', now(), '${seed}', encode(sha256(decode('${seed}', 'hex')), 'hex'), '2019-12-01'
    from sampling_plan;
    alter table sampling_draw enable trigger sampling_seed_first;
    commit`);
  await owner.end();
  await product.database.query(`update schedule set next_due_at = now() where name = 'draw-samples'`);
}

describe('sampling', () => {
  it('is planned on the screen, tried on the last period, and commits a seed', async () => {
    const { page, errors, close } = await as('quality', '/sampling');
    await page.getByText('还没有抽样计划').waitFor();
    await page.getByRole('button', { name: '新建计划' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('每位坐席每周两段');
    await dialog.getByRole('button', { name: '用上一个时段试算' }).click();
    await dialog.getByRole('status').waitFor();
    await picture(page, 'sampling-plan-zh-1440');
    // Figures of the plan as it was before this change are shown no more.
    await dialog.getByLabel('完成期限（天）').fill('6');
    await dialog.getByRole('status').waitFor({ state: 'detached' });
    expect(await hindrances(page)).toEqual([]);
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('种子已锁定：').first().waitFor();
    expect(await product.count(`journal_entry where event = 'sampling.seed_committed'`)).toBe(2);
    await speak(page, 'en');
    await page.getByText('Seed committed:').waitFor();
    await picture(page, 'sampling-en-1440');
    expect(errors).toEqual([]);
    await close();
  });

  it('draws when the period is over, says why, and can be drawn again by an auditor', async () => {
    await periodPasses();
    while ((await product.count('sampling_draw where drawn_at is not null')) === 0) await sleep(300);
    expect(await product.count('review_assignment')).toBeGreaterThan(0);
    const { page, errors, close } = await as('auditor', '/sampling');
    await page.locator('.sampling-cell a', { hasText: '2020-01-01' }).click();
    await page.getByRole('button', { name: '为什么抽中？' }).first().click();
    await page.getByText('可抽取的通话共').waitFor();
    await picture(page, 'sampling-why-zh-1440');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '按种子重做' }).click();
    // The owner put its seed in, and the journal knows of no such commitment: that is said, and of nothing else.
    await page.getByText('与当时不一致：种子。', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: '更换' }).count()).toBe(0);
    await picture(page, 'sampling-draw-zh-1440');
    expect(await hindrances(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  it('puts what was drawn before those who judge: it is taken, handed on, and opens its call', async () => {
    const { page, errors, close } = await as('analyst', '/review');
    const queue = page.getByRole('region', { name: '抽中的通话' });
    await speak(page, 'zh');
    await queue.getByText('没有分给您的复核').waitFor();
    await queue.getByText('待领取').click();
    await queue.getByRole('button', { name: /领\s*取/ }).click();
    await queue.getByText('分给我的').click();
    await queue.getByRole('button', { name: '转给同事' }).waitFor();
    await picture(page, 'review-drawn-zh-1440');
    expect(await hindrances(page)).toEqual([]);
    await queue.getByRole('button', { name: '转给同事' }).click();
    await page.getByRole('dialog').getByLabel('同事').waitFor();
    await picture(page, 'review-hand-on-zh-1440');
    await page.keyboard.press('Escape');
    // A manager may give back what a colleague has.
    const managers = await as('quality', '/review');
    await speak(managers.page, 'zh');
    const all = managers.page.getByRole('region', { name: '抽中的通话' });
    await all.getByText('全部').click();
    await all
      .getByRole('button', { name: /放\s*回/ })
      .first()
      .waitFor();
    await picture(managers.page, 'review-drawn-manager-zh-1440');
    await managers.close();
    await queue.getByRole('link').first().click();
    await page.locator('.card .item').first().waitFor();
    expect(await product.count(`journal_entry where event = 'review.taken'`)).toBe(1);
    // One item is confirmed, and the reviewer lets the others stand.
    await page.locator('.card .item').first().click();
    await page.getByRole('button', { name: '判断此项' }).click();
    await page.locator('.item.selected .judge').waitFor();
    await page.keyboard.press('1');
    await page.getByLabel('已判断整通电话').check();
    await page.locator('.publish-effect').waitFor();
    await picture(page, 'review-whole-zh-1440');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: /发布/ }).click();
    await page.getByText('人工复核生效').waitFor();
    expect(await product.count(`review_assignment where state = 'done'`)).toBe(1);
    await page.waitForURL((url) => !url.searchParams.has('drawn'));
    // Open for the pictures of the queue below.
    await product.database.query(`update review_assignment set state = 'open', ended_at = null, scorecard_id = null`);
    expect(errors).toEqual([]);
    await close();
  });

  it.each([
    ['dark', 1280, 'en'],
    ['light', 390, 'zh'],
  ] as const)('fits a screen, %s at %i', async (theme, width, language) => {
    const { page, close } = await as('quality', '/sampling', { theme, width, height: 844 });
    await speak(page, language);
    await page.locator('.sampling-cell').first().waitFor();
    await picture(page, `sampling-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
    await page.locator('.sampling-cell a', { hasText: '2020-01-01' }).click();
    await page.locator('.sampling-proof').waitFor();
    await picture(page, `sampling-draw-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('link', { name: language === 'zh' ? '历次抽取' : 'Draws' }).click();
    await page.locator('.sampling-hash').first().waitFor();
    await picture(page, `sampling-plan-${theme}-${width}`);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
    await page.goto(`${product.baseUrl}/review`);
    await page
      .getByRole('region', { name: language === 'zh' ? '抽中的通话' : 'Drawn for review' })
      .getByText(language === 'zh' ? '全部' : 'All')
      .click();
    await page.locator('.drawn-cell').first().waitFor();
    await picture(page, `review-drawn-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    await close();
  });
});
