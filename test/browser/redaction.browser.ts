import { type Browser, type Page } from 'playwright-core';
import { synthWav } from '../fixtures/wav.js';
import { House } from '../support/house.js';
import { callMetadata } from '../support/product.js';
import { hindrances, leave, openScreen, picture, prove, signIn, startBrowser } from './screen.js';
import { lookedAt } from '../support/deep.js';

const said = (speaker: string, fromMs: number, text: string) => ({ speaker, fromMs, toMs: fromMs + 2_500, text });
const WORDS = {
  language: 'zh',
  turns: [
    said('agent', 0, '您好，请报一下您的手机号码'),
    said('customer', 3_000, '好的，幺三八零零幺三八零零零，地址是朝阳区建国路88号3栋501室'),
    said('agent', 6_000, '请问卡背面的安全码是多少'),
    said('customer', 9_000, '七三九'),
    said('agent', 12_000, '记下了，谢谢，请问还有其他可以帮您的吗'),
  ],
};
let product: House;
let browser: Browser;
let callId: string;

beforeAll(async () => {
  [product, browser] = await Promise.all([House.open(), startBrowser()]);
  const audio = new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 15 }))]);
  const words = new Blob([JSON.stringify(WORDS)]);
  const metadata = callMetadata({ language: 'zh', region: 'CN' });
  ({ callId } = await (await product.signIn('admin')).take(metadata, audio, words));
  await product.reaches(callId, ['scored']);
  await product.idle();
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

async function openCall(look = {}) {
  const screen = await openScreen(browser, look);
  await signIn(screen.page, product, 'supervisor', `/calls/${callId}`);
  await screen.page.locator('.call-head').waitFor();
  return screen;
}
const words = (page: Page) => page.locator('.turns').innerText();
/** On a phone the words are a tab. */
async function showWords(page: Page, width: number): Promise<void> {
  if (width < 500) await page.getByRole('tab', { name: '转写' }).click();
  await page.locator('.masked').first().waitFor();
}

describe('what must not be read or heard', () => {
  it.each(
    lookedAt(
      [
        ['light', 1440, 900],
        ['dark', 1280, 800],
        ['light', 390, 844],
      ] as const,
      2,
    ),
  )('is named in the words and hatched in the sound, %s at %i', async (theme, width, height) => {
    const { page, errors, close } = await openCall({ theme, width, height });
    await showWords(page, width);
    const text = await words(page);
    for (const kind of ['电话号码', '住址', '卡安全码']) expect(text).toContain(kind);
    for (const hidden of ['八零零', '建国路', '七三九', '■']) expect(text).not.toContain(hidden);
    await page.locator('.masked-hatch').first().waitFor();
    await page.getByText('敏感处已静音').first().waitFor();
    await picture(page, `redaction-call-${theme}-${width}`);
    expect(await hindrances(page)).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(width);
    expect(errors).toEqual([]);
    await close();
  });

  it('plays the silent copy', async () => {
    const { page, close } = await openCall();
    await page.locator('.masked').first().waitFor();
    await page.keyboard.press(' ');
    await page.locator('[role=slider][aria-valuenow="1"]').waitFor();
    await close();
  });

  it('is shown marked in a trial that two people agreed to, card codes apart', async () => {
    const first = await openScreen(browser);
    await signIn(first.page, product, 'quality', '/company/redaction');
    await first.page.getByText('试用：只标记').click();
    await first.page.getByText('提交后须由另一人同意才生效', { exact: false }).waitFor();
    await picture(first.page, 'redaction-policy-draft');
    await first.page.getByRole('button', { name: '提交审批' }).click();
    await first.page.getByRole('button', { name: '撤回' }).waitFor();
    expect(await hindrances(first.page)).toEqual([]);

    const second = await openScreen(browser, { theme: 'dark', width: 1280, height: 800 });
    await signIn(second.page, product, 'admin', '/company/redaction');
    await second.page.getByRole('button', { name: '同意', exact: true }).waitFor();
    await picture(second.page, 'redaction-policy-waiting');
    expect(await hindrances(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: '同意', exact: true }).click();
    await prove(second.page);
    await second.page.getByText('第 1 版生效中').waitFor();
    await Promise.all([first.close(), second.close()]);

    const { page, close } = await openCall();
    await page.getByText('试用：可能的敏感内容只作标记', { exact: false }).waitFor();
    const text = await words(page);
    expect(text).toContain('幺三八零零幺三八零零零');
    expect(text).not.toContain('七三九');
    expect(await page.locator('.sensitive').count()).toBeGreaterThan(1);
    expect(await page.locator('.masked-hatch').count()).toBe(0);
    await page.getByText('试用期，敏感处未静音').waitFor();
    await picture(page, 'redaction-trial');
    expect(await hindrances(page)).toEqual([]);
    await close();
  });
});
