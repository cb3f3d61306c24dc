import { randomUUID } from 'node:crypto';
import { type Browser } from 'playwright-core';
import { House } from '../support/house.js';
import { callMetadata } from '../support/product.js';
import { synthWav } from '../fixtures/wav.js';
import { comesTrue } from './comes-true.js';
import { atRest, hindrances, leave, openScreen, picture, signIn, startBrowser } from './screen.js';
import { lookedAt } from '../support/deep.js';

let product: House;
let browser: Browser;
const CALLS = 60;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  const sender = await product.signIn('admin');
  const wav = new Blob([new Uint8Array(synthWav({ seconds: 0.1 }))]);
  // Held back, so that nothing is recognised: what is looked for here is the list. One starts each hour, the first one the oldest.
  for (let n = 1; n <= CALLS; n++) {
    const metadata = callMetadata({
      language: 'zh',
      region: 'CN',
      startedAt: new Date(Date.parse('2026-03-10T00:00:00Z') + n * 3_600_000).toISOString(),
      direction: n % 2 ? 'inbound' : 'outbound',
      customer: { number: `138000${String(20_000 + n)}` },
      matter: { externalId: `m${n}`, title: n % 10 ? `账单 ${n}` : `退款 ${n}` },
      legs: [{ staffNumber: '3068', holdSpans: [] }],
      consent: { state: 'declined' },
    });
    delete metadata.agentChannel;
    await sender.take(metadata, wav);
  }
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

