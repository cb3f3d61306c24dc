import { type Browser, type Page } from 'playwright-core';
import { House } from '../support/house.js';
import { hindrances, leave, openScreen, picture, sendSamples, signIn, startBrowser } from './screen.js';
import { lookedAt } from '../support/deep.js';

const SAMPLE = 'zh-deflection';
let product: House;
let browser: Browser;
let callId: string;

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

/** Seconds at which the playhead is. */
const second = async (page: Page) => Number(await page.getByRole('slider').getAttribute('aria-valuenow'));

async function openCall(look = {}, query = '') {
  const screen = await openScreen(browser, look);
  await signIn(screen.page, product, 'supervisor', `/calls/${callId}${query}`);
  await screen.page.locator('[data-item]').first().waitFor();
  await screen.page.locator('.turn').first().waitFor();
  return screen;
}

describe('the call page', () => {
  it('plays, follows the words, and tells the journal what was heard', async () => {
    const { page, errors, close } = await openCall();
    await page.keyboard.press(' ');
    await page.locator('[role=slider][aria-valuenow="3"]').waitFor();
    await page.locator('.turn.current').waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: '播放', exact: true }).waitFor();
    const told = page.waitForResponse((response) => response.request().method() === 'DELETE');
    await page.keyboard.press('Escape');
    expect((await told).status()).toBe(204);
    await page.locator('.call-table').waitFor();
    expect(errors).toEqual([]);
    await close();
    const journal = await product.count(`journal_entry where event = 'play.closed' and call_id = $1`, callId);
    expect(journal).toBe(1);
  });

  it('goes from an item to its second: the same words are lit in the waveform, the transcript and the scorecard', async () => {
    const { page, close } = await openCall();
    const item = page.locator('[data-item="ownership.promise_has_time"]');
    await item.locator('.item-at button').click();
    await page.getByRole('button', { name: '暂停' }).waitFor();
    for (const place of ['.lit', '.turn mark.selected', '.item.selected mark'])
      await page.locator(place).first().waitFor();
    const address = new URL(page.url()).searchParams;
    expect(address.get('item')).toBe('ownership.promise_has_time');
    const said = Number(address.get('t'));
    expect(await second(page)).toBeGreaterThanOrEqual(said - 1);
    await close();
  });

  it('says of an item how good its judgement has been where the answers were known', async () => {
    const { page, close } = await openCall({}, '?item=ownership.no_deflection');
    const detail = page.locator('.item.selected .detail');
    await detail.getByText(/用虚构的示范通话和真实对话.+评测，n = \d+：.*“未达成”/).waitFor();
    await picture(page, 'item-worth');
    await close();
  });

  it('opens at the item and the second that its address names', async () => {
    const { page, close } = await openCall({}, '?t=21&item=ownership.promise_has_time');
    await page.locator('.item.selected .detail').waitFor();
    expect(await second(page)).toBe(20);
    await close();
  });

  it('jumps to a word that is clicked, further than was read ahead, and plays on from there', async () => {
    const { page, close } = await openCall();
    await page.keyboard.press(' ');
    await page.locator('[role=slider][aria-valuenow="1"]').waitFor();
    const turn = page.locator('.turn').last();
    await turn.locator('[data-ms]').first().click();
    const at = await second(page);
    expect(at).toBeGreaterThan(25);
    await page.locator(`[role=slider][aria-valuenow="${at + 1}"]`).waitFor();
    await close();
  });

  it('jumps to just past what was read ahead, and plays on from there', async () => {
    const { page, close } = await openCall();
    await page.keyboard.press(' ');
    await page.locator('[role=slider][aria-valuenow="1"]').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const at = await second(page);
    expect(at).toBeGreaterThanOrEqual(11);
    await page.locator(`[role=slider][aria-valuenow="${at + 2}"]`).waitFor();
    await close();
  });

  it('finds words, and hears by keyboard', async () => {
    const { page, close } = await openCall();
    await page.keyboard.press('/');
    await page.keyboard.type('反映');
    await page.locator('.turn .found').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await close();
  });

  it('shows what was measured of the sound, and goes to the second that is clicked', async () => {
    const { page, close } = await openCall();
    const measures = page.locator('.measures');
    const shares = await measures.locator('tbody tr').first().locator('td').allInnerTexts();
    expect(shares.map(parseFloat).reduce((sum, share) => sum + share, 0)).toBe(100);
    const longest = measures.locator('.span-links button').first();
    const [minute = '', seconds = ''] = (await longest.innerText()).split(':');
    await longest.click();
    await page.locator(`[role=slider][aria-valuenow="${Number(minute) * 60 + Number(seconds)}"]`).waitFor();
    await close();
  });

  it('is found by what was said in it, and opened at that second', async () => {
    await product.idle();
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor', '/search');
    await page.locator('#search-words').fill('反映');
    await page.locator('#search-words').press('Enter');
    const match = page.locator('.search-match').first();
    await match.locator('b', { hasText: '反映' }).first().waitFor();
    expect(await hindrances(page)).toEqual([]);
    await picture(page, 'search-light-1440');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(390);
    await picture(page, 'search-light-390');
    await page.locator('#search-words').fill('款');
    await page.locator('#search-words').press('Enter');
    await page.getByText('请至少输入相连的两个汉字').waitFor();
    await page.goBack();
    await page.setViewportSize({ width: 1440, height: 900 });
    await match.click();
    await page.locator('.turn').first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/calls/${callId}`);
    expect(Number(new URL(page.url()).searchParams.get('t'))).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    await close();
  });

  it.each(
    lookedAt(
      [
        ['light', 1440, 900],
        ['dark', 1440, 900],
        ['light', 1280, 800],
        ['light', 390, 844],
      ] as const,
      3,
    ),
  )('is accessible and nothing scrolls sideways, %s at %i', async (theme, width, height) => {
    const { page, close } = await openCallAt(theme, width, height);
    await picture(page, `call-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
    await close();
  });
});

async function openCallAt(theme: 'light' | 'dark', width: number, height: number) {
  const screen = await openScreen(browser, { theme, width, height });
  await signIn(screen.page, product, 'supervisor', `/calls/${callId}?t=21&item=ownership.promise_has_time`);
  await screen.page.locator('.item.selected').waitFor();
  return screen;
}
