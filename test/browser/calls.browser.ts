import { type Browser } from 'playwright-core';
import { synthWav } from '../fixtures/wav.js';
import { callMetadata, Product } from '../support/product.js';
import { leave, openScreen, signIn, startBrowser } from './screen.js';
import { patient } from '../../tools/patience.mjs';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), startBrowser()]);
});
afterAll(async () => {
  await leave(browser);
  await product?.stop();
});

const words = new Blob([
  JSON.stringify({ language: 'zh', turns: [{ speaker: 'agent', fromMs: 0, toMs: 900, text: '您好，这里是绿谷银行' }] }),
]);
const wav = () => new Blob([new Uint8Array(synthWav({ tones: [440, 0], seconds: 1, sampleRate: 16_000 }))]);

async function send(matter: string, change = {}): Promise<string> {
  const title = { externalId: matter, title: matter };
  const legs = [{ staffNumber: '3068', holdSpans: [] }];
  const metadata = callMetadata({ language: 'zh', region: 'CN', matter: title, legs, ...change });
  return (await (await product.signIn('admin')).take(metadata, wav(), words)).callId;
}

describe('signing in', () => {
  it('says in words what was wrong, without moving the form, and lets the right password in', async () => {
    const { page, close } = await openScreen(browser);
    await page.goto(product.baseUrl);
    const button = page.locator('button[type=submit]');
    const before = await button.boundingBox();
    await page.locator('#username').fill('supervisor');
    await button.click();
    await page.getByText('请填写密码。').waitFor();
    await page.locator('#password').fill('wrong');
    await button.click();
    await page.locator('#sign-in-note small').waitFor();
    expect(await button.boundingBox()).toEqual(before);
    await signIn(page, product, 'supervisor');
    await close();
  });

  it('speaks the language that was chosen, and remembers it for the account', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'quality');
    await page.getByRole('button', { name: '切换到英文' }).click();
    await page.getByRole('heading', { name: 'Calls' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await close();
    const again = await openScreen(browser);
    await signIn(again.page, product, 'quality');
    await again.page.getByRole('heading', { name: 'Calls' }).waitFor();
    await again.close();
  });
});

describe('the list of calls', () => {
  it('shows a call travel to its score without being asked, and shows nothing of it to another team', async () => {
    const [mine, theirs] = [await openScreen(browser), await openScreen(browser)];
    await signIn(mine.page, product, 'supervisor');
    await signIn(theirs.page, product, 'supervisor2');
    await mine.page.locator('.live-sign i.live').waitFor();
    await send('补办新卡');
    const row = mine.page.locator('.call-row', { hasText: '补办新卡' });
    await row.getByText('已评分').waitFor();
    expect(await row.locator('.row-fade').count()).toBe(1);
    await theirs.page.reload();
    await theirs.page.locator('.call-rows .note').waitFor();
    expect(await theirs.page.locator('.call-row').count()).toBe(0);
    expect(mine.errors).toEqual([]);
    await Promise.all([mine.close(), theirs.close()]);
  });

  it('holds its rows still while the pointer is among them, and says what waits', async () => {
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor');
    await page.locator('.live-sign i.live').waitFor();
    const first = page.locator('.call-rows .row-link').first();
    const name = await first.getAttribute('aria-label');
    await page.locator('.call-rows').hover();
    await send('挂失', { startedAt: new Date().toISOString() });
    await page.getByRole('button', { name: /更新/ }).waitFor();
    expect(await first.getAttribute('aria-label')).toBe(name);
    await page.getByRole('button', { name: /更新/ }).click();
    await page.locator('.call-row').first().getByText('挂失').waitFor();
    await close();
  });

  it('says why a call was not recorded, and keeps its filters in the address', async () => {
    await send('营业时间', { consent: { state: 'declined', evidence: { kind: 'spoken' } } });
    const { page, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor', '/calls?stage=not_recorded');
    await page.locator('.call-row', { hasText: '营业时间' }).getByText('客户不同意录音，没有保存任何音频。').waitFor();
    expect(await page.locator('.call-row').count()).toBe(1);
    await page.goto(`${product.baseUrl}/calls?stage=needs_attention`);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.locator('.call-row', { hasText: '补办新卡' }).waitFor();
    await close();
  });

  it.each([
    ['zh', '开始日期', '打开日历', '一', '常用时段', '今天'],
    ['en', 'From', 'Open the calendar', 'Mo', 'Usual periods', 'Today'],
  ] as const)(
    'is asked for days by the site’s clock, with weeks from Monday, in %s',
    async (language, from, calendar, monday, spans, today) => {
      const { page, close } = await openScreen(browser);
      await signIn(page, product, 'quality');
      if (language !== (await page.locator('html').getAttribute('lang'))?.slice(0, 2))
        await page.getByRole('button', { name: /切换到英文|Switch to Chinese/ }).click();
      await page.locator(`html[lang^=${language}]`).waitFor();
      const days = page.locator('.filter-date');
      await days.getByLabel(from, { exact: true }).fill('2026-02-30');
      expect(new URL(page.url()).search).toBe('');
      await days.getByLabel(from, { exact: true }).fill('2026-03-02');
      await page.waitForURL('**/calls?*from=2026-03-02*');
      await days.getByLabel(calendar).first().click();
      await page.locator('.ant-picker-content thead th').first().waitFor();
      expect(await page.locator('.ant-picker-content thead th').first().textContent()).toBe(monday);
      await page.keyboard.press('Escape');
      await days.getByLabel(spans).click();
      await page.getByRole('menuitem', { name: today }).click();
      await page.waitForURL((url) => url.searchParams.get('period') === 'today' && !url.searchParams.has('from'));
      await close();
    },
  );

  it('says on every screen since when the server is away, keeps its place and what is typed, and catches up on its own', async () => {
    const { page, errors, close } = await openScreen(browser);
    await signIn(page, product, 'supervisor', '/search');
    const words = page.locator('#search-words');
    await words.fill('退款');
    product.profile.api.kill();
    await page.getByText('连接中断').waitFor();
    expect(await words.inputValue()).toBe('退款');
    await page.getByText('已重新连接').waitFor({ timeout: patient(45_000) });
    expect(await words.inputValue()).toBe('退款');
    await page.keyboard.press('Enter');
    await page.locator('.search-status, .search-results').first().waitFor();
    expect(errors).toEqual([]);
    await close();
  });
});