describe('finding calls on the list', () => {
  it('draws the rows in sight only, and reads on to the end', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor');
    await page.locator('.call-count').getByText(String(CALLS), { exact: true }).waitFor();
    // The first picture is drawn before the pane's height is known.
    const fewer = '((rows) => rows > 0 && rows < 40)(document.querySelectorAll(".call-row").length)';
    expect(await comesTrue(page, fewer)).toBe(true);
    const pane = page.locator('.call-rows');
    await page.getByText('退款 50').waitFor();
    const toTheEnd = () => pane.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await toTheEnd();
    await page.getByText('退款 10', { exact: true }).waitFor();
    await toTheEnd();
    await page.getByText('账单 1', { exact: true }).waitFor();
    await page.locator('.list-places').getByRole('button', { name: '最早' }).click();
    await page.locator('.call-row').first().getByText('退款 50').waitFor();
    expect(await page.locator('.read-more.newer').count()).toBe(1);
    await close();
  });

  it('keeps filters in the address and names them on chips, steps through the list that a call was opened from, and comes back to its place', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor');
    await page.locator('#search-calls').fill('退款');
    await page.locator('#search-calls').press('Enter');
    await page.locator('.chip', { hasText: '查找客户与事项：退款' }).waitFor();
    await page.locator('.call-count').getByText('6', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('退款');
    await page.locator('.call-row', { hasText: '退款 30' }).locator('.row-link').click();
    await page.getByRole('heading', { name: '退款 30' }).waitFor();
    await page.getByRole('link', { name: '较早的一通电话' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: '退款 20' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.call-row', { hasText: '退款 60' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('退款');
    await page.goto(`${product.baseUrl}/calls/${randomUUID()}`);
    await page.getByRole('link', { name: '返回通话列表' }).click();
    await page.locator('.call-row', { hasText: '退款 60' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('退款');
    await page.getByRole('button', { name: '去掉筛选“查找客户与事项：退款”' }).click();
    await page.locator('.call-count').getByText(String(CALLS), { exact: true }).waitFor();
    await page.goto(`${product.baseUrl}/calls?q=退款&direction=inbound&stage=scored`);
    await page.getByText('没有符合这 3 个筛选条件的通话。').waitFor();
    await close();
  });

  it('saves filters as a view, opens the list with it, deletes it and takes that back', async () => {
    const { page, close } = await openScreen(browser, { motion: true });
    await signIn(page, product, 'supervisor', '/calls?direction=outbound');
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('button', { name: '把当前列表存为视图' }).click();
    await page.locator('#view-name').fill('呼出的');
    await atRest(page);
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '呼出的', exact: true }).click();
    await page.getByRole('button', { name: '打开列表时用“呼出的”' }).click();
    await page.getByRole('button', { name: '打开列表时不再用“呼出的”' }).waitFor();
    await page.goto(`${product.baseUrl}/calls`);
    await page.locator('.chip', { hasText: '方向：呼出' }).waitFor();
    await page.getByRole('button', { name: '呼出的', exact: true }).click();
    await page.getByRole('button', { name: '删除' }).click();
    await page.getByText('已删除视图“呼出的”。').waitFor();
    await page.getByRole('button', { name: '视图', exact: true }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '呼出的', exact: true }).waitFor();
    await close();
  });

  it('is put in another order and narrowed to a period that moves, by one press each', async () => {
    const { page, close } = await openScreen(browser);
    // Not bare: a test above left a view that opens with it.
    await signIn(page, product, 'supervisor', '/calls?view=all');
    await page.locator('.call-row .row-link').first().waitFor();
    await page.getByRole('columnheader').getByRole('button', { name: '时间' }).click();
    await page.locator('.call-row').first().getByText('账单 1', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('oldest');
    await page.getByRole('button', { name: '按天分组' }).click();
    const days = page.locator('.call-group');
    await days.first().getByText('3月10日', { exact: false }).waitFor();
    await days.nth(1).getByText('3月11日', { exact: false }).waitFor();
    await picture(page, 'finding-by-day-1440');
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('button', { name: '问题最重在前', exact: true }).click();
    await page.locator('[aria-sort="descending"]', { hasText: '首要问题' }).waitFor();
    await page.getByRole('button', { name: '昨天', exact: true }).click();
    await page.getByText('没有符合这 1 个筛选条件的通话。').waitFor();
    expect(await days.count()).toBe(0);
    expect(new URL(page.url()).search).toBe('?view=all&sort=worst&group=day&period=yesterday');
    await close();
  });

  it('is walked by keyboard, has the call’s row in focus on the way back, and gives the focus back after a dialog', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor', '/calls?view=all');
    await page.locator('.call-row .row-link').first().waitFor();
    const focused = () => page.evaluate('document.activeElement.closest("[data-call]")?.dataset.call ?? null');
    const idOf = (at: number) => page.locator('.call-row').nth(at).getAttribute('data-call');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    const third = await idOf(2);
    expect(await focused()).toBe(third);
    await page.keyboard.press('Home');
    expect(await focused()).toBe(await idOf(0));
    for (const _ of [1, 2]) await page.keyboard.press('ArrowDown');
    // The rows are one stop: the next one is beyond them.
    expect(await page.locator('.call-row .row-link[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/calls/${third}`);
    await page.getByRole('heading', { name: '账单 58' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator(`[data-call="${third}"]:focus-within`).waitFor();
    for (const at of [0, 1]) await page.locator('.call-row').nth(at).getByRole('checkbox').check();
    await page.getByText('已选 2 通').waitFor();
    await page.getByRole('button', { name: '重试', exact: true }).click();
    await page.getByText('所选 2 通中，0 通可以处理。').waitFor();
    await page.getByText('2 通：没有停下的处理，不需要重试').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('button:focus', { hasText: /^重试$/ }).waitFor();
    await close();
  });

  it('finds screens, calls and words by Ctrl+K and goes there by keyboard', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor', '/home');
    await page.keyboard.press('Control+k');
    await page
      .getByRole('combobox', { name: '通话、坐席、人员、申请、页面或说过的话' })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.type('退款 20');
    await page.getByRole('option', { name: /^通话\s*退款 20/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '退款 20' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: /最近.*退款 20/ }).waitFor();
    // What earlier characters found is not there to be gone to by these.
    await page.getByRole('combobox').fill('退款 20');
    await page.getByRole('option', { name: /^通话\s*退款 20/ }).waitFor();
    await page.getByRole('combobox').fill('退款 2000');
    expect(await page.getByRole('option', { name: /^通话\s/ }).count()).toBe(0);
    await page.getByRole('combobox').fill('申诉');
    await page.getByRole('option', { name: /页面.*申诉/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/disputes');
    // The chosen row stays in sight: with nothing typed, all screens are below the recent places.
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: /最近.*退款 20/ }).waitFor();
    await page.locator('input[role=combobox]:focus').waitFor();
    await page.keyboard.press('ArrowUp');
    const last = page.getByRole('option').last();
    expect(await last.getAttribute('aria-selected')).toBe('true');
    const [row, list] = await Promise.all([last.boundingBox(), page.locator('#palette-list').boundingBox()]);
    expect(row!.y + row!.height).toBeLessThanOrEqual(list!.y + list!.height + 1);
    await page.keyboard.press('Escape');
    // Another account in the same tab finds none of these places.
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.context().clearCookies();
    await signIn(page, product, 'quality', '/home');
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: /^页面/ }).first().waitFor();
    expect(await page.getByRole('option', { name: /^最近/ }).count()).toBe(0);
    await close();
  });

  it('saves the filtered list as a file in the screen’s language', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor', '/calls?q=退款');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('calls.csv');
    await close();
  });

  it.each(
    lookedAt(
      [
        ['light', 1440, 900],
        ['dark', 1280, 800],
        ['light', 390, 844],
      ] as const,
      0,
    ),
  )('is accessible and scrolls nothing sideways, %s at %i', async (theme, width, height) => {
    const { page, close } = await openScreen(browser, { theme, width, height });
    await signIn(
      page,
      product,
      'supervisor',
      '/calls?direction=inbound,outbound&from=2026-03-11&stage=not_recorded&view=all',
    );
    await page.locator('.call-row .row-link').first().waitFor();
    await picture(page, `finding-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
    if (width === 1440) {
      await page.getByRole('button', { name: '更多筛选' }).click();
      await page.locator('.filter-more').waitFor();
      await picture(page, `finding-more`);
      expect(await hindrances(page)).toEqual([]);
    }
    await close();
  });
});
